"""Conditions and gates as objects with their own series of developments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from kept.ledger.facts import Fact
from kept.ledger.state import ConditionState, GateState

_CONDITION_STATUS = {
    "condition_met": "met",
    "condition_failed": "failed",
    "condition_waived": "waived",
    "trigger_occurred": "met",
}
_GATE_STATUS = {"gate_passed": "passed", "gate_rejected": "rejected", "gate_waived": "waived", "mandate_ended": "ended"}


def held_on(fact: Fact) -> date:
    """Give the day a fact takes effect: the last day of its valid date, else when it was known, else recorded."""
    stated = fact.entry.valid or fact.entry.known
    return stated.last if stated else date.fromisoformat(fact.entry.recorded[:10])


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
            state = replace(state, status=status, since=held_on(each), evidence=state.evidence + each.entry.evidence)
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
        evidence=tuple(each for fact in facts for each in fact.entry.evidence),
    )
    for each in series:
        state = _after(state, each)
    end = state.limits.get("until")
    if state.status == "passed" and end and date.fromisoformat(end) < as_of:
        state = replace(state, status="ended", since=date.fromisoformat(end))
    return state


def _after(state: GateState, fact: Fact) -> GateState:
    payload, evidence = fact.payload, state.evidence + fact.entry.evidence
    name = payload["development"]
    if name == "gate_opened":
        return replace(
            state,
            status=payload.get("status", "pending"),
            asked=state.asked or held_on(fact),
            since=held_on(fact),
            evidence=evidence,
        )
    status = _GATE_STATUS.get(name)
    if status is None:
        return replace(state, evidence=evidence)
    limits: dict[str, Any] = {**state.limits, **(payload.get("limits") or {})}
    return replace(
        state,
        status=status,
        since=held_on(fact),
        asked=state.asked or held_on(fact),
        limits=limits,
        vote=payload.get("vote") or state.vote,
        evidence=evidence,
    )
