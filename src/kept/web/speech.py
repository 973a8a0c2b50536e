"""Days, sums, counts and lists as a reader would say them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import get_currency_name

from kept.model.money import Amount, Quantity
from kept.model.times import PartialDate, Precision
from kept.reporting.wording import figure_text, number_text, part_text

_LOCALE = "en_GB"
_PATTERNS = {Precision.DAY: "d MMMM y", Precision.MONTH: "MMMM y", Precision.QUARTER: "QQQQ y", Precision.YEAR: "y"}
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def day(value: date | PartialDate | str | None) -> str:
    """Write a date as precisely as it is known: 18 March 2026, March 2026, spring 2026, or “date unknown”."""
    if value is None or value == "":
        return "date unknown"
    if isinstance(value, datetime):
        value = value.date()
    stated = value if isinstance(value, PartialDate) else PartialDate.of(value)
    if stated.precision is Precision.SEASON:
        return f"{_SEASONS[stated.text[5:7]]} {stated.first.year}"
    return str(format_date(stated.first, _PATTERNS[stated.precision], locale=_LOCALE))


def short_day(value: date | PartialDate | None) -> str:
    """Write a date for narrow columns: 18 Mar 2026."""
    if value is None:
        return "date unknown"
    stated = value if isinstance(value, PartialDate) else PartialDate.of(value)
    if stated.precision is not Precision.DAY:
        return day(stated)
    return str(format_date(stated.first, "d MMM y", locale=_LOCALE))


def instant(text: str) -> str:
    """Write a recorded instant: 10 July 2026, 12:00 UTC."""
    moment = datetime.fromisoformat(text)
    return f"{day(moment.date())}, {moment:%H:%M} UTC"


def number(value: Decimal | int | None) -> str:
    """Write a number with thousands set apart: 1,200."""
    return "an unnamed number" if value is None else number_text(Decimal(value))


def currency(code: str) -> str:
    """Name a currency in the plural: euros."""
    return str(get_currency_name(code, count=2, locale=_LOCALE))


def figure(value: Amount | Quantity | None) -> str:
    """Write a sum or count with its qualifier: up to 600 soldiers; 240 million euros."""
    return figure_text(value) if value else ""


def part_of(delivered: Decimal, whole: Amount | Quantity | None) -> str:
    """Write what has come of what was promised: 150 of 240 million euros."""
    return part_text(delivered, whole) if whole else number(delivered)


def sentence(text: str) -> str:
    """Make a clause a sentence: a capital first letter, a full stop at its end."""
    return capital(text) if not text or text[-1] in ".!?…" else f"{capital(text)}."


def listed(words: Iterable[str]) -> str:
    """Join words: a, b and c."""
    parts = [word for word in words if word]
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def counted(count: int, one: str, many: str = "") -> str:
    """Write a count with its noun: 1 promise, 2 promises."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def clipped(text: str, most: int) -> tuple[str, int]:
    """Cut a text after so many words; tell how many words were left off."""
    words = text.split()
    return (text, 0) if len(words) <= most else (" ".join(words[:most]), len(words) - most)


def not_shown(count: int) -> str:
    """Say that words were left out: [3 words not shown], [about 40 words not shown]."""
    about = "about " if count > 10 else ""
    return f"[{about}{counted(rough(count), 'word')} not shown]"


def rough(count: int) -> int:
    """Round a count of words that are not shown: to tens above ten."""
    return count if count <= 10 else round(count, -1)


def capital(text: str) -> str:
    """Start a sentence: only the first letter changes."""
    return text[:1].upper() + text[1:]
