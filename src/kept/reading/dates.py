"""Find calendar dates as pages print them; a wrong date is worse than none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kept.errors import UnreadableInput
from kept.model.times import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_NUMBER = {name[:size]: place for place, name in enumerate(_MONTHS, 1) for size in (3, 4, len(name))}
_MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|" \
         r"nov(?:ember)?|dec(?:ember)?)\.?"
_YEAR = r"(?P<year>(?:19|20|21)\d\d)(?!\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_FORMS = tuple(re.compile(form, re.IGNORECASE) for form in (
    rf"(?<![\d.,/-]){_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)",
    rf"(?<![\d.,/-]){_YEAR}[/.](?P<month>[01]?\d)[/.](?P<day>[0-3]?\d)(?!\d)",
    rf"(?<![\w.,/-]){_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
    rf"(?<!\w){_MONTH}\s+{_DAY}(?:,|\s|,\s)\s*{_YEAR}",
    rf"(?<![\d.,/-]){_YEAR}\s+{_MONTH}\s+{_DAY}(?!\w)",
    rf"(?<![\w.,/-])(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.{_YEAR}",
    rf"(?<![\w.,/-])(?P<first>[0-3]?\d)[/-](?P<second>[0-3]?\d)[/-]{_YEAR}",
    rf"(?<!\w){_MONTH},?\s+{_YEAR}",
))
_ANY_YEAR = re.compile(r"(?:19|20|21)\d\d")
_YEARS = re.compile(r"(?<![\d.,/$€£-])(?:19[5-9]\d|20[0-4]\d)(?![\d%]|[.,]\d)")


def dates_in(text: str) -> list[tuple[int, int, PartialDate]]:
    """Find the dates of a text with their offsets, in order; 03/04/2026 is left out, because it can mean two days."""
    if not _ANY_YEAR.search(text):
        return []
    found = sorted(_found(text), key=lambda item: (item[0], -item[1]))
    kept: list[tuple[int, int, PartialDate]] = []
    for item in found:
        if not kept or item[0] >= kept[-1][1]:
            kept.append(item)
    return kept


def years_in(text: str) -> set[int]:
    """Give the years a text names."""
    return {int(year) for year in _YEARS.findall(text)}


def _found(text: str) -> Iterator[tuple[int, int, PartialDate]]:
    for form in _FORMS:
        for matched in form.finditer(text):
            day = _date(matched.groupdict())
            if day is not None:
                yield matched.start(), matched.end(), day


def _date(parts: dict[str, str | None]) -> PartialDate | None:
    month, day = _month(parts), parts.get("day")
    if parts.get("first"):
        month, day = _unambiguous(int(parts["first"] or 0), int(parts["second"] or 0))
    if month is None:
        return None
    text = f"{parts['year']}-{month:02d}" + (f"-{int(day):02d}" if day else "")
    try:
        return PartialDate.of(text)
    except UnreadableInput:
        return None


def _month(parts: dict[str, str | None]) -> int | None:
    month = parts.get("month")
    if not month:
        return None
    if month.isdigit():
        return int(month)
    small = month.lower().rstrip(".")
    return _NUMBER.get(small) or _NUMBER.get(small[:3])


def _unambiguous(first: int, second: int) -> tuple[int | None, str | None]:
    if first == second:
        return (first, str(second)) if first <= 12 else (None, None)
    if first > 12 >= second:
        return second, str(first)
    if second > 12 >= first:
        return first, str(second)
    return None, None
