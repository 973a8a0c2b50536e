"""Every record with its place in the count: the list behind each figure, as a page and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpResponse

from kept.errors import UsageError
from kept.ledger.state import CommitmentState, Filing, StatementState
from kept.reporting.follow_through import Row
from kept.reporting.matrix import columns_of, state_of
from kept.web import speech
from kept.web.pages import Asking, page
from kept.web.public.outcomes import bucket_words, count_of
from kept.web.public.status import stage_words
from kept.web.reading import Reading

FILTERS = ("actor", "topic", "form", "stage", "bucket", "counted")
COLUMNS = (
    "ref",
    "kind",
    "title",
    "actors",
    "counted",
    "bucket",
    "reason",
    "due",
    "late",
    "figure",
    "last_look",
    "stage",
    "topics",
    "forms",
)
A_PAGE = 200
"""Records on one page of the list; the CSV holds all."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A row of the list with the record behind it."""

    row: Row
    actors: tuple[str, ...]
    bucket: str
    stage: str
    url: str
    topics: tuple[str, ...]
    forms: tuple[str, ...]
    stage_code: str


@page
def show(asking: Asking) -> HttpResponse:
    """Show the list, narrowed by the address."""
    chosen = chosen_filters(asking.query)
    found = rows(asking.reading, chosen)
    here, last = page_of(asking.query, len(found))
    return asking.render(
        "list.html",
        rows=found[(here - 1) * A_PAGE : here * A_PAGE],
        summary=total(found),
        here=here,
        last=last,
        chosen=in_words(asking.reading, chosen),
    )


@page
def as_csv(asking: Asking) -> HttpResponse:
    """Give the same list as CSV, with codes; cells that a spreadsheet would run are disarmed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for listed in rows(asking.reading, chosen_filters(asking.query)):
        writer.writerow([disarmed(cell) for cell in _cells(listed)])
    response = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="records.csv"'
    return response


def page_of(query: Mapping[str, str], count: int) -> tuple[int, int]:
    """Read which page of the list is asked for, and how many there are."""
    last, text = max(1, -(-count // A_PAGE)), query.get("page") or "1"
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:9]) <= last:
        raise UsageError(f"the list has no page “{text}”", where="page", remedy=f"Choose one from 1 to {last}")
    return int(text), last


def chosen_filters(query: Mapping[str, str]) -> dict[str, str]:
    """Read the filters that an address names."""
    return {name: query[name] for name in FILTERS if query.get(name)}


def rows(reading: Reading, chosen: Mapping[str, str]) -> list[Listed]:
    """Give the rows that pass all filters, in the order of the count."""
    count = count_of(reading)
    found = (_listed(reading, row) for row in count.rows)
    return [each for each in found if all(_passes(each, name, value) for name, value in chosen.items())]


def _listed(reading: Reading, row: Row) -> Listed:
    record = reading.record
    item: CommitmentState | StatementState | None = record.commitments.get(row.id) or record.statements.get(row.id)
    filings: tuple[Filing, ...] = item.filings if item else ()
    stage = str(item.stage) if isinstance(item, CommitmentState) else ""
    return Listed(
        row=row,
        actors=tuple(reading.name(code) for code in row.actors),
        bucket=bucket_words(reading, row.bucket)[0],
        stage=stage_words(reading, item) if isinstance(item, CommitmentState) else _kind(reading, row.kind),
        url=_url(reading, item),
        topics=tuple(sorted(columns_of(reading.framework, filings, "topic") - {""})),
        forms=tuple(sorted({form for filing in filings for form in filing.forms})),
        stage_code=stage,
    )


def _kind(reading: Reading, kind: str) -> str:
    for table in ("statement_type", "thing", "bucket"):
        word = reading.words.table[table].get(kind)
        if word:
            return word.text
    return kind


def _url(reading: Reading, item: CommitmentState | StatementState | None) -> str:
    if isinstance(item, CommitmentState):
        return reading.url("commitment", item.ref)
    return reading.sentence_url(item.evidence[0]) if item and item.evidence else ""


def _passes(listed: Listed, name: str, value: str) -> bool:
    match name:
        case "actor":
            return any(value in (code, state_of(code)) for code in listed.row.actors)
        case "topic":
            return value in listed.topics
        case "form":
            return any(form == value or form.startswith(f"{value}.") for form in listed.forms)
        case "stage":
            return listed.stage_code == value
        case "bucket":
            return str(listed.row.bucket) == value
        case _:
            return listed.row.counted == (value in ("1", "yes", "true"))


def in_words(reading: Reading, chosen: Mapping[str, str]) -> list[str]:
    """Say the filters, so that a reader knows what the list leaves out."""
    return [words for name, value in chosen.items() if (words := _filter_words(reading, name, value))]


def _filter_words(reading: Reading, name: str, value: str) -> str:
    match name:
        case "actor":
            return reading.name(value)
        case "topic":
            topic = reading.framework.topic(value)
            return topic.title if topic else "a topic that is not in this subject"
        case "form":
            form = reading.framework.form(value)
            return form.title if form else "a kind of help that is not known"
        case "stage" | "bucket":
            kinds = ("stage",) if name == "stage" else ("bucket", "outcome")
            words = (reading.words.table[kind].get(value) for kind in kinds)
            return next((word.text for word in words if word), "a word that is not known")
        case _:
            return "counted promises" if value in ("1", "yes", "true") else "records that are not counted"


def _cells(listed: Listed) -> list[str]:
    data = {
        **listed.row.to_json(),
        "stage": listed.stage_code,
        "topics": listed.topics,
        "forms": listed.forms,
    }
    return [_text(data[column]) for column in COLUMNS]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def disarmed(cell: str) -> str:
    """Keep a spreadsheet from running a cell: a leading formula sign gets an apostrophe."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def total(found: list[Listed]) -> str:
    """Count the rows and the counted promises among them."""
    promises = sum(each.row.counted for each in found)
    return f"{speech.counted(len(found), 'record')}, {speech.counted(promises, 'counted promise')}"
