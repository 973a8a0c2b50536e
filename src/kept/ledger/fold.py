"""The one fold: entries in, the record at a point of the three clocks out.

The same code serves the live tables, a replay and any as-of. A fact counts if it held by `as_of` (the last day of a
partial date), was known by `known_at`, and was recorded (on public faces: published) by `recorded_at`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from kept.ledger.commitment_fold import filings_of, fold_commitment, sorted_by_effect
from kept.ledger.entries import Opened
from kept.ledger.facts import Fact, Facts, facts_of
from kept.ledger.kinds import Kind
from kept.ledger.series import condition_state, gate_state, held_on
from kept.ledger.state import (
    Check,
    CommitmentState,
    DecisionState,
    Plain,
    Record,
    SourceState,
    StatementState,
)
from kept.model.evidence import Evidence
from kept.model.times import Clocks

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
        for fact in sorted_by_effect(self.by_kind[Kind.DEVELOPMENT_RECORDED]):
            self.developments[fact.entry.subject].append(fact)
        self.checks = self._checks()

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
        redirects = {fact.payload["from"]: fact.payload["into"] for fact in self.by_kind[Kind.RECORDS_MERGED]}
        commitments = {
            fact.entry.subject: self._commitment(fact, conditions, gates)
            for fact in self.by_kind[Kind.COMMITMENT_RECORDED]
            if fact.entry.subject not in redirects
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
            redirects=redirects,
            checks=self.checks,
            ledger=self._ledger(),
            references={fact.payload["ref"]: fact.entry.subject for fact in self.by_kind[Kind.COMMITMENT_RECORDED]},
        )

    def _counts(self, fact: Fact) -> bool:
        if fact.entry.kind in (Kind.SOURCE_CAPTURED, Kind.DECISION_TAKEN):
            return self._is_known(fact)
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
            conditions=[conditions[each] for each in conditions_here],
            gates=[gates[each] for each in gates_here],
        )

    def _hanging(self, field: str, fact: Fact, known: Mapping[str, Any]) -> list[str]:
        """Give the conditions or gates a commitment hangs on: those it names, and those that name it later."""
        kind = Kind.CONDITION_RECORDED if field == "conditions" else Kind.GATE_RECORDED
        subject = fact.entry.subject
        later = [each.entry.subject for each in self.by_kind[kind] if subject in each.payload.get("applies", ())]
        return list(dict.fromkeys(each for each in (*fact.payload.get(field, ()), *later) if each in known))

    def _checks(self) -> dict[str, tuple[Check, ...]]:
        found: dict[str, list[Check]] = defaultdict(list)
        for fact in self.by_kind[Kind.CHECK_RECORDED]:
            found[fact.entry.subject].append(_check(fact))
        return {subject: tuple(sorted(checks, key=lambda check: check.until)) for subject, checks in found.items()}

    def _statements(self) -> dict[str, StatementState]:
        closed, again = self._closed(), self._said_again()
        return {
            fact.entry.subject: _statement(fact, closed.get(fact.entry.subject, ()), again.get(fact.entry.subject, ()))
            for fact in self.by_kind[Kind.STATEMENT_RECORDED]
        }

    def _said_again(self) -> dict[str, list[Evidence]]:
        again: dict[str, list[Evidence]] = defaultdict(list)
        for fact in self.by_kind[Kind.STATEMENT_RESTATED]:
            again[fact.entry.subject].extend(fact.entry.evidence)
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
                closed[target].append((_CLOSING[relation], source))
            elif relation.removesuffix("_by") in _CLOSING.values() and target in here:
                closed[source].append((relation.removesuffix("_by"), target))
        return closed

    def _subjects(self) -> set[str]:
        kinds = (Kind.COMMITMENT_RECORDED, Kind.STATEMENT_RECORDED)
        return {fact.entry.subject for kind in kinds for fact in self.by_kind[kind]}

    def _sources(self) -> dict[str, SourceState]:
        return {fact.payload["capture"]: _source(fact) for fact in self.by_kind[Kind.SOURCE_CAPTURED]}

    def _decisions(self) -> tuple[DecisionState, ...]:
        return tuple(_decision(fact) for fact in self.by_kind[Kind.DECISION_TAKEN])

    def _plain(self, kind: Kind) -> dict[str, Plain]:
        return {
            fact.entry.subject: Plain(
                id=fact.entry.subject,
                payload=fact.payload,
                valid=fact.entry.valid,
                evidence=fact.entry.evidence,
                seq=fact.entry.seq,
            )
            for fact in self.by_kind[kind]
        }

    def _ledger(self) -> dict[str, Any]:
        return next((dict(entry.payload) for entry in self.facts.log if entry.kind is Kind.LEDGER_OPENED), {})


def _by_subject(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    """Gather facts that speak of one subject; the first of them is what it was recorded as."""
    gathered: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        gathered[fact.entry.subject].append(fact)
    return gathered


def _check(fact: Fact) -> Check:
    payload = fact.payload
    since = payload.get("since")
    return Check(
        seq=fact.entry.seq,
        what=payload["what"],
        where=payload["where"],
        found=payload["found"],
        since=date.fromisoformat(since) if since else None,
        until=date.fromisoformat(payload["until"]),
        note=payload.get("note") or "",
        evidence=fact.entry.evidence,
        by=fact.entry.by,
    )


def _statement(fact: Fact, closed: Iterable[tuple[str, str]], again: Iterable[Evidence]) -> StatementState:
    payload, entry, closing = fact.payload, fact.entry, tuple(closed)
    status = closing[-1][0] if closing else "open"
    return StatementState(
        id=entry.subject,
        type=payload["type"],
        title=payload.get("title") or "",
        actors=tuple(payload["actors"]),
        addressee=tuple(payload.get("addressee") or ()),
        beneficiary=payload.get("beneficiary"),
        filings=filings_of(payload),
        said=entry.valid,
        known=entry.known,
        disposition=payload.get("disposition", "record"),
        status=status,
        links=_links(payload, closing),
        attribution=payload.get("attribution", "narrator"),
        speaker=payload.get("speaker"),
        evidence=(*entry.evidence, *again),
        recorded=entry.recorded,
        seq=entry.seq,
        published=fact.published,
    )


def _links(payload: Mapping[str, Any], closing: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    own = [(relation, target) for relation, target in payload.get("links", ())]
    return tuple(dict.fromkeys([*own, *((f"{name}_by", who) for name, who in closing)]))


def _source(fact: Fact) -> SourceState:
    payload = fact.payload
    optional = {key: payload.get(key) for key in ("title", "site", "published_on", "provenance")}
    return SourceState(
        capture=payload["capture"],
        text=payload["text"],
        address=payload["address"],
        bylines=tuple(payload.get("bylines") or ()),
        fetched=payload["fetched"],
        grade=payload["grade"],
        klass=payload["class"],
        group=payload["group"],
        redistribution=payload["redistribution"],
        licence=payload["licence"],
        furniture=payload.get("furniture") or {},
        words=payload.get("words", 0),
        recorded=fact.entry.recorded,
        seq=fact.entry.seq,
        **optional,
    )


def _decision(fact: Fact) -> DecisionState:
    payload, entry = fact.payload, fact.entry
    return DecisionState(
        seq=entry.seq,
        place=payload["place"],
        verdict=payload["verdict"],
        coding=payload.get("amended") or payload["coding"] or {},
        capture=payload["capture"],
        target=payload.get("target"),
        exclusion=payload.get("exclusion"),
        reason=entry.why,
        detector=payload["detector"],
        by=entry.by,
        recorded=entry.recorded,
    )
