"""Tokens for programs: shown once, kept as a hash, bound to scopes, revocable."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from kept.errors import RuleRefusal, UnknownSubject, UsageError
from kept.review.permissions import Action, may, role_of
from kept.storage.models import Account, ApiToken

SCOPES: dict[str, tuple[Action, ...]] = {
    "read": (Action.READ,),
    "add": (Action.ADD_PAGE,),
    "decide": (Action.DECIDE,),
    "record": (Action.DEVELOP, Action.CHECK),
    "publish": (Action.PUBLISH,),
}
"""What a token can be made for; it never may more than its account."""

PREFIX = "kept_"
_NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """Who is behind a token that fits, and what the token is for."""

    account: Account
    scopes: frozenset[str]

    def may(self, action: Action) -> bool:
        """Tell whether both the token's scopes and the account's role allow something."""
        granted = {each for scope in self.scopes for each in SCOPES[scope]}
        return action in granted and may(role_of(self.account.role), action)


def issue(
    account: Account, label: str, scopes: Iterable[str], *, at: datetime, expires: datetime | None = None
) -> tuple[ApiToken, str]:
    """Make a token; its text is given here once and never again."""
    wanted = sorted(set(scopes))
    strange = [scope for scope in wanted if scope not in SCOPES]
    if strange or not wanted:
        raise UsageError(
            f"“{strange[0]}” is no scope" if strange else "a token needs a scope",
            remedy=f"Choose among {', '.join(SCOPES)}",
        )
    beyond = [s for s in wanted if not all(may(role_of(account.role), action) for action in SCOPES[s])]
    if beyond:
        raise RuleRefusal(f"a {account.role} may not {beyond[0]}", remedy="Choose scopes that the account has itself")
    text = PREFIX + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        id=secrets.token_hex(8),
        account=account,
        label=label.strip() or "unnamed",
        hash=_hash(text),
        scopes=wanted,
        created=at,
        expires=expires,
    )
    return token, text


def bearer_of(text: str, *, at: datetime) -> Bearer | None:
    """Find who is behind a token; None where it is unknown, revoked, too old, or its account closed."""
    token = ApiToken.objects.select_related("account").filter(hash=_hash(text), revoked=None).first()
    if token is None or not token.account.is_active or (token.expires is not None and token.expires <= at):
        return None
    if token.used is None or at - token.used > _NOTED_EVERY:
        ApiToken.objects.filter(pk=token.pk).update(used=at)
    return Bearer(account=token.account, scopes=frozenset(token.scopes))


def tokens_of(account: Account) -> tuple[ApiToken, ...]:
    """Give the tokens of an account, newest first."""
    return tuple(ApiToken.objects.filter(account=account).order_by("-created"))


def revoke(account: Account, token_id: str, *, at: datetime) -> None:
    """Revoke a token of an account; what is revoked stays so."""
    found = ApiToken.objects.filter(pk=token_id, account=account, revoked=None).update(revoked=at)
    if not found:
        raise UnknownSubject("no such token is in use", remedy="See the list of tokens")


def _hash(text: str) -> str:
    # The text has 256 random bits: a plain hash keeps it, a slow one would only slow every request.
    return hashlib.sha256(text.encode()).hexdigest()
