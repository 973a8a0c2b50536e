"""Find who wrote an HTML page: JSON-LD, meta tags, then the bylines of the page itself."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from kept.reading.bylines import is_byline, is_name, names_in
from kept.reading.marks import Mark
from kept.reading.metadata import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kept.reading.flatten import HtmlLine
    from kept.reading.metadata import Metadata

_METAS = ("author", "article:author", "og:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
          "citation_author", "article.author", "creator")
_BAD = re.compile(r"https?:|www\.|@|\.com\b|^\W*$", re.IGNORECASE)
_FARTHEST = 12


def authors(meta: Metadata, lines: Sequence[HtmlLine], first: int) -> tuple[str, ...]:
    """Give the names of the authors, each once, in the order of the most trusted place that names any.

    `first` is the place of the article's first line: a byline stands near it.
    """
    site = {name.lower() for name in (meta.first("og:site_name"), meta.site) if name}
    for names in (_from_articles(meta), _from_metas(meta), _from_lines(lines, first)):
        kept = tuple(dict.fromkeys(name for name in names if name.lower() not in site))
        if kept:
            return kept
    return ()


def _from_articles(meta: Metadata) -> Iterator[str]:
    for thing in meta.articles:
        yield from _names(thing.get("author"), meta)


def _names(author: Any, meta: Metadata) -> Iterator[str]:
    if isinstance(author, list):
        for one in author:
            yield from _names(one, meta)
    elif isinstance(author, dict):
        name = author.get("name") or meta.persons.get(str(author.get("@id") or ""))
        if "Organization" not in str(author.get("@type")):
            yield from _names(name, meta)
    elif isinstance(author, str):
        yield from _split(author)


def _from_metas(meta: Metadata) -> Iterator[str]:
    for value in meta.all(*_METAS):
        yield from _split(value)


def _split(text: str) -> tuple[str, ...]:
    text = clean(html.unescape(text))
    return () if _BAD.search(text) else names_in(text)


def _from_lines(lines: Sequence[HtmlLine], first: int) -> Iterator[str]:
    near = range(max(0, first - _FARTHEST), min(len(lines), first + 3))
    for place in sorted(near, key=lambda place: abs(place - first)):
        line = lines[place]
        if is_byline(line.text) and not line.marks & (Mark.RELATED | Mark.COMMENT | Mark.NAV):
            yield from names_in(line.text)
            return
    for place in near:
        line = lines[place]
        if line.marks & Mark.BYLINE and not line.marks & (Mark.RELATED | Mark.COMMENT) and is_name(line.text) and len(line.text.split()) > 1:
            yield line.text
            return
