"""Choose the lines of a flattened page or a plain statement that are its article.

The line model judges; a few rules about the page as a whole correct it where lines depend on one another.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kept.model.sources import FurnitureKind as Kind
from kept.reading.kinds import is_cut_off, is_finished, is_related_heading, said
from kept.reading.lines import line_model

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBERED = re.compile(r"(\d{1,3})[.)]\s+\S")
_FURNISHED = frozenset({Kind.PROMPT, Kind.BOOKMARK, Kind.COMMENT})
_LENIENT = 0.2
_SURE = 0.9
_POSSIBLE, _WIDEST = 0.15, 50


def choose(lines: Sequence[str]) -> list[bool]:
    """Tell for each line of one page whether it belongs to the article."""
    return choose_pages([lines])[0]


def choose_pages(pages: Sequence[Sequence[str]]) -> list[list[bool]]:
    """Tell for each line of each page whether it belongs to the article; many pages at once are faster."""
    return [_corrected(page, chances.tolist()) for page, chances in zip(pages, line_model().probabilities(pages), strict=True)]


def _corrected(lines: Sequence[str], chances: list[float]) -> list[bool]:
    statement = is_statement(lines)
    threshold = _LENIENT if statement else line_model().threshold
    keep = [chance >= threshold and not _is_other(line, chance) for line, chance in zip(lines, chances, strict=True)]
    _fill_holes(lines, chances, keep)
    _keep_numbered(lines, keep)
    if statement:
        _keep_between(lines, keep)
    _drop_teasers(lines, keep)
    return keep


def is_statement(lines: Sequence[str]) -> bool:
    """Tell whether a text is a bare statement: nearly all of it prose, hardly a word of a page's furniture."""
    finished = [is_prose(line) for line in lines]
    if 2 * sum(finished) < len(lines):
        return False
    prose = sum(len(line) for line, is_finished in zip(lines, finished, strict=True) if is_finished)
    if prose < 0.75 * sum(map(len, lines)):
        return False
    kinds = [found.kind for line in lines if (found := said(line))]
    furniture = sum(kind in _FURNISHED for kind in kinds) + sum(map(is_related_heading, lines)) + sum(map(is_cut_off, lines))
    return furniture <= 0.04 * len(lines)


def is_prose(line: str) -> bool:
    """Tell whether a line holds a finished sentence of some length."""
    return len(line) >= 50 and is_finished(line)


def _is_other(line: str, chance: float) -> bool:
    """A short line that names itself furniture is furniture, unless the model is sure of the contrary."""
    if chance >= _SURE and len(line) >= 60:
        return False
    found = said(line)
    if found is None:
        return False
    return chance < _SURE or found.kind in (Kind.BYLINE, Kind.DATELINE) or len(line) < 60


def _fill_holes(lines: Sequence[str], chances: Sequence[float], keep: list[bool]) -> None:
    """Keep what stands between two kept lines when no line of it is clearly something else."""
    kept = [place for place, is_kept in enumerate(keep) if is_kept]
    for before, after in pairwise(kept):
        gap = range(before + 1, after)
        if 0 < len(gap) <= _WIDEST and all(chances[place] >= _POSSIBLE and not said(lines[place]) for place in gap):
            for place in gap:
                keep[place] = True


def _keep_numbered(lines: Sequence[str], keep: list[bool]) -> None:
    """Keep the whole of a series of numbered paragraphs when most of it is kept."""
    for series in _series(lines):
        if len(series) >= 3 and 2 * sum(keep[place] for place in series) >= len(series):
            for place in range(series[0], series[-1] + 1):
                keep[place] = True


def _series(lines: Sequence[str]) -> list[list[int]]:
    runs: list[list[int]] = []
    expected = 1
    for place, line in enumerate(lines):
        matched = _NUMBERED.match(line) if line[:1].isdigit() else None
        number = int(matched.group(1)) if matched else 0
        if number == 1:
            runs.append([place])
            expected = 2
        elif number and number == expected and runs:
            runs[-1].append(place)
            expected += 1
    return runs


def _keep_between(lines: Sequence[str], keep: list[bool]) -> None:
    """In a bare statement everything between its first and its last paragraph belongs to it; headings above do not."""
    for place, line in enumerate(lines):
        if is_finished(line):
            break
        keep[place] = False
    kept = [place for place, kept in enumerate(keep) if kept]
    for place in range(kept[0], kept[-1]) if kept else ():
        keep[place] = keep[place] or said(lines[place]) is None


def _drop_teasers(lines: Sequence[str], keep: list[bool]) -> None:
    """Drop pairs of heading and cut-off blurb below the last finished paragraph: two such pairs in a row are no article."""
    last = max((place for place, line in enumerate(lines) if keep[place] and is_prose(line)), default=-1)
    pairs = [place for place in range(last + 2, len(lines)) if _is_pair(lines[place - 1], lines[place])]
    if len(pairs) >= 2 and any(second - first == 2 for first, second in pairwise(pairs)):
        for place in range(pairs[0] - 1, len(lines)):
            keep[place] = False


def _is_pair(heading: str, blurb: str) -> bool:
    return is_cut_off(blurb) and len(heading) < 110 and not heading.endswith((".", ":", ",")) and len(heading.split()) > 2
