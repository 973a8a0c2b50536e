"""Promises to hold a vote, kept: “Vote held as promised, 71 to 48, for 400 soldiers.”"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
    gate = next((gate for gate in _gates(commitment, record) if gate.status in ("passed", "rejected", "ended")), None)
    if done is None or gate is None:
        return
    late = commitment.due is not None and done.day > commitment.due
    held = "Vote held, later than promised" if late else "Vote held as promised"
    result = "refused" if gate.status == "rejected" else _allowed(gate, record)
    yield ", ".join(part for part in (held, vote_text(gate.vote), result) if part) + "."


def _gates(commitment: CommitmentState, record: Record) -> Iterator[GateState]:
    yield from commitment.gates
    for _, target in commitment.links:
        if target in record.gates:
            yield record.gates[target]


def vote_text(vote: str | None) -> str:
    """Write a count of votes as “71 to 48”; other words stay as they are."""
    counts = _COUNTS.search(vote or "")
    return f"{counts[1]} to {counts[2]}" if counts else vote or ""


def _allowed(gate: GateState, record: Record) -> str:
    number = gate.limits.get("number")
    if number is None:
        return ""
    hanging = [each for each in record.commitments.values() if gate.id in {other.id for other in each.gates}]
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
