"""What happened to a commitment, day by day: words, deeds, and our own looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kept.ledger.state import Check, CommitmentState, Step
from kept.model.money import Amount, Quantity
from kept.model.times import PartialDate
from kept.web import speech
from kept.web.public.gates import votes
from kept.web.public.quotes import Quoted, quoted
from kept.web.reading import Reading

_DEEDS = frozenset(
    {
        "fund",
        "start_delivery",
        "deliver_part",
        "complete",
        "claim_delivery",
        "reverse_delivery",
        "enter_into_force",
        "breach",
    }
)
"""Developments that speak of the deed itself: a vote or a condition that is met is none."""

_CONFIRMED = {
    "recipient": "confirmed by the one who receives",
    "third_party": "confirmed by others",
    "registry": "confirmed by a public record",
    "actor": "on the government’s own word",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One line of a timeline: when, what in words, details, whose quotes."""

    seq: int
    day: PartialDate | None
    what: str
    details: tuple[str, ...]
    quotes: tuple[Quoted, ...]
    is_deed: bool
    is_look: bool = False


def timeline(reading: Reading, commitment: CommitmentState) -> tuple[Moment, ...]:
    """Lay out the steps and the looks of a commitment, oldest first."""
    moments = [step_moment(reading, step) for step in commitment.steps]
    moments += [check_moment(reading, check) for check in commitment.checks]
    return tuple(sorted(moments, key=lambda each: (each.day.last if each.day else date.max, each.seq)))


def step_moment(reading: Reading, step: Step) -> Moment:
    """Lay out one development."""
    return Moment(
        seq=step.seq,
        day=step.valid or step.known,
        what=what_words(reading, step),
        details=tuple(_details(reading, step.payload)),
        quotes=quoted(reading, step.evidence),
        is_deed=step.development in _DEEDS,
    )


def check_moment(reading: Reading, check: Check) -> Moment:
    """Lay out one look for evidence."""
    result = reading.say("check_result", "found" if check.found else "not_found")
    since = f" (from {speech.day(check.since)} on)" if check.since else ""
    return Moment(
        seq=check.seq,
        day=PartialDate.of(check.until),
        what=f"{result}: {check.what}",
        details=tuple(each for each in (f"in: {check.where}{since}", check.note) if each),
        quotes=quoted(reading, check.evidence),
        is_deed=False,
        is_look=True,
    )


def what_words(reading: Reading, step: Step) -> str:
    """Say what a development was."""
    if step.development == "record":
        return f"Said: {reading.say('stage', step.after).lower()}"
    direction = step.payload.get("direction")
    code = f"revise_{direction}" if step.development == "revise" and direction in ("up", "down") else step.development
    return reading.say("development", code)


def _details(reading: Reading, payload: Mapping[str, Any]) -> Iterator[str]:
    if payload.get("development") is None:
        return
    if payload.get("amount"):
        yield speech.figure(Amount.from_json(payload["amount"]))
    if payload.get("quantity"):
        yield speech.figure(Quantity.from_json(payload["quantity"]))
    if payload.get("vote"):
        yield votes(str(payload["vote"]))
    yield from limits(payload.get("limits") or {})
    if payload.get("status"):
        yield reading.say("gate_status", payload["status"])
    if payload.get("confirmed_by"):
        yield _CONFIRMED.get(payload["confirmed_by"], "")
    if payload.get("note"):
        yield str(payload["note"])


def limits(found: Mapping[str, Any]) -> Iterator[str]:
    """Say what a vote allows: how many, where, until when."""
    if found.get("number"):
        yield f"for {found['number']} at most"
    if found.get("area"):
        yield f"for {found['area']}"
    if found.get("until"):
        yield f"until {speech.day(found['until'])}"
