"""What happened last, in a short list; and the days on which something changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kept.ledger.lifecycle import Stage
from kept.ledger.state import CommitmentState, Record, Step
from kept.model.times import Clocks
from kept.web import speech
from kept.web.cache import LOGS
from kept.web.public.gates import votes
from kept.web.public.status import is_shown
from kept.web.public.timeline import what_words
from kept.web.reading import Reading

_OF_OTHERS = ("condition_", "gate_", "trigger_", "mandate_")
"""Developments that belong to a condition or a body: one line, however many promises hang on it."""
_SHOWN_TYPES = ("refusal", "demand", "denial")
"""Statements that are news on the first page; threats are never repeated there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line: the day, who, what, and where it leads."""

    day: date
    seq: int
    who: str
    what: str
    title: str
    url: str


def newest(reading: Reading, most: int = 8) -> tuple[Item, ...]:
    """Give the latest developments and statements, newest first."""
    items = dict.fromkeys(_items(reading))
    return tuple(sorted(items, key=lambda item: (item.day, item.seq), reverse=True)[:most])


def _items(reading: Reading) -> Iterator[Item]:
    for commitment in sorted(reading.record.commitments.values(), key=lambda each: each.ref, reverse=True):
        for step in commitment.steps:
            if (step.valid or step.known) and not step.development.startswith(_OF_OTHERS):
                yield _step(reading, commitment, step)
        for check in commitment.checks:
            result = reading.say("check_result", "found" if check.found else "not_found")
            yield _item(reading, commitment, check.until, check.seq, result)
    yield from _conditions(reading)
    yield from _gates(reading)
    for statement in reading.record.statements.values():
        if statement.type in _SHOWN_TYPES and statement.said and statement.evidence:
            yield Item(
                day=statement.said.last,
                seq=statement.seq,
                who=speech.listed(reading.name(code) for code in statement.actors),
                what=reading.say("statement_type", statement.type).lower(),
                title=statement.title,
                url=reading.sentence_url(statement.evidence[0]),
            )


def _conditions(reading: Reading) -> Iterator[Item]:
    for condition in reading.record.conditions.values():
        if condition.since and condition.evidence:
            yield Item(
                day=condition.since,
                seq=0,
                who=speech.capital(reading.say("condition_kind", condition.kind)),
                what=reading.say("condition_status", condition.status),
                title="",
                url=reading.sentence_url(condition.evidence[-1]),
            )


def _gates(reading: Reading) -> Iterator[Item]:
    for gate in reading.record.gates.values():
        if gate.since and gate.status != "required" and is_shown(gate):
            details = "; ".join((reading.say("gate_status", gate.status), *([votes(gate.vote)] if gate.vote else ())))
            yield Item(
                day=gate.since,
                seq=0,
                who=f"{reading.name(gate.country)}: {gate.title}",
                what=details,
                title="",
                url=f"{reading.url('gates')}#{gate.id}",
            )


def _step(reading: Reading, commitment: CommitmentState, step: Step) -> Item:
    when = step.valid or step.known
    is_done = commitment.procedural and step.after is Stage.DELIVERED
    what = reading.say("firmness", "delivered") if is_done else what_words(reading, step).removeprefix("Said: ")
    return _item(reading, commitment, when.last if when else date.min, step.seq, what)


def _item(reading: Reading, commitment: CommitmentState, day: date, seq: int, what: str) -> Item:
    return Item(
        day=day,
        seq=seq,
        who=speech.listed(reading.name(code) for code in commitment.actors),
        what=what[:1].lower() + what[1:],
        title=commitment.title,
        url=reading.url("commitment", commitment.ref),
    )


def days_of_change(record: Record) -> list[date]:
    """Give the days on which something held for the first time, in order."""
    days = {step.valid.last for each in record.commitments.values() for step in each.steps if step.valid}
    days |= {each.said.last for each in record.statements.values() if each.said}
    return sorted(days)


def neighbours(reading: Reading) -> tuple[date | None, date | None]:
    """Give the days to step to: the last change before the day shown, the next one after it."""
    shown, today = reading.clocks.as_of, reading.today
    kept = reading.kept
    days = LOGS.get(("days", kept.root_hex, today), lambda: days_of_change(kept.record(Clocks(as_of=today))))
    before = max((day for day in days if day < shown), default=None)
    after = min((day for day in days if shown < day <= today), default=None)
    return before, after or (today if shown < today else None)


def newest_source(record: Record) -> str | None:
    """Give the day of the newest source, as it is written."""
    return max((each.published_on for each in record.sources.values() if each.published_on), default=None)
