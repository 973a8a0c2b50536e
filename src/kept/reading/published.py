"""Find when an HTML page appeared and was changed, and where it says so; no date is better than a wrong one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kept.errors import UnreadableInput
from kept.model.sources import PublishedDate
from kept.model.times import PartialDate
from kept.reading.dates import dates_in
from kept.reading.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kept.reading.flatten import HtmlLine
    from kept.reading.metadata import Metadata

_PUBLISHED = ("article:published_time", "og:published_time", "og:article:published_time", "datepublished", "date", "dc.date.issued",
              "dcterms.created", "dc.date", "dcterms.date", "citation_date", "article.created", "displaydate", "ptime")
_LIKE_PUBLISHED = re.compile(r"publish|publication|pub_?-?date|issue_?-?date|release_?-?date|original_?-?date|date_?original")
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "article:modified")
_ISO = re.compile(r"^\s*(\d{4})-(\d{2})-(\d{2})(?:\D|$)")
_COMPACT = re.compile(r"^\s*(\d{4})(\d{2})(\d{2})(?:T|\d{6}|$)")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|_|$)")
_UPDATED = re.compile(r"\b(?:updated?|modified|revised|reviewed)\b", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:published|posted|issued|released|publish date|written)\b", re.IGNORECASE)
_ABOVE, _BELOW, _BEHIND, _OVER = 25, 3, 7, 7


def published(meta: Metadata, root: Any, lines: Sequence[HtmlLine], bounds: tuple[int, int],
              address: str | None) -> PublishedDate:
    """Give the day of publication with its provenance: JSON-LD, meta tags, time tags, the page's own date line, its address."""
    for value, provenance in _told(meta, root, lines, bounds, address):
        if value is not None:
            return PublishedDate(value=value, provenance=provenance)
    return PublishedDate(value=None, bounds="no date in its head, in its date lines or in its address")


def modified(meta: Metadata) -> PublishedDate:
    """Give the day of the last change that the page declares."""
    for thing in (*meta.articles, *meta.pages):
        if (value := read_day(thing.get("dateModified"))) is not None:
            return PublishedDate(value=value, provenance="JSON-LD dateModified")
    for name in _MODIFIED:
        if (value := read_day(meta.first(name))) is not None:
            return PublishedDate(value=value, provenance=f"meta tag {name}")
    return PublishedDate(value=None)


def read_day(text: Any) -> PartialDate | None:
    """Read the calendar day of a machine-readable or printed date; its own local day, no zone applied."""
    if not isinstance(text, str) or len(text) > 80:
        return None
    matched = _ISO.match(text) or _COMPACT.match(text)
    if matched:
        return _partial(*matched.groups())
    found = dates_in(text)
    return found[0][2] if len({day for _, _, day in found}) == 1 else None


def _partial(year: str, month: str, day: str) -> PartialDate | None:
    try:
        date = PartialDate.of(f"{year}-{int(month):02d}-{int(day):02d}")
    except UnreadableInput:
        return None
    return date if date.first.year > 1970 else None


def _told(meta: Metadata, root: Any, lines: Sequence[HtmlLine], bounds: tuple[int, int],
          address: str | None) -> Iterator[tuple[PartialDate | None, str]]:
    for thing in meta.articles:
        yield read_day(thing.get("datePublished")), "JSON-LD datePublished"
    names = [*_PUBLISHED, *(name for name in meta.metas if _LIKE_PUBLISHED.search(name) and not _UPDATED.search(name.replace("_", " ")))]
    for name in names:
        yield read_day(meta.first(name)), f"meta tag {name}"
    for thing in meta.pages:
        yield read_day(thing.get("datePublished")), "JSON-LD datePublished of the page"
    yield _from_tags(root), "tag marked datePublished"
    yield _from_lines(lines, bounds)
    matched = _IN_ADDRESS.search(address or meta.canonical or "")
    yield (_partial(*matched.groups()) if matched else None), "address of the page"


def _from_tags(root: Any) -> PartialDate | None:
    for element in root.iter("time", "span", "abbr", "meta", "p", "div"):
        marked = "datePublished" in (element.get("itemprop") or "") or element.get("pubdate") is not None
        if marked or "entry-date" in (element.get("class") or ""):
            day = read_day(element.get("datetime") or element.get("content") or "".join(element.itertext())[:80])
            if day is not None:
                return day
    return None


def _from_lines(lines: Sequence[HtmlLine], bounds: tuple[int, int]) -> tuple[PartialDate | None, str]:
    """Look at the date lines around title and beginning of the article, then behind its end.

    A line that only says when the page was updated counts when no other does; its provenance shows its words.
    """
    updated: tuple[PartialDate | None, str] = (None, "")
    for place in _places(lines, bounds):
        day = _of_line(lines[place])
        if day is None:
            continue
        found = (day, f"date line “{lines[place].text[:60]}”")
        if _TOLD.search(lines[place].text) or not _UPDATED.search(lines[place].text):
            return found
        updated = found if updated[0] is None else updated
    return updated


def _places(lines: Sequence[HtmlLine], bounds: tuple[int, int]) -> list[int]:
    """Give the places of date lines, the likeliest first: below the title, just above it, at the article's beginning, at its end.

    What stands far above the title is the page's own head, where today's date may be.
    """
    first, last = bounds
    title = next((place for place in range(min(first, len(lines) - 1), -1, -1) if lines[place].tag == "h1"), None)
    behind = [place for place in range(last + 1, min(len(lines), last + _BEHIND)) if _TOLD.search(lines[place].text)]
    beginning = range(first, min(len(lines), first + _BELOW))
    if title is None:
        return [*range(first - 1, max(-1, first - _ABOVE), -1), *beginning, *behind]
    below = range(title + 1, min(len(lines), max(first, title + 1), title + 2 * _ABOVE))
    return [*below, *range(title - 1, max(-1, title - _OVER), -1), *beginning, *behind]


def _of_line(line: HtmlLine) -> PartialDate | None:
    found = dates_in(line.text) if len(line.text) <= 140 else []
    if not found or (line.marks & (Mark.RELATED | Mark.COMMENT | Mark.NAV) and not line.marks & Mark.DATE):
        return None
    told = _TOLD.search(line.text)
    behind = [day for start, _, day in found if told and start >= told.end()]
    if behind:
        return behind[0]
    if line.marks & (Mark.ASIDE | Mark.FOOTER) and not line.marks & (Mark.DATE | Mark.BYLINE | Mark.ARTICLE):
        return None
    if len({day for _, _, day in found}) > 1:
        return None
    covered = sum(end - start for start, end, _ in found)
    is_date_line = covered >= 0.3 * len(line.text) or line.marks & (Mark.DATE | Mark.BYLINE)
    return found[0][2] if is_date_line else None
