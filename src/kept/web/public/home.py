"""The first page: the one number with the list that makes it, who has said what, what is new and what comes next."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse

from kept.errors import UsageError
from kept.reporting.due import DueItem, due
from kept.reporting.follow_through import DUE, SET_ASIDE, Bucket, FollowThrough, Row
from kept.reporting.matrix import Axis, Matrix, matrix
from kept.web.pages import Asking, page
from kept.web.public import news
from kept.web.public.as_json import clocks_json, plain
from kept.web.public.cells import others_words
from kept.web.public.outcomes import bucket_words, count_of
from kept.web.reading import Reading

MOST_BOXES = 60
"""Promises up to which each has a box of its own on the bar."""
MOST_ROWS = 20
"""Rows of the count on the first page; the list has all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A part of the bar: promises with one outcome. One box is one promise; `share` (twelfths) stands for too many."""

    bucket: str
    words: str
    help: str
    rows: tuple[Row, ...]
    due: bool
    share: int | None


@page
def show(asking: Asking) -> HttpResponse:
    """Show the first page."""
    reading = asking.reading
    count = count_of(reading)
    table = matrix(reading.record, reading.framework, by=axis(asking))
    dates = due(reading.record, reading.framework)
    overdue = [item for item in dates.overdue if was_looked_for(reading, item)]
    return asking.render(
        "home.html",
        count=count,
        groups=groups(asking, count),
        due_rows=tuple(row for row in count.rows if row.bucket in DUE),
        aside_rows=tuple(row for row in count.rows if row.bucket in SET_ASIDE),
        most=MOST_ROWS,
        table=table,
        others=others_words(reading, table),
        newest=news.newest(reading),
        dates=dates,
        overdue=overdue,
        unlooked=len(dates.overdue) - len(overdue),
    )


@page
def matrix_json(asking: Asking) -> HttpResponse:
    """Give the matrix as JSON, with codes."""
    reading = asking.reading
    table = matrix(reading.record, reading.framework, by=axis(asking))
    body = {**clocks_json(reading), "framework": reading.framework.id, **plain_matrix(table)}
    return HttpResponse(json.dumps(body, ensure_ascii=False, indent=1), content_type="application/json; charset=utf-8")


@page
def follow_through_json(asking: Asking) -> HttpResponse:
    """Give the number and its rows as JSON, with codes."""
    reading = asking.reading
    body = {**clocks_json(reading), **count_of(reading).to_json()}
    return HttpResponse(json.dumps(body, ensure_ascii=False, indent=1), content_type="application/json; charset=utf-8")


def was_looked_for(reading: Reading, item: DueItem) -> bool:
    """Tell whether somebody looked, or a part has come: nobody else is shown as past a date on the first page."""
    commitment = reading.record.commitments[item.id]
    return bool(commitment.checks) or commitment.delivered is not None


def axis(asking: Asking) -> Axis:
    """Read which way the matrix lies: `by=topic` or `by=form`."""
    by = asking.query.get("by") or "topic"
    if by == "topic":
        return "topic"
    if by == "form":
        return "form"
    raise UsageError(f"“{by}” is no way to lay out the table", where="by", remedy="Write topic or form")


def plain_matrix(table: Matrix) -> dict[str, Any]:
    """Turn the matrix into JSON."""
    found: dict[str, Any] = plain(table)
    return found


def groups(asking: Asking, count: FollowThrough) -> tuple[Group, ...]:
    """Sort the counted promises into the parts of the bar: what has fallen due first."""
    sorted_out = [(bucket, rows) for bucket in (*DUE, *SET_ASIDE) if (rows := count.rows_in(bucket))]
    whole = sum(len(rows) for _, rows in sorted_out)
    return tuple(_group(asking.reading, bucket, rows, whole) for bucket, rows in sorted_out)


def _group(reading: Reading, bucket: Bucket, rows: tuple[Row, ...], whole: int) -> Group:
    words, line = bucket_words(reading, bucket)
    share = max(1, round(12 * len(rows) / whole)) if whole > MOST_BOXES else None
    return Group(bucket=str(bucket), words=words, help=line, rows=rows, due=bucket in DUE, share=share)
