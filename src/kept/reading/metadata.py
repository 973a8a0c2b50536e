"""Gather what an HTML page says about itself in its head and in JSON-LD."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Recipe|HowTo|Statement|BlogPost|CreativeWork)$")
_PAGE = re.compile(r"(?:WebPage|ItemPage|AboutPage|QAPage)$")
_COMMENTED = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*;?\s*$")
_SPACE = re.compile(r"\s+")
_DEEPEST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page says about itself: its meta tags by lower-case name, JSON-LD objects of articles and pages, title and links."""

    metas: dict[str, list[str]] = field(default_factory=dict)
    articles: tuple[dict[str, Any], ...] = ()
    pages: tuple[dict[str, Any], ...] = ()
    persons: dict[str, str] = field(default_factory=dict)
    site: str | None = None
    title: str | None = None
    canonical: str | None = None
    language: str | None = None

    def first(self, *names: str) -> str | None:
        """Give the first non-empty meta tag of these names, in the order of the names."""
        for name in names:
            for value in self.metas.get(name, ()):
                if value.strip():
                    return clean(value)
        return None

    def all(self, *names: str) -> list[str]:
        """Give all non-empty meta tags of these names."""
        return [clean(value) for name in names for value in self.metas.get(name, ()) if value.strip()]


def read_metadata(root: Any) -> Metadata:
    """Read the metadata of a parsed page; what is malformed is passed over."""
    metas: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv") or ""
        if name and element.get("content"):
            metas.setdefault(name.lower().strip(), []).append(element.get("content"))
    things = [thing for element in root.iter("script") if "ld+json" in (element.get("type") or "") for thing in _things(element.text)]
    title = next((clean("".join(element.itertext())) for element in root.iter("title")), None)
    return Metadata(metas=metas, articles=tuple(thing for thing in things if _is_a(thing, _ARTICLE)),
                    pages=tuple(thing for thing in things if _is_a(thing, _PAGE)), persons=_persons(things), site=_site(things),
                    title=title or None, canonical=_canonical(root), language=_language(root, metas))


def clean(text: str) -> str:
    """Collapse white space."""
    return _SPACE.sub(" ", text).strip()


def _things(text: str | None) -> Iterator[dict[str, Any]]:
    try:
        loaded = json.loads(_COMMENTED.sub("", (text or "").strip()), strict=False)
    except (ValueError, RecursionError):
        return
    yield from _objects(loaded, 0)


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from _objects(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner, depth + 1)


def _is_a(thing: dict[str, Any], pattern: re.Pattern[str]) -> bool:
    types = thing.get("@type")
    return any(isinstance(kind, str) and pattern.search(kind) for kind in (types if isinstance(types, list) else [types]))


def _persons(things: list[dict[str, Any]]) -> dict[str, str]:
    return {thing["@id"]: thing["name"] for thing in things
            if isinstance(thing.get("@id"), str) and isinstance(thing.get("name"), str)}


def _site(things: list[dict[str, Any]]) -> str | None:
    for thing in things:
        if _is_a(thing, re.compile("^WebSite$")) and isinstance(thing.get("name"), str):
            return clean(thing["name"])
    return None


def _canonical(root: Any) -> str | None:
    return next((element.get("href") for element in root.iter("link")
                 if (element.get("rel") or "").lower() == "canonical" and (element.get("href") or "").startswith("http")), None)


def _language(root: Any, metas: dict[str, list[str]]) -> str | None:
    told = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or next(iter(metas.get("content-language", ())), None)
    return told.strip().split(",")[0] or None if told else None
