"""Deadlines and beginnings: their words, and the day they mean against the document's date (codebook D2, D3)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kept.recognition.fields.numbers import number_at

if TYPE_CHECKING:
    from kept.recognition.tokens import Token

_MONTHS = {
    name: order
    for order, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_UNITS = {
    "day": "P{}D",
    "days": "P{}D",
    "week": "P{}W",
    "weeks": "P{}W",
    "month": "P{}M",
    "months": "P{}M",
    "year": "P{}Y",
    "years": "P{}Y",
    "hour": "PT{}H",
    "hours": "PT{}H",
}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_VAGUE = ("coming", "next", "near")


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time as printed (tokens `begin` to `end`) and the day it means (EDTF or `condition+P30D`).

    `starts` tells whether something begins then.
    `after` is the token range of what a period runs from (“a ceasefire”), None where it runs from now.
    """

    begin: int
    end: int
    due: str | None = None
    starts: bool = False
    after: tuple[int, int] | None = None


def times(tokens: list[Token], day: date | None) -> tuple[When, ...]:
    """Find the deadlines and beginnings in a range of tokens, from left to right."""
    found: list[When] = []
    at = 0
    while at < len(tokens):
        read = _at(tokens, at, day)
        if read:
            found.append(read)
        at = read.end if read else at + 1
    return tuple(found)


def _at(tokens: list[Token], at: int, day: date | None) -> When | None:
    low = tokens[at].low
    if low == "within":
        return _within(tokens, at, day)
    if low in (
        "by",
        "before",
        "until",
        "in",
        "on",
        "from",
        "starting",
        "during",
        "through",
        "no",
        "this",
        "next",
        "over",
        "immediately",
        "tomorrow",
    ):
        return _simple(tokens, at, day)
    return None


def _within(tokens: list[Token], at: int, day: date | None) -> When | None:
    place = at + 1
    if place < len(tokens) and tokens[place].low in ("the", "next"):
        place += 1
    if place < len(tokens) and tokens[place].low == "next":
        place += 1
    read = number_at(tokens, place)
    if read is None or read[1] >= len(tokens) or tokens[read[1]].low not in _UNITS:
        return None
    unit, end = tokens[read[1]].low, read[1] + 1
    period = _UNITS[unit].format(int(read[0]))
    if end < len(tokens) and tokens[end].low in ("of", "after", "from"):
        return When(
            begin=at,
            end=_phrase_end(tokens, end + 1),
            due=f"condition+{period}",
            after=(end + 1, _phrase_end(tokens, end + 1)),
        )
    return When(begin=at, end=end, due=_later(day, unit, int(read[0])))


def _phrase_end(tokens: list[Token], place: int) -> int:
    while place < len(tokens) and tokens[place].is_word and tokens[place].low not in ("and", "but", "or"):
        place += 1
    return place


