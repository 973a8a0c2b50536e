"""Accounts: made, let in by password and second factor, slowed down after failures, closed; never with a default."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from kept.errors import MissingField, RuleRefusal, UnknownSubject, UsageError
from kept.review.permissions import Role, role_of
from kept.storage.models import Account, LoginFailure
from kept.storage.people import person_of
from kept.storage.secret import decrypted, encrypted
from kept.storage.totp import step_of

__all__ = ["Account"]

WINDOW = timedelta(minutes=15)
MOST_FAILURES_OF_A_NAME, MOST_FAILURES_OF_AN_ADDRESS = 5, 20
"""Failed logins inside the window after which a name, or an address, has to wait."""


def create(name: str, role: str, *, at: datetime, password: str | None = None, email: str = "") -> Account:
    """Make an account; without a password nobody can log in until a link has set one."""
    wanted = role_of(role)
    name = name.strip()
    if not name:
        raise MissingField("an account needs a name", remedy="Give one")
    account = Account(name=name, role=str(wanted), email=email, created=at)
    if password is None:
        account.set_unusable_password()
    else:
        check_strength(password, account)
        account.set_password(password)
    try:
        with transaction.atomic():
            account.person = person_of(name)
            account.save()
    except IntegrityError as error:
        raise UsageError(f"an account “{name}” is here already", remedy="Choose another name") from error
    return account


def check_strength(password: str, account: Account) -> None:
    """Refuse a password that is short, common, all digits, or like the name."""
    try:
        validate_password(password, account)
    except ValidationError as error:
        raise RuleRefusal(
            " ".join(error.messages).rstrip("."), where="password", remedy="Choose a longer, less common one"
        ) from error


def find(name: str) -> Account:
    """Find an account by its name."""
    account = Account.objects.filter(name=name).first()
    if account is None:
        raise UnknownSubject(f"no account is called “{name}”", remedy="See kept account list")
    return account


def by_pk(pk: int) -> Account | None:
    """Find an open account by its number; None where there is none."""
    return Account.objects.filter(pk=pk, is_active=True).first()


def to_write_to(name: str) -> Account | None:
    """Find an open account that a letter can be sent to; None where there is none."""
    account = Account.objects.filter(name=name.strip(), is_active=True).first()
    return account if account and account.email else None


def everybody() -> tuple[Account, ...]:
    """Give all accounts by name."""
    return tuple(Account.objects.order_by("name"))


def let_in(name: str, password: str, *, address: str, at: datetime) -> Account:
    """Check a name and a password; refuse alike whether the name or the password is wrong, and slow down failures."""
    keys = (_key("name", name), _key("address", address))
    _refuse_too_many(keys, at)
    account = Account.objects.filter(name=name.strip()).first()
    # Django hashes for an unusable password too: an unknown name costs as much time as a known one.
    fits = check_password(password, account.password if account else make_password(None))
    if account is None or not fits or not account.is_active:
        LoginFailure.objects.bulk_create([LoginFailure(key=key, at=at) for key in keys])
        raise RuleRefusal("name and password do not fit", remedy="Try again, or ask an admin for a link")
    return account


def check_code(account: Account, code: str, *, at: datetime) -> None:
    """Check the second factor: a code of the app, once, or a recovery code, which is then spent."""
    key = _key("code", account.name)
    _refuse_too_many((key,), at)
    with transaction.atomic():
        account.refresh_from_db()
        secret = decrypted(settings.SECRET_KEY, account.totp)
        step = step_of(secret, code, seconds=at.timestamp(), after=account.totp_step)
        spent = _hash(code)
        if step is not None:
            account.totp_step = step
        elif spent in account.recovery:
            account.recovery = [each for each in account.recovery if each != spent]
        else:
            LoginFailure.objects.create(key=key, at=at)
            step = -1
        account.save(update_fields=["totp_step", "recovery"])
    if step == -1:
        raise RuleRefusal("the code does not fit", remedy="Wait for the next one, or use a recovery code")
    forget_failures(account)


def forget_failures(account: Account) -> None:
    """Forget the failures of a name once its owner is in."""
    LoginFailure.objects.filter(key__in=[_key("name", account.name), _key("code", account.name)]).delete()


def _refuse_too_many(keys: Iterable[str], at: datetime) -> None:
    LoginFailure.objects.filter(at__lt=at - WINDOW).delete()
    for key, most in zip(keys, (MOST_FAILURES_OF_A_NAME, MOST_FAILURES_OF_AN_ADDRESS), strict=False):
        found = list(LoginFailure.objects.filter(key=key).order_by("-at").values_list("at", flat=True)[:most])
        if len(found) == most:
            free = found[-1] + WINDOW
            raise RuleRefusal("too many failed logins", remedy=f"Try again after {free:%H:%M} UTC")


def _key(kind: str, value: str) -> str:
    return salted_hmac(f"kept.login.{kind}", value.strip().lower(), algorithm="sha256").hexdigest()


def _hash(code: str) -> str:
    return hashlib.sha256(code.strip().lower().replace(" ", "").encode()).hexdigest()


def set_password(account: Account, password: str) -> None:
    """Set a password; all sessions of the account end."""
    check_strength(password, account)
    account.set_password(password)
    account.save(update_fields=["password"])


def start_second_factor(account: Account, secret: str, codes: Iterable[str]) -> None:
    """Switch the second factor on, its secret encrypted, its recovery codes hashed."""
    account.totp = encrypted(settings.SECRET_KEY, secret)
    account.totp_step = 0
    account.recovery = [_hash(code) for code in codes]
    account.save(update_fields=["totp", "totp_step", "recovery"])


def stop_second_factor(account: Account) -> None:
    """Switch the second factor off."""
    account.totp, account.totp_step, account.recovery = "", 0, []
    account.save(update_fields=["totp", "totp_step", "recovery"])


def end_sessions(account: Account) -> None:
    """End all sessions of an account at once."""
    account.epoch += 1
    account.save(update_fields=["epoch"])


def set_role(account: Account, role: str) -> None:
    """Give an account another role; its sessions end. The last admin stays one."""
    wanted = role_of(role)
    if wanted is not Role.ADMIN:
        _refuse_last_admin(account)
    account.role = str(wanted)
    account.save(update_fields=["role"])


def set_active(account: Account, *, is_active: bool) -> None:
    """Close an account, or open it again; what it wrote stays. The last admin cannot be closed."""
    if not is_active:
        _refuse_last_admin(account)
    account.is_active = is_active
    account.epoch += 1
    account.save(update_fields=["is_active", "epoch"])


def _refuse_last_admin(account: Account) -> None:
    others = Account.objects.filter(role=Role.ADMIN, is_active=True).exclude(pk=account.pk)
    if account.role == Role.ADMIN and not others.exists():
        raise RuleRefusal(f"“{account.name}” is the last admin", remedy="Make another admin first")


def link_parts(account: Account) -> tuple[str, str]:
    """Make the two parts of a link that sets a password once, within a day."""
    return urlsafe_base64_encode(force_bytes(account.pk)), default_token_generator.make_token(account)


def by_link(uid: str, token: str) -> Account:
    """Find the account of a link; refuse one that was used, is too old, or was never given."""
    try:
        account = Account.objects.filter(pk=int(urlsafe_base64_decode(uid))).first()
    except (ValueError, OverflowError):
        account = None
    if account is None or not account.is_active or not default_token_generator.check_token(account, token):
        raise RuleRefusal("this link was used before, is older than a day, or is not whole", remedy="Ask for a new one")
    return account
