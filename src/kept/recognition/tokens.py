"""Words of a sentence with their offsets; clitics apart, letters lower, apostrophes straight."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 250
"""Words that are read at once: a longer sentence is cut, so that the time stays linear."""

_TOKEN = re.compile(r"[^\W\d_]\.(?:[^\W\d_]\.)+|\d+(?:[.,]\d+)*|[^\W_]+(?:['’\-][^\W_]+)*|\S")
_CLITICS = ("'s", "'ll", "'re", "'ve", "'d", "'m")
QUOTES = frozenset('"“”«»„‟')
OPENERS, CLOSERS = frozenset("“«„"), frozenset("”»")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign: as printed, in lower case with straight apostrophes, and where it stands in the text."""

    text: str
    low: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, not a sign."""
        return self.low[0].isalnum() or (self.low[0] == "'" and len(self.low) > 1)

    @property
    def is_capital(self) -> bool:
        """Whether it is printed with a capital letter."""
        return self.text[0].isupper()


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Cut a part of a text into tokens; every sign that is no letter or digit stands alone."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        tokens.extend(_split(match.group(), match.start()))
    return tokens


def without_number(tokens: list[Token]) -> list[Token]:
    """Leave out the number or dash that opens a list item."""
    if len(tokens) > 2 and tokens[0].low.isdecimal() and tokens[1].low in (".", ")"):
        return tokens[2:]
    return tokens[1:] if len(tokens) > 1 and tokens[0].low in ("-", "–", "•", "*") else tokens


def pieces(tokens: list[Token]) -> list[list[Token]]:
    """Cut what is longer than `LONGEST` words into pieces."""
    tokens = without_number(tokens)
    return [tokens[at : at + LONGEST] for at in range(0, len(tokens), LONGEST)]


def _split(word: str, start: int) -> list[Token]:
    low = word.lower().replace("’", "'")
    if len(low) != len(word):
        low = "".join(char.lower()[0] for char in word).replace("’", "'")
    cut = _cut(low)
    if not cut:
        return [Token(word, low, start, start + len(word))]
    return [
        Token(word[:cut], low[:cut], start, start + cut),
        Token(word[cut:], low[cut:], start + cut, start + len(word)),
    ]


def _cut(low: str) -> int:
    if "'" not in low:
        return 0
    if low.endswith("n't") and len(low) > 3:
        return len(low) - 3
    clitic = next((clitic for clitic in _CLITICS if low.endswith(clitic) and len(low) > len(clitic)), None)
    return len(low) - len(clitic) if clitic else 0
