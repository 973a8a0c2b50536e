"""The queue as the desk sees it: ordered by priority, filtered, folded, assigned; decided by the use cases alone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from django.db.models import Q, QuerySet

from kept.errors import UnknownSubject
from kept.model.statements import Statement, statement_from_json
from kept.storage.models import Candidate
from kept.storage.queue import derived

_DERIVED = ("kind", "actors", "topic", "detector", "is_sure", "priority", "sameness")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which cards: every field that is not empty must fit. `assigned` is a person's id, or `nobody`."""

    kind: str = ""
    actor: str = ""
    topic: str = ""
    capture: str = ""
    detector: str = ""
    sure: str = ""
    assigned: str = ""
    words: str = ""
    pile: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Filter:
        """Read a filter from the query of an address; other names are left alone."""
        return cls(**{each.name: query.get(each.name, "").strip() for each in fields(cls)})

    def asked(self) -> dict[str, str]:
        """Give what is filtered by, for the query of an address."""
        found = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: value for name, value in found.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A card in a list: what it says in short, how urgent it is, who is to read it, how many repeats lie under it."""

    coding: str
    capture: str
    kind: str
    actors: tuple[str, ...]
    topic: str
    quote: str
    is_sure: bool
    priority: float
    assigned: str
    decided: str
    repeats: int = 0


def cards(wanted: Filter, *, start: int = 0, most: int = 50) -> tuple[Waiting, ...]:
    """Give the waiting cards of a filter, the most urgent first."""
    rows = list(_wanted(wanted).order_by("-priority", "coding")[start : start + most])
    repeats = Counter(_open().filter(folded__in=[row.coding for row in rows]).values_list("folded", flat=True))
    return tuple(_waiting(row, repeats[row.coding]) for row in rows)


def count(wanted: Filter) -> int:
    """Count the waiting cards of a filter."""
    return _wanted(wanted).count()


def next_card(wanted: Filter, *, busy: Iterable[str], after: str = "") -> str | None:
    """Give the most urgent card that nobody else reads; `after` a card those that come after it in the order first.

    At the end of the order it begins again, so that what was skipped comes back.
    """
    order = _wanted(wanted).exclude(coding__in=list(busy)).order_by("-priority", "coding")
    place = Candidate.objects.filter(coding=after).values_list("priority", "coding").first()
    if place:
        priority, coding = place
        # The first condition lets the index start at the place; the second sorts out ties.
        later = order.filter(priority__lte=priority).exclude(priority=priority, coding__lte=coding)
        found = later.values_list("coding", flat=True).first()
        if found:
            return found
    return order.exclude(coding=after).values_list("coding", flat=True).first()


def facets(wanted: Filter, column: str, *, most: int = 40) -> tuple[tuple[str, int], ...]:
    """Count the waiting cards of a filter by one of its columns (kind, topic, capture, detector, assigned)."""
    counted = Counter(_wanted(wanted).values_list(column, flat=True))
    return tuple(counted.most_common(most))


def row(coding: str) -> Waiting:
    """Find a card, waiting or decided."""
    found = Candidate.objects.filter(coding=coding).first()
    if found is None:
        raise UnknownSubject("no such card", where=coding[:12], remedy="Go back to the queue")
    return _waiting(found, _open().filter(folded=coding).count())


def repeats_of(coding: str) -> tuple[str, ...]:
    """Give the cards folded under one, that still wait."""
    return tuple(_open().filter(folded=coding).order_by("coding").values_list("coding", flat=True))


def of_capture(capture: str) -> tuple[Waiting, ...]:
    """Give all cards of a page in the order of its text, decided and folded ones too."""
    return tuple(_waiting(each, 0) for each in Candidate.objects.filter(capture=capture).order_by("position", "coding"))


def unfold(coding: str) -> None:
    """Let the repeats of a card wait on their own again."""
    Candidate.objects.filter(folded=coding).update(folded="")


def set_pile(codings: Iterable[str], pile: str) -> int:
    """Move waiting cards to a pile: `out` for out of scope, empty for the queue."""
    return _open().filter(coding__in=list(codings)).update(pile=pile)


def assign(codings: Iterable[str], person: str) -> int:
    """Give waiting cards to somebody; an empty person takes them back."""
    return _open().filter(coding__in=list(codings)).update(assigned=person)


def derived_of_row(statement: str) -> dict[str, Any]:
    """Give the derived columns of a stored statement."""
    return dict(zip(_DERIVED, derived(bare_statement(statement)), strict=True))


def bare_statement(text: str) -> Statement:
    """Read a stored statement without the page it stands in: its quote has no context."""
    data = json.loads(text)
    return statement_from_json(data, " " * data["start"] + data["quote"])


def _open() -> QuerySet[Candidate]:
    return Candidate.objects.filter(decided="")


def _wanted(wanted: Filter) -> QuerySet[Candidate]:
    found = _open().filter(pile=wanted.pile, folded="")
    exact = {"kind": wanted.kind, "topic": wanted.topic, "capture": wanted.capture, "detector": wanted.detector}
    found = found.filter(**{name: value for name, value in exact.items() if value})
    if wanted.actor:
        found = found.filter(actors__contains=f"|{wanted.actor}|")
    if wanted.sure:
        found = found.filter(is_sure=wanted.sure == "yes")
    if wanted.assigned:
        found = found.filter(assigned="" if wanted.assigned == "nobody" else wanted.assigned)
    for word in wanted.words.split():
        found = found.filter(Q(statement__icontains=word))
    return found


def _waiting(found: Candidate, repeats: int) -> Waiting:
    return Waiting(
        coding=found.coding,
        capture=found.capture,
        kind=found.kind,
        actors=tuple(code for code in found.actors.split("|") if code),
        topic=found.topic,
        quote=json.loads(found.statement)["quote"],
        is_sure=found.is_sure,
        priority=found.priority,
        assigned=found.assigned,
        decided=found.decided,
        repeats=repeats,
    )
