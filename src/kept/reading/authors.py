"""Find who wrote an HTML page: JSON-LD, meta tags, elements marked as author, then the bylines of the page itself."""

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

_METAS = ("author", "article:author", "og:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
          "byl", "citation_author", "article.author", "creator", "authors", "twitter:creator:name")
_BAD = re.compile(r"https?:|www\.|@|\.com\b|^\W*$", re.IGNORECASE)
_WITHIN = re.compile(r"\bby:?\s+([A-ZÀ-Þ][^|•·]{2,60})")
_ABOVE, _AROUND = 20, 6
_ELSEWHERE = Mark.RELATED | Mark.COMMENT | Mark.NAV


def authors(meta: Metadata, root: Any, lines: Sequence[HtmlLine], bounds: tuple[int, int]) -> tuple[str, ...]:
    """Give the names of the authors, each once, in the order of the most trusted place that names any.

    `bounds` are the places of the article's first and last line: a byline stands near them. A page that names only its site as
    author gets that name.
    """
    site = {name.lower() for name in (meta.first("og:site_name"), meta.site) if name}
    fallback: tuple[str, ...] = ()
    for names in (_from_articles(meta), _from_metas(meta), _from_bylines(lines, bounds), _from_marked(root), _from_lines(lines, bounds)):
        found = tuple(dict.fromkeys(names))
        persons = tuple(name for name in found if name.lower() not in site)
        if persons:
            return persons
        fallback = fallback or found
    return fallback or _from_site(meta)


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
    if (meta.first("twitter:label1") or "").lower() == "written by":
        yield from _split(meta.first("twitter:data1") or "")


def _from_site(meta: Metadata) -> tuple[str, ...]:
    """Take what the page calls its author although it looks like no person's name."""
    told = clean(html.unescape(meta.first("author", "article:author") or ""))
    return (told,) if told and len(told.split()) <= 4 and not _BAD.search(told) else ()


def _split(text: str) -> tuple[str, ...]:
    text = clean(html.unescape(text))
    return () if _BAD.search(text) else names_in(text)


def _from_marked(root: Any) -> Iterator[str]:
    for element in root.iter("a", "span", "div", "p", "address"):
        if element.get("rel") == "author" or element.get("itemprop") == "author":
            yield from _split("".join(element.itertext())[:120])


def _near(lines: Sequence[HtmlLine], bounds: tuple[int, int]) -> list[int]:
    """Give the places where a byline may stand: above the article's beginning, nearest first, then just behind its end."""
    first, last = bounds
    above = range(min(first + 3, len(lines)) - 1, max(-1, first - _ABOVE), -1)
    behind = range(max(first + 3, last - 2), min(len(lines), last + _AROUND))
    return [place for place in (*above, *behind) if not lines[place].marks & _ELSEWHERE and len(lines[place].text) < 160]


def _from_bylines(lines: Sequence[HtmlLine], bounds: tuple[int, int]) -> Iterator[str]:
    for place in _near(lines, bounds):
        line = lines[place]
        if is_byline(line.text):
            yield from names_in(line.text)
            return
        within = _WITHIN.search(line.text) if line.marks & (Mark.BYLINE | Mark.DATE) else None
        if within and (names := names_in(within.group(1))):
            yield from names
            return


def _from_lines(lines: Sequence[HtmlLine], bounds: tuple[int, int]) -> Iterator[str]:
    for place in _near(lines, bounds):
        line = lines[place]
        name = re.sub(r"\s*[(@].*", "", line.text)
        if line.marks & Mark.BYLINE and is_name(name) and len(name.split()) > 1:
            yield name
            return
