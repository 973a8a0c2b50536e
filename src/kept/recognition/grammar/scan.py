"""The first pass: one automaton finds the cue words of a text; sentences are found only around them."""

from __future__ import annotations

from functools import cache

import ahocorasick_rs

from kept.model.sources import Span
from kept.recognition.grammar.cues import cue_index
from kept.recognition.lexicon import words
from kept.text.sentences import sentence_at

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
    """Find the sentences of the blocks that hold a cue, each once, lazily around the hits."""
    found: list[Span] = []
    places = iter(cue_places(text))
    place = next(places, None)
    for block in blocks:
        while place is not None and place < block.end:
            if place >= block.start:
                sentence = sentence_at(text, place, block.start, block.end)
                found.append(sentence)
                place = next((each for each in places if each >= max(sentence.end, place + 1)), None)
            else:
                place = next(places, None)
    return found


def reporting_words() -> frozenset[str]:
    """Give the verbs that report speech, in their base forms."""
    return words("verbs", "reporting")
