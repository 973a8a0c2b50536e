"""What an accepted statement becomes in the record, by its type (codebook 2.2, column “becomes”)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kept.model.decisions import Decision
from kept.model.money import decimal_of, decimal_text
from kept.model.statements import Statement, StatementType

BINDING = frozenset({StatementType.COMMITMENT, StatementType.INTENTION})
"""Types that become a commitment record (an intention as a soft one)."""

PROCEDURAL = "procedural"


def is_gate_rule(statement: Statement) -> bool:
    """Tell whether a statement says that a body must decide, and nothing else."""
    return statement.type is StatementType.CONDITION and bool(statement.gates)


def commitment_payload(statement: Statement, decision: Decision, *, ref: str, framework: str) -> dict[str, Any]:
    """Write the payload of `CommitmentRecorded`; conditions and gates are added by whoever knows their ids."""
    procedural = PROCEDURAL in statement.form if decision.procedural is None else decision.procedural
    due = statement.due
    return {
        "ref": ref,
        "actors": list(statement.actors),
        "beneficiary": statement.beneficiary,
        "title": decision.title or statement.quote.exact,
        "home": framework,
        "filings": [filing(statement, framework)],
        "nature": "single",
        "firmness": str(statement.firmness or "pledged"),
        "amount": statement.amount.to_json() if statement.amount else None,
        "quantity": statement.quantity.to_json() if statement.quantity else None,
        "deadline_text": statement.deadline,
        "due": due,
        "due_by": "actor",
        "start": statement.start_date,
        "procedural": procedural,
        "speaker": speaker_payload(statement),
        "attribution": str(statement.attribution),
        "links": [list(link) for link in decision.links],
    }


def statement_payload(statement: Statement, decision: Decision, *, framework: str) -> dict[str, Any]:
    """Write the payload of `StatementRecorded`: refusals, demands, expectations, denials, threats, leads."""
    return {
        "type": str(statement.type),
        "title": decision.title or statement.quote.exact,
        "actors": list(statement.actors),
        "addressee": list(statement.addressee),
        "beneficiary": statement.beneficiary,
        "filings": [filing(statement, framework)],
        "attribution": str(statement.attribution),
        "speaker": speaker_payload(statement),
        "disposition": decision.disposition,
        "links": [list(link) for link in decision.links],
    }


def filing(statement: Statement, framework: str) -> dict[str, Any]:
    """Write where a statement is filed."""
    return {"framework": framework, "topic": statement.topic, "forms": list(statement.form)}


def speaker_payload(statement: Statement) -> dict[str, Any] | None:
    """Write who spoke, in the shape of `gold/SCHEMA.md`."""
    return statement.speaker.to_json() if statement.speaker else None


def ledger_coding(coding: Mapping[str, Any]) -> dict[str, Any]:
    """Write a coding for an entry, its numbers as decimal text (entries hold whole numbers only)."""
    return {key: _as_text(value) if key in ("amount", "quantity") else value for key, value in coding.items()}


def _as_text(figure: Mapping[str, Any] | None) -> dict[str, Any] | None:
    if figure is None:
        return None
    numbers = {"value", "min", "max"}
    return {key: decimal_text(decimal_of(value)) if key in numbers else value for key, value in figure.items()}
