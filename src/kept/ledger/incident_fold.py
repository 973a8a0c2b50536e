"""Fold an incident: observations, claims and denials on one record, two ladders, the way from report to remedy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kept.ledger.facts import Fact
from kept.ledger.series import held_on
from kept.model.evidence import Evidence
from kept.model.incidents import Count, Finding, ProcessStep, Responsibility, Verification, Window
from kept.model.times import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """Something seen, heard or recorded: by whom, by which means, what and how many; `position` never leaves."""

    by: str
    means: str
    counts: tuple[Count, ...]
    text: str
    on: date
    position: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyClaim:
    """What a party says of the incident: claim, denial or explanation, and whom it names."""

    by: str
    kind: str
    text: str
    on: date
    against: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStep:
    """A step of a ladder: the level, who took it, by which method, on which day."""

    level: str
    by: str
    method: str
    on: date
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessEntry:
    """A step from report to remedy, with who has the next one and when it is due."""

    step: ProcessStep
    on: date
    owner: str | None
    due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentState:
    """An incident on a day. Verification and attribution are separate ladders and never above their sources.

    `place` and each `position` are internal; `area` is what may be published, after `delay_hours`.
    """

    id: str
    name: str
    klass: str
    on: PartialDate | None
    window: Window | None
    zone: str | None
    area: str | None
    place: Mapping[str, Any] | None
    terms: tuple[str, ...]
    training: bool
    observations: tuple[Observation, ...]
    claims: tuple[PartyClaim, ...]
    verification: tuple[LadderStep, ...]
    attribution: tuple[LadderStep, ...]
    finding: Finding
    process: tuple[ProcessEntry, ...]
    duplicate_of: str | None
    level: str
    delay_hours: int
    evidence: tuple[Evidence, ...]
    seq: int

    @property
    def verified(self) -> Verification:
        """Give the highest step of the verification ladder."""
        return Verification(max((step.level for step in self.verification), default="V0"))

    @property
    def attributed(self) -> Responsibility:
        """Give the highest step of the attribution ladder."""
        return Responsibility(max((step.level for step in self.attribution), default="A0"))

    @property
    def step(self) -> ProcessStep:
        """Give how far it has got."""
        return self.process[-1].step if self.process else ProcessStep.REGISTERED


def incident_state(fact: Fact, moves: Sequence[Fact]) -> IncidentState:
    """Fold an incident with what was added to it, in the order it took effect."""
    payload, entry = fact.payload, fact.entry
    publication = payload.get("publication") or {}
    return IncidentState(
        id=entry.subject,
        name=payload["name"],
        klass=payload.get("class", "other"),
        on=entry.valid,
        window=_window(payload.get("window")),
        zone=payload.get("zone"),
        area=payload.get("area"),
        place=payload.get("place"),
        terms=tuple(payload.get("terms", ())),
        training=bool(payload.get("training")),
        observations=(*_first_observations(fact), *(_observation(each) for each in _of(moves, "observation"))),
        claims=(*_first_claims(fact), *(_claim(each) for each in _of(moves, "claim"))),
        verification=(*_first_step(fact, "verification"), *(_step(each) for each in _of(moves, "verification"))),
        attribution=(*_first_step(fact, "attribution"), *(_step(each) for each in _of(moves, "attribution"))),
        finding=Finding(next((each.payload["level"] for each in reversed(_of(moves, "finding"))), "open")),
        process=tuple(_process(each) for each in _of(moves, "process")),
        duplicate_of=next((each.payload["of"] for each in reversed(_of(moves, "duplicate"))), None),
        level=publication.get("level", "delayed"),
        delay_hours=publication.get("delay_hours", 72),
        evidence=(*entry.evidence, *(each for move in moves for each in move.entry.evidence)),
        seq=entry.seq,
    )


def _of(moves: Sequence[Fact], what: str) -> list[Fact]:
    return [each for each in moves if each.payload["what"] == what]


def _window(data: Mapping[str, str] | None) -> Window | None:
    if not data:
        return None
    return Window(start=datetime.fromisoformat(data["start"]), end=datetime.fromisoformat(data["end"]))


def counts_of(data: Sequence[Mapping[str, Any]]) -> tuple[Count, ...]:
    """Read counts; a bare `count` is exact, `least` and `most` are bounds."""
    return tuple(
        Count(
            signature=each.get("signature", "signatures"),
            least=each.get("least", each.get("count", 0)),
            most=each.get("most", each.get("count")),
        )
        for each in data
    )


def _first_observations(fact: Fact) -> Iterator[Observation]:
    for each in fact.payload.get("claims") or ():
        if each["kind"] == "observation":
            yield Observation(
                by=each["by"],
                means=each.get("means", "other"),
                counts=counts_of([each] if "count" in each else each.get("counts", ())),
                text=each.get("text", ""),
                on=held_on(fact),
                position=None,
                evidence=fact.entry.evidence,
            )


def _first_claims(fact: Fact) -> Iterator[PartyClaim]:
    for each in fact.payload.get("claims") or ():
        if each["kind"] != "observation":
            yield PartyClaim(
                by=each["by"],
                kind=each["kind"],
                text=each.get("text", ""),
                on=held_on(fact),
                against=each.get("against"),
                evidence=fact.entry.evidence,
            )


def _first_step(fact: Fact, ladder: str) -> Iterator[LadderStep]:
    level = fact.payload.get(ladder)
    if level:
        yield LadderStep(level=level, by=fact.entry.by, method="as first recorded", on=held_on(fact), evidence=())


def _observation(fact: Fact) -> Observation:
    payload = fact.payload
    return Observation(
        by=payload["by"],
        means=payload["means"],
        counts=counts_of(payload.get("counts", ())),
        text=payload.get("text") or "",
        on=held_on(fact),
        position=payload.get("position"),
        evidence=fact.entry.evidence,
    )


def _claim(fact: Fact) -> PartyClaim:
    payload = fact.payload
    return PartyClaim(
        by=payload["by"],
        kind=payload["kind"],
        text=payload.get("text") or "",
        on=held_on(fact),
        against=payload.get("against"),
        evidence=fact.entry.evidence,
    )


def _step(fact: Fact) -> LadderStep:
    payload = fact.payload
    return LadderStep(
        level=payload["level"],
        by=payload["by"],
        method=payload.get("method", ""),
        on=held_on(fact),
        evidence=fact.entry.evidence,
    )


def _process(fact: Fact) -> ProcessEntry:
    payload = fact.payload
    due = payload.get("due")
    return ProcessEntry(
        step=ProcessStep(payload["step"]),
        on=held_on(fact),
        owner=payload.get("owner"),
        due=date.fromisoformat(due) if due else None,
    )
