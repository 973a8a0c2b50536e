"""The first pass: one automaton finds the cue words of a text; sentences are found only around them."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

import ahocorasick_rs

from kept.model.sources import Span
from kept.recognition.grammar.cues import cue_index
from kept.text.sentences import sentence_at, sentences

_DENSE = 600
"""Characters a cue: denser ones make it cheaper to cut the whole block."""

_COMMON = frozenset(
    ("is", "are", "am", "'s", "'re", "'m", "was", "were", "have", "has", "had", "be", "not", "no", "never", "it", "of")
)


@cache
def _automaton() -> ahocorasick_rs.AhoCorasick:
    starts = set()
    for first, cues in cue_index().items():
        if first not in _COMMON:
            starts.add(first)
        starts.update(word for cue in cues if first in _COMMON and len(cue.elements) > 1 for word in cue.elements[1])
    patterns = sorted((starts - {"to", "not"}) | {"n't", "n’t", "’ll"})
    return ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MATCHKIND_LEFTMOST_LONGEST)


def lowered(text: str) -> str:
    """Give a text in lower case, letter for letter: letters that would become longer stay as they are."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def cue_places(text: str) -> list[int]:
    """Give the places of cue words, at word borders, in order."""
    low = lowered(text)
    found = []
    for _, start, end in _automaton().find_matches_as_indexes(low, overlapping=False):
        if (start == 0 or not low[start - 1].isalnum() or low[start] in "n'’") and (
            end >= len(low) or not low[end].isalpha()
        ):
            found.append(start)
    return found


def sentences_with_cues(text: str, blocks: tuple[Span, ...]) -> list[Span]:
    """Find the sentences of the blocks that hold a cue, each once.

    Where cues are few, sentences are found lazily around them; where they stand in nearly every sentence, cutting
    the block once is cheaper.
    """
    places = cue_places(text)
    found: list[Span] = []
    for block in blocks:
        inside = places[bisect_left(places, block.start) : bisect_left(places, block.end)]
        dense = len(inside) * _DENSE > block.end - block.start
        found.extend(_cut(text, block, inside) if dense else _around(text, block, inside))
    return found


def _cut(text: str, block: Span, places: list[int]) -> list[Span]:
    spans = sentences(text, block.start, block.end)
    return [span for span in spans if bisect_left(places, span.start) < bisect_left(places, span.end)]


def _around(text: str, block: Span, places: list[int]) -> list[Span]:
    found: list[Span] = []
    for place in places:
        if not found or place >= found[-1].end:
            found.append(sentence_at(text, place, block.start, block.end))
    return found
