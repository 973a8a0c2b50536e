"""What happened last, and what comes next: two short lists of the first page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kept.ledger.due import days_after
from kept.ledger.lifecycle import FIRM_OPEN
from kept.ledger.state import CommitmentState, Record, Step
from kept.model.times import Clocks
from kept.web import speech
from kept.web.public.status import gate_details, is_shown
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
            details = "; ".join((reading.say("gate_status", gate.status), *gate_details(gate)))
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
    what = what_words(reading, step).removeprefix("Said: ").lower()
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


def coming(reading: Reading, most: int = 6) -> tuple[Item, ...]:
    """Give the next dates of promises that stand, soonest first."""
    as_of = reading.clocks.as_of
    ahead = [each for each in _standing(reading.record) if each.due and each.due >= as_of and each.due_by == "actor"]
    return tuple(
        _item(reading, each, each.due or as_of, each.seq, "due")
        for each in sorted(ahead, key=lambda each: (each.due or as_of, each.ref))[:most]
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What would start to run once something happens: the condition in words, and the promises."""

    what: str
    commitments: tuple[CommitmentState, ...]
    days: tuple[int | None, ...]


def waiting(reading: Reading) -> tuple[Waiting, ...]:
    """Group the promises that stand by the open condition they wait for."""
    found: dict[str, list[CommitmentState]] = {}
    for each in _standing(reading.record):
        for kind in dict.fromkeys(one.kind for one in each.conditions if one.is_open):
            found.setdefault(kind, []).append(each)
    return tuple(
        Waiting(
            what=reading.say("condition_kind", kind),
            commitments=tuple(sorted(group, key=lambda one: one.ref)),
            days=tuple(days_after(one.due_rule) if one.due_rule else None for one in group),
        )
        for kind, group in sorted(found.items())
    )


def _standing(record: Record) -> Iterable[CommitmentState]:
    return (each for each in record.commitments.values() if each.stage in FIRM_OPEN)


def days_of_change(record: Record) -> list[date]:
    """Give the days on which something held for the first time, in order."""
    days = {step.valid.last for each in record.commitments.values() for step in each.steps if step.valid}
    days |= {each.said.last for each in record.statements.values() if each.said}
    return sorted(days)


def neighbours(reading: Reading) -> tuple[date | None, date | None]:
    """Give the days to step to: the last change before the day shown, the next one after it."""
    shown, today = reading.clocks.as_of, reading.today
    days = days_of_change(reading.kept.record(Clocks(as_of=today)))
    before = max((day for day in days if day < shown), default=None)
    after = min((day for day in days if shown < day <= today), default=None)
    return before, after or (today if shown < today else None)


def newest_source(record: Record) -> str | None:
    """Give the day of the newest source, as it is written."""
    return max((each.published_on for each in record.sources.values() if each.published_on), default=None)
