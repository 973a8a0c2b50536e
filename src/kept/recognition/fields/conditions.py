"""Conditions that words hang on: “if …”, “once …”, “in the event of …”, “as needed” (codebook K1–K3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.model.statements import StatedCondition
from kept.recognition.lexicon import data, words

if TYPE_CHECKING:
    from kept.recognition.tokens import Token

_ENDS = frozenset((",", ";", ".", ":", "—", "–", "”", '"', "“"))


def kind_of(phrase: str, otherwise: str = "other") -> str:
    """Name the kind of a condition by its words; the first kind of `conditions.toml` that fits."""
    low = phrase.lower()
    for row in data("conditions")["kind"]:
        if any(_stands(low, word) for word in row["words"]):
            return str(row["kind"])
    return otherwise


def _stands(low: str, word: str) -> bool:
    at = low.find(word)
    while at >= 0:
        if at == 0 or not low[at - 1].isalnum():
            return True
        at = low.find(word, at + 1)
    return False


def phrases(tokens: list[Token], text: str) -> tuple[StatedCondition, ...]:
    """Find the conditions that are stated without a clause in a range of tokens."""
    lows = [token.low for token in tokens]
    found: list[StatedCondition] = []
    for at in range(len(tokens)):
        row = _phrase_at(lows, at)
        if row:
            end = _end(tokens, at)
            printed = text[tokens[at].start : tokens[end - 1].end]
            found.append(
                StatedCondition(
                    kind=kind_of(printed, row["kind"]) if row["kind"] != "duration" else row["kind"],
                    text=printed,
                )
            )
    return tuple(found[:2])


def _phrase_at(lows: list[str], at: int) -> dict[str, str] | None:
    for row in data("conditions")["phrase"]:
        for start in row["starts"]:
            parts = start.split()
            if lows[at : at + len(parts)] == parts and _is_met(row.get("needs"), lows[at : at + 14]):
                return row  # type: ignore[no-any-return]  # TOML rows are untyped
    return None


def _is_met(needs: list[str] | None, following: list[str]) -> bool:
    return needs is None or any(low.startswith(need) for low in following for need in needs)


def _end(tokens: list[Token], at: int) -> int:
    end = at + 1
    while end < len(tokens) and tokens[end].low not in _ENDS:
        end += 1
    return end


def clause_condition(tokens: list[Token], text: str) -> StatedCondition | None:
    """Read a conditional clause (“if a ceasefire enters into force”) as a condition."""
    begin, end = 0, len(tokens)
    while begin < end and not tokens[begin].is_word:
        begin += 1
    while end > begin and not tokens[end - 1].is_word:
        end -= 1
    if begin >= end or tokens[begin].low not in words("conditional"):
        return None
    printed = text[tokens[begin].start : tokens[end - 1].end]
    return StatedCondition(kind=kind_of(printed, "trigger_event"), text=printed)
