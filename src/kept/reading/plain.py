"""Read a page without tags: one line a block, the article and its furniture mixed; or a bare official statement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kept.errors import UnreadableInput
from kept.model.sources import Article, Furniture, FurnitureKind, PublishedDate, Span
from kept.reading.bylines import is_name, names_in
from kept.reading.choose import choose
from kept.reading.dates import dates_in, years_in
from kept.reading.kinds import Classified, classify_after, classify_before
from kept.reading.lines import MODEL
from kept.reading.titles import title_index
from kept.reading.units import units

if TYPE_CHECKING:
    from kept.model.times import PartialDate

SAMPLE = re.compile(r"\bSample page written for Kept\b")
WRITTEN_FOR_DEMO = "written-for-demo"
_RIGHTS = re.compile(r"(?:©|\(c\)|\bcopyright\b)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?,?\s*)?(?:by\s+)?([\w’'& -]{3,40}?)(?:\.|,|\||$)", re.IGNORECASE)
_UPDATED = re.compile(r"\b(?:updated|modified|revised)\b", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:published|posted|issued|released|first published|date)\b", re.IGNORECASE)


def read_plain(text: str, *, where: str = "", address: str | None = None, notes: tuple[str, ...] = ()) -> Article:
    """Read text without tags. Raises UnreadableInput when nothing of it is an article."""
    parts = units(text)
    lines = [part.text for part in parts]
    keep = choose(lines)
    if not any(keep):
        raise UnreadableInput("it is a page of furniture only: no line of it is an article", where=where,
                              remedy="Check that the page was saved whole, or give the article's text alone")
    title = title_index(lines, keep)
    kinds = _kinds(lines, keep, title)
    furniture = tuple(Furniture(start=part.start, end=part.end, text=part.text, kind=kind.kind, why=kind.why)
                      for part, kind in zip(parts, kinds, strict=True) if kind)
    blocks = tuple(part for part, kept in zip(parts, keep, strict=True) if kept)
    published, modified = dates_of(furniture, blocks)
    return Article(text=text, blocks=blocks, furniture=furniture, title=lines[title] if title is not None else None,
                   bylines=bylines_of(furniture), published=published, modified=modified, site=_site(furniture), address=address,
                   provenance=WRITTEN_FOR_DEMO if SAMPLE.search(text) else None, extractor=MODEL, notes=notes)


def _kinds(lines: list[str], keep: list[bool], title: int | None) -> list[Classified | None]:
    """Give each set-aside line its kind; None stands for the lines of the article."""
    last = max(place for place, kept in enumerate(keep) if kept)
    first = keep.index(True)
    kinds: list[Classified | None] = [*classify_before(lines[:last + 1]), *classify_after(lines[last + 1:])]
    if title is not None:
        kinds[title] = Classified(FurnitureKind.TITLE, "stands above the article and shares its words")
    for place in range(first):
        kinds[place] = _near_title(lines, kinds, place, title)
    return [None if kept else kind for kept, kind in zip(keep, kinds, strict=True)]


def _near_title(lines: list[str], kinds: list[Classified | None], place: int, title: int | None) -> Classified | None:
    """A bare name between the title and its date says who wrote it."""
    kind = kinds[place]
    if title is None or place <= title or kind is None or kind.kind not in (FurnitureKind.MENU, FurnitureKind.TEASER_TITLE):
        return kind
    beside = {other.kind for other in (kinds[place - 1], kinds[place + 1] if place + 1 < len(kinds) else None) if other}
    is_near = beside & {FurnitureKind.TITLE, FurnitureKind.DATELINE, FurnitureKind.BYLINE}
    if is_near and len(lines[place].split()) >= 2 and is_name(lines[place]):
        return Classified(FurnitureKind.BYLINE, "a name beside title and date")
    return kind


def bylines_of(furniture: tuple[Furniture, ...]) -> tuple[str, ...]:
    """Give the names in the bylines, each once."""
    names = [name for part in furniture if part.kind is FurnitureKind.BYLINE for name in names_in(part.text)]
    return tuple(dict.fromkeys(names))


def dates_of(furniture: tuple[Furniture, ...], blocks: tuple[Span, ...]) -> tuple[PublishedDate, PublishedDate]:
    """Find when the page says it appeared and was changed: the dates of its date lines, above the article before below."""
    first = blocks[0].start
    lines = [part for part in furniture if part.kind in (FurnitureKind.DATELINE, FurnitureKind.BYLINE)]
    above = [part for part in lines if part.start < first]
    told = [part for part in lines if part.start > first and _TOLD.search(part.text)]
    published = modified = PublishedDate(value=None)
    for part in [*reversed(above), *told]:
        is_update = bool(_UPDATED.search(part.text)) and not _TOLD.search(part.text)
        value = _day(part.text)
        if value and is_update and modified.value is None:
            modified = PublishedDate(value=value, provenance=f"date line “{part.text}”")
        elif value and not is_update and published.value is None:
            published = PublishedDate(value=value, provenance=f"date line “{part.text}”")
    if published.value is None:
        published = PublishedDate(value=None, bounds=bounds_of(furniture, blocks))
    return published, modified


def _day(line: str) -> PartialDate | None:
    """Give the date of a date line: the one behind “issued” or “published”, else the only one."""
    found = dates_in(line)
    told = _TOLD.search(line)
    behind = [day for start, _, day in found if told and start >= told.end()]
    if behind:
        return behind[0]
    days = {day for _, _, day in found}
    return found[0][2] if found and (len(days) == 1 or _UPDATED.search(line)) else None


def bounds_of(furniture: tuple[Furniture, ...], blocks: tuple[Span, ...]) -> str:
    """Say what limits an unknown date: the years that the page names."""
    within = sorted({year for block in blocks for year in years_in(block.text)})
    around = sorted({year for part in furniture for year in years_in(part.text)})
    said = [f"its text names {within[-1]} as the latest year" if within else "its text names no year"]
    if around:
        said.append(f"what stands around it names {around[-1]}, which bounds the day it was fetched, not the day it was written")
    return "no date in the page; " + "; ".join(said)


def _site(furniture: tuple[Furniture, ...]) -> str | None:
    for part in furniture:
        matched = _RIGHTS.search(part.text) if part.kind is FurnitureKind.LEGAL else None
        if matched:
            return matched.group(1).strip()
    return None
