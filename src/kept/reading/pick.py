"""Choose the lines of an HTML page that are its article: two opinions weighed with what the tags say.

The weights are set by hand and round: each is about how much a sign changes the odds (natural logarithm).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kept.reading.container import inside_container
from kept.reading.kinds import is_related_heading, said
from kept.reading.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kept.reading.flatten import Flat, HtmlLine

_BIAS = -1.6
_MODEL, _SECOND, _INSIDE = 0.35, 2.6, 1.8
_LINKED, _MOSTLY_LINKED = -2.0, -0.8
_LENGTH, _FINISHED, _BESIDE = -0.5, 0.8, 0.5
_BY_TAG = {"p": 1.1, "li": 0.5, "div": 0.4, "td": 0.4, "h1": 0.6, "h2": 1.2, "h3": 1.2, "h4": 1.2, "h5": 1.0, "h6": 1.0, "blockquote": 0.8,
           "pre": 1.5, "figcaption": -1.0}
_BY_MARK = ((Mark.NAV, -0.5), (Mark.HEADER, -1.5), (Mark.FOOTER, -1.5), (Mark.ASIDE, -0.6), (Mark.COMMENT, -2.0), (Mark.RELATED, -1.0),
            (Mark.PROMPT, -2.0), (Mark.FORM, -0.9), (Mark.BYLINE, -1.1), (Mark.DATE, -1.1), (Mark.LEGAL, -0.5), (Mark.HIDDEN, -0.4),
            (Mark.TITLE, -1.7), (Mark.CAPTION, -0.4), (Mark.QUOTE, 2.5), (Mark.TABLE, 0.3), (Mark.LIST, 0.3), (Mark.ADVERT, -0.5))
_SAID, _RELATED = -1.2, -1.0
_COMMON = 0.7
_FINISH = re.compile(r"[.!?…][\"'”’»)\]]*$")
_WORD = re.compile(r"\w+")
_RUN = 4
_LONG = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinions:
    """What is thought of each line beforehand: the line model's chances, and whether the second extractor chose it."""

    chances: NDArray[np.float32]
    second: NDArray[np.bool_]


def pick(flat: Flat, opinions: Opinions, title: str | None) -> list[bool]:
    """Tell for each line whether it belongs to the article; a paragraph that stands twice is taken once."""
    keep = scores(flat, opinions) > 0
    _drop_last_headings(flat.lines, keep)
    key = _key(title or "")
    repeated = _Repeated()
    return [bool(kept) and _key(line.text) != key and not repeated.is_known(line.text)
            for line, kept in zip(flat.lines, keep, strict=True)]


def _drop_last_headings(lines: Sequence[HtmlLine], keep: NDArray[np.bool_]) -> None:
    """A heading with nothing of the article below it opens something else."""
    for place in reversed(np.flatnonzero(keep).tolist()):
        if not lines[place].marks & Mark.HEADING:
            return
        keep[place] = False


def scores(flat: Flat, opinions: Opinions) -> NDArray[np.float64]:
    """Weigh the signs of each line; above 0 it is the article."""
    lines = flat.lines
    lengths = np.array([len(line.text) for line in lines], dtype=float)
    linked = np.array([line.linked for line in lines], dtype=float) / np.maximum(lengths, 1)
    second = opinions.second.astype(float)
    believed = (second + opinions.chances) / 2
    weights = np.minimum(lengths, 600) * believed * (believed > 0.45) * (linked < 0.5)
    inside = inside_container([line.node for line in lines], flat.parents, weights)
    chances = np.clip(opinions.chances, 0.003, 0.997)
    total = _BIAS + _MODEL * np.log(chances / (1 - chances)) + _SECOND * second + _INSIDE * inside + _LENGTH * np.log1p(lengths)
    total += _LINKED * linked + _MOSTLY_LINKED * (linked > 0.5)
    total[1:] += _BESIDE * second[:-1]
    total[:-1] += _BESIDE * second[1:]
    common = _common_marks(lines, weights * inside)
    total += np.array([_signs(line, common) for line in lines])
    return np.asarray(total)


def _common_marks(lines: Sequence[HtmlLine], weights: NDArray[np.float64]) -> int:
    """Give the hints that most of the article shares: they tell nothing about a single line."""
    enough = _COMMON * weights.sum()
    common = 0
    for mark, _ in _BY_MARK:
        marked = np.array([bool(line.marks & mark) for line in lines])
        if weights[marked].sum() > enough:
            common |= int(mark)
    return common


def _signs(line: HtmlLine, common: int) -> float:
    marks = line.marks & ~common
    total = _BY_TAG.get(line.tag, 0.0)
    if marks:
        total += sum(weight for mark, weight in _BY_MARK if marks & mark)
    if _FINISH.search(line.text):
        total += _FINISHED
    if not marks & Mark.QUOTE and said(line.text):
        total += _SAID
    return total + (_RELATED if is_related_heading(line.text) else 0.0)


class _Repeated:
    """Remembers what was taken, in runs of four words, to know a paragraph again."""

    def __init__(self) -> None:
        self.runs: set[tuple[str, ...]] = set()

    def is_known(self, text: str) -> bool:
        """Tell whether four in five of the runs of a longer text were taken before; remember it otherwise."""
        words = _WORD.findall(text.lower())
        runs = [tuple(words[place:place + _RUN]) for place in range(len(words) - _RUN + 1)]
        if len(words) >= _LONG and sum(run in self.runs for run in runs) >= 0.8 * len(runs):
            return True
        self.runs.update(runs)
        return False


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
