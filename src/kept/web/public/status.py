"""The state of a commitment in readers' words: its line of status, what must happen first, when it is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kept.ledger.due import days_after
from kept.ledger.lifecycle import Stage
from kept.ledger.state import CommitmentState, ConditionState, GateState
from kept.reporting.gates import GateRow, gates_table
from kept.reporting.wording import look_text
from kept.web import speech
from kept.web.public.gates import votes
from kept.web.public.quotes import Quoted, quoted
from kept.web.reading import Reading

_SHOWN_FLAGS = ("says_delivered", "contested", "date_moved")


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """Something that must happen first: what, how it stands, since when, and in whose words."""

    what: str
    status: str
    is_open: bool
    since: date | None
    details: tuple[str, ...]
    quotes: tuple[Quoted, ...]


def status_words(reading: Reading, commitment: CommitmentState) -> tuple[str, ...]:
    """Say how a commitment stands, in a few phrases: the stage first."""
    phrases = [stage_words(reading, commitment)]
    waits = [reading.say("condition_kind", each.kind) for each in commitment.conditions if each.is_open]
    needs = [gate.title for gate in commitment.gates if is_shown(gate) and gate.is_open]
    if waits:
        phrases.append(f"waits for {speech.listed(dict.fromkeys(waits))}")
    if needs:
        phrases.append(f"needs a decision: {speech.listed(dict.fromkeys(needs))}")
    if "overdue" in commitment.flags:
        phrases.append(overdue_words(reading, commitment))
    phrases += [reading.say("flag", flag) for flag in _SHOWN_FLAGS if flag in commitment.flags]
    if is_unverifiable(reading, commitment):
        phrases.append(reading.say("flag", "cannot_be_checked").lower())
    if "dormant" in commitment.flags and commitment.checks:
        last = commitment.checks[-1].until
        phrases.append(f"{reading.say('flag', 'dormant')}, last looked for {speech.day(last)}")
    return tuple(phrases)


def overdue_words(reading: Reading, commitment: CommitmentState) -> str:
    """Say that its own date has passed, never without the last look unless a part has come since."""
    words = reading.say("flag", "overdue")
    if not commitment.checks and commitment.delivered is not None:
        return words
    last = commitment.checks[-1].until if commitment.checks else None
    return f"{words}, {look_text(last, reading.clocks.as_of)}"


def stage_words(reading: Reading, commitment: CommitmentState) -> str:
    """Say how far it has got, with the figure where a part came; a vote that was promised is done, not delivered."""
    if commitment.procedural and commitment.stage is Stage.DELIVERED:
        return reading.say("firmness", "delivered")
    words = reading.say("stage", commitment.stage)
    figure = commitment.amount or commitment.quantity
    if commitment.stage is not Stage.IN_DELIVERY or commitment.delivered is None:
        return words
    return f"{words}: {speech.part_of(Decimal(commitment.delivered), figure)}"


def delivered_words(commitment: CommitmentState) -> str:
    """Say what has come of it, with the share where it is known."""
    if commitment.delivered is None:
        return ""
    words = speech.part_of(Decimal(commitment.delivered), commitment.amount or commitment.quantity)
    if commitment.delivered_share is None or Decimal(commitment.delivered_share) == 1:
        return words
    return f"{words} ({(Decimal(commitment.delivered_share) * 100).normalize():f} per cent)"


def is_unverifiable(reading: Reading, commitment: CommitmentState) -> bool:
    """Tell whether its kind of help cannot be checked in public."""
    forms = [reading.framework.form(each) for filing in commitment.filings for each in filing.forms]
    return any(form is not None and not form.verifiable for form in forms)


def is_shown(gate: GateState) -> bool:
    """Tell whether a gate was named by the government itself or by checked law: others hang on nothing."""
    return gate.named_by in ("actor", "law")


def what_must_happen(reading: Reading, commitment: CommitmentState) -> tuple[First, ...]:
    """List the conditions and the decisions of a commitment."""
    rows = {row.id: row for row in gates_table(reading.record, reading.framework).rows} if commitment.gates else {}
    gates = [_gate(reading, commitment, gate, rows.get(gate.id)) for gate in commitment.gates if is_shown(gate)]
    return (*[_condition(reading, each) for each in commitment.conditions], *gates)


def _condition(reading: Reading, condition: ConditionState) -> First:
    return First(
        what=speech.capital(reading.say("condition_kind", condition.kind)),
        status=reading.say("condition_status", condition.status),
        is_open=condition.is_open,
        since=condition.since,
        details=(),
        quotes=quoted(reading, condition.evidence),
    )


def _gate(reading: Reading, commitment: CommitmentState, gate: GateState, row: GateRow | None) -> First:
    return First(
        what=f"{gate.title} decides",
        status=reading.say("gate_status", gate.status),
        is_open=gate.is_open,
        since=gate.since,
        details=(reading.say("gate_force", gate.force), *gate_details(commitment, row)),
        quotes=quoted(reading, gate.evidence),
    )


def gate_details(commitment: CommitmentState, row: GateRow | None) -> tuple[str, ...]:
    """Say how a vote went, what it allows, and where the promise says more."""
    return tuple(_gate_details(commitment, row)) if row else ()


def _gate_details(commitment: CommitmentState, row: GateRow) -> Iterator[str]:
    if row.vote:
        yield votes(row.vote)
    if row.number:
        yield f"for {row.number} at most"
    if row.area:
        yield f"for {row.area}"
    if row.until:
        yield f"until {speech.day(row.until)}"
    for each in row.on:
        if each.id == commitment.id:
            yield from each.comparison


def due_words(reading: Reading, commitment: CommitmentState) -> str:
    """Say when a commitment is due, and by whose reading."""
    if not commitment.due_rule:
        return "No date was named."
    words = f" (“{commitment.deadline_text}”)" if commitment.deadline_text else ""
    if commitment.due is None:
        days = days_after(commitment.due_rule)
        waits = speech.listed(dict.fromkeys(reading.say("condition_kind", each.kind) for each in commitment.conditions))
        return f"{speech.counted(days or 0, 'day')} after {waits}{words}; no date runs until then."
    passed = " That day has passed." if commitment.due < reading.clocks.as_of else ""
    if commitment.due_by == "actor":
        return f"{speech.day(commitment.due)}{words}.{passed}"
    return f"{speech.day(commitment.due)}{words}, as the desk reads it: the words name no date, so nothing falls due."
