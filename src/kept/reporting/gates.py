"""Decisions still needed, decided, refused and ended, with their limits beside what was promised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from kept.ledger.state import CommitmentState, GateState, Record
from kept.model.evidence import Evidence
from kept.model.frameworks import Framework, KnownGate
from kept.model.money import Amount, Quantity, decimal_of
from kept.reporting.follow_through.counted import is_filed
from kept.reporting.follow_through.figures import confirmed, highest_firm
from kept.reporting.naming import actor_title
from kept.reporting.wording import figure_text, number_text

_DECIDED = ("passed", "waived")


@dataclass(frozen=True, slots=True, kw_only=True)
class OnWhat:
    """A commitment that hangs on a gate, and how the limits of the vote compare with what it says."""

    id: str
    ref: str
    title: str
    comparison: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GateRow:
    """A decision: who takes it, on what, whether law or custom asks for it, whether it was asked for, its result.

    `status` is required, scheduled, pending, passed, rejected, waived or ended; `force` law, custom or own_cabinet.
    """

    id: str
    country: str
    country_title: str
    kind: str
    body: str
    title: str
    status: str
    named_by: str
    force: str
    text: str
    asked: date | None
    since: date | None
    vote: str | None
    until: date | None
    area: str | None
    number: str | None
    on: tuple[OnWhat, ...]
    evidence: tuple[Evidence, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Write the row as CSV and API give it."""
        days = {"asked": self.asked, "since": self.since, "until": self.until}
        plain = ("id", "country", "kind", "body", "title", "status", "named_by", "force", "vote", "area", "number")
        return (
            {name: getattr(self, name) for name in plain}
            | {name: day.isoformat() if day else None for name, day in days.items()}
            | {
                "on": [each.ref for each in self.on],
                "comparison": [text for each in self.on for text in each.comparison],
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyGate:
    """A gate that only a survey lists, or that somebody else asks for: not checked, hangs on nothing."""

    country: str
    country_title: str
    kind: str
    body: str
    title: str
    klass: str
    named_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GatesTable:
    """All gates of a framework on a day; `survey` and `demanded` hang on nothing and raise no flag."""

    named_by_actor: tuple[GateRow, ...]
    named_by_law: tuple[GateRow, ...]
    decided: tuple[GateRow, ...]
    refused: tuple[GateRow, ...]
    ended: tuple[GateRow, ...]
    survey: tuple[SurveyGate, ...]
    demanded: tuple[SurveyGate, ...]

    @property
    def needed(self) -> tuple[GateRow, ...]:
        """Give every decision that is still needed."""
        return self.named_by_actor + self.named_by_law

    @property
    def rows(self) -> tuple[GateRow, ...]:
        """Give every gate of the record, those still needed first."""
        return self.needed + self.ended + self.decided + self.refused


def gates_table(record: Record, framework: Framework) -> GatesTable:
    """Sort the gates of a framework by where they stand, alphabetically by country."""
    rows = sorted(_rows(record, framework), key=lambda row: (row.country_title, row.title, row.id))
    needed = [row for row in rows if row.status in ("required", "scheduled", "pending")]
    known = sorted(framework.gates, key=lambda gate: (gate.country, gate.title))
    return GatesTable(
        named_by_actor=tuple(row for row in needed if row.named_by == "actor"),
        named_by_law=tuple(row for row in needed if row.named_by == "law"),
        decided=tuple(row for row in rows if row.status in _DECIDED),
        refused=tuple(row for row in rows if row.status == "rejected"),
        ended=tuple(row for row in rows if row.status == "ended"),
        survey=tuple(_listed(gate, framework) for gate in known if gate.named_by == "survey"),
        demanded=tuple(_listed(gate, framework) for gate in known if gate.named_by == "demand"),
    )


def _rows(record: Record, framework: Framework) -> Iterator[GateRow]:
    hanging: dict[str, list[CommitmentState]] = {gate: [] for gate in record.gates}
    for commitment in record.commitments.values():
        for gate in commitment.gates:
            hanging[gate.id].append(commitment)
    for gate in record.gates.values():
        here = [each for each in hanging[gate.id] if is_filed(framework, each.filings, each.home)]
        if gate.named_by in ("actor", "law") and (here or not hanging[gate.id]):
            yield _row(gate, here, framework)


def _row(gate: GateState, hanging: list[CommitmentState], framework: Framework) -> GateRow:
    until, number = gate.limits.get("until"), gate.limits.get("number")
    return GateRow(
        id=gate.id,
        country=gate.country,
        country_title=actor_title(gate.country, framework),
        kind=gate.kind,
        body=gate.body,
        title=gate.title,
        status=gate.status,
        named_by=gate.named_by,
        force=gate.force,
        text=gate.text,
        asked=gate.asked if gate.is_asked or not gate.is_open else None,
        since=gate.since,
        vote=gate.vote,
        until=date.fromisoformat(until) if until else None,
        area=gate.limits.get("area"),
        number=str(number) if number is not None else None,
        on=tuple(_on_what(gate, each) for each in hanging),
        evidence=gate.evidence,
    )


def _on_what(gate: GateState, commitment: CommitmentState) -> OnWhat:
    limits = tuple(_compared(gate, commitment)) if gate.status in ("passed", "ended") else ()
    return OnWhat(id=commitment.id, ref=commitment.ref, title=commitment.title, comparison=limits)


def _compared(gate: GateState, commitment: CommitmentState) -> Iterator[str]:
    """Compare the limits of a vote with the promise: its number, what has come, its date (codebook G4)."""
    allowed, figure = decimal_of(gate.limits.get("number")), highest_firm(commitment)
    if allowed is not None and figure is not None and not isinstance(figure, Amount):
        yield from _numbers(allowed, figure, confirmed(commitment))
    until = gate.limits.get("until")
    if until and commitment.due and date.fromisoformat(until) < commitment.due:
        yield f"vote allows it until {until}, promise is due on {commitment.due}"


def _numbers(allowed: Decimal, figure: Quantity, came: Decimal | None) -> Iterator[str]:
    if figure.value is not None and allowed < figure.value:
        said = figure_text(Quantity(unit="", value=figure.value, qualifier=figure.qualifier)).strip()
        yield f"vote allows {number_text(allowed)}, promise says {said}"
    if came is not None and came > allowed:
        yield f"vote allows {number_text(allowed)}, {number_text(came)} came"


def _listed(gate: KnownGate, framework: Framework) -> SurveyGate:
    return SurveyGate(
        country=gate.country,
        country_title=actor_title(gate.country, framework),
        kind=gate.kind,
        body=gate.body,
        title=gate.title,
        klass=gate.klass,
        named_by=gate.named_by,
    )