def _later(day: date | None, unit: str, number: int) -> str | None:
    if day is None or number > 36500:
        return None
    if unit.startswith("hour"):
        return (day + timedelta(days=-(-number // 24))).isoformat()
    if unit.startswith(("day", "week")):
        return (day + timedelta(days=number * (7 if unit.startswith("week") else 1))).isoformat()
    months = number * (12 if unit.startswith("year") else 1)
    years, index = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, index + 1
    return date(year, month, min(day.day, monthrange(year, month)[1])).isoformat() if year < 2200 else None


def _simple(tokens: list[Token], at: int, day: date | None) -> When | None:
    low = tokens[at].low
    if low in ("immediately", "tomorrow"):
        return When(
            begin=at, end=at + 1, due=(day + timedelta(days=1)).isoformat() if day and low == "tomorrow" else None
        )
    place = at + 1
    if low == "no":
        if [token.low for token in tokens[at : at + 3]] != ["no", "later", "than"]:
            return None
        place = at + 3
    if low in ("this", "next"):
        place = at
    last = _day_named(tokens, place, day)
    if last is None:
        return _vague(tokens, at)
    due, end, exact = last
    if low == "on" and not exact:
        return None
    return When(begin=at, end=end, due=due, starts=low in ("from", "starting"))


def _vague(tokens: list[Token], at: int) -> When | None:
    """Keep the words of a time without a date: “in the coming weeks”, “over the next five years”."""
    if tokens[at].low not in ("in", "over", "during", "within"):
        return None
    words = [token.low for token in tokens[at + 1 : at + 6]]
    for order, word in enumerate(words):
        if word in ("weeks", "months", "days", "years", "future", "year", "week", "month"):
            return When(begin=at, end=at + order + 2) if any(vague in words[:order] for vague in _VAGUE) else None
    return None


def _day_named(tokens: list[Token], place: int, day: date | None) -> tuple[str | None, int, bool] | None:
    """Read a day, month, quarter or year; give its last day, the token after it, and whether it is a day."""
    part = None
    place = _skip(tokens, place)
    for name in ("end", "middle", "beginning", "start"):
        if place < len(tokens) and tokens[place].low == name:
            part, place = name, _skip(tokens, place + 1)
    if place >= len(tokens):
        return None
    low = tokens[place].low
    if low.startswith("mid-"):
        return _month(tokens, place, low[4:], day, "middle")
    if low in _ORDINALS and place + 1 < len(tokens) and tokens[place + 1].low in ("quarter", "half"):
        return _quarter(tokens, place, day)
    return (
        _relative(tokens, place, day)
        or _month(tokens, place, low, day, part)
        or _day_first(tokens, place, day)
        or _year(tokens, place)
    )


def _skip(tokens: list[Token], place: int) -> int:
    while place < len(tokens) and tokens[place].low in ("the", "of", "at", "least", "early", "late", "-"):
        place += 1
    return place


def _relative(tokens: list[Token], place: int, day: date | None) -> tuple[str | None, int, bool] | None:
    pair = tuple(token.low for token in tokens[place : place + 2])
    if len(pair) < 2 or pair[0] not in ("this", "next") or pair[1] not in ("year", "month"):
        return (
            ((f"{day.year}-12-31" if day else None), place + 1, False)
            if pair[:1] == ("year",) and place and tokens[place - 1].low == "the"
            else None
        )
    if day is None:
        return None, place + 2, False
    step = 1 if pair[0] == "next" else 0
    if pair[1] == "year":
        return f"{day.year + step}-12-31", place + 2, False
    years, index = divmod(day.month - 1 + step, 12)
    return _last_day(day.year + years, index + 1), place + 2, False


def _month(
    tokens: list[Token], place: int, name: str, day: date | None, part: str | None
) -> tuple[str | None, int, bool] | None:
    month = _MONTHS.get(name.rstrip("."))
    if month is None or (not tokens[place].is_capital and name == tokens[place].low):
        return None
    after = place + 1
    number = (
        int(tokens[after].low)
        if after < len(tokens) and tokens[after].low.isdecimal() and len(tokens[after].low) <= 2
        else None
    )
    if number and part is None and 1 <= number <= 31:
        year, end = _year_after(tokens, after + 1, month, day)
        return _exact(year, month, number), end, True
    year, end = _year_after(tokens, after, month, day)
    if year is None:
        return None, end, False
    return (f"{year}-{month:02d}-15" if part == "middle" else _last_day(year, month)), end, False


def _day_first(tokens: list[Token], place: int, day: date | None) -> tuple[str | None, int, bool] | None:
    if not tokens[place].low.isdecimal() or len(tokens[place].low) > 2 or place + 1 >= len(tokens):
        return None
    after = place + (2 if tokens[place + 1].low in ("st", "nd", "rd", "th") else 1)
    month = _MONTHS.get(tokens[after].low) if after < len(tokens) else None
    if month is None:
        return None
    year, end = _year_after(tokens, after + 1, month, day)
    return _exact(year, month, int(tokens[place].low)), end, True


def _year_after(tokens: list[Token], place: int, month: int, day: date | None) -> tuple[int | None, int]:
    """Read a year behind a month; without one, the next such month from the document's day on (D2)."""
    at = place + 1 if place < len(tokens) and tokens[place].low == "," else place
    if at < len(tokens) and _is_year(tokens[at].low):
        return int(tokens[at].low), at + 1
    if day is None:
        return None, place
    return day.year + (1 if month < day.month else 0), place


def _year(tokens: list[Token], place: int) -> tuple[str | None, int, bool] | None:
    return (f"{tokens[place].low}-12-31", place + 1, False) if _is_year(tokens[place].low) else None


def _is_year(low: str) -> bool:
    return low.isdecimal() and len(low) == 4 and 1900 <= int(low) <= 2199


def _quarter(tokens: list[Token], place: int, day: date | None) -> tuple[str | None, int, bool] | None:
    size = 3 if tokens[place + 1].low == "quarter" else 6
    at = _skip(tokens, place + 2)
    year = int(tokens[at].low) if at < len(tokens) and _is_year(tokens[at].low) else (day.year if day else None)
    month = _ORDINALS[tokens[place].low] * size
    end = at + 1 if at < len(tokens) and _is_year(tokens[at].low) else place + 2
    return (_last_day(year, month) if year and month <= 12 else None), end, False


def _exact(year: int | None, month: int, number: int) -> str | None:
    if year is None or number > monthrange(year, month)[1]:
        return None
    return date(year, month, number).isoformat()


def _last_day(year: int, month: int) -> str:
    return date(year, month, monthrange(year, month)[1]).isoformat()
