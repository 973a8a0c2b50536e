"""Decisions still needed, taken and refused: who decides, on what, and what it allows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse

from kept.ledger.state import CommitmentState, GateState, StatementState
from kept.web.pages import Asking, page
from kept.web.public.quotes import Quoted, quoted
from kept.web.public.status import beyond, gate_details
from kept.web.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A body's decision as a row of the page."""

    id: str
    country: str
    code: str
    body: str
    status: str
    since: date | None
    force: str
    named_by: str
    details: tuple[str, ...]
    on: tuple[tuple[CommitmentState, str], ...]
    quotes: tuple[Quoted, ...]


@page
def show(asking: Asking) -> HttpResponse:
    """Show all decisions."""
    reading = asking.reading
    return asking.render("gates.html", groups=groups(reading), asked=asked_of_bodies(reading))


def groups(reading: Reading) -> dict[str, list[Decision]]:
    """Sort the decisions by who named them and how they stand; each group by the alphabet."""
    found: dict[str, list[Decision]] = {"actor": [], "law": [], "decided": [], "refused": [], "ended": [], "survey": []}
    for gate in reading.record.gates.values():
        found[group_of(gate)].append(decision(reading, gate))
    return {name: sorted(each, key=lambda one: (one.country.casefold(), one.body)) for name, each in found.items()}


def group_of(gate: GateState) -> str:
    """Say where a gate stands on the page; what nobody checked stands apart, whatever its state."""
    if gate.named_by not in ("actor", "law"):
        return "survey"
    settled = {"passed": "decided", "waived": "decided", "rejected": "refused", "ended": "ended"}
    return settled.get(gate.status, gate.named_by)


def decision(reading: Reading, gate: GateState) -> Decision:
    """Lay out one gate with what hangs on it."""
    hanging = [each for each in reading.record.commitments.values() if _hangs(each, gate) and not each.procedural]
    return Decision(
        id=gate.id,
        country=reading.name(gate.country),
        code=gate.country,
        body=gate.title,
        status=reading.say("gate_status", gate.status),
        since=gate.since,
        force=reading.say("gate_force", gate.force),
        named_by=reading.say("gate_named_by", gate.named_by),
        details=gate_details(gate),
        on=tuple((each, "".join(beyond(each, gate))) for each in sorted(hanging, key=lambda one: one.ref)),
        quotes=quoted(reading, gate.evidence),
    )


def _hangs(commitment: CommitmentState, gate: GateState) -> bool:
    return gate.id in {one.id for one in commitment.gates}


def asked_of_bodies(reading: Reading) -> list[StatementState]:
    """Give demands on a body that decides: not ours to count."""
    statements = reading.record.statements.values()
    return [each for each in statements if each.type == "demand" and any(_is_body(code) for code in each.addressee)]


def _is_body(code: str) -> bool:
    return code[2:3] == ":"
