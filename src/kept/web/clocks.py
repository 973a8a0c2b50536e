"""The three clocks of an address: `as_of`, `known_at`, `recorded_at`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from kept.errors import UnreadableInput, UsageError
from kept.model.times import Clocks, PartialDate, Precision, parse_instant
from kept.web import speech

NAMES = ("as_of", "known_at", "recorded_at")


def clocks_of(query: Mapping[str, str], *, today: date) -> Clocks:
    """Read the clocks from a query string; without `as_of` the record is read as of today."""
    return Clocks(
        as_of=day_of(query, "as_of", today=today) or today,
        known_at=day_of(query, "known_at", today=today),
        recorded_at=_instant_of(query),
    )


def asked(query: Mapping[str, str]) -> dict[str, str]:
    """Keep the clocks that an address names, as it wrote them, for the links of its page."""
    return {name: query[name].strip() for name in NAMES if query.get(name, "").strip()}


def day_of(query: Mapping[str, str], name: str, *, today: date) -> date | None:
    """Read one day; None where the address does not name it. A day after today is refused: nothing is known of it."""
    text = query.get(name, "").strip()
    if not text:
        return None
    try:
        day = PartialDate.of(text)
    except UnreadableInput as error:
        raise UsageError(error.what, where=name, remedy="Write a day as 2026-03-31") from error
    if day.precision is not Precision.DAY:
        raise UsageError(f"“{text}” is no single day", where=name, remedy="Write a day as 2026-03-31")
    if day.last > today:
        raise UsageError(
            f"{speech.day(day)} lies after {speech.day(today)}, the last day of the record",
            where=name,
            remedy=f"Choose {speech.day(today)} or an earlier day",
        )
    return day.last


def _instant_of(query: Mapping[str, str]) -> datetime | None:
    text = query.get("recorded_at", "").strip()
    if not text:
        return None
    try:
        return parse_instant(text.replace(" ", "+"))
    except UnreadableInput as error:
        raise UsageError(error.what, where="recorded_at", remedy=error.remedy) from error
