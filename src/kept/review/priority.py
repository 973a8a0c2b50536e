"""Which card comes first: what a wrong decision on it would cost, times how likely the reading is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kept.model.statements import Attribution, Firmness, Statement, StatementType

_VALUE = {
    StatementType.COMMITMENT: 1.0,
    StatementType.WITHDRAWAL: 0.95,
    StatementType.REFUSAL: 0.85,
    StatementType.INTENTION: 0.7,
    StatementType.CONDITION: 0.6,
    StatementType.FACT: 0.5,
    StatementType.DENIAL: 0.45,
    StatementType.DEMAND: 0.4,
    StatementType.EXPECTATION: 0.4,
    StatementType.PROPOSAL: 0.35,
    StatementType.THREAT: 0.3,
    StatementType.ASSESSMENT: 0.1,
}
_WEAK_VOICES = frozenset(
    {Attribution.SECOND_HAND, Attribution.ANONYMOUS, Attribution.ADVERSARY, Attribution.THIRD_PARTY}
)
_BINDING = frozenset({StatementType.COMMITMENT, StatementType.INTENTION})
_LEAST_DOUBT = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Priority:
    """A place in the queue: `score` is value × uncertainty, both 0 to 1; `reasons` say how each came about."""

    value: float
    uncertainty: float
    reasons: tuple[str, ...]

    @property
    def score(self) -> float:
        """Give value times uncertainty."""
        return round(self.value * self.uncertainty, 4)


def priority(statement: Statement) -> Priority:
    """Weigh a reading for the queue."""
    gains, doubts = tuple(_gains(statement)), tuple(_doubts(statement))
    value = min(1.0, _VALUE[statement.type] + sum(points for points, _ in gains))
    uncertainty = min(1.0, _LEAST_DOUBT + sum(points for points, _ in doubts))
    reasons = (
        f"a {statement.type} ({_VALUE[statement.type]:.2f})",
        *(f"{why} (+{points:.2f})" for points, why in gains),
    )
    unsure = tuple(f"{why} (+{points:.2f})" for points, why in doubts) or ("nothing speaks against the reading",)
    return Priority(value=value, uncertainty=uncertainty, reasons=(*reasons, *unsure))


def _gains(statement: Statement) -> Iterator[tuple[float, str]]:
    if statement.amount or statement.quantity:
        yield 0.1, "names a figure"
    if statement.due or statement.deadline:
        yield 0.1, "names a date"
    if statement.gates:
        yield 0.05, "a vote is needed"
    if statement.firmness and statement.firmness.rank >= Firmness.AGREED.rank:
        yield 0.05, "agreed or firmer"


def _doubts(statement: Statement) -> Iterator[tuple[float, str]]:
    if not statement.sure:
        yield 0.4, "an edge case of the rules"
    if statement.attribution in _WEAK_VOICES:
        yield 0.2, "others' words"
    if not statement.actors:
        yield 0.2, "no actor found"
    if statement.type in _BINDING and not statement.form:
        yield 0.15, "kind of help not found"
    if statement.topic is None:
        yield 0.1, "topic not found"
    if statement.deadline and not statement.due:
        yield 0.1, "date not resolved"
    if statement.conditions:
        yield 0.05, "hangs on a condition"
