"""Recognise many passages: JSON lines in, JSON lines out (`kept recognise --jsonl`)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kept.errors import UnreadableInput
from kept.model.times import PartialDate
from kept.recognition.document import Document, document_of_text
from kept.recognition.recognise import recognise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kept.model.frameworks import Framework


def recognise_lines(lines: Iterable[str], framework: Framework, *, any_speaker: bool = False) -> Iterator[str]:
    """Answer lines of `{"id", "text", "before"?, "after"?, "title"?, "date"?, "source"?}` with `{"id", "statements"}`.

    Offsets count in `text`; `any_speaker` lets “we” bind whoever speaks (speeches of parties). A line that is no such
    object raises `UnreadableInput` with its number.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield json.dumps(_answer(_row(line, number), framework, any_speaker=any_speaker), ensure_ascii=False)


def _row(line: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise UnreadableInput(
            "no JSON", where=f"line {number}", remedy='Write one object a line: {"id", "text"}'
        ) from error
    if not isinstance(row, dict) or "id" not in row or not isinstance(row.get("text"), str):
        raise UnreadableInput(
            "no object with “id” and “text”", where=f"line {number}", remedy='Write {"id": …, "text": …}'
        )
    return row


def _answer(row: dict[str, Any], framework: Framework, *, any_speaker: bool) -> dict[str, Any]:
    document = document_of_row(row, any_speaker=any_speaker)
    start = document.wanted.start if document.wanted else 0
    found = [statement.to_json() for statement in recognise(document, framework).statements]
    for statement in found:
        statement["start"] -= start
        statement["end"] -= start
    return {"id": row["id"], "statements": found}


def document_of_row(row: dict[str, Any], *, any_speaker: bool = False) -> Document:
    """Make a document of a line's object."""
    return document_of_text(
        row["text"],
        before=row.get("before") or "",
        after=row.get("after") or "",
        title=row.get("title") or None,
        date=_date(row.get("date") or row.get("doc_date")),
        source=row.get("source") or None,
        any_speaker=any_speaker,
    )


def _date(text: str | None) -> PartialDate | None:
    if not text:
        return None
    try:
        return PartialDate.of(text[:10])
    except UnreadableInput:
        return None
