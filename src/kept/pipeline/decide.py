"""Decide on a candidate: the verdict is an entry, and what it makes of the statement is written with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kept.errors import RuleRefusal, UnknownSubject
from kept.ledger.entries import Draft, Entry, Opened
from kept.ledger.kinds import Kind
from kept.ledger.state import Record
from kept.model.decisions import Candidate, Decision, Verdict
from kept.model.evidence import Evidence, EvidenceClass
from kept.model.statements import Statement, statement_from_json
from kept.model.times import PartialDate
from kept.pipeline.desk import Desk
from kept.pipeline.hang import conditions_of, gate_rule, gates_of
from kept.review.outcomes import (
    BINDING,
    commitment_payload,
    is_gate_rule,
    ledger_coding,
    statement_payload,
)
from kept.review.references import next_reference
from kept.review.rules import check_decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a decision made: entries written, the subject they made or moved, its reference where it has one."""

    entries: tuple[Entry, ...]
    subject: str | None
    ref: str | None


def decide(desk: Desk, candidate: Candidate, decision: Decision) -> Outcome:
    """Take a decision; deciding the same candidate again the same way writes nothing.

    A candidate that was decided otherwise before is refused: what is decided is changed by a correction.
    """
    check_decision(decision)
    if candidate.decided:
        raise RuleRefusal(
            f"this statement was decided before ({candidate.decided})",
            where=candidate.coding[:12],
            remedy="Correct or retract the record instead",
        )
    statement = _amended(desk, candidate, decision)
    taking = _Taking(desk, candidate, decision, statement)
    entries = desk.write(_key(desk, candidate.coding), taking.drafts)
    standing = standing_decision(desk.entries(), candidate.coding)
    if standing is not None:
        desk.queue.settle(candidate.coding, str(standing.payload["verdict"]))
    if not taking.was_asked and standing is not None:
        return _as_written(desk, standing, decision, entries)
    return Outcome(entries=entries, subject=taking.subject, ref=taking.ref)


def standing_decision(entries: Sequence[Opened], coding: str) -> Opened | None:
    """Give the decision on a coding that stands: taken, and not retracted since."""
    taken, retracted = _decisions(entries, coding)
    return next((each for each in reversed(taken) if each.seq not in retracted), None)


def _key(desk: Desk, coding: str) -> str:
    """Name the write: a coding is decided once, and once again after each undoing."""
    taken, retracted = _decisions(desk.entries(), coding)
    undone = sum(each.seq in retracted for each in taken)
    return f"decide:{coding}:{undone}" if undone else f"decide:{coding}"


def _decisions(entries: Sequence[Opened], coding: str) -> tuple[list[Opened], set[int]]:
    subject = decision_subject(coding)
    taken = [each for each in entries if each.kind is Kind.DECISION_TAKEN and each.subject == subject]
    retracted = {each.payload["target"] for each in entries if each.kind is Kind.RECORD_RETRACTED}
    return taken, retracted


def decision_subject(coding: str) -> str:
    """Name the decision on a coding, as its entry is called."""
    return f"d:{coding[:16]}"


def _as_written(desk: Desk, standing: Opened, decision: Decision, entries: tuple[Entry, ...]) -> Outcome:
    """Take a decision that was written before for this one where it says the same, and refuse it where it does not."""
    if standing.by != desk.person or standing.payload["verdict"] != str(decision.verdict):
        raise RuleRefusal(
            f"this statement was decided meanwhile ({standing.payload['verdict']})",
            where=standing.subject,
            remedy="Nothing was written; look at what was decided",
        )
    subject = standing.payload.get("target")
    refs = (each.payload["ref"] for each in desk.entries() if each.subject == subject and "ref" in each.payload)
    return Outcome(entries=entries, subject=subject, ref=next(refs, None))


def _amended(desk: Desk, candidate: Candidate, decision: Decision) -> Statement:
    if not decision.changes:
        return candidate.statement
    text = desk.captures.text(candidate.text)
    return statement_from_json({**candidate.statement.to_json(), **decision.changes}, text)


