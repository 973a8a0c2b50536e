"""Promises to hold a vote, kept: “Vote held as promised, 71 to 48, for 400 soldiers.”"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kept.ledger.state import CommitmentState, GateState, Record
from kept.model.money import Quantity
from kept.reporting.follow_through.figures import highest_firm
from kept.reporting.wording import figure_text, unit_text

_COUNTS = re.compile(r"(\d+)\D+(\d+)")


def vote_lines(promises: Iterable[CommitmentState], record: Record) -> list[str]:
    """Write a line for each procedural promise whose vote was held."""
    return [line for each in promises for line in _lines(each, record)]


def _lines(commitment: CommitmentState, record: Record) -> Iterator[str]:
    done = next((step for step in commitment.steps if step.development == "complete" and step.in_order), None)
    if done is None:
        return
    gate = _gate(commitment, record, done.payload.get("vote"))
    vote = done.payload.get("vote") or (gate.vote if gate else None)
    if not vote and gate is None:
        return
    late = commitment.due is not None and done.day > commitment.due
    held = "Vote held, later than promised" if late else "Vote held as promised"
    limits = done.payload.get("limits") or (gate.limits if gate else {})
    result = "refused" if gate and gate.status == "rejected" else _allowed(limits, gate, record)
    yield ", ".join(part for part in (held, vote_text(vote), result) if part) + "."


def _gate(commitment: CommitmentState, record: Record, vote: str | None) -> GateState | None:
    """Find the gate that was put to the vote: one it hangs on or links to, else the actor's with that very vote."""
    linked = [record.gates[target] for _, target in commitment.links if target in record.gates]
    own = [gate for gate in record.gates.values() if gate.country in commitment.actors and vote and gate.vote == vote]
    decided = (gate for gate in (*commitment.gates, *linked, *own) if gate.status in ("passed", "rejected", "ended"))
    return next(decided, None)


def vote_text(vote: str | None) -> str:
    """Write a count of votes as “71 to 48”; other words stay as they are."""
    counts = _COUNTS.search(vote or "")
    return f"{counts[1]} to {counts[2]}" if counts else vote or ""


def _allowed(limits: Mapping[str, Any], gate: GateState | None, record: Record) -> str:
    number = limits.get("number")
    if number is None:
        return ""
    hanging = [each for each in record.commitments.values() if gate and gate.id in {one.id for one in each.gates}]
    figures = [figure for each in hanging if isinstance(figure := highest_firm(each), Quantity)]
    return f"for {limit_text(str(number), figures[0] if figures else None)}"


def limit_text(number: str, figure: Quantity | None) -> str:
    """Write the number a vote allows, in the unit of the promise where it has one: “400 soldiers”."""
    if figure is None:
        return number
    allowed = Quantity.from_json({"value": number, "unit": figure.unit})
    return (
        f"{number} {unit_text(allowed, allowed.value)}"
        if allowed.value and allowed.value > 12
        else figure_text(allowed)
    )
