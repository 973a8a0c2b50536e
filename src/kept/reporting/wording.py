"""Numbers, days, sums and things in the words that readers see (`screens-and-words.md`)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from babel.numbers import get_currency_name

from kept.model.money import Amount, Qualifier, Quantity, decimal_text

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_UNCOUNTED = frozenset({"people", "troops", "personnel", "police", "staff", "percent", "data", "equipment", "aircraft"})
_SCALES = ((Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million"), (Decimal(1), ""))
_QUALIFIERS = {
    Qualifier.UP_TO: "up to ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.ABOUT: "about ",
}
FRESH_FOR = 90
"""Days for which a check holds (`follow-through.md`, What it needs from the record)."""
Figure = Amount | Quantity


def number_word(count: int) -> str:
    """Write a whole number up to twelve as a word, larger ones in digits."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def day_text(day: date, as_of: date) -> str:
    """Write a day as “28 May”, with its year where it is not that of the day read at."""
    text = f"{day.day} {day:%B}"
    return text if day.year == as_of.year else f"{text} {day.year}"


def look_text(day: date | None, as_of: date) -> str:
    """Say when somebody last looked: a look older than 90 days is no finding, it has not been looked for since."""
    if day is None:
        return "not looked for yet"
    fresh = (as_of - day).days <= FRESH_FOR
    return f"{'last looked for' if fresh else 'not looked for since'} {day_text(day, as_of)}"


def listed(parts: Sequence[str]) -> str:
    """Join parts as “a, b and c”."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""


def number_text(value: Decimal) -> str:
    """Write a number with thousands set apart, and no zeros at its end."""
    whole, _, rest = (decimal_text(value) or "0").partition(".")
    return f"{int(whole):,}" + (f".{rest}" if rest else "")


def value_of(figure: Figure | None) -> Decimal | None:
    """Give a figure's number; a range counts with its lower bound, which is what was promised at least."""
    if isinstance(figure, Amount) and (figure.value is None or figure.qualifier is Qualifier.RANGE):
        return figure.minimum or figure.value or figure.maximum
    return figure.value if figure else None


def unit_text(figure: Figure, value: Decimal | None) -> str:
    """Name a figure's unit: the currency as CLDR does, things in the plural where they are not one."""
    if isinstance(figure, Amount):
        return _currency(figure.currency, value)
    return figure.unit if value == 1 else _plural(figure.unit)


def figure_text(figure: Figure) -> str:
    """Write a figure as people say it: “240 million euros”, “two patrol ships”, “up to 600 soldiers”."""
    value = value_of(figure)
    if value is None:
        return figure.text or unit_text(figure, None)
    small = isinstance(figure, Quantity) and value == value.to_integral_value() and 0 < value < 13
    number = number_word(int(value)) if small and not _QUALIFIERS.get(figure.qualifier) else _scaled(value, value)
    return f"{_QUALIFIERS.get(figure.qualifier, '')}{number} {unit_text(figure, value)}"


def part_text(delivered: Decimal, figure: Figure) -> str:
    """Write what came of what was promised: “150 of 240 million euros”, “120 of up to 600 soldiers”."""
    value = value_of(figure)
    if value is None:
        return f"{_scaled(delivered, delivered)} {unit_text(figure, delivered)}"
    scale = next(each for each, _ in _SCALES if value >= each or each == 1)
    came = number_text(delivered / scale)
    if len(came.partition(".")[2]) > 3:
        came, scale = number_text(delivered), Decimal(1)
    promised = number_text(value / scale) + dict(_SCALES)[scale]
    return f"{came} of {_QUALIFIERS.get(figure.qualifier, '')}{promised} {unit_text(figure, value)}"


def percent_range(low: int, high: int, of: int) -> str:
    """Write shares of a whole as “38 to 50 %”, or one number where both round to the same."""
    one, other = ((200 * each + of) // (2 * of) for each in (low, high))
    return f"{one} %" if one == other else f"{one} to {other} %"


def _scaled(value: Decimal, by: Decimal) -> str:
    scale, word = next((each, word) for each, word in _SCALES if by >= each or each == 1)
    text = number_text(value / scale)
    return text + word if len(text.partition(".")[2]) <= 3 else number_text(value)


def _currency(code: str, value: Decimal | None) -> str:
    return get_currency_name(code, count=2 if value is None else value, locale="en")


def _plural(unit: str) -> str:
    last = unit.split()[-1].lower() if unit.split() else ""
    if not last or last.endswith("s") or last in _UNCOUNTED:
        return unit
    return f"{unit[:-1]}ies" if last[-1] == "y" and last[-2:-1] not in tuple("aeiou") else f"{unit}s"
