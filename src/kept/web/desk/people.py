"""Who may log in: accounts made, given a role, closed; never with a password that somebody else knows."""

from __future__ import annotations

from django.http import HttpResponse

from kept.bootstrap import now
from kept.errors import KeptError
from kept.review.permissions import WORDS, Action, Role
from kept.storage import accounts
from kept.web.desk.access import desk_page
from kept.web.desk.at import At
from kept.web.desk.doors import link_of


@desk_page(Action.MANAGE_ACCOUNTS)
def show(at: At) -> HttpResponse:
    """List the accounts."""
    return _page(at)


def _page(at: At, *, status: int = 200, error: KeptError | None = None, link: str = "", name: str = "") -> HttpResponse:
    return at.render(
        "people.html",
        status=status,
        error=error,
        accounts=accounts.everybody(),
        roles=[(role, WORDS[role]) for role in Role],
        link=link,
        link_name=name,
    )


@desk_page(Action.MANAGE_ACCOUNTS, "POST")
def add(at: At) -> HttpResponse:
    """Make an account, and show the link by which its owner sets the password."""
    form = at.form
    try:
        account = accounts.create(form.get("name", ""), form.get("role", ""), at=now(), email=form.get("email", ""))
    except KeptError as error:
        return _page(at, status=400, error=error)
    return _page(at, link=at.request.build_absolute_uri(link_of(account)), name=account.name)


@desk_page(Action.MANAGE_ACCOUNTS, "POST")
def change(at: At, name: str) -> HttpResponse:
    """Give an account another role, close or open it, make a link for it, or switch its second factor off."""
    account = accounts.find(name)
    match at.form.get("do"):
        case "role":
            accounts.set_role(account, at.form.get("role", ""))
        case "close":
            accounts.set_active(account, is_active=False)
        case "open":
            accounts.set_active(account, is_active=True)
        case "factor":
            accounts.stop_second_factor(account)
        case _:
            return _page(at, link=at.request.build_absolute_uri(link_of(account)), name=account.name)
    at.note(f"The account of {account.name} is changed.")
    return at.go("desk-people")
