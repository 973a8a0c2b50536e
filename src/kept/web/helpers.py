"""Functions that templates call: each turns a value of the record into words or an address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from kept.ledger.facts import Fact
from kept.ledger.kinds import Kind
from kept.ledger.state import StatementState
from kept.reporting.due import DueItem
from kept.reporting.matrix import Axis, Empty, Matrix, Row
from kept.web import speech
from kept.web.public.cells import cell_words, row_words
from kept.web.public.listing import FILTERS
from kept.web.public.news import neighbours, newest_source
from kept.web.public.outcomes import bucket_words
from kept.web.public.passages import by_outermost
from kept.web.public.quotes import cited, quoted
from kept.web.public.source import passage_help, passage_words
from kept.web.public.status import delivered_words, status_words
from kept.web.reading import Reading

_HEADINGS = {
    "refusal": "Refused",
    "demand": "Demands",
    "expectation": "Expectations",
    "proposal": "Proposed",
    "denial": "Denied",
    "withdrawal": "Taken back",
    "threat": "Threats on record, without headline",
    "lead": "Unconfirmed reports",
}
_ENTRIES = {
    Kind.COMMITMENT_RECORDED: "Promise recorded",
    Kind.DEVELOPMENT_RECORDED: "Development",
    Kind.CHECK_RECORDED: "Look for evidence",
    Kind.NOTICE_SENT: "Government told before publication",
    Kind.REPLY_RECEIVED: "Reply of the government",
    Kind.RECORDS_MERGED: "Records merged",
}
_FIELDS = {"due": "due date", "valid": "day", "known": "day it was public", "deadline_text": "words of the date"}


def names(reading: Reading, codes: Iterable[str]) -> str:
    """Name some actors: a, b and c."""
    return speech.listed(reading.name(code) for code in codes) or "nobody named"


def cell_url(reading: Reading, by: Axis, actor: str, column: str) -> str:
    """Give the list that a cell counts."""
    return reading.url("list", actor=actor, **({"topic": column} if by == "topic" else {"form": column}))


def empty_columns(reading: Reading, table: Matrix, row: Row) -> str:
    """Say on a phone which columns of a row are empty, and why."""
    columns = {column.id: column.short for column in table.columns}
    found = [columns[cell.column] for cell in row.cells if cell.empty is Empty.NOTHING_FOUND]
    rest = [columns[cell.column] for cell in row.cells if cell.empty is Empty.NOT_LOOKED_FOR]
    parts = [
        f"{words}: {speech.listed(each)}"
        for words, each in (("Nothing found", found), ("Not looked for", rest))
        if each
    ]
    return ". ".join(parts)


def type_heading(reading: Reading, kind: str) -> str:
    """Head a list of statements of one type."""
    return _HEADINGS.get(kind) or reading.say("statement_type", kind)


def statement_status(reading: Reading, statement: StatementState) -> str:
    """Say whether a demand or report was answered."""
    return reading.say("statement_status", statement.status)


def asking_verb(kind: str) -> str:
    """Give the verb of a demand, a proposal or an expectation."""
    return {"proposal": "proposes to", "expectation": "expects of"}.get(kind, "asks")


def entry_words(reading: Reading, fact: Fact) -> str:
    """Say what an entry of the log is."""
    words = _ENTRIES.get(fact.entry.kind, "Entry")
    name = fact.payload.get("development")
    return f"{words}: {reading.say('development', name).lower()}" if name else words


def open_words(reading: Reading, item: DueItem) -> str:
    """Say of a promise past its date what has come of it, or when somebody last looked: silence is no finding."""
    commitment = reading.record.commitments.get(item.id)
    words = delivered_words(commitment) if commitment else ""
    return f"{words} confirmed" if words else item.last_look


def field_words(reading: Reading, field: str) -> str:
    """Name a field of a record."""
    word = reading.words.table["thing"].get(field)
    return _FIELDS.get(field) or (word.text.lower() if word else field.replace("_", " "))


def value_words(value: Any) -> str:
    """Say an old or new value of a corrected field."""
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return _sum_words(value)
    if isinstance(value, list):
        return speech.listed(map(value_words, value))
    return str(value)


def _sum_words(value: Mapping[str, Any]) -> str:
    unit = speech.currency(value["currency"]) if value.get("currency") else value.get("unit") or ""
    return f"{value.get('value') or 'an unnamed number of'} {unit}".strip()


def csv_url(reading: Reading, query: Mapping[str, str]) -> str:
    """Give the CSV of the list that is shown, its filters included."""
    return reading.url("list-csv", **{name: value for name, value in query.items() if name in FILTERS})


def clock_words(reading: Reading, name: str) -> str:
    """Name a part of an address that was refused."""
    word = reading.words.table["clock"].get(name)
    return word.text if word else name


GLOBALS: dict[str, Callable[..., Any]] = {
    "asking_verb": asking_verb,
    "bucket_words": bucket_words,
    "by_outermost": by_outermost,
    "cell_url": cell_url,
    "cell_words": cell_words,
    "clock_words": clock_words,
    "counted": speech.counted,
    "csv_url": csv_url,
    "empty_columns": empty_columns,
    "entry_words": entry_words,
    "field_words": field_words,
    "names": names,
    "not_shown": speech.not_shown,
    "open_words": open_words,
    "cited": cited,
    "passage_help": passage_help,
    "passage_words": passage_words,
    "neighbours": neighbours,
    "newest_source": newest_source,
    "quoted": quoted,
    "row_words": row_words,
    "statement_status": statement_status,
    "status_words": status_words,
    "type_heading": type_heading,
    "value_words": value_words,
}
