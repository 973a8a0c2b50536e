"""Flags derived from a commitment's state on a day (`lifecycle.toml`, flags): computed, never set by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kept.ledger.due import waits
from kept.ledger.lifecycle import FIRM_OPEN, Stage, terminal_stages
from kept.ledger.state import CommitmentState
from kept.model.money import Qualifier

DORMANT_AFTER = timedelta(days=180)


def flags_of(state: CommitmentState, as_of: date) -> frozenset[str]:
    """Derive all flags of a commitment."""
    return frozenset(_flags(state, as_of))


def _flags(state: CommitmentState, as_of: date) -> Iterator[str]:
    developments = {step.development for step in state.steps}
    derived = {
        "conditional": any(each.is_open for each in state.conditions),
        "not_due": waits(state.conditions, state.due),
        "gated": any(gate.is_open for gate in state.gates),
        "soft": not state.is_firm,
        "says_delivered": "claim_delivery" in developments and "complete" not in developments,
        "contested": "dispute" in developments,
        "overdue": is_overdue(state, as_of),
        "dormant": _is_dormant(state, as_of),
        "gate_skipped": _skips_a_gate(state),
        "out_of_order": any(not step.in_order for step in state.steps),
        "date_moved": state.due is not None and _date_moved(state),
    }
    return (name for name, holds in derived.items() if holds)


def is_overdue(state: CommitmentState, as_of: date) -> bool:
    """Tell whether the actor's own date has passed and nothing excuses it (`follow-through.md`, Overdue)."""
    if not state.is_firm or state.stage not in FIRM_OPEN or state.due is None or state.due_by != "actor":
        return False
    excused = waits(state.conditions, state.due) or any(gate.stops_the_clock(state.due) for gate in state.gates)
    figure = state.amount or state.quantity
    something_came = state.delivered is not None and figure is not None and figure.qualifier is Qualifier.UP_TO
    return as_of > state.due and not excused and not something_came


def _is_dormant(state: CommitmentState, as_of: date) -> bool:
    if state.stage in terminal_stages() or state.stage is Stage.DELIVERED:
        return False
    heard = [step.valid.last for step in state.steps if step.valid and step.klass in ("world", "words")]
    return bool(heard) and as_of - max(heard) >= DORMANT_AFTER


def _skips_a_gate(state: CommitmentState) -> bool:
    return state.stage in (Stage.FUNDED, Stage.IN_DELIVERY) and any(
        gate.is_open and gate.named_by == "law" for gate in state.gates
    )


def _date_moved(state: CommitmentState) -> bool:
    return any(step.development == "revise" and step.payload.get("field") == "due" for step in state.steps)
