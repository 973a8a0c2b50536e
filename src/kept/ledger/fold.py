"""The one fold: entries in, the record at a point of the three clocks out.

The same code serves the live tables, a replay and any as-of. A fact counts if it held by `as_of` (the last day of a
partial date), was known by `known_at`, and was recorded (on public faces: published) by `recorded_at`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from kept.ledger.commitment_fold import fold_commitment, sorted_by_effect
from kept.ledger.coverage import coverage_of
from kept.ledger.entries import Opened
from kept.ledger.facts import Fact, Facts, facts_of
from kept.ledger.incident_fold import IncidentState, incident_state
from kept.ledger.kinds import Kind
from kept.ledger.merging import redirects_of, restatement_of
from kept.ledger.series import condition_state, gate_state, held_on
from kept.ledger.single_facts import check_of, decision_of, message_of, source_of, statement_of
from kept.ledger.state import (
    Check,
    CommitmentState,
    DecisionState,
    Message,
    Plain,
    Record,
    SourceState,
    StatementState,
)
from kept.model.evidence import Evidence
from kept.model.times import Clocks

_TIMELESS = frozenset({Kind.SOURCE_CAPTURED, Kind.DECISION_TAKEN, Kind.RECORDS_MERGED, Kind.TRANSLATION_RECORDED})
"""Kinds about the record, not about the world: they hold on every day (a merge says that two were always one)."""

_CLOSING = {"answers": "answered", "closes": "closed", "refuses": "refused"}


def fold(entries: Iterable[Opened], clocks: Clocks, *, public: bool = False) -> Record:
    """Project the entries to a point of the three clocks; `public` shows what was published only."""
    facts = facts_of(entries, recorded_at=clocks.recorded_at, public=public)
    return _Projection(facts, clocks).record()


class _Projection:
    """Sorts the visible facts by subject and folds each subject once."""

    def __init__(self, facts: Facts, clocks: Clocks) -> None:
        self.facts, self.clocks = facts, clocks
        self.by_kind: dict[Kind, list[Fact]] = defaultdict(list)
        self.developments: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts.facts:
            if self._counts(fact):
                self.by_kind[fact.entry.kind].append(fact)
        self.redirects = redirects_of(self.by_kind[Kind.RECORDS_MERGED], here=self._subjects())
        said_again = [
            restatement_of(fact, self.redirects[fact.entry.subject])
            for fact in self.by_kind[Kind.COMMITMENT_RECORDED]
            if fact.entry.subject in self.redirects
        ]
        for fact in sorted_by_effect([*self.by_kind[Kind.DEVELOPMENT_RECORDED], *said_again]):
            self.developments[self._into(fact.entry.subject)].append(fact)
        self.checks = self._checks()
        self.notices, self.replies = self._messages(Kind.NOTICE_SENT, "to"), self._messages(Kind.REPLY_RECEIVED, "from")
        self.applied = self._applied()

    def _into(self, subject: str) -> str:
        """Give the subject that a merged one was merged into."""
        return self.redirects.get(subject, subject)

    def record(self) -> Record:
        """Fold every subject."""
        as_of = self.clocks.as_of
        conditions = {
            fact.entry.subject: condition_state(fact, self.developments[fact.entry.subject])
            for fact in self.by_kind[Kind.CONDITION_RECORDED]
        }
        gates = {
            subject: gate_state(facts, self.developments[subject], as_of)
            for subject, facts in _by_subject(self.by_kind[Kind.GATE_RECORDED]).items()
        }
        commitments = {
            fact.entry.subject: self._commitment(fact, conditions, gates)
            for fact in self.by_kind[Kind.COMMITMENT_RECORDED]
            if fact.entry.subject not in self.redirects
        }
        return Record(
            clocks=self.clocks,
            size=len(self.facts.facts) + len(self.facts.log),
            commitments=commitments,
            statements=self._statements(),
            conditions=conditions,
            gates=gates,
            sources=self._sources(),
            decisions=self._decisions(),
            terms=self._plain(Kind.TERM_RECORDED),
            incidents=self._plain(Kind.INCIDENT_RECORDED),
            incident_states=self._incidents(),
            coverage=coverage_of(self.by_kind[Kind.COVERAGE_RECORDED]),
            meetings=self._plain(Kind.MEETING_RECORDED),
            translations=self._translations(),
            redirects=self.redirects,
            checks=self.checks,
            ledger=self._ledger(),
            references={fact.payload["ref"]: fact.entry.subject for fact in self.by_kind[Kind.COMMITMENT_RECORDED]},
        )

    def _counts(self, fact: Fact) -> bool:
        if fact.entry.kind in _TIMELESS:
            return fact.entry.kind is Kind.RECORDS_MERGED or self._is_known(fact)
        return held_on(fact) <= self.clocks.as_of and self._is_known(fact)

    def _is_known(self, fact: Fact) -> bool:
        limit = self.clocks.known_at
        known = fact.entry.known or fact.entry.valid
        return limit is None or known is None or known.last <= limit

    def _commitment(self, fact: Fact, conditions: Mapping[str, Any], gates: Mapping[str, Any]) -> CommitmentState:
        conditions_here, gates_here = self._hanging("conditions", fact, conditions), self._hanging("gates", fact, gates)
        subjects = (fact.entry.subject, *conditions_here, *gates_here)
        return fold_commitment(
            fact,
            sorted_by_effect([each for subject in subjects for each in self.developments[subject]]),
            as_of=self.clocks.as_of,
            checks=self.checks.get(fact.entry.subject, ()),
            notices=self.notices.get(fact.entry.subject, ()),
            replies=self.replies.get(fact.entry.subject, ()),
            conditions=[conditions[each] for each in conditions_here],
            gates=[gates[each] for each in gates_here],
        )

    def _hanging(self, field: str, fact: Fact, known: Mapping[str, Any]) -> list[str]:
        """Give the conditions or gates a commitment hangs on: those it names, and those that name it later."""
        later = self.applied[fact.entry.subject]
        return list(dict.fromkeys(each for each in (*fact.payload.get(field, ()), *later) if each in known))

    def _applied(self) -> dict[str, list[str]]:
        """Give, for each commitment, the conditions and gates that name it."""
        applied: dict[str, list[str]] = defaultdict(list)
        for kind in (Kind.CONDITION_RECORDED, Kind.GATE_RECORDED):
            for fact in self.by_kind[kind]:
                for subject in fact.payload.get("applies", ()):
                    applied[self._into(subject)].append(fact.entry.subject)
        return applied

    def _checks(self) -> dict[str, tuple[Check, ...]]:
        found: dict[str, list[Check]] = defaultdict(list)
        for fact in self.by_kind[Kind.CHECK_RECORDED]:
            found[self._into(fact.entry.subject)].append(check_of(fact))
        return {subject: tuple(sorted(checks, key=lambda check: check.until)) for subject, checks in found.items()}

    def _messages(self, kind: Kind, party: str) -> dict[str, list[Message]]:
        """Give the notices sent about each commitment, or the replies received, in the order of the log."""
        found: dict[str, list[Message]] = defaultdict(list)
        for fact in self.by_kind[kind]:
            found[self._into(fact.entry.subject)].append(message_of(fact, party))
        return found

    def _statements(self) -> dict[str, StatementState]:
        closed, again = self._closed(), self._said_again()
        return {
            fact.entry.subject: statement_of(
                fact, closed.get(fact.entry.subject, ()), again.get(fact.entry.subject, ())
            )
            for fact in self.by_kind[Kind.STATEMENT_RECORDED]
            if fact.entry.subject not in self.redirects
        }

    def _said_again(self) -> dict[str, list[Evidence]]:
        again: dict[str, list[Evidence]] = defaultdict(list)
        for fact in self.by_kind[Kind.STATEMENT_RESTATED]:
            again[self._into(fact.entry.subject)].extend(fact.entry.evidence)
        return again

    def _closed(self) -> dict[str, list[tuple[str, str]]]:
        """Give, for each statement, how it stands by now and through whom; links may be written at either end."""
        links = [
            (fact.entry.subject, relation, target)
            for kind in (Kind.COMMITMENT_RECORDED, Kind.STATEMENT_RECORDED)
            for fact in self.by_kind[kind]
            for relation, target in fact.payload.get("links", ())
        ]
        here = self._subjects()
        closed: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for source, relation, target in links:
            if relation in _CLOSING:
                closed[self._into(target)].append((_CLOSING[relation], self._into(source)))
            elif relation.removesuffix("_by") in _CLOSING.values() and target in here:
                closed[self._into(source)].append((relation.removesuffix("_by"), self._into(target)))
        return closed

    def _subjects(self) -> set[str]:
        kinds = (Kind.COMMITMENT_RECORDED, Kind.STATEMENT_RECORDED)
        return {fact.entry.subject for kind in kinds for fact in self.by_kind[kind]}

    def _sources(self) -> dict[str, SourceState]:
        return {fact.payload["capture"]: source_of(fact) for fact in self.by_kind[Kind.SOURCE_CAPTURED]}

    def _decisions(self) -> tuple[DecisionState, ...]:
        return tuple(decision_of(fact) for fact in self.by_kind[Kind.DECISION_TAKEN])

    def _plain(self, kind: Kind) -> dict[str, Plain]:
        return {fact.entry.subject: _plain_of(fact) for fact in self.by_kind[kind]}

    def _incidents(self) -> dict[str, IncidentState]:
        moves = _by_subject(sorted_by_effect(self.by_kind[Kind.INCIDENT_MOVED]))
        return {
            fact.entry.subject: incident_state(fact, moves.get(fact.entry.subject, ()))
            for fact in self.by_kind[Kind.INCIDENT_RECORDED]
        }

    def _translations(self) -> dict[str, tuple[Plain, ...]]:
        """Give the translations of each place, in the order of the log."""
        found: dict[str, list[Plain]] = defaultdict(list)
        for fact in self.by_kind[Kind.TRANSLATION_RECORDED]:
            found[fact.entry.subject].append(_plain_of(fact))
        return {subject: tuple(each) for subject, each in found.items()}

    def _ledger(self) -> dict[str, Any]:
        return next((dict(entry.payload) for entry in self.facts.log if entry.kind is Kind.LEDGER_OPENED), {})


def _plain_of(fact: Fact) -> Plain:
    entry = fact.entry
    return Plain(id=entry.subject, payload=fact.payload, valid=entry.valid, evidence=entry.evidence, seq=entry.seq)


def _by_subject(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    """Gather facts that speak of one subject; the first of them is what it was recorded as."""
    gathered: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        gathered[fact.entry.subject].append(fact)
    return gathered
