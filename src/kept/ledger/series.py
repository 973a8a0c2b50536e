"""Conditions and gates as objects with their own series of developments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from kept.ledger.facts import Fact
from kept.ledger.kinds import Kind
from kept.ledger.parts import ConditionState, GateState

_CONDITION_STATUS = {
    "condition_met": "met",
    "condition_failed": "failed",
    "condition_waived": "waived",
    "trigger_occurred": "met",
}
_GATE_STATUS = {"gate_passed": "passed", "gate_rejected": "rejected", "gate_waived": "waived", "mandate_ended": "ended"}
_UNDECIDED = frozenset({"required", "scheduled", "pending"})


def held_on(fact: Fact) -> date:
    """Give the day a fact takes effect: the last day of its valid date, else when it was known, else recorded.

    A check holds from the last day it looked at.
    """
    stated = fact.entry.valid or fact.entry.known
    if stated:
        return stated.last
    looked = fact.payload.get("until") if fact.entry.kind is Kind.CHECK_RECORDED else None
    return date.fromisoformat(looked or fact.entry.recorded[:10])


def condition_state(fact: Fact, series: Iterable[Fact]) -> ConditionState:
    """Fold a condition with its developments, in the order they took effect."""
    payload = fact.payload
    state = ConditionState(
        id=fact.entry.subject,
        kind=payload["kind"],
        text=payload.get("text") or payload["kind"],
        status="not_triggered" if payload["kind"] == "trigger_event" else "open",
        since=None,
        country=payload.get("country"),
        evidence=fact.entry.evidence,
    )
    for each in series:
        status = _CONDITION_STATUS.get(each.payload["development"])
        if status:
            day = held_on(each)
            state = replace(
                state,
                status=status,
                since=day,
                series=(*state.series, (day, status)),
                evidence=state.evidence + each.entry.evidence,
            )
    return state


def gate_state(facts: Sequence[Fact], series: Sequence[Fact], as_of: date) -> GateState:
    """Fold a gate with its votes; a mandate whose end date has passed opens the gate again.

    `facts` are what was recorded of the gate itself: the first names it, later ones hang further commitments on it.
    """
    fact = facts[0]
    payload = fact.payload
    state = GateState(
        id=fact.entry.subject,
        country=payload["country"],
        kind=payload["kind"],
        body=payload["body"],
        title=payload.get("title") or payload["body"],
        status="required",
        since=held_on(fact),
        named_by=payload.get("named_by", "actor"),
        force=payload.get("force", "law"),
        text=payload.get("text") or "",
        stated=held_on(fact),
        evidence=tuple(each for fact in facts for each in fact.entry.evidence),
    )
    for each in series:
        state = _after(state, each)
    end = state.limits.get("until")
    if state.status == "passed" and end and date.fromisoformat(end) < as_of:
        state = replace(state, status="ended", since=date.fromisoformat(end))
    return state


def _after(state: GateState, fact: Fact) -> GateState:
    state = replace(state, evidence=state.evidence + fact.entry.evidence)
    name = fact.payload["development"]
    if name == "gate_opened":
        return _opened(state, fact)
    status = _GATE_STATUS.get(name)
    return _decided(state, fact, status) if status else state


def _opened(state: GateState, fact: Fact) -> GateState:
    """Open a gate, or open it again: only a scheduled or pending decision was asked for, a needed one was not."""
    status = fact.payload.get("status", "pending")
    earlier = state.asked if state.status in _UNDECIDED else None
    asked = (earlier or held_on(fact)) if status in ("scheduled", "pending") else earlier
    return replace(state, status=status, asked=asked, since=held_on(fact))


def _decided(state: GateState, fact: Fact, status: str) -> GateState:
    """Close a gate (or end its mandate): a new vote has its own end date, other limits stand until changed."""
    stated = fact.payload.get("limits") or {}
    before = {key: value for key, value in state.limits.items() if key != "until" or status != "passed"}
    return replace(
        state,
        status=status,
        since=held_on(fact),
        asked=state.asked or (held_on(fact) if status in ("passed", "rejected") else None),
        limits={**before, **stated},
        vote=fact.payload.get("vote") or state.vote,
    )
