"""What changed between two days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpResponse

from kept.errors import UsageError
from kept.ledger.state import Record
from kept.reporting.changes import Change, ChangeKind, Clock, changes
from kept.web import speech
from kept.web.clocks import day_of
from kept.web.pages import Asking, page
from kept.web.public.news import days_of_change
from kept.web.reading import Reading

_OURS = (ChangeKind.CORRECTED, ChangeKind.MERGED, ChangeKind.WITHDRAWN)
"""Changes that we made to the record: never mixed with what moved in the world."""
_LATE = {
    Clock.AS_OF: "",
    Clock.KNOWN_AT: "held before, became public since",
    Clock.RECORDED_AT: "held before, written down since",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A change as a line: the day, who, what, where it leads, and whether it is only new to us."""

    day: date
    who: str
    text: str
    url: str
    late: str


@page
def show(asking: Asking) -> HttpResponse:
    """Show what changed from one day to another; without days, since the last day on which something changed."""
    reading = asking.reading
    until = day_of(asking.query, "to", today=reading.today) or reading.clocks.as_of
    since = day_of(asking.query, "from", today=reading.today) or default_since(reading, until)
    if since > until:
        raise UsageError(
            f"{speech.day(since)} lies after {speech.day(until)}", where="from", remedy="Put the earlier day first"
        )
    before, after = reading.on(since), reading.on(until)
    found = changes(before, after, reading.words)
    return asking.render(
        "changes.html",
        since=since,
        until=until,
        world=lines(reading, after, (each for each in found if each.kind not in _OURS)),
        ours=lines(reading, before, (each for each in found if each.kind in _OURS)),
    )


def lines(reading: Reading, record: Record, found: Iterable[Change]) -> list[Line]:
    """Lay out changes of records as one of the two readings has them; newest first."""
    return [_line(reading, record, each) for each in sorted(found, key=lambda one: one.day, reverse=True)]


def _line(reading: Reading, record: Record, change: Change) -> Line:
    commitment, statement = record.commitments.get(change.id), record.statements.get(change.id)
    item = commitment or statement
    is_threat = statement is not None and statement.type == "threat"
    return Line(
        day=change.day,
        who=speech.listed(reading.name(code) for code in item.actors) if item else "The record",
        text=reading.say("statement_type", "threat") if is_threat else change.text,
        url=_url(reading, record, change),
        late=_LATE[change.clock],
    )


def _url(reading: Reading, record: Record, change: Change) -> str:
    if change.id in record.commitments:
        return reading.url("commitment", change.ref)
    statement = record.statements.get(change.id)
    return reading.sentence_url(statement.evidence[0]) if statement and statement.evidence else ""


def default_since(reading: Reading, until: date) -> date:
    """Give the day to compare with: a month back, or the day before the last change where nothing moved since."""
    month = until - timedelta(days=30)
    days = [day for day in days_of_change(reading.on(until)) if day <= until]
    return min(month, days[-1] - timedelta(days=1)) if days else month
