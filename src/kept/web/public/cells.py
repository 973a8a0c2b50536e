"""The words of a matrix cell: the strongest first, never by colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from kept.ledger.lifecycle import Stage
from kept.model.money import Amount, Quantity
from kept.reporting.matrix import Cell, Delivered, Empty, Mark, Matrix, Row
from kept.web import speech
from kept.web.reading import Reading

_SHORT = {Stage.INTENDED: "Offer", Stage.FLOATED: "Option", Stage.AGREED: "Agreed", Stage.FUNDED: "Money in place"}
_ENDED = (Stage.WITHDRAWN, Stage.LAPSED, Stage.BLOCKED, Stage.SUSPENDED, Stage.EXPIRED)


@dataclass(frozen=True, slots=True, kw_only=True)
class CellWords:
    """A cell in words: `lines` are words with their count, `strength` names how firm the strongest is."""

    strength: str
    lines: tuple[tuple[str, int], ...]
    figures: tuple[str, ...]
    waits: bool
    vote: bool
    empty: str


def cell_words(reading: Reading, cell: Cell) -> CellWords:
    """Say a cell."""
    lines = [(f"{short(reading, stage)}{'?' if cell.weak else ''}", count) for stage, count in cell.counts]
    if cell.refused:
        lines.append((f"Refused{'?' if cell.refused_weak else ''}", cell.refused))
    if cell.procedural:
        lines.append(("Promise to ask or vote", cell.procedural))
    return CellWords(
        strength=strength(cell),
        lines=tuple(lines),
        figures=tuple(figure(reading, each) for each in cell.delivered if each.share is None or each.share < 1),
        waits=Mark.CONDITION in cell.marks,
        vote=Mark.VOTE in cell.marks,
        empty=empty_words(cell),
    )


def strength(cell: Cell) -> str:
    """Name how a cell looks: done, firm, soft, over, refused or empty; its words say the same."""
    if cell.empty is not None:
        return "nothing" if cell.empty is Empty.NOTHING_FOUND else "unlooked"
    if cell.strongest is None:
        return "refused" if cell.refused else "soft"
    if cell.strongest in (Stage.DELIVERED, Stage.IN_DELIVERY):
        return "done"
    if cell.strongest in _ENDED:
        return "over"
    return "firm" if cell.is_firm else "soft"


def short(reading: Reading, stage: Stage) -> str:
    """Give the word of a stage for a narrow cell; the legend has it in full."""
    return _SHORT.get(stage) or reading.say("stage", stage)


def figure(reading: Reading, delivered: Delivered) -> str:
    """Say what has come of one promise."""
    commitment = reading.record.commitment(delivered.ref)
    whole: Amount | Quantity | None = (commitment.amount or commitment.quantity) if commitment else None
    return speech.part_of(delivered.value, whole)


def empty_words(cell: Cell) -> str:
    """Say why a cell is empty, with the day of the last look."""
    if cell.empty is None:
        return ""
    if cell.empty is Empty.NOTHING_FOUND:
        return f"looked for, nothing found, {speech.day(cell.last_look)}"
    return f"not looked for since {speech.day(cell.last_look)}" if cell.last_look else "not looked for"


def row_words(reading: Reading, row: Row) -> str:
    """Say which kinds of empty a row without records has."""
    return "nothing found" if row.empty is Empty.NOTHING_FOUND else "not looked for yet"


def others_words(reading: Reading, table: Matrix) -> str:
    """Count the participants without any record, by whether anybody looked."""
    found = sum(row.empty is Empty.NOTHING_FOUND for row in table.others)
    rest = len(table.others) - found
    parts = [f"nothing found ({found})" if found else "", f"not looked for yet ({rest})" if rest else ""]
    return ", ".join(part for part in parts if part)
