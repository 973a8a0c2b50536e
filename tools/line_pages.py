"""Pages for training the line model: the labelled ones, and variants of them with less and with other furniture.

What is put in is made of the pages' own lines and of a few generic labels; the model sees their layout only.
"""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import numpy as np

Row = dict[str, Any]

HEADINGS = (
    "Related stories",
    "More from World",
    "Recommended",
    "Latest News",
    "Read next",
    "You may also like",
    "Trending",
    "Most Popular",
    "Related",
    "More stories",
    "Top Stories",
    "Recent Posts",
    "Next",
)
SECTIONS = (
    "World",
    "Politics",
    "Health",
    "Science",
    "Technology",
    "Sport",
    "Crime",
    "Culture",
    "Business",
    "Opinion",
    "Travel",
    "Space",
)
LEGAL = (
    "© 2024 The Post. All rights reserved.",
    "Copyright © 2025 Example Media LLC",
    "First published on March 3, 2024",
    "This story was updated on May 3.",
    "Reproduction forbidden.",
)
MONTHS = ("January", "March", "May", "Nov", "Dec.", "Aug", "June", "Sept")
NICKNAMES = ("mike77", "anna_b", "Reader One", "jd", "Tom K.", "skyfall", "GreatLakes")
_SENTENCE = re.compile(r"(?<=[.!?])\s")


