"""Demands and what answers them; refusals and what is offered instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from kept.ledger.state import CommitmentState, Record, StatementState
from kept.model.frameworks import Framework
from kept.reporting.follow_through.counted import is_filed

_ASKING = frozenset({"demand", "proposal", "expectation"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A record that answers a demand: a commitment by its reference, or a refusal or denial by its id."""

    relation: str
    id: str
    ref: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Something asked for: by whom, of whom, since when, and how it stands (open, answered, refused, closed)."""

    id: str
    type: str
    title: str
    actors: tuple[str, ...]
    addressee: tuple[str, ...]
    said: date | None
    status: str
    answers: tuple[Answer, ...]

    def to_json(self) -> dict[str, Any]:
        """Write it as CSV and API give it."""
        return {
            "id": self.id,
            "type": self.type,
            "title": self.title,
            "actors": list(self.actors),
            "addressee": list(self.addressee),
            "said": self.said.isoformat() if self.said else None,
            "status": self.status,
            "answers": [{"relation": each.relation, "ref": each.ref, "title": each.title} for each in self.answers],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Instead:
    """A refusal and what its actor offers in other forms: named by the actor itself, or merely on record beside it.

    A substitute counts as one only where the actor says so (`paris-talks-reading.md`, alternative forms).
    """

    id: str
    title: str
    actors: tuple[str, ...]
    said: date | None
    forms: tuple[str, ...]
    named: tuple[Answer, ...]
    beside: tuple[Answer, ...]

    def to_json(self) -> dict[str, Any]:
        """Write it as CSV and API give it."""
        return {
            "id": self.id,
            "title": self.title,
            "actors": list(self.actors),
            "said": self.said.isoformat() if self.said else None,
            "forms": list(self.forms),
            "offered_instead": [each.ref for each in self.named],
            "on_record_beside": [each.ref for each in self.beside],
        }


def demands(record: Record, framework: Framework) -> tuple[Asked, ...]:
    """List what was asked for under a framework, unanswered first, each group oldest first."""
    asked = [
        _asked(each, record)
        for each in record.statements.values()
        if each.type in _ASKING and each.disposition != "lead" and is_filed(framework, each.filings, None)
    ]
    return tuple(sorted(asked, key=lambda each: (each.status != "open", each.said or date.max, each.title)))


def instead(record: Record, framework: Framework) -> tuple[Instead, ...]:
    """List who refused what under a framework and what else the same actor offers, by the alphabet of actors."""
    refused = [
        each
        for each in record.statements.values()
        if each.type == "refusal" and is_filed(framework, each.filings, None)
    ]
    found = [_instead(each, record, framework) for each in refused]
    return tuple(sorted(found, key=lambda each: (each.actors, each.title)))


def _asked(statement: StatementState, record: Record) -> Asked:
    answers = [_answer(relation, target, record) for relation, target in statement.links if relation.endswith("_by")]
    who, whom = _parties(statement)
    return Asked(
        id=statement.id,
        type=statement.type,
        title=statement.title,
        actors=who,
        addressee=whom,
        said=statement.said.last if statement.said else None,
        status=statement.status,
        answers=tuple(each for each in answers if each),
    )


def _parties(statement: StatementState) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give who asks and of whom; the actors of an expectation are those who are expected to act (ruling 12)."""
    if statement.type != "expectation":
        return statement.actors, statement.addressee
    speaks_for = (statement.speaker or {}).get("for")
    return ((speaks_for,) if speaks_for else ()), statement.actors


def _answer(relation: str, target: str, record: Record) -> Answer | None:
    commitment = record.commitment(target)
    if commitment:
        return Answer(relation=relation, id=commitment.id, ref=commitment.ref, title=commitment.title)
    statement = record.statements.get(target)
    return Answer(relation=relation, id=target, ref=target, title=statement.title) if statement else None


def _instead(refusal: StatementState, record: Record, framework: Framework) -> Instead:
    named = [_answer("substitutes", target, record) for relation, target in refusal.links if relation == "substitutes"]
    known = {each.id for each in named if each}
    others = [each for each in record.commitments.values() if _is_other_help(each, refusal, framework)]
    return Instead(
        id=refusal.id,
        title=refusal.title,
        actors=refusal.actors,
        said=refusal.said.last if refusal.said else None,
        forms=tuple(sorted(_forms(refusal))),
        named=tuple(each for each in named if each),
        beside=tuple(
            Answer(relation="beside", id=each.id, ref=each.ref, title=each.title)
            for each in sorted(others, key=lambda each: each.ref)
            if each.id not in known
        ),
    )


def _is_other_help(commitment: CommitmentState, refusal: StatementState, framework: Framework) -> bool:
    """Tell whether a commitment is the same actor's, under the framework, and in another kind of help."""
    same_actor = bool(set(commitment.actors) & set(refusal.actors))
    other = bool(_forms(commitment) - _forms(refusal)) and not commitment.procedural
    return same_actor and other and is_filed(framework, commitment.filings, commitment.home)


def _forms(record: CommitmentState | StatementState) -> set[str]:
    return {form.split(".")[0] for filing in record.filings for form in filing.forms}
