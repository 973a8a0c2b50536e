"""Which found statement answers which coded one: their quotes share words, each is matched once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

Coded = Mapping[str, Any]
"""A statement in the shape of `gold/SCHEMA.md`."""

SHARED = 0.5
"""Least F1 over the words of two quotes that speak of the same thing."""

CONTEXT = frozenset(("attendance", "agenda", "purpose", "role", "speech", "characterisation", "background"))
"""Facts that move no commitment: kept as context, left out of every figure, as assessments are."""

_WORD = re.compile(r"\w+")


def counted(statements: Sequence[Coded] | None) -> list[Coded]:
    """Give the statements that figures speak of: no assessments, no facts that are context only."""
    return [
        each for each in statements or () if each.get("type") != "assessment" and each.get("fact_kind") not in CONTEXT
    ]


def overlap(one: str, other: str) -> float:
    """Give the F1 over the words of two quotes, 0 to 1."""
    left, right = (Counter(_WORD.findall(text.lower())) for text in (one, other))
    size = left.total() + right.total()
    return 2 * (left & right).total() / size if size else 0.0


def matched(gold: Sequence[Coded], found: Sequence[Coded]) -> list[tuple[int, int]]:
    """Pair coded with found statements of one passage: largest overlap first, then equal types, each once.

    Gives pairs of places in the two lists.
    """
    candidates = [
        (overlap(wanted.get("quote") or "", got.get("quote") or ""), wanted["type"] == got.get("type"), i, j)
        for i, wanted in enumerate(gold)
        for j, got in enumerate(found)
    ]
    pairs: list[tuple[int, int]] = []
    for score, _, i, j in sorted(candidates, reverse=True):
        if score >= SHARED and all(i != left and j != right for left, right in pairs):
            pairs.append((i, j))
    return pairs


def without_edge(gold: Sequence[Coded], found: Sequence[Coded]) -> tuple[list[Coded], list[Coded]]:
    """Leave out the cases that the coders called edge (`sure` false), and what was found for them."""
    edge = {i for i, each in enumerate(gold) if each.get("sure") is False}
    answers = {j for i, j in matched(gold, found) if i in edge}
    return (
        [each for i, each in enumerate(gold) if i not in edge],
        [each for j, each in enumerate(found) if j not in answers],
    )
