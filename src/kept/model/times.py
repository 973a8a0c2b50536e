"""Days as far as they are known (EDTF), instants, and the three clocks."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from kept.errors import UnreadableInput

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_QUARTERS = {33: 1, 34: 4, 35: 7, 36: 10}
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}


class Precision(StrEnum):
    """How much of a date its source gave."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A calendar date as precise as its source: day, month, quarter, season or year.

    Text is EDTF level 1 (`2026`, `2026-03`, `2026-03-31`, season 21–24, and quarter 33–36 of level 2).
    It takes effect on its last day (`design.md`, The record).
    """

    last: date
    first: date
    text: str

    @classmethod
    def of(cls, text: str | date) -> PartialDate:
        """Read an EDTF date; refuse what lies outside 1900–2199 (a year 2922 is a slip of the pen)."""
        if isinstance(text, date):
            return cls(text, text, text.isoformat())
        matched = _EDTF.fullmatch(text.strip())
        if not matched:
            raise UnreadableInput(f"“{text}” is no date", remedy="Write 2026, 2026-03 or 2026-03-31")
        year, month, day = (int(part or 0) for part in matched.groups())
        try:
            first, last = _bounds(year, month if matched[2] else None, day if matched[3] else None)
        except ValueError as error:
            raise UnreadableInput(f"“{text}” is no date of the calendar", remedy="Check month and day") from error
        if first < EARLIEST or last > LATEST:
            raise UnreadableInput(f"the year of “{text}” is outside 1900–2199", remedy="Check the year")
        return cls(last, first, text.strip())

    @property
    def precision(self) -> Precision:
        """How much of the date is known."""
        if len(self.text) == 10:
            return Precision.DAY
        if len(self.text) == 4:
            return Precision.YEAR
        code = int(self.text[5:7])
        return Precision.QUARTER if code in _QUARTERS else Precision.SEASON if code in _SEASONS else Precision.MONTH

    def __str__(self) -> str:
        return self.text


def _bounds(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is not None:
        exact = date(year, month, day)
        return exact, exact
    if month in _QUARTERS or month in _SEASONS:
        start = _QUARTERS.get(month) or _SEASONS[month]
        return date(year, start, 1), _months_end(year, start, 3)
    return date(year, month, 1), _months_end(year, month, 1)


def _months_end(year: int, month: int, count: int) -> date:
    years, index = divmod(month - 1 + count - 1, 12)
    return date(year + years, index + 1, monthrange(year + years, index + 1)[1])


def instant_text(moment: datetime) -> str:
    """Write an instant as UTC text that sorts as it passes: `2026-07-10T12:00:00.000000Z`."""
    if moment.tzinfo is None:
        raise ValueError("an instant needs its time zone")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def parse_instant(text: str) -> datetime:
    """Read an ISO 8601 instant; a bare day means its end, in UTC."""
    try:
        if len(text) == 10:
            return datetime.combine(date.fromisoformat(text), datetime.min.time(), UTC) + timedelta(
                days=1, microseconds=-1
            )
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise UnreadableInput(f"“{text}” is no instant", remedy="Write 2026-07-10 or 2026-07-10T12:00:00Z") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """A point to read at: what held (`as_of`), what was public (`known_at`), what the ledger said (`recorded_at`).

    `as_of` is a day; its changes count from that day on. None leaves that clock open: everything up to now.
    """

    as_of: date
    known_at: date | None = None
    recorded_at: datetime | None = None
