"""Gates: decisions of named bodies that the words say are needed or taken (codebook G1–G4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kept.model.statements import StatedGate
from kept.recognition.lexicon import data

if TYPE_CHECKING:
    from kept.recognition.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body that is named in a text: where, and its code."""

    start: int
    end: int
    code: str


_SIDE = 60
"""Characters beside a body's name in which a word of approval makes it a gate."""


def gates(
    tokens: list[Token], bodies: tuple[Body, ...], text: str, institution: tuple[str, ...] = ()
) -> tuple[StatedGate, ...]:
    """Find the gates in a range of tokens; `institution` owns a parliament that is not named more closely."""
    if not tokens:
        return ()
    begin, end = tokens[0].start, tokens[-1].end
    low = text[begin:end].lower().replace("’", "'")
    for row in data("gates")["gate"]:
        for word in row["words"]:
            at = _place(low, word)
            if at >= 0 and (word in data("gates")["sufficient"] or _has_approval(low, at, at + len(word))):
                return (
                    StatedGate(
                        kind=row["kind"],
                        body=_body(bodies, begin + at, institution, row["kind"]),
                        text=_phrase(text, begin, end, begin + at, begin + at + len(word)),
                    ),
                )
    return ()


def _place(low: str, word: str) -> int:
    at = low.find(word)
    while at >= 0:
        after = at + len(word)
        if (at == 0 or not low[at - 1].isalnum()) and (after >= len(low) or not low[after].isalnum()):
            return at
        at = low.find(word, at + 1)
    return -1


def _has_approval(low: str, begin: int, end: int) -> bool:
    beside = low[max(0, begin - _SIDE) : end + _SIDE].replace(",", " ").replace(".", " ").split()
    return any(word in _approval() for word in beside) or any(phrase in low for phrase in data("gates")["sufficient"])


def _approval() -> frozenset[str]:
    return frozenset(data("gates")["approval"].split())


def _body(bodies: tuple[Body, ...], place: int, institution: tuple[str, ...], kind: str) -> str | None:
    named = next((body.code for body in bodies if body.start <= place < body.end), None)
    if named is None and kind == "parliament" and len(institution) == 1 and len(institution[0]) == 2:
        return f"{institution[0]}:parliament"
    return named


def _phrase(text: str, begin: int, end: int, front: int, back: int) -> str:
    """Widen a body's name to the words between the commas around it."""
    left = max(text.rfind(",", begin, front) + 1, begin)
    right = text.find(",", back, end)
    return text[left : right if right >= 0 else end].strip(' .;:”"“')
