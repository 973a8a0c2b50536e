"""Decisions still needed, taken and refused: who decides, on what, and what it allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse

from kept.reporting.gates import GateRow, OnWhat, SurveyGate, gates_table
from kept.web import speech
from kept.web.pages import Asking, page
from kept.web.public.quotes import Quoted, quoted
from kept.web.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A body's decision as a row of the page; `phrases` say how it stands and what it allows."""

    row: GateRow
    force: str
    phrases: tuple[str, ...]
    on: tuple[OnWhat, ...]
    quotes: tuple[Quoted, ...]


@page
def show(asking: Asking) -> HttpResponse:
    """Show all decisions; what nobody checked, and what others ask for, stands apart and hangs on nothing."""
    reading = asking.reading
    table = gates_table(reading.record, reading.framework)
    parts = (
        ("actor", reading.say("gate_named_by", "actor"), table.named_by_actor),
        ("law", reading.say("gate_named_by", "law"), table.named_by_law),
        ("decided", "Decided", table.decided),
        ("refused", "Refused", table.refused),
        ("ended", "Ended mandates", table.ended),
    )
    return asking.render(
        "gates.html",
        parts=[(name, title, decisions(reading, rows)) for name, title, rows in parts],
        apart=(
            ("survey", reading.say("gate_named_by", "survey"), by_country(table.survey)),
            ("demand", reading.say("gate_named_by", "demand"), by_country(table.demanded)),
        ),
    )


def of_country(reading: Reading, code: str) -> list[Decision]:
    """Give the decisions of one country."""
    rows = gates_table(reading.record, reading.framework).rows
    return decisions(reading, tuple(row for row in rows if row.country == code))


def decisions(reading: Reading, rows: tuple[GateRow, ...]) -> list[Decision]:
    """Lay out gates, in their order."""
    return [_decision(reading, row) for row in rows]


def _decision(reading: Reading, row: GateRow) -> Decision:
    return Decision(
        row=row,
        force=reading.say("gate_force", row.force),
        phrases=tuple(_phrases(reading, row)),
        on=tuple(each for each in row.on if not _is_procedural(reading, each)),
        quotes=quoted(reading, row.evidence),
    )


def _is_procedural(reading: Reading, item: OnWhat) -> bool:
    commitment = reading.record.commitments.get(item.id)
    return commitment is not None and commitment.procedural


def _phrases(reading: Reading, row: GateRow) -> Iterator[str]:
    status = speech.capital(reading.say("gate_status", row.status))
    yield f"{status}, {speech.day(row.since)}" if row.since and row.status != "required" else status
    if row.vote:
        yield votes(row.vote)
    if row.number:
        yield f"for {row.number} at most"
    if row.area:
        yield f"for {row.area}"
    if row.until:
        yield f"until {speech.day(row.until)}"


def votes(text: str) -> str:
    """Say a result: 71 votes to 48."""
    first, dash, second = text.partition("-")
    return f"{first} votes to {second}" if dash and first.isdigit() and second.isdigit() else text


def by_country(gates: tuple[SurveyGate, ...]) -> list[SurveyGate]:
    """Order gates that hang on nothing by the alphabet."""
    return sorted(gates, key=lambda each: (each.country_title.casefold(), each.title))
