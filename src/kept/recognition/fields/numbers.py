"""Numbers in words and digits, their scale, and how they are meant."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kept.model.money import Qualifier
from kept.recognition.lexicon import data

if TYPE_CHECKING:
    from kept.recognition.tokens import Token


def number_at(tokens: list[Token], at: int) -> tuple[Decimal, int] | None:
    """Read the number that starts at a token, with its scale (“1.2 billion”); give it and the token after it."""
    value = _plain(tokens[at].low) if at < len(tokens) else None
    if value is None:
        return None
    after = at + 1
    if (
        after < len(tokens)
        and tokens[after].low == "-"
        and after + 1 < len(tokens)
        and tokens[after + 1].low in data("money")["scales"]
    ):
        after += 1
    if (
        after < len(tokens)
        and tokens[after].low in data("money")["scales"]
        and tokens[after].low not in ("b", "m", "k")
    ) or _glued(tokens, after):
        return value * data("money")["scales"][tokens[after].low], after + 1
    return value, after


def _glued(tokens: list[Token], after: int) -> bool:
    """Tell “£500m” from “5 m”: a one-letter scale stands right at its digits."""
    return after < len(tokens) and tokens[after].low in ("b", "m", "k") and tokens[after].start == tokens[after - 1].end


def _plain(low: str) -> Decimal | None:
    if low[0].isdigit():
        digits = low.replace(",", "")
        if digits.count(".") > 1 or not digits.replace(".", "").isdecimal() or len(digits) > 18:
            return None
        return Decimal(digits)
    value = data("money")["numbers"].get(low)
    return Decimal(value) if value is not None else None


def qualifier_before(tokens: list[Token], at: int) -> tuple[Qualifier, int]:
    """Read how a number is meant from the words before it; give that and the token where they begin."""
    table = data("money")["qualifiers"]
    begin = at
    while begin > 0 and tokens[begin - 1].low in (
        "a",
        "an",
        "another",
        "additional",
        "further",
        "total",
        "the",
        "new",
        "record",
        "extra",
    ):
        begin -= 1
    for length in (4, 3, 2, 1):
        if begin >= length:
            phrase = " ".join(token.low for token in tokens[begin - length : begin])
            if phrase in table:
                return Qualifier(table[phrase]), begin - length
    return Qualifier.EXACT, at
