"""The same story on several sites: shingle containment, so that a wire text inside a longer page is found."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")
SHINGLE = 5
SAME_STORY = 0.4
"""Share of the shorter text's five-word runs that must stand in the other one."""


def shingles(text: str, size: int = SHINGLE) -> frozenset[tuple[str, ...]]:
    """Give all runs of `size` words, in lower case; a shorter text is one run."""
    words = _WORD.findall(text.lower())
    if not words:
        return frozenset()
    return frozenset(tuple(words[at : at + size]) for at in range(max(1, len(words) - size + 1)))


def containment(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """Give the share of the smaller set that stands in the larger one, 0 to 1."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def is_same_story(one: str, other: str) -> bool:
    """Tell whether two texts carry one story."""
    return containment(shingles(one), shingles(other)) >= SAME_STORY
