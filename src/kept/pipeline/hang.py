"""Conditions and gates that a statement hangs on: found in the record or made new, one object each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kept.errors import UnknownSubject
from kept.ledger.entries import Draft
from kept.ledger.kinds import Kind
from kept.ledger.state import Record
from kept.model.frameworks import KnownGate
from kept.model.statements import StatedCondition, StatedGate, Statement
from kept.pipeline.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Hung:
    """A condition or gate by its id; `draft` writes it where the record does not have it yet."""

    id: str
    draft: Draft | None = None


def conditions_of(desk: Desk, record: Record, statement: Statement, base: Mapping[str, Any]) -> list[Hung]:
    """Give the conditions a statement names; the framework's master condition is one object for all."""
    made: dict[str, Hung] = {}
    for stated in statement.conditions:
        made.setdefault(_sameness(desk, stated), _condition(desk, record, stated, base))
    return list(made.values())


def gates_of(desk: Desk, record: Record, statement: Statement, base: Mapping[str, Any]) -> list[Hung]:
    """Give the gates a statement names."""
    country = statement.actors[0] if statement.actors else ""
    return [_gate(desk, record, stated, country, base, ()) for stated in statement.gates]


def gate_rule(
    desk: Desk, record: Record, statement: Statement, base: Mapping[str, Any], references: tuple[str, ...]
) -> Draft:
    """Write a gate that a sentence states for commitments named by reference (codebook G2)."""
    applies = tuple(_id(record, reference) for reference in references)
    country = statement.actors[0] if statement.actors else record.commitments[applies[0]].actors[0]
    known = _recorded_gate(record, statement.gates[0], country)
    return _gate_draft(desk, statement.gates[0], country, base, applies, subject=known)


def _id(record: Record, reference: str) -> str:
    found = record.commitment(reference)
    if found is None:
        raise UnknownSubject(f"the record has no commitment {reference}", remedy="See kept list for the references")
    return found.id


def _sameness(desk: Desk, stated: StatedCondition) -> str:
    """Conditions of the master kind are one; others are told apart by their words."""
    return stated.kind if stated.kind == desk.framework.master_condition else f"{stated.kind}:{stated.text.lower()}"


def _condition(desk: Desk, record: Record, stated: StatedCondition, base: Mapping[str, Any]) -> Hung:
    wanted = _sameness(desk, stated)
    for known in record.conditions.values():
        if _sameness(desk, StatedCondition(kind=known.kind, text=known.text)) == wanted:
            return Hung(id=known.id)
    subject = f"k:{desk.new_id()}"
    payload = {"kind": stated.kind, "text": stated.text, "framework": desk.framework.id}
    return Hung(id=subject, draft=Draft(kind=Kind.CONDITION_RECORDED, subject=subject, payload=payload, **base))


def _gate(
    desk: Desk, record: Record, stated: StatedGate, country: str, base: Mapping[str, Any], applies: tuple[str, ...]
) -> Hung:
    known = _recorded_gate(record, stated, country)
    if known:
        return Hung(id=known)
    draft = _gate_draft(desk, stated, country, base, applies)
    return Hung(id=draft.subject, draft=draft)


def _recorded_gate(record: Record, stated: StatedGate, country: str) -> str | None:
    """Find the gate of the same country, kind and body: one body has one gate."""
    wanted = (country, stated.kind, stated.body or f"{country}:{stated.kind}")
    return next((gate.id for gate in record.gates.values() if (gate.country, gate.kind, gate.body) == wanted), None)


def _gate_draft(
    desk: Desk,
    stated: StatedGate,
    country: str,
    base: Mapping[str, Any],
    applies: tuple[str, ...],
    *,
    subject: str | None = None,
) -> Draft:
    body = stated.body or f"{country}:{stated.kind}"
    known = _known_gate(desk, country, stated.kind)
    payload = {
        "country": country,
        "kind": stated.kind,
        "body": body,
        "title": known.title if known else _title(desk, body),
        "named_by": "actor",
        "force": "own_cabinet" if stated.kind == "cabinet" else known.force if known else "law",
        "text": stated.text,
        "applies": list(applies),
    }
    return Draft(kind=Kind.GATE_RECORDED, subject=subject or f"g:{desk.new_id()}", payload=payload, **base)


def _known_gate(desk: Desk, country: str, kind: str) -> KnownGate | None:
    return next((gate for gate in desk.framework.gates if (gate.country, gate.kind) == (country, kind)), None)


def _title(desk: Desk, body: str) -> str:
    actor = desk.framework.actor(body)
    return actor.title if actor else body.split(":", 1)[-1]
