"""In and out: login by password and second factor, logout, links that set a password."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import login, logout
from django.core.mail import send_mail
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from kept.bootstrap import now
from kept.errors import KeptError, RuleRefusal
from kept.storage import accounts
from kept.storage.accounts import Account
from kept.web.desk.access import closed, outside

BACKEND = "django.contrib.auth.backends.ModelBackend"
PENDING, PENDING_SECONDS = "pending", 300


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def log_in(request: HttpRequest) -> HttpResponse:
    """Ask for name and password; with a second factor switched on, ask for its code next."""
    if request.method == "GET":
        return outside(request, "login.html", name="", next=_next(request))
    name = request.POST.get("name", "")
    try:
        account = accounts.let_in(
            name, request.POST.get("password", ""), address=request.META.get("REMOTE_ADDR", ""), at=now()
        )
    except KeptError as error:
        return outside(request, "login.html", status=403, error=error, name=name, next=_next(request))
    if not account.totp:
        accounts.forget_failures(account)
        return _enter(request, account)
    request.session.cycle_key()
    request.session[PENDING] = {"pk": account.pk, "at": now().timestamp(), "hash": account.get_session_auth_hash()}
    return closed(HttpResponseRedirect(f"{reverse('desk-login-code')}?next={_next(request)}"))


@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def log_in_code(request: HttpRequest) -> HttpResponse:
    """Ask for the code of the second factor."""
    account = _pending(request)
    if account is None:
        return closed(HttpResponseRedirect(reverse("desk-login")))
    if request.method == "GET":
        return outside(request, "login_code.html", next=_next(request))
    try:
        accounts.check_code(account, request.POST.get("code", ""), at=now())
    except KeptError as error:
        return outside(request, "login_code.html", status=403, error=error, next=_next(request))
    return _enter(request, account)


def _pending(request: HttpRequest) -> Account | None:
    """Give who has passed the first factor within the last minutes, password unchanged since."""
    found: dict[str, Any] = request.session.get(PENDING) or {}
    if not found or now().timestamp() - found["at"] > PENDING_SECONDS:
        return None
    account = accounts.by_pk(found["pk"])
    return account if account and account.get_session_auth_hash() == found["hash"] else None


def _enter(request: HttpRequest, account: Account) -> HttpResponse:
    request.session.pop(PENDING, None)
    login(request, account, backend=BACKEND)
    request.session["seen"] = now().isoformat()
    return closed(HttpResponseRedirect(_next(request)))


def _next(request: HttpRequest) -> str:
    """Give where to lead on to: an address of this site, nothing else."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe and wanted.startswith("/desk/") else reverse("desk")


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return closed(HttpResponseRedirect(reverse("desk-login")))


@require_http_methods(["GET", "POST"])
def ask_link(request: HttpRequest) -> HttpResponse:
    """Send a link that sets a new password; the answer is the same whether the name is known or not."""
    if request.method == "GET":
        return outside(request, "ask_link.html", sent=False, has_mail=bool(settings.MAIL_HOST))
    account = accounts.to_write_to(request.POST.get("name", ""))
    if account:
        address = request.build_absolute_uri(link_of(account))
        text = f"Somebody asked for a new password for “{account.name}”.\n\n{address}\n\nIt works once, within a day."
        send_mail("A new password for the desk", text, None, [account.email], fail_silently=True)
    return outside(request, "ask_link.html", sent=True, has_mail=bool(settings.MAIL_HOST))


def link_of(account: Account) -> str:
    """Give the address that sets an account's password once."""
    return reverse("desk-set-password", args=accounts.link_parts(account))


@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "POST"])
def set_password(request: HttpRequest, uid: str, token: str) -> HttpResponse:
    """Set a password by a link."""
    try:
        account = accounts.by_link(uid, token)
    except KeptError as error:
        return outside(request, "outside.html", status=403, error=error)
    if request.method == "GET":
        return outside(request, "set_password.html", account=account)
    try:
        password = twice(request)
        accounts.set_password(account, password)
    except KeptError as error:
        return outside(request, "set_password.html", status=400, error=error, account=account)
    return closed(HttpResponseRedirect(reverse("desk-login")))


def twice(request: HttpRequest) -> str:
    """Read a new password that was typed twice alike."""
    password = request.POST.get("password", "")
    if password != request.POST.get("again", ""):
        raise RuleRefusal("the two are not alike", where="password", remedy="Type it twice the same")
    return password
