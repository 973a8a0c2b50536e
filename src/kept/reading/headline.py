"""Agree on the title of an HTML page: its headings, its title tag, its meta tags and JSON-LD each have a say."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from kept.reading.marks import Mark
from kept.reading.metadata import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kept.reading.flatten import HtmlLine
    from kept.reading.metadata import Metadata

_WORD = re.compile(r"\w+")
_CUT = re.compile(r"\s+[|–—·•»:-]+\s+|\s*[|»]\s*|\s::\s")
_ALIKE = 0.5


def headline(meta: Metadata, lines: Sequence[HtmlLine]) -> str | None:
    """Give the title, as the page shows it where a heading agrees with the head of the page.

    A heading that shares half of its words with the title tag or a meta title wins; then the meta title without the
    site's name; then the title tag without it; then the only heading.
    """
    told = _told(meta)
    headings = [line.text for line in lines if line.tag == "h1" and 3 <= len(line.text) <= 300]
    best = max(headings, key=lambda heading: (_agreement(heading, told), -headings.index(heading)), default=None)
    if best is not None and _agreement(best, told) >= _ALIKE and not _is_site(best, meta, told):
        return best
    stripped = [without_site(title, meta) for title in told]
    shown = _shown(stripped, lines)
    if shown or stripped:
        return shown or stripped[0]
    return headings[0] if len(headings) == 1 or (not stripped and headings) else None


def _told(meta: Metadata) -> list[str]:
    told = [meta.first("og:title"), meta.first("twitter:title", "sailthru.title", "parsely-title", "dc.title", "citation_title"), meta.title]
    told[1:1] = [clean(html.unescape(name)) for thing in meta.articles if isinstance(name := thing.get("headline"), str) and name.strip()]
    return list(dict.fromkeys(title for title in told if title))


def without_site(title: str, meta: Metadata) -> str:
    """Cut the site's name off a title: what the head names as site, else the shorter end behind the last separator."""
    site = {_key(name) for name in (meta.first("og:site_name"), meta.first("application-name"), meta.site) if name}
    parts = _CUT.split(title)
    if len(parts) < 2:
        return title
    if _key(parts[0]) in site:
        return title[_CUT.search(title).end():].strip()  # type: ignore[union-attr]  # two parts have a separator
    last = list(_CUT.finditer(title))[-1]
    head, tail = title[:last.start()], title[last.end():]
    is_colon = last.group().strip() == ":"
    if _key(tail) in site or (not is_colon and len(tail.split()) <= 5 and len(head) > len(tail)):
        return without_site(head.strip(), meta) if _key(tail) in site else head.strip()
    return title


def _agreement(heading: str, told: Sequence[str]) -> float:
    words = set(_WORD.findall(heading.lower()))
    return max((len(words & set(_WORD.findall(title.lower()))) / max(1, len(words)) for title in told), default=0.0)


def _is_site(heading: str, meta: Metadata, told: Sequence[str]) -> bool:
    """A heading that only repeats the site's name is no title: the other end of a longer title tag."""
    key = _key(heading)
    if key in {_key(name) for name in (meta.first("og:site_name"), meta.site) if name}:
        return not any(key == _key(title) for title in told)
    return any(len(parts := _CUT.split(title)) > 1 and key == _key(parts[-1]) and len(parts[-1]) < len(title) / 2 for title in told)


def _shown(titles: Sequence[str], lines: Sequence[HtmlLine]) -> str | None:
    """Prefer the meta title that stands on the page as a line, heading or not."""
    keys = {_key(line.text) for line in lines if len(line.text) <= 300 and not line.marks & Mark.RELATED}
    return next((title for title in titles if _key(title) in keys), None)


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
