"""Pages, what was fetched from them, and what of it is the article."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from kept.model.times import PartialDate


class FurnitureKind(StrEnum):
    """What a part of a page is that is not its article (`gold/SCHEMA.md`); `title` is the article's own heading."""

    BOOKMARK = "bookmark"
    PROMPT = "prompt"
    BYLINE = "byline"
    DATELINE = "dateline"
    MENU = "menu"
    TEASER_TITLE = "teaser_title"
    TEASER_BLURB = "teaser_blurb"
    CAPTION = "caption"
    COMMENT = "comment"
    LEGAL = "legal"
    TITLE = "title"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A part of a stored text: offsets in Unicode code points, half open."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture(Span):
    """A part of a page that is not its article; classified and kept, with the reasons for it."""

    kind: FurnitureKind
    why: str = ""

    def to_json(self) -> dict[str, Any]:
        """Write the shape of `gold/SCHEMA.md`."""
        return {"kind": str(self.kind), "text": self.text, "start": self.start, "end": self.end, "why": self.why}


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedDate:
    """When a page says it appeared; `value` None is “unknown”, and `bounds` says what limits it."""

    value: PartialDate | None
    provenance: str = ""
    bounds: str = ""

    def __str__(self) -> str:
        return str(self.value) if self.value else f"unknown ({self.bounds})" if self.bounds else "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A page as read: the stored text of the whole page, which parts are the article, which are furniture.

    `text` is the stored text (never normalised); every offset points into it. `blocks` are the article's
    paragraphs, in order; `furniture` is everything else of it, so that blocks and furniture cover all but white space.
    """

    text: str
    blocks: tuple[Span, ...]
    furniture: tuple[Furniture, ...]
    title: str | None = None
    bylines: tuple[str, ...] = ()
    published: PublishedDate = field(default_factory=lambda: PublishedDate(value=None))
    modified: PublishedDate = field(default_factory=lambda: PublishedDate(value=None))
    site: str | None = None
    language: str | None = None
    address: str | None = None
    provenance: str | None = None
    extractor: str = ""
    notes: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Write the article part of `kept read --json`."""
        return {
            "title": self.title,
            "text": self.text,
            "bylines": list(self.bylines),
            "published": str(self.published.value) if self.published.value else None,
            "published_provenance": self.published.provenance,
            "published_bounds": self.published.bounds,
            "modified": str(self.modified.value) if self.modified.value else None,
            "site": self.site,
            "language": self.language,
            "address": self.address,
            "provenance": self.provenance,
            "extractor": self.extractor,
            "notes": list(self.notes),
            "blocks": [{"start": block.start, "end": block.end, "text": block.text} for block in self.blocks],
        }


class Redistribution(StrEnum):
    """How much of a source may be shown in public."""

    NONE = "none"
    QUOTE = "quote"
    FULL = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """What was fetched from a page once: bytes by their SHA-256, when, from where, and what may be done with it.

    `licence` is an SPDX identifier or “unknown”; `text_sha256` names the stored text that quotes point into.
    """

    sha256: str
    address: str
    fetched: datetime
    media_type: str
    size: int
    text_sha256: str
    extractor: str
    headers: tuple[tuple[str, str], ...] = ()
    redistribution: Redistribution = Redistribution.QUOTE
    licence: str = "unknown"
    provenance: str | None = None
