"""The first page: the one number with the list that makes it, who has said what, what is new and what comes next."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse

from kept.errors import UsageError
from kept.reporting.due import due
from kept.reporting.follow_through import DUE, SET_ASIDE, FollowThrough, Row, follow_through
from kept.reporting.matrix import Axis, Matrix, matrix
from kept.web.pages import Asking, page
from kept.web.public import news
from kept.web.public.as_json import clocks_json, plain
from kept.web.public.cells import others_words
from kept.web.public.outcomes import bucket_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A part of the bar: promises with one outcome; one box stands for one promise."""

    bucket: str
    words: str
    help: str
    rows: tuple[Row, ...]
    due: bool


@page
def show(asking: Asking) -> HttpResponse:
    """Show the first page."""
    reading = asking.reading
    count = follow_through(reading.record, reading.framework)
    table = matrix(reading.record, reading.framework, by=axis(asking))
    return asking.render(
        "home.html",
        count=count,
        groups=groups(asking, count),
        due_rows=tuple(row for row in count.rows if row.bucket in DUE),
        aside_rows=tuple(row for row in count.rows if row.bucket in SET_ASIDE),
        table=table,
        others=others_words(reading, table),
        newest=news.newest(reading),
        dates=due(reading.record, reading.framework),
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
    body = {**clocks_json(reading), **follow_through(reading.record, reading.framework).to_json()}
    return HttpResponse(json.dumps(body, ensure_ascii=False, indent=1), content_type="application/json; charset=utf-8")


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
    found = []
    for bucket in (*DUE, *SET_ASIDE):
        rows = count.rows_in(bucket)
        if rows:
            words, line = bucket_words(asking.reading, bucket)
            found.append(Group(bucket=str(bucket), words=words, help=line, rows=rows, due=bucket in DUE))
    return tuple(found)
