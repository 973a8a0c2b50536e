"""Sums of money, each bound to the words it stands in (codebook M1, M2, M4)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kept.model.money import Amount, Qualifier
from kept.recognition.fields.numbers import number_at, qualifier_before
from kept.recognition.lexicon import data

if TYPE_CHECKING:
    from kept.recognition.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """An amount and the tokens it takes."""

    amount: Amount
    begin: int
    end: int


def sums(tokens: list[Token], text: str, actors: tuple[str, ...] = ()) -> tuple[Sum, ...]:
    """Find the sums in a range of tokens; `actors` decide a currency that several states name alike."""
    found: list[Sum] = []
    at = 0
    while at < len(tokens):
        read = _at(tokens, at, text, actors)
        if read:
            found.append(read)
        at = read.end if read else at + 1
    return tuple(found)


def _at(tokens: list[Token], at: int, text: str, actors: tuple[str, ...]) -> Sum | None:
    sign = _sign(tokens, at)
    if sign:
        currency, after = sign
        read = number_at(tokens, after)
        return _sum(tokens, at, read[1], read[0], currency, text) if read else None
    read = number_at(tokens, at) or _article(tokens, at)
    if not read:
        return None
    value, after = read
    if after < len(tokens) and tokens[after].low in ("percent", "%", "per") and _of_gdp(tokens, after):
        return _sum(tokens, at, after + 1, value, "%GDP", text)
    named = _named(tokens, after, actors) or _shared(tokens, after, actors)
    return _sum(tokens, at, named[1], value, named[0], text) if named else None


def _article(tokens: list[Token], at: int) -> tuple[Decimal, int] | None:
    """Read “a billion dollars”, “billions of dollars” (no number: not read)."""
    scales = data("money")["scales"]
    if (
        tokens[at].low in ("million", "billion", "trillion")
        and at
        and tokens[at - 1].low in ("a", "one", "additional", "another")
    ):
        return Decimal(scales[tokens[at].low]), at + 1
    return None


def _sign(tokens: list[Token], at: int) -> tuple[str, int] | None:
    table = data("money")
    low, text = tokens[at].low, tokens[at].text
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    glued = after == "$" and tokens[at].is_capital and tokens[at].end == tokens[at + 1].start
    if glued and low.replace(".", "") in table["dollars"]:
        return table["dollars"][low.replace(".", "")], at + 2
    if low in table["signs"]:
        return table["signs"][low], at + 1
    if text in table["codes"]["words"].split():
        return text, at + 1
    return None


def _named(tokens: list[Token], after: int, actors: tuple[str, ...]) -> tuple[str, int] | None:
    """Read a currency's name behind the number, past an adjective (“Norwegian kroner”, “US dollars”)."""
    table = data("money")
    for place in (after, after + 1):
        if place >= len(tokens):
            return None
        low = tokens[place].low
        by_state = table["by_state"].get(low, {})
        code = next((by_state[actor] for actor in actors if actor in by_state), None) or table["names"].get(low)
        if code or tokens[place].text in table["codes"]["words"].split() or low in table["signs"]:
            return code or table["signs"].get(low) or tokens[place].text, place + 1
        if not tokens[place].is_capital:
            return None
    return None


def _shared(tokens: list[Token], after: int, actors: tuple[str, ...]) -> tuple[str, int] | None:
    """Read “150 million of the 240 million euros”: the part has the whole's currency."""
    if [token.low for token in tokens[after : after + 2]] != ["of", "the"]:
        return None
    whole = number_at(tokens, after + 2)
    named = _named(tokens, whole[1], actors) if whole else None
    return (named[0], named[1]) if named else None


def _of_gdp(tokens: list[Token], at: int) -> bool:
    return any(token.low in ("gdp", "gni") for token in tokens[at : at + 5])


def _sum(tokens: list[Token], begin: int, end: int, value: Decimal, currency: str, text: str) -> Sum:
    qualifier, front = qualifier_before(tokens, begin)
    if (
        qualifier == Qualifier.EXACT
        and end < len(tokens)
        and tokens[end].low in ("worth", "in")
        and tokens[end].low == "worth"
    ):
        qualifier = Qualifier.WORTH
    printed = text[tokens[front].start : tokens[end - 1].end]
    between = _range(tokens, begin, value)
    if between:
        return Sum(
            amount=Amount(
                currency=currency, value=None, qualifier=Qualifier.RANGE, minimum=between, maximum=value, text=printed
            ),
            begin=begin,
            end=end,
        )
    return Sum(amount=Amount(currency=currency, value=value, qualifier=qualifier, text=printed), begin=begin, end=end)


def _range(tokens: list[Token], begin: int, value: Decimal) -> Decimal | None:
    """Read the lower end of “between 300 and 500 million euros”."""
    if begin < 3 or tokens[begin - 1].low not in ("and", "to") or tokens[begin - 3].low not in ("between", "from"):
        return None
    low = number_at(tokens, begin - 2)
    if low is None:
        return None
    return low[0] if low[0] * 1000 > value else low[0] * (value / value.scaleb(0) if value == 0 else _scale(value))


def _scale(value: Decimal) -> Decimal:
    scale = Decimal(1)
    for step in (Decimal(10) ** 3, Decimal(10) ** 6, Decimal(10) ** 9, Decimal(10) ** 12):
        if value >= step:
            scale = step
    return scale
