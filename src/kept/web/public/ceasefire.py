"""The page of a ceasefire: its terms, and what was reported under it, each side's words at equal size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse

from kept.ledger.state import Plain
from kept.model.times import PartialDate
from kept.web.pages import Asking, page
from kept.web.public.quotes import Quoted, quoted
from kept.web.reading import Reading

DELAY = timedelta(hours=72)
"""How long an incident stays inside before it is shown (`publishing-ethics.md`, Do no harm)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one side says: who, claim or denial or observation, in which words, how many."""

    by: str
    kind: str
    text: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Something that was reported: claims by the alphabet, how far it is verified, who is named by whom.

    The exact place of the entry is never read here.
    """

    name: str
    day: PartialDate | None
    claims: tuple[Claim, ...]
    verification: tuple[str, str]
    responsibility: tuple[str, str]
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A clause of an agreement with its parties."""

    article: str
    parties: tuple[str, ...]
    quotes: tuple[Quoted, ...]


@page
def show(asking: Asking) -> HttpResponse:
    """Show terms and incidents; what is fresher than the delay stays inside."""
    reading = asking.reading
    shown = [each for each in reading.record.incidents.values() if is_old_enough(each, reading.today)]
    return asking.render(
        "ceasefire.html",
        terms=[term(reading, each) for each in reading.record.terms.values()],
        incidents=[incident(reading, each) for each in shown],
        held_back=len(reading.record.incidents) - len(shown),
        conditions=[each for each in reading.record.conditions.values() if each.kind == "ceasefire"],
    )


def is_old_enough(found: Plain, today: date) -> bool:
    """Tell whether an incident may be shown: its last possible day lies the delay back."""
    return found.valid is not None and found.valid.last + DELAY <= today


def term(reading: Reading, found: Plain) -> Term:
    """Lay out a clause."""
    parties = tuple(sorted((reading.name(code) for code in found.payload.get("parties", ())), key=str.casefold))
    return Term(
        article=str(found.payload.get("article") or ""), parties=parties, quotes=quoted(reading, found.evidence)
    )


def incident(reading: Reading, found: Plain) -> Incident:
    """Lay out an incident: allegation, denial and observation stand in one record."""
    payload = found.payload
    claims = sorted((_claim(reading, each) for each in payload.get("claims") or ()), key=lambda one: one.by.casefold())
    return Incident(
        name=str(payload.get("name") or ""),
        day=found.valid,
        claims=tuple(claims),
        verification=_both(reading, "verification", payload.get("verification") or "V0"),
        responsibility=_both(reading, "responsibility", payload.get("attribution") or "A0"),
        quotes=quoted(reading, found.evidence),
    )


def _claim(reading: Reading, found: Mapping[str, Any]) -> Claim:
    return Claim(
        by=reading.name(found.get("by")),
        kind=reading.say("claim_kind", found.get("kind") or "claim"),
        text=str(found.get("text") or ""),
        count=str(found.get("count") or ""),
    )


def _both(reading: Reading, kind: str, code: str) -> tuple[str, str]:
    word = reading.words.word(kind, code)
    return word.text, word.help
