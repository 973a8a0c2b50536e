"""Why a commitment stands where it does, as plain sentences: the path from its words to its place in the count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from kept.frameworks.words import Words, load_words
from kept.ledger.due import days_after, waits
from kept.ledger.lifecycle import FIRM_OPEN
from kept.ledger.state import CommitmentState, ConditionState, GateState, Record, Step
from kept.model.frameworks import Framework
from kept.model.money import Qualifier
from kept.model.times import PartialDate, Precision
from kept.reporting.follow_through.buckets import DUE, SET_ASIDE, Row
from kept.reporting.follow_through.count import row_of
from kept.reporting.wording import day_text, look_text, number_text

_FIRMNESS_RULES = {
    "floated": "F1",
    "intention": "F2",
    "pledged": "F3",
    "agreed": "F4",
    "authorised": "F5",
    "funded": "F6",
    "delivered": "F7",
}
_LAST_DAY = {Precision.MONTH: "a month", Precision.QUARTER: "a quarter", Precision.YEAR: "a year"}


def derivation(
    commitment: CommitmentState, record: Record, words: Words | None = None, *, framework: Framework | None = None
) -> tuple[str, ...]:
    """Say why a commitment has its stage, what it waits for, when it is due and where it counts.

    The place in the count needs the framework, since that is where one is made; without it that sentence is left out.
    """
    told = _Telling(commitment, record, words or load_words())
    row = row_of(commitment, record, framework) if framework else None
    return (
        told.firmness(),
        told.stage(),
        *told.waiting(),
        told.date(),
        told.overdue(),
        *(_place(row, told.words) if row else ()),
        *told.out_of_order(),
    )


class _Telling:
    """Gives the sentences of one commitment, in the words of the table."""

    def __init__(self, commitment: CommitmentState, record: Record, words: Words) -> None:
        self.commitment, self.words, self.as_of = commitment, words, record.clocks.as_of

    def day(self, day: date) -> str:
        return day_text(day, self.as_of)

    def firmness(self) -> str:
        """Say why it is firm or soft."""
        firmness = self.commitment.firmness
        rule, word = _FIRMNESS_RULES[firmness], self.words.of("firmness", firmness)
        if not self.commitment.is_firm:
            return f"Not firm because its words only reach “{word}” ({rule})."
        first = self.commitment.steps[0]
        if firmness.rank >= 3:
            return f"Firm because its first words, of {self.day(first.day)}, say “{word}” ({rule})."
        later = next(step for step in self.commitment.steps if step.after is not step.before)
        made = self.words.of("development", later.development)
        return f"Firm because of what came later: “{made}” on {self.day(later.day)}."

    def stage(self) -> str:
        """Say which development led to the stage."""
        stage = self.words.of("stage", self.commitment.stage)
        moved = [step for step in self.commitment.steps if step.after is not step.before]
        if not moved:
            return f"{stage} because nothing has moved it since its first words."
        return f"{stage} because {self._cause(moved[-1])}, {self.day(moved[-1].day)}."

    def _cause(self, step: Step) -> str:
        gate = next((gate for gate in self.commitment.gates if self._is_of(step, gate)), None)
        if gate is not None and step.development == "gate_passed":
            return f"{gate.title} decided in favour"
        if gate is not None and step.development == "gate_rejected":
            return f"{gate.title} decided against it"
        quote = next((each.quote.exact for each in step.evidence), "")
        return f"of “{quote}”" if quote else f"of “{self.words.of('development', step.development)}”"

    @staticmethod
    def _is_of(step: Step, gate: GateState) -> bool:
        return step.development.startswith("gate_") and step.subject == gate.id

    def waiting(self) -> Iterator[str]:
        """Say what must happen first: conditions, then decisions."""
        for condition in self.commitment.conditions:
            yield self._condition(condition)
        for gate in self.commitment.gates:
            if gate.is_open:
                yield self._gate(gate)

    def _condition(self, condition: ConditionState) -> str:
        words = self.words.of("condition_kind", condition.kind)
        if not condition.is_suspensive:
            return f"Limited by {words}: {condition.text}."
        rule = "K3" if condition.is_trigger else "K1"
        if condition.is_open:
            return f"Not due because {words} is still open ({rule})."
        status = self.words.of("condition_status", condition.status)
        since = f" since {self.day(condition.since)}" if condition.since else ""
        return f"It hung on {words}: {status}{since}."

    def _gate(self, gate: GateState) -> str:
        force = self.words.of("gate_force", gate.force)
        asked = f"asked on {self.day(gate.asked)}" if gate.is_asked and gate.asked else "not asked yet"
        stops = "" if gate.stops_the_clock(self.commitment.due) else "; it stops no clock"
        return f"Needs a decision of {gate.title} ({force}): {asked}{stops}."

    def date(self) -> str:
        """Say when it is due, with the words of the deadline and the rule that read them."""
        state = self.commitment
        if not state.due_rule:
            text = f"“{state.deadline_text}” names no day (D2)" if state.deadline_text else "its words name none"
            return f"No date: {text}."
        quoted = f"“{state.deadline_text}”" if state.deadline_text else "its words"
        if state.due is None:
            return f"No date runs yet: {quoted} counts from the day its condition is met."
        reading = self._reading(state.due_rule)
        if state.due_by != "actor":
            return f"An analyst reads {self.day(state.due)} from {quoted}; that makes nothing due."
        moved = " Moved later since; the first date counts." if "date_moved" in state.flags else ""
        return f"Due on {self.day(state.due)}: {quoted}{reading}.{moved}"

    def _reading(self, rule: str) -> str:
        span = days_after(rule)
        if span is not None:
            return f", {span} days from the day its condition was met (K1)"
        period = _LAST_DAY.get(PartialDate.of(rule).precision)
        return f", the last day of {period} (D3)" if period else ""

    def overdue(self) -> str:
        """Say whether it is past its own date, and why not where it is not."""
        state = self.commitment
        if "overdue" in state.flags and state.due:
            look = look_text(state.checks[-1].until if state.checks else None, self.as_of)
            share = f"{_percent(state.delivered_share)} delivered, " if state.delivered_share else ""
            return f"Past its own date since {self.day(state.due)}: {share}{look}."
        return f"Not past its date: {self._why_not_overdue()}."

    def _why_not_overdue(self) -> str:
        state = self.commitment
        figure = state.amount or state.quantity
        reasons = (
            (not state.is_firm, "words that leave room are never late"),
            (state.due_by != "actor", "only the actor’s own date counts"),
            (waits(state.conditions, state.due), "it waits for a condition"),
            (state.due is None, "it has no date"),
            (state.due is not None and state.due >= self.as_of, "its date has not passed"),
            (state.stage not in FIRM_OPEN, f"it stands at “{self.words.of('stage', state.stage)}”"),
            (any(gate.stops_the_clock(state.due) for gate in state.gates), "it waits for another body’s decision"),
            (
                figure is not None and figure.qualifier is Qualifier.UP_TO,
                "“up to” has no shortfall once something came",
            ),
        )
        return next(text for holds, text in reasons if holds)

    def out_of_order(self) -> Iterator[str]:
        """Name the developments that the table did not expect: recorded all the same."""
        for step in self.commitment.steps:
            if not step.in_order:
                made, stage = self.words.of("development", step.development), self.words.of("stage", step.before)
                yield f"Out of order: “{made}” on {self.day(step.day)} is not expected at “{stage}”; the stage stays."


def _place(row: Row, words: Words) -> Iterator[str]:
    name = words.of(row.bucket.kind, row.bucket)
    if row.bucket in DUE:
        yield f"In the count: fallen due, “{name}”: {row.reason}."
    elif row.bucket in SET_ASIDE:
        already = " Kept already." if row.kept_already else ""
        yield f"In the count: set aside, “{name}”: {row.reason}.{already}"
    else:
        yield f"Not in the count: {row.reason}."


def _percent(share: str) -> str:
    return f"{number_text(round(Decimal(share) * 100, 1))} %"
