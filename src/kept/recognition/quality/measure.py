"""Measure recognition on a file of coded passages: recognise each, compare, name the worst."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kept.errors import UnreadableInput
from kept.recognition.quality.counts import BINDING, counts
from kept.recognition.quality.matching import Coded, counted, matched, without_edge
from kept.recognition.quality.table import Figure, Table

WORST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A coded passage with what was found in it, both without what is context only."""

    id: str
    text: str
    gold: tuple[Coded, ...]
    found: tuple[Coded, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worst:
    """A passage that was read wrongly: what it holds by its coders, what was found, how much it weighs."""

    id: str
    text: str
    coded: tuple[str, ...]
    found: tuple[str, ...]
    weight: int

    def to_json(self) -> dict[str, Any]:
        """Write it for programs."""
        return {"id": self.id, "text": self.text, "coded": list(self.coded), "found": list(self.found)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The figures over all passages, over those that the coders were sure of, and the worst cases."""

    passages: int
    figures: tuple[Figure, ...]
    sure: tuple[Figure, ...]
    worst: tuple[Worst, ...]

    def to_json(self) -> dict[str, Any]:
        """Write the shape of `kept evaluate --json`."""
        return {
            "items": self.passages,
            "all": {each.name: each.to_json() for each in self.figures},
            "sure": {each.name: each.to_json() for each in self.sure},
            "worst": [each.to_json() for each in self.worst],
        }


def coded_rows(path: Path) -> list[dict[str, Any]]:
    """Read a file of coded passages, one `{"id", "text", "statements", …}` a line; else raise `UnreadableInput`."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(
            "no readable text file", where=str(path), remedy="Give a file of JSON Lines in the shape of the gold files"
        ) from error
    rows = [_row(line, f"{path}:{number}") for number, line in enumerate(lines, start=1) if line.strip()]
    if not rows:
        raise UnreadableInput("no coded passage", where=str(path), remedy="Give a file with at least one line")
    return rows


def _row(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise UnreadableInput("no JSON", where=where, remedy="Write one object a line") from error
    if (
        not isinstance(row, dict)
        or not isinstance(row.get("text"), str)
        or not isinstance(row.get("statements"), list)
        or "id" not in row
    ):
        raise UnreadableInput(
            "no coded passage", where=where, remedy='Write {"id": …, "text": …, "statements": […]} on each line'
        )
    return row


def measure(rows: Iterable[dict[str, Any]], recognised: Callable[[dict[str, Any]], Sequence[Coded]]) -> Measured:
    """Recognise every passage and compare with its coding; `recognised` answers a row with its statements."""
    passages = [
        Passage(
            id=str(row["id"]),
            text=row["text"],
            gold=tuple(counted(row["statements"])),
            found=tuple(counted(recognised(row))),
        )
        for row in rows
    ]
    sure = [without_edge(each.gold, each.found) for each in passages]
    return Measured(
        passages=len(passages),
        figures=Table([counts(each.gold, each.found) for each in passages]).figures(),
        sure=Table([counts(gold, found) for gold, found in sure]).figures(),
        worst=worst(passages),
    )


def worst(passages: Sequence[Passage]) -> tuple[Worst, ...]:
    """Give the passages that were read most wrongly: commitments weigh most, then intentions, edge cases least."""
    ranked = sorted((_weighed(each) for each in passages), key=lambda each: -each.weight)
    return tuple(each for each in ranked[:WORST] if each.weight)


def _weighed(passage: Passage) -> Worst:
    pairs = matched(passage.gold, passage.found)
    right = {(i, j) for i, j in pairs if passage.gold[i]["type"] == passage.found[j].get("type")}
    missed = [each for i, each in enumerate(passage.gold) if i not in {left for left, _ in right}]
    false = [each for j, each in enumerate(passage.found) if j not in {other for _, other in right}]
    return Worst(
        id=passage.id,
        text=passage.text,
        coded=tuple(str(each["type"]) for each in passage.gold),
        found=tuple(str(each.get("type")) for each in passage.found),
        weight=sum(map(_weight, missed)) + sum(map(_weight, false)),
    )


def _weight(statement: Coded) -> int:
    kind = statement.get("type")
    base = 6 if kind == "commitment" else 4 if kind in BINDING else 2
    return base // 2 if statement.get("sure") is False else base
