"""Locks on cards: somebody is reading this one, until they leave it or fall silent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from kept.storage.models import CardLock

HELD = timedelta(minutes=5)
"""A lock that nobody renewed for so long is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """Who reads a card, since when."""

    coding: str
    person: str
    since: datetime


def take(coding: str, person: str, *, at: datetime, by_force: bool = False) -> Lock:
    """Take or renew the lock of a card; where somebody else holds it, their lock is given back unchanged.

    `by_force` takes it over. Older locks of the same person are left to run out: two windows may show two cards.
    """
    with transaction.atomic():
        held = CardLock.objects.filter(coding=coding, until__gt=at).first()
        if held is not None and held.person != person and not by_force:
            return Lock(coding=coding, person=held.person, since=held.since)
        since = held.since if held is not None and held.person == person else at
        CardLock.objects.update_or_create(
            coding=coding, defaults={"person": person, "since": since, "until": at + HELD}
        )
    return Lock(coding=coding, person=person, since=since)


def holder(coding: str, *, at: datetime) -> Lock | None:
    """Give who reads a card now."""
    held = CardLock.objects.filter(coding=coding, until__gt=at).first()
    return Lock(coding=coding, person=held.person, since=held.since) if held else None


def release(coding: str, person: str) -> None:
    """Give one's own lock of a card back."""
    CardLock.objects.filter(coding=coding, person=person).delete()


def busy(person: str, *, at: datetime) -> tuple[str, ...]:
    """Give the cards that others read now."""
    return tuple(CardLock.objects.filter(until__gt=at).exclude(person=person).values_list("coding", flat=True))


def held_now(codings: Iterable[str], *, at: datetime) -> dict[str, str]:
    """Give who reads each of some cards now."""
    return dict(CardLock.objects.filter(coding__in=list(codings), until__gt=at).values_list("coding", "person"))


def forget_old(*, at: datetime) -> None:
    """Remove locks that are over."""
    CardLock.objects.filter(until__lte=at).delete()
