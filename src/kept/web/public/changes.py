"""What changed between two days."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import HttpResponse

from kept.errors import UsageError
from kept.reporting.changes import changes
from kept.web.clocks import day_of
from kept.web.pages import Asking, page
from kept.web.public.news import days_of_change
from kept.web.reading import Reading


@page
def show(asking: Asking) -> HttpResponse:
    """Show what changed from one day to another; without days, since the last day on which something changed."""
    reading = asking.reading
    until = day_of(asking.query, "to", today=reading.today) or reading.clocks.as_of
    since = day_of(asking.query, "from", today=reading.today) or default_since(reading, until)
    if since > until:
        raise UsageError(f"{since} lies after {until}", where="from", remedy="Put the earlier day first")
    found = changes(reading.on(since), reading.on(until))
    return asking.render("changes.html", since=since, until=until, found=found)


def default_since(reading: Reading, until: date) -> date:
    """Give the day to compare with: a month back, or the day before the last change where nothing moved since."""
    month = until - timedelta(days=30)
    days = [day for day in days_of_change(reading.on(until)) if day <= until]
    return min(month, days[-1] - timedelta(days=1)) if days else month
