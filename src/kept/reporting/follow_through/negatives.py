"""When *not done* may be said: evidence that it was not done, two people, notice sent (rule 4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kept.ledger.state import Check, CommitmentState, Step
from kept.reporting.follow_through.floor import carries_a_negative, promise_is_established
from kept.reporting.wording import day_text

SHOWS = frozenset({"actor", "recipient", "registry"})
"""Whose words show that something was not done."""
_FAILURES = frozenset({"lapse", "breach"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NotDone:
    """Whether *not done* holds, and why, or what is missing for it; an empty reason means nobody says so."""

    holds: bool
    reason: str
    on: date | None = None


def why_not_done(commitment: CommitmentState, as_of: date) -> NotDone:
    """Weigh what the record says against a promise; silence alone gives nothing."""
    signs = list(_signs(commitment))
    if not signs:
        return NotDone(holds=False, reason="")
    missing = list(_missing(commitment, signs))
    if missing:
        return NotDone(holds=False, reason=f"said not to be done, but {' and '.join(missing)}")
    day = max(_day(sign) for sign in signs)
    return NotDone(holds=True, reason=f"shown not to be done, {day_text(day, as_of)}", on=day)


def _signs(commitment: CommitmentState) -> Iterator[Step | Check]:
    for step in commitment.steps:
        if step.development in _FAILURES and step.in_order and step.payload.get("confirmed_by") in SHOWS:
            yield step
    for check in commitment.checks:
        past_its_date = commitment.due is not None and check.until >= commitment.due
        if not check.found and check.silence_means == "not_done" and past_its_date:
            yield check


def _missing(commitment: CommitmentState, signs: list[Step | Check]) -> Iterator[str]:
    if not promise_is_established(commitment):
        yield "the sources of the promise are too weak"
    by_register = any(isinstance(sign, Check) for sign in signs)
    if not by_register and not carries_a_negative(each for sign in signs for each in sign.evidence):
        yield "the sources for it are too weak"
    if len(set(_people(signs))) < 2:
        yield "one person has said so, not two"
    if not commitment.notices:
        yield "the government was not told"


def _people(signs: list[Step | Check]) -> Iterator[str]:
    for sign in signs:
        yield sign.by
        second = sign.payload.get("second") if isinstance(sign, Step) else sign.second
        if second:
            yield second


def _day(sign: Step | Check) -> date:
    return sign.day if isinstance(sign, Step) else sign.until
