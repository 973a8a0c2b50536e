"""The door of each page: who may pass, sessions that end, and refusals in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse

from kept.bootstrap import now
from kept.errors import KeptError, RuleRefusal, UnknownSubject
from kept.review.permissions import LEAST, Action
from kept.storage.accounts import Account
from kept.web.desk.at import At
from kept.web.reading import Reading

IDLE = timedelta(hours=2)
"""A session that nothing was asked of for so long has ended."""

_NOTED_EVERY = timedelta(minutes=1)

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""The desk runs its own script file and nothing else: no inline script, no eval, nothing from elsewhere."""

View = Callable[..., HttpResponse]


def desk_page(action: Action, *methods: str) -> Callable[[View], Callable[..., HttpResponseBase]]:
    """Let those pass whose role may do the thing; everybody else is led to the login or refused in words."""
    allowed = methods or ("GET",)

    def wrap(view: View) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def served(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method not in (*allowed, "HEAD"):
                return HttpResponseNotAllowed(allowed)
            account = who_is(request)
            if account is None:
                return to_login(request)
            at = At(request, account)
            if not at.may(action):
                return closed(refuse(at, _not_for(at, action), status=403))
            try:
                return closed(view(at, *args, **kwargs))
            except UnknownSubject as error:
                return closed(refuse(at, error, status=404))
            except KeptError as error:
                return closed(refuse(at, error, status=409 if isinstance(error, RuleRefusal) else 400))

        served.action = action  # type: ignore[attr-defined]  # read by the test of the permission matrix
        served.methods = allowed  # type: ignore[attr-defined]  # likewise
        return served

    return wrap


def who_is(request: HttpRequest) -> Account | None:
    """Give who is logged in; a session that was idle for too long ends here."""
    account = request.user
    if not isinstance(account, Account):
        return None
    seen, moment = request.session.get("seen"), now()
    last = datetime.fromisoformat(seen) if seen else moment
    if moment - last > IDLE:
        logout(request)
        return None
    if not seen or moment - last > _NOTED_EVERY:
        request.session["seen"] = moment.isoformat()
    return account


def to_login(request: HttpRequest) -> HttpResponse:
    """Lead to the login, and back afterwards where the page only reads."""
    back = request.get_full_path() if request.method == "GET" else reverse("desk")
    return HttpResponseRedirect(f"{reverse('desk-login')}?{urlencode({'next': back})}")


def refuse(at: At, error: KeptError, *, status: int) -> HttpResponse:
    """Answer that something cannot be: what, where, and what to do; what was typed is shown again, to be copied."""
    typed = [(name, value) for name, value in at.form.items() if value and name != "csrfmiddlewaretoken"]
    long = [(name, value) for name, value in typed if len(value) > _WORTH_KEEPING]
    return at.render("refusal.html", status=status, error=error, typed=long)


_WORTH_KEEPING = 12


def _not_for(at: At, action: Action) -> RuleRefusal:
    least = LEAST[action]
    return RuleRefusal(
        f"as {at.role} you may not do this", remedy=f"It needs the role {least} or a higher one; ask an admin"
    )


def closed(response: HttpResponse) -> HttpResponse:
    """Keep an answer to the one who asked, under the policy of the desk."""
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def outside(request: HttpRequest, template: str, *, status: int = 200, **values: Any) -> HttpResponse:
    """Answer with a page for those who are not logged in."""
    shown = {"r": Reading.of({}), "path": request.path, "query": request.GET, "error": None, "typed": (), **values}
    return closed(HttpResponse(render_to_string(f"desk/{template}", shown, request), status=status))


def csrf_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that was not sent from this site, or whose page is too old; what was typed is shown again."""
    error = RuleRefusal("the form is too old, or was not sent from this site", remedy="Open the page again and resend")
    typed = [(name, value) for name, value in request.POST.items() if len(str(value)) > _WORTH_KEEPING]
    shown = [(name, value) for name, value in typed if "password" not in name and name != "csrfmiddlewaretoken"]
    return outside(request, "outside.html", status=403, error=error, typed=shown)