def load(path: Path) -> list[Row]:
    """Read labelled pages."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def thinned(row: Row, rng: np.random.Generator) -> Row:
    """Take furniture away: in runs, above and below the article, or single lines of any kind."""
    labels = np.array(row["labels"])
    keep = np.ones(len(labels), dtype=bool)
    article = np.flatnonzero(labels)
    mode = rng.integers(3)
    if mode == 0:
        share, at = rng.random() * 0.9, 0
        while at < len(labels):
            run = int(rng.geometric(0.15))
            if rng.random() < share:
                keep[at : at + run] &= labels[at : at + run] == 1
            at += run
    elif mode == 1 and len(article):
        keep[: int(rng.integers(0, article[0] + 1))] = False
        keep[int(rng.integers(article[-1] + 1, len(labels) + 1)) :] = False
    else:
        keep &= rng.random(len(labels)) > 0.08
    return _cut(row, np.flatnonzero(keep).tolist())


def _cut(row: Row, places: list[int]) -> Row:
    titles = set(row.get("title_idx") or [])
    return {
        **row,
        "lines": [row["lines"][place] for place in places],
        "labels": [row["labels"][place] for place in places],
        "title_idx": [new for new, place in enumerate(places) if place in titles],
    }


class Furnisher:
    """Furnishes pages anew: lists of other stories, comments, legal lines behind or around the article."""

    def __init__(self, rows: list[Row]) -> None:
        self.heads, self.prose, self.names = [], [], []
        for row in rows:
            self._collect(row)

    def furnished(self, row: Row, rng: np.random.Generator) -> Row:
        """Give the page with other furniture."""
        marked = [
            (line, label, place in set(row.get("title_idx") or []))
            for place, (line, label) in enumerate(zip(row["lines"], row["labels"], strict=True))
        ]
        article = [place for place, item in enumerate(marked) if item[1]]
        if not article:
            return row
        end = article[-1] + 1
        if rng.random() < 0.5:
            del marked[int(rng.integers(end, len(marked) + 1)) :]
        added = [(line, 0, False) for block in self._blocks(rng) for line in block]
        at = end if rng.random() < 0.75 else len(marked)
        marked[at:at] = added
        self._more(marked, article, rng)
        lines, labels, titles = (list(column) for column in zip(*marked, strict=True))
        return {
            **row,
            "lines": lines,
            "labels": labels,
            "title_idx": [place for place, is_title in enumerate(titles) if is_title],
        }

    def _more(self, marked: list[Any], article: list[int], rng: np.random.Generator) -> None:
        """Put teasers above and inside the article, and cut what stands above it."""
        if len(article) > 8 and rng.random() < 0.15:
            at = article[int(rng.integers(3, len(article) - 2))]
            marked[at:at] = [(line, 0, False) for line in self.teasers(rng)[: int(rng.integers(1, 6))]]
        if rng.random() < 0.2:
            at = int(rng.integers(0, article[0] + 1))
            marked[at:at] = [(line, 0, False) for line in self.teasers(rng)]
        if rng.random() < 0.4:
            first = next(place for place, item in enumerate(marked) if item[1])
            del marked[: int(rng.integers(0, first + 1))]

    def _blocks(self, rng: np.random.Generator) -> list[list[str]]:
        chances = (
            (0.4, lambda: [_pick(rng, LEGAL)]),
            (0.45, lambda: self.comments(rng)),
            (0.75, lambda: self.teasers(rng)),
            (0.3, lambda: self.teasers(rng)),
        )
        blocks = [make() for chance, make in chances if rng.random() < chance]
        return [blocks[place] for place in rng.permutation(len(blocks))] if rng.random() < 0.5 else blocks

    def teasers(self, rng: np.random.Generator) -> list[str]:
        """Make a list of other stories: headings, with blurbs, dates or names."""
        number = int(rng.integers(2, 8)) if rng.random() < 0.6 else int(rng.integers(8, 50))
        cut, form, sections = int(rng.integers(5)), int(rng.integers(6)), rng.random() < 0.3
        lines = [_pick(rng, HEADINGS)] if rng.random() < 0.7 else []
        for place in range(number):
            lines += [_pick(rng, SECTIONS)] if form == 5 or (sections and place % 4 == 3) else []
            lines.append(_pick(rng, self.heads))
            lines += [self._blurb(rng, cut)] if form in (0, 1, 5) else []
            lines += [_date(rng)] if form in (1, 2) else []
            lines += ["By " + _pick(rng, self.names or ["Jane Smith"])] if form == 3 else []
            lines += [_pick(rng, ("Read more", "Continue reading"))] if form == 1 and rng.random() < 0.3 else []
        return lines

    def comments(self, rng: np.random.Generator) -> list[str]:
        """Make a comment section."""
        number, form = int(rng.integers(2, 25)), int(rng.integers(3))
        lines = (
            [_pick(rng, (f"{number} comments", "Comments", "Top Rated Comments", "Leave a comment"))]
            if rng.random() < 0.8
            else []
        )
        for _ in range(number):
            name = _pick(rng, self.names) if self.names and rng.random() < 0.6 else _pick(rng, NICKNAMES)
            said = _SENTENCE.split(_pick(rng, self.prose))
            body = " ".join(said[: int(rng.integers(1, 4))])
            lines += {
                0: [name, _date(rng), body],
                1: [f"{name} says:", f"{_date(rng)} at 7:52 am", body, "Reply"],
                2: [f"{name}: {body}"],
            }[form]
            lines += [_pick(rng, ("Reply", "Like", "Share", "Report"))] if form == 0 and rng.random() < 0.6 else []
        return lines

    def _collect(self, row: Row) -> None:
        prose = [
            line
            for line, label in zip(row["lines"], row["labels"], strict=True)
            if label and len(line) > 160 and line[-1] in '.!?”"'
        ]
        self.prose += prose[:6]
        self.heads += [
            line for line in row["lines"] if 25 < len(line) < 95 and line[-1] not in ".:,;" and len(line.split()) > 3
        ]
        self.names += [
            line
            for line, label in zip(row["lines"], row["labels"], strict=True)
            if not label and re.fullmatch(r"[A-Z][a-z]+ [A-Z][a-z]+", line)
        ]

    def _blurb(self, rng: np.random.Generator, cut: int) -> str:
        text = _pick(rng, self.prose)
        short = text[: int(rng.integers(60, 190))]
        if cut == 2:
            return short
        if cut < 2:
            return short.rsplit(" ", 1)[0].rstrip(".") + ("" if cut == 0 else _pick(rng, ("...", "…", " …", " [...]")))
        first = _SENTENCE.split(text)[0]
        return first if cut == 3 else first.rstrip(".")


def _pick(rng: np.random.Generator, choices: Any) -> str:
    return str(choices[int(rng.integers(len(choices)))])


def _date(rng: np.random.Generator) -> str:
    month, day = _pick(rng, MONTHS), int(rng.integers(1, 29))
    return _pick(
        rng,
        (
            f"{month} {day}, 2024",
            f"{day} {month} 2025",
            f"{day} hours ago",
            f"{day % 5 + 1} days ago",
            f"{month} {day}",
        ),
    )
