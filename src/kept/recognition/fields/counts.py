"""Counts of things: 40 monitors, up to 600 soldiers, several thousand troops (codebook M1, M4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.model.money import Quantity
from kept.recognition.fields.numbers import number_at, qualifier_before
from kept.recognition.lexicon import data, words

if TYPE_CHECKING:
    from kept.recognition.tokens import Token


def count(tokens: list[Token], text: str, taken: tuple[tuple[int, int], ...] = ()) -> Quantity | None:
    """Find the first count of things in a range of tokens, outside what is `taken` by sums and dates."""
    for at in range(len(tokens)):
        if any(begin <= at < end for begin, end in taken):
            continue
        read = _at(tokens, at, text)
        if read:
            return read
    return None


def _at(tokens: list[Token], at: int, text: str) -> Quantity | None:
    if tokens[at].low in ("several", "hundreds", "thousands", "dozens"):
        return _vague(tokens, at, text)
    read = number_at(tokens, at)
    if (
        read is None
        or _is_date(tokens, at, read[1])
        or (at and tokens[at - 1].low in ("-", "$", "€", "£", "article", "no"))
    ):
        return None
    value, after = read
    unit, end = _unit(tokens, after)
    if not unit:
        return None
    qualifier, front = qualifier_before(tokens, at)
    return Quantity(unit=unit, value=value, qualifier=qualifier, text=text[tokens[front].start : tokens[end - 1].end])


def _vague(tokens: list[Token], at: int, text: str) -> Quantity | None:
    after = at + 1
    if after < len(tokens) and tokens[after].low in ("thousand", "hundred", "dozen"):
        after += 1
    elif tokens[at].low == "several" or after >= len(tokens) or tokens[after].low != "of":
        return None
    else:
        after += 1
    unit, end = _unit(tokens, after)
    return Quantity(unit=unit, value=None, text=text[tokens[at].start : tokens[end - 1].end]) if unit else None


def _is_date(tokens: list[Token], at: int, after: int) -> bool:
    low = tokens[at].low
    beside = {tokens[place].low.rstrip(".") for place in (at - 1, after) if 0 <= place < len(tokens)}
    year = low.isdigit() and len(low) == 4 and 1900 <= int(low) <= 2199 and "," not in tokens[at].text
    return (
        bool(beside & words("months", "nouns"))
        or year
        or (after < len(tokens) and tokens[after].low in ("percent", "%", "-", "/", ":"))
    )


def _unit(tokens: list[Token], at: int) -> tuple[str, int]:
    """Read the noun that is counted: words up to the next preposition or sign, adjectives with a capital left out."""
    end = at
    kept: list[str] = []
    while end < len(tokens) and end - at < 4:
        token = tokens[end]
        if (
            not token.is_word
            or token.low in words("no_units", "nouns")
            or token.low in words("preposition")
            or token.low in words("aux")
            or token.low in words("determiner")
            or token.low in data("money")["names"]
            or token.low[0].isdigit()
            or token.low in words("conjunction")
            or token.low in ("promised", "that", "who", "which", "worth", "have", "has")
            or token.low[0] == "'"
        ):
            break
        kept.append("" if token.is_capital else token.low)
        end += 1
        if token.low.endswith("s") and not token.low.endswith("ss") and not token.is_capital:
            break
    named = [word for word in kept if word]
    return (" ".join([*named[:-1], singular(named[-1])]), end) if named else ("", at)


def singular(word: str) -> str:
    """Give the singular of a regular English plural."""
    if word in ("personnel", "troops", "forces", "goods", "arms"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word
