"""What is new between two readings of the record, and on which of the three clocks it is new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from kept.frameworks.words import Words, load_words
from kept.ledger.state import Check, CommitmentState, Record, StatementState, Step
from kept.model.times import PartialDate
from kept.reporting.wording import day_text


class ChangeKind(StrEnum):
    """What a change is: the world moved, or we did."""

    NEW = "new"
    MOVED = "moved"
    LOOKED = "looked"
    ANSWERED = "answered"
    CORRECTED = "corrected"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"


class Clock(StrEnum):
    """On which clock it is new: it happened since, it became public since, or we wrote it down since."""

    AS_OF = "as_of"
    KNOWN_AT = "known_at"
    RECORDED_AT = "recorded_at"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference: what kind, of which record, in words, on which day, and on which clock it is new.

    `withdrawn` means that we took a record out (retracted or unpublished); what a government takes back has *moved*.
    """

    kind: ChangeKind
    id: str
    ref: str
    text: str
    day: date
    clock: Clock

    def to_json(self) -> dict[str, Any]:
        """Write the change as feeds and API give it."""
        return {
            "kind": str(self.kind),
            "id": self.id,
            "ref": self.ref,
            "text": self.text,
            "day": self.day.isoformat(),
            "clock": str(self.clock),
        }


def changes(before: Record, after: Record, words: Words | None = None) -> tuple[Change, ...]:
    """Give what the later reading has that the earlier one had not, oldest first, by record."""
    found = list(_Comparison(before, after, words or load_words()).changes())
    return tuple(sorted(found, key=lambda change: (change.day, change.ref, list(ChangeKind).index(change.kind))))


class _Comparison:
    def __init__(self, before: Record, after: Record, words: Words) -> None:
        self.before, self.after, self.words = before, after, words
        self.today = after.clocks.as_of

    def changes(self) -> Iterator[Change]:
        for commitment in self.after.commitments.values():
            old = self.before.commitments.get(commitment.id)
            yield from self._moved(old, commitment) if old else self._new(commitment)
        for statement in self.after.statements.values():
            yield from self._statement(self.before.statements.get(statement.id), statement)
        yield from self._gone()

    def _new(self, commitment: CommitmentState) -> Iterator[Change]:
        first = commitment.steps[0]
        firmness = self.words.of("firmness", commitment.firmness)
        text = f"{firmness}: {commitment.title}"
        yield self._change(ChangeKind.NEW, commitment, text, first.day, self._clock(first.day, first.known))
        yield from self._steps(commitment, {first.seq})
        yield from self._looks(commitment, set())

    def _moved(self, old: CommitmentState, new: CommitmentState) -> Iterator[Change]:
        yield from self._steps(new, {step.seq for step in old.steps})
        yield from self._looks(new, {check.seq for check in old.checks})
        for seq in new.corrections:
            if seq not in old.corrections:
                text = f"Corrected, we were wrong: {new.title}"
                yield self._change(ChangeKind.CORRECTED, new, text, self.today, Clock.RECORDED_AT)

    def _steps(self, commitment: CommitmentState, seen: set[int]) -> Iterator[Change]:
        for step in commitment.steps:
            if step.seq not in seen:
                text = f"{self.words.of('development', step.development)}: {commitment.title}{self._stage(step)}"
                clock = self._clock(step.day, step.known)
                yield self._change(ChangeKind.MOVED, commitment, text, step.day, clock)

    def _stage(self, step: Step) -> str:
        if step.after is step.before:
            return ""
        old, new = (self.words.of("stage", stage) for stage in (step.before, step.after))
        return f" ({old} → {new})"

    def _looks(self, commitment: CommitmentState, seen: set[int]) -> Iterator[Change]:
        for check in commitment.checks:
            if check.seq not in seen:
                yield self._change(
                    ChangeKind.LOOKED, commitment, _look(check), check.until, self._clock(check.until, None)
                )

    def _statement(self, old: StatementState | None, new: StatementState) -> Iterator[Change]:
        day = new.said.last if new.said else date.fromisoformat(new.recorded[:10])
        text = f"{self.words.of('statement_type', new.type)}: {new.title}"
        if old is None:
            clock = self._clock(day, new.known)
            yield Change(kind=ChangeKind.NEW, id=new.id, ref=new.id, text=text, day=day, clock=clock)
        if new.status != (old.status if old else "open"):
            day = self._closing_day(new) or day
            text = f"{text} ({self.words.of('statement_status', new.status)})"
            clock = self._clock(day, None)
            yield Change(kind=ChangeKind.ANSWERED, id=new.id, ref=new.id, text=text, day=day, clock=clock)

    def _closing_day(self, statement: StatementState) -> date | None:
        names = [name for relation, name in statement.links if relation.endswith("_by")]
        closing = [self.after.commitments.get(name) or self.after.statements.get(name) for name in names]
        return max((each.said.last for each in closing if each and each.said), default=None)

    def _gone(self) -> Iterator[Change]:
        for commitment in self.before.commitments.values():
            if commitment.id in self.after.commitments:
                continue
            into = self.after.commitments.get(self.after.redirects.get(commitment.id, ""))
            kind = ChangeKind.MERGED if into else ChangeKind.WITHDRAWN
            text = f"Said again, joined with {into.ref}" if into else f"Taken off the record: {commitment.title}"
            yield self._change(kind, commitment, text, self.today, Clock.RECORDED_AT)
        for statement in self.before.statements.values():
            if statement.id not in self.after.statements:
                text, day = f"Taken off the record: {statement.title}", self.today
                yield Change(
                    kind=ChangeKind.WITHDRAWN,
                    id=statement.id,
                    ref=statement.id,
                    text=text,
                    day=day,
                    clock=Clock.RECORDED_AT,
                )

    def _clock(self, day: date, known: PartialDate | None) -> Clock:
        """Tell on which clock it is new: it held only since, or was public only since, or we learned it late."""
        if day > self.before.clocks.as_of:
            return Clock.AS_OF
        limit = self.before.clocks.known_at
        if limit is not None and known is not None and known.last > limit:
            return Clock.KNOWN_AT
        return Clock.RECORDED_AT

    @staticmethod
    def _change(kind: ChangeKind, commitment: CommitmentState, text: str, day: date, clock: Clock) -> Change:
        return Change(kind=kind, id=commitment.id, ref=commitment.ref, text=text, day=day, clock=clock)


def _look(check: Check) -> str:
    result = "found" if check.found else "nothing found"
    return f"Looked for {check.what}, {result}: {check.where}, {day_text(check.until, check.until)}"
