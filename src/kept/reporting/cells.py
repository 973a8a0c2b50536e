"""What the matrix is made of: columns, rows, and cells that say what stands, what waits, and why one is empty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from kept.ledger.lifecycle import LADDER, Stage

Axis = Literal["topic", "form"]

UNFILED = ""
"""The column of records that name no topic or kind of help."""

RANKED = (
    Stage.EXPIRED,
    Stage.WITHDRAWN,
    Stage.LAPSED,
    Stage.BLOCKED,
    Stage.SUSPENDED,
    *LADDER[:7],
    Stage.IN_FORCE,
    Stage.DELIVERED,
)
"""Stages from weakest to strongest: what is over never hides what stands."""


class Empty(StrEnum):
    """Why a cell is empty: somebody looked and found nothing, or nobody looked (lately)."""

    NOTHING_FOUND = "nothing_found"
    NOT_LOOKED_FOR = "not_looked_for"


class Mark(StrEnum):
    """What something in a cell waits for."""

    CONDITION = "condition"
    VOTE = "vote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """What has come of one promise, in its own unit; `share` None where the units differ or no figure was named."""

    ref: str
    value: Decimal
    promised: Decimal | None
    unit: str
    share: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one actor has said on one column.

    `strongest` is the furthest stage, `counts` how many records stand at each, strongest first; `procedural` counts
    promises to ask or vote apart. `weak`: nothing in it has a better source than a rewriting site (E8). `empty` is set
    where there is no record, with the day of the last look where there was one.
    """

    column: str
    strongest: Stage | None = None
    counts: tuple[tuple[Stage, int], ...] = ()
    marks: frozenset[Mark] = frozenset()
    weak: bool = False
    refused: int = 0
    refused_weak: bool = False
    procedural: int = 0
    delivered: tuple[Delivered, ...] = ()
    refs: tuple[str, ...] = ()
    empty: Empty | None = None
    last_look: date | None = None

    @property
    def is_firm(self) -> bool:
        """Tell whether the strongest words are a promise or more."""
        return self.strongest is not None and RANKED.index(self.strongest) >= RANKED.index(Stage.PLEDGED)

    @property
    def total(self) -> int:
        """Count the records at all stages, procedural ones apart."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One actor's cells, one a column; `joint` where a group speaks as one."""

    actor: str
    title: str
    joint: bool
    cells: tuple[Cell, ...]

    @property
    def has_records(self) -> bool:
        """Tell whether any cell holds something."""
        return any(cell.empty is None for cell in self.cells)

    @property
    def empty(self) -> Empty:
        """Say of a row without records whether anybody looked at all."""
        looked = any(cell.empty is Empty.NOTHING_FOUND for cell in self.cells)
        return Empty.NOTHING_FOUND if looked else Empty.NOT_LOOKED_FOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A topic, or a top-level kind of help."""

    id: str
    title: str
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The table: groups first, then actors by the alphabet; `others` are participants without any record."""

    by: Axis
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    others: tuple[Row, ...]
