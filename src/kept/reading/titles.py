"""Find the title among the lines of a page that has no tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kept.reading.kinds import is_related_heading, said

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"\w{3,}")
_COMMON = frozenset("the and for with from that this are was were has have will its his her their not but who what how into over out "
                    "after new says said more than".split())
_FARTHEST = 14
_ENOUGH = 0.25


def title_index(lines: Sequence[str], keep: Sequence[bool]) -> int | None:
    """Give the place of the title line, or None when no line above the article is one.

    A title stands near above the first paragraph, is neither a sentence nor furniture by its own words, and shares its
    words with the article.
    """
    first = next((place for place, kept in enumerate(keep) if kept), None)
    if first is None:
        return None
    body = _words(" ".join(line for line, kept in zip(lines, keep, strict=True) if kept))
    low = max(0, first - _FARTHEST)
    scored = [(_score(lines[place], first - place, body), place) for place in range(low, first)]
    best = max(scored, default=(0.0, 0))
    return best[1] if best[0] > _ENOUGH else None


def _score(line: str, distance: int, body: set[str]) -> float:
    if not 8 <= len(line) <= 220 or said(line) or is_related_heading(line) or line.endswith((",", ":")):
        return 0.0
    words = _words(line)
    if not words or len(line.split()) < 2:
        return 0.0
    shared = len(words & body) / len(words)
    length = min(1.0, len(line.split()) / 5)
    sentence = 0.35 if line.endswith(".") else 0.0
    return shared * length - sentence - 0.02 * distance


def _words(text: str) -> set[str]:
    return {word for word in (found.lower() for found in _WORD.findall(text)) if word not in _COMMON}