class _Taking:
    """Builds the entries of one decision inside the write transaction."""

    def __init__(self, desk: Desk, candidate: Candidate, decision: Decision, statement: Statement) -> None:
        self.desk, self.candidate, self.decision, self.statement = desk, candidate, decision, statement
        self.subject: str | None = None
        self.ref: str | None = None
        self.was_asked = False

    def drafts(self, record: Record, entries: Sequence[Opened]) -> list[Draft]:
        """Give what comes of the decision first, and the decision itself, which names it, last."""
        self.was_asked = True
        made = list(self._made(record, entries))
        return [*made, self._decision(record, len(made))]

    def _made(self, record: Record, entries: Sequence[Opened]) -> Iterator[Draft]:
        match self.decision.verdict:
            case Verdict.ACCEPT | Verdict.AMEND:
                yield from self._accepted(record, entries)
            case Verdict.MERGE:
                yield self._restated(record)
            case Verdict.REJECT | Verdict.UNSURE | Verdict.SPLIT:
                return

    def _accepted(self, record: Record, entries: Sequence[Opened]) -> Iterator[Draft]:
        if self.decision.term:
            self.subject = f"t:{self.desk.new_id()}"
            payload = {**self.decision.term, "text": self.statement.quote.exact, "framework": self.desk.framework.id}
            yield self._draft(record, Kind.TERM_RECORDED, self.subject, payload)
        elif self.statement.type in BINDING:
            yield from self._commitment(record, entries)
        elif is_gate_rule(self.statement) and self.decision.applies:
            draft = gate_rule(self.desk, record, self.statement, self._base(record), self.decision.applies)
            self.subject = draft.subject
            yield draft
        elif self.statement.type not in ("fact", "assessment", "withdrawal") or self.decision.disposition == "lead":
            self.subject = f"s:{self.desk.new_id()}"
            payload = statement_payload(self.statement, self.decision, framework=self.desk.framework.id)
            yield self._draft(record, Kind.STATEMENT_RECORDED, self.subject, payload)

    def _commitment(self, record: Record, entries: Sequence[Opened]) -> Iterator[Draft]:
        if not self.statement.actors:
            raise RuleRefusal(
                "a commitment needs its actor (X4)",
                where=self.statement.quote.exact[:60],
                remedy="Name the actor, or keep it as a lead",
            )
        base = self._base(record)
        conditions, gates = (
            conditions_of(self.desk, record, self.statement, base),
            gates_of(self.desk, record, self.statement, base),
        )
        yield from (each.draft for each in (*conditions, *gates) if each.draft)
        self.subject, self.ref = f"c:{self.desk.new_id()}", self._next_reference(entries, base["valid"])
        payload = commitment_payload(self.statement, self.decision, ref=self.ref, framework=self.desk.framework.id)
        payload |= {"conditions": [each.id for each in conditions], "gates": [each.id for each in gates]}
        yield self._draft(record, Kind.COMMITMENT_RECORDED, self.subject, payload)

    def _next_reference(self, entries: Sequence[Opened], said: PartialDate) -> str:
        used = [entry.payload["ref"] for entry in entries if entry.kind is Kind.COMMITMENT_RECORDED]
        return next_reference(used, self.statement.actors[0], said.last.year)

    def _restated(self, record: Record) -> Draft:
        target = record.commitment(self.decision.target or "")
        statement = record.statements.get(self.decision.target or "")
        if target:
            self.subject, self.ref = target.id, target.ref
            payload = {"development": "restate", "note": self.decision.why or None}
            return self._draft(record, Kind.DEVELOPMENT_RECORDED, target.id, payload)
        if statement:
            self.subject = statement.id
            return self._draft(record, Kind.STATEMENT_RESTATED, statement.id, {})
        raise UnknownSubject(
            f"the record has no {self.decision.target} to merge into", remedy="See kept list for the references"
        )

    def _decision(self, record: Record, made: int) -> Draft:
        coding = ledger_coding(self.candidate.statement.to_json())
        amended = ledger_coding(self.statement.to_json()) if self.decision.changes else None
        payload = {
            "place": self.candidate.place,
            "coding_id": self.candidate.coding,
            "coding": coding,
            "amended": amended,
            "detector": self.candidate.statement.detector,
            "verdict": str(self.decision.verdict),
            "exclusion": str(self.decision.exclusion) if self.decision.exclusion else None,
            "target": self.subject,
            "made": made,
            "capture": self.candidate.capture,
            "text": self.candidate.text,
        }
        return self._draft(record, Kind.DECISION_TAKEN, decision_subject(self.candidate.coding), payload)

    def _draft(self, record: Record, kind: Kind, subject: str, payload: dict[str, Any]) -> Draft:
        return Draft(kind=kind, subject=subject, payload=payload, **self._base(record))

    def _base(self, record: Record) -> dict[str, Any]:
        """Give what all entries of this decision share: evidence, dates, who and why."""
        source = record.sources[self.candidate.capture]
        published = PartialDate.of(source.published_on or source.fetched[:10])
        evidence = Evidence(
            capture=self.candidate.capture,
            text=self.candidate.text,
            quote=self.statement.quote,
            klass=EvidenceClass(source.klass),
            grade=source.grade,
            group=source.group,
        )
        return {
            "evidence": (evidence,),
            "valid": published,
            "known": published,
            "by": self.desk.person,
            "why": self.decision.why,
        }
