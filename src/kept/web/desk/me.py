"""One's own account: password, second factor, sessions, tokens."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.hashers import check_password
from django.http import HttpResponse

from kept.bootstrap import now
from kept.errors import RuleRefusal
from kept.review.permissions import Action, may
from kept.storage import accounts, tokens, totp
from kept.web.desk.access import desk_page
from kept.web.desk.at import At
from kept.web.desk.doors import twice

_SECRET = "totp"  # noqa: S105  the name of a place in the session
LIFETIMES = {"30": "30 days", "90": "90 days", "365": "a year"}


@desk_page(Action.OWN_ACCOUNT)
def show(at: At) -> HttpResponse:
    """Show one's own account."""
    return _page(at)


def _page(at: At, **values: Any) -> HttpResponse:
    scopes = {name: actions for name, actions in tokens.SCOPES.items() if all(may(at.role, each) for each in actions)}
    values = {"codes": (), "token": "", "secret": "", "address": "", **values}
    return at.render("me.html", scopes=scopes, tokens=tokens.tokens_of(at.account), lifetimes=LIFETIMES, **values)


@desk_page(Action.OWN_ACCOUNT, "POST")
def change_password(at: At) -> HttpResponse:
    """Change the password; all other sessions end."""
    _need_password(at, at.request.POST.get("old", ""))
    accounts.set_password(at.account, twice(at.request))
    update_session_auth_hash(at.request, at.account)
    at.note("The password is changed. All other sessions have ended.")
    return at.go("desk-me")


@desk_page(Action.OWN_ACCOUNT, "POST")
def end_sessions(at: At) -> HttpResponse:
    """End all other sessions."""
    accounts.end_sessions(at.account)
    update_session_auth_hash(at.request, at.account)
    at.note("All other sessions have ended.")
    return at.go("desk-me")


@desk_page(Action.OWN_ACCOUNT, "POST")
def start_factor(at: At) -> HttpResponse:
    """Show a new secret for an authenticator app; it counts once a code of it was typed."""
    secret = totp.new_secret()
    at.request.session[_SECRET] = secret
    return _page(at, **_shown(at, secret))


@desk_page(Action.OWN_ACCOUNT, "POST")
def confirm_factor(at: At) -> HttpResponse:
    """Switch the second factor on, and show the recovery codes this once."""
    secret = at.request.session.get(_SECRET, "")
    if not secret or totp.step_of(secret, at.form.get("code", ""), seconds=now().timestamp()) is None:
        error = RuleRefusal("the code does not fit", remedy="Type the one that the app shows now")
        return _page(at, status=400, error=error, **(_shown(at, secret) if secret else {}))
    codes = totp.new_recovery_codes()
    accounts.start_second_factor(at.account, secret, codes)
    del at.request.session[_SECRET]
    return _page(at, codes=codes)


def _shown(at: At, secret: str) -> dict[str, str]:
    groups = " ".join(secret[place : place + 4] for place in range(0, len(secret), 4))
    return {"secret": groups, "address": totp.address(secret, at.account.name, "Kept")}


@desk_page(Action.OWN_ACCOUNT, "POST")
def stop_factor(at: At) -> HttpResponse:
    """Switch the second factor off; asks for the password."""
    _need_password(at, at.request.POST.get("old", ""))
    accounts.stop_second_factor(at.account)
    at.note("The second factor is off.")
    return at.go("desk-me")


@desk_page(Action.OWN_ACCOUNT, "POST")
def issue_token(at: At) -> HttpResponse:
    """Make a token, and show its text this once."""
    days = at.form.get("days", "90")
    lifetime = timedelta(days=int(days if days in LIFETIMES else "90"))
    scopes = at.request.POST.getlist("scope")
    _, text = tokens.issue(at.account, at.form.get("label", ""), scopes, at=now(), expires=now() + lifetime)
    return _page(at, token=text)


@desk_page(Action.OWN_ACCOUNT, "POST")
def revoke_token(at: At, token_id: str) -> HttpResponse:
    """Revoke one of one's own tokens."""
    tokens.revoke(at.account, token_id, at=now())
    at.note("The token is revoked.")
    return at.go("desk-me")


def _need_password(at: At, password: str) -> None:
    if not check_password(password, at.account.password):
        raise RuleRefusal("the old password does not fit", remedy="Type the one you log in with")
