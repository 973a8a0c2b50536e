"""State on a date: what a fold over the entries gives for each subject; frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kept.ledger.coverage import Coverage
from kept.ledger.incident_fold import IncidentState
from kept.ledger.lifecycle import LADDER, Nature, Stage
from kept.ledger.parts import Check, ConditionState, Figure, Filing, GateState, Message, Step
from kept.model.evidence import Evidence
from kept.model.money import Amount, Quantity
from kept.model.statements import Firmness
from kept.model.times import Clocks, PartialDate

__all__ = [
    "Check",
    "CommitmentState",
    "ConditionState",
    "DecisionState",
    "Figure",
    "Filing",
    "GateState",
    "Message",
    "Plain",
    "Record",
    "SourceState",
    "StatementState",
    "Step",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentState:
    """A commitment on a date: what was said, how far it has got, what it waits for, and how that is known.

    `figures` is the series of what stood promised, with its direction; `delivered_bound` is `at_least` where parts of
    unknown size came; `shares` are parts of a joint promise by actor (decimals, M3); `overlap` is money of it that was
    announced before (R4), `overlap_unknown` says that some was and nobody knows how much. `due` is the first date that
    the actor's own firm words gave (conditional ones run from the day the condition was met); `delivered` counts in the
    pledge's own unit. Stage and flags are derived, never set.
    """

    id: str
    ref: str
    actors: tuple[str, ...]
    beneficiary: str | None
    title: str
    home: str
    filings: tuple[Filing, ...]
    nature: Nature
    firmness: Firmness
    said: PartialDate | None
    known: PartialDate | None
    stage: Stage
    steps: tuple[Step, ...]
    amount: Amount | None = None
    quantity: Quantity | None = None
    delivered: str | None = None
    delivered_share: str | None = None
    delivered_bound: str | None = None
    shares: Mapping[str, str] = field(default_factory=dict)
    overlap: Amount | None = None
    overlap_unknown: bool = False
    figures: tuple[Figure, ...] = ()
    deadline_text: str | None = None
    due_rule: str | None = None
    due_by: str = "actor"
    due: date | None = None
    start: str | None = None
    conditions: tuple[ConditionState, ...] = ()
    gates: tuple[GateState, ...] = ()
    flags: frozenset[str] = frozenset()
    links: tuple[tuple[str, str], ...] = ()
    checks: tuple[Check, ...] = ()
    notices: tuple[Message, ...] = ()
    replies: tuple[Message, ...] = ()
    attribution: str = "self"
    procedural: bool = False
    envelope: bool = False
    parent: str | None = None
    speaker: Mapping[str, Any] | None = None
    evidence: tuple[Evidence, ...] = ()
    corrections: tuple[int, ...] = ()
    recorded: str = ""
    seq: int = 0
    published: str | None = None

    @property
    def is_firm(self) -> bool:
        """Tell whether the words are or were firm (pledged or above)."""
        if self.firmness.rank >= Firmness.PLEDGED.rank:
            return True
        reached = (self.stage, *(step.after for step in self.steps))
        return any(stage in LADDER[2:] for stage in reached)

    @property
    def sources(self) -> int:
        """Count the independent stories it rests on (two pages with one wire count once)."""
        return len({each.group or each.capture for each in self.all_evidence})

    @property
    def all_evidence(self) -> tuple[Evidence, ...]:
        """Give every quote that speaks of it, in the order of the timeline."""
        return self.evidence + tuple(each for step in self.steps for each in step.evidence if step.seq != self.seq)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementState:
    """A refusal, demand, expectation, denial, threat or lead on a date, with what it answers or is answered by."""

    id: str
    type: str
    title: str
    actors: tuple[str, ...]
    addressee: tuple[str, ...]
    beneficiary: str | None
    filings: tuple[Filing, ...]
    said: PartialDate | None
    known: PartialDate | None
    disposition: str
    status: str
    links: tuple[tuple[str, str], ...]
    attribution: str = "narrator"
    speaker: Mapping[str, Any] | None = None
    evidence: tuple[Evidence, ...] = ()
    recorded: str = ""
    seq: int = 0
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """A captured page: where it came from, what it is called, what may be shown of it, what it yielded."""

    capture: str
    text: str
    address: str
    title: str | None
    bylines: tuple[str, ...]
    site: str | None
    published_on: str | None
    fetched: str
    grade: str
    klass: str
    group: str
    redistribution: str
    licence: str
    provenance: str | None
    furniture: Mapping[str, int]
    words: int
    recorded: str = ""
    seq: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionState:
    """A person's verdict on a coding of a place: what was read there and what became of it."""

    seq: int
    place: str
    verdict: str
    coding: Mapping[str, Any]
    capture: str
    target: str | None
    exclusion: str | None
    reason: str
    detector: str
    by: str
    recorded: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A term or incident as recorded: kept with its payload until the ceasefire room gives it more."""

    id: str
    payload: Mapping[str, Any]
    valid: PartialDate | None
    evidence: tuple[Evidence, ...]
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The whole record at a point of the three clocks."""

    clocks: Clocks
    size: int
    commitments: Mapping[str, CommitmentState]
    statements: Mapping[str, StatementState]
    conditions: Mapping[str, ConditionState]
    gates: Mapping[str, GateState]
    sources: Mapping[str, SourceState]
    decisions: tuple[DecisionState, ...]
    terms: Mapping[str, Plain]
    incidents: Mapping[str, Plain]
    incident_states: Mapping[str, IncidentState] = field(default_factory=dict)
    coverage: tuple[Coverage, ...] = ()
    meetings: Mapping[str, Plain] = field(default_factory=dict)
    translations: Mapping[str, tuple[Plain, ...]] = field(default_factory=dict)
    redirects: Mapping[str, str]
    references: Mapping[str, str]
    checks: Mapping[str, tuple[Check, ...]] = field(default_factory=dict)
    ledger: Mapping[str, Any] = field(default_factory=dict)

    def commitment(self, reference: str) -> CommitmentState | None:
        """Find a commitment by its reference or id; merged ones lead on to what they were merged into."""
        found = self.references.get(reference, reference)
        return self.commitments.get(self.redirects.get(found, found))
