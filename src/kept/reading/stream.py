"""The filter behind `kept extract --jsonl`: JSON lines in, JSON lines out, one for one and in order."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kept.errors import KeptError, UnreadableInput
from kept.reading.article import read_article
from kept.reading.choose import choose_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BATCH = 64


def extract_lines(lines: Iterable[str]) -> Iterator[str]:
    """Extract the article of each record.

    `{"id", "lines": […]}` gives `{"id", "labels": [0/1…]}`; `{"id", "path" or "html", "url"?}` gives
    `{"id", "text", "title", "author", "date"}`; a record that cannot be read gives `{"id", "error"}`. Blank lines are passed over.
    Records are worked in batches: an answer may wait for the next 63 records.
    """
    source = (line for line in lines if line.strip())
    while batch := list(islice(source, BATCH)):
        records = [_record(line) for line in batch]
        labels = iter(choose_pages([record["lines"] for record in records if "lines" in record]))
        for record in records:
            answer = {"labels": list(map(int, next(labels)))} if "lines" in record else _answer(record)
            yield json.dumps({"id": record.get("id"), **answer}, ensure_ascii=False)


def _record(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return {"error": "the line is no JSON"}
    if not isinstance(record, dict):
        return {"error": "the line is no JSON object"}
    lines = record.get("lines")
    if "lines" in record and not (isinstance(lines, list) and all(isinstance(one, str) for one in lines)):
        return {"id": record.get("id"), "error": "“lines” is no list of texts"}
    return record


def _answer(record: dict[str, Any]) -> dict[str, Any]:
    if "error" in record:
        return {"error": record["error"]}
    try:
        article = read_article(_data(record), address=record.get("url"), name=str(record.get("path") or record.get("id") or ""))
    except KeptError as error:
        return {"error": str(error)}
    return {"text": "\n".join(block.text for block in article.blocks), "title": article.title,
            "author": ", ".join(article.bylines) or None, "date": str(article.published.value) if article.published.value else None}


def _data(record: dict[str, Any]) -> bytes:
    page, path = record.get("html"), record.get("path")
    if isinstance(page, str):
        return page.encode("utf-8", "replace")
    if not isinstance(path, str):
        raise UnreadableInput("the record has neither “lines” nor “html” nor “path”", remedy="Give one of them")
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableInput("the file cannot be read", where=path, remedy="Check the path and its rights") from error
