"""Read an HTML page: flatten it to one stored text, choose the article in it, classify the rest, gather what it says of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kept.errors import UnreadableInput
from kept.model.sources import Article, Furniture, Span
from kept.reading.authors import authors
from kept.reading.flatten import HtmlLine, flatten, parse
from kept.reading.headline import headline
from kept.reading.html_kinds import html_kinds
from kept.reading.lines import MODEL
from kept.reading.metadata import Metadata, read_metadata
from kept.reading.opinions import EXTRACTOR, opinions_on
from kept.reading.pick import pick
from kept.reading.plain import SAMPLE, WRITTEN_FOR_DEMO
from kept.reading.published import modified, published

if TYPE_CHECKING:
    from collections.abc import Sequence

_TAG = re.compile(r"<(?:!doctype html|html|head|body|div|p|article|main|table|span|h[1-6])\b", re.IGNORECASE)


def is_html(text: str) -> bool:
    """Tell whether a text is an HTML page: it opens with a tag, or has tags of structure near its beginning."""
    head = text[:4000].lstrip("\ufeff \t\r\n")
    return bool(head.startswith("<") and _TAG.search(head)) or len(_TAG.findall(head)) >= 5


def read_html(text: str, *, where: str = "", address: str | None = None, notes: tuple[str, ...] = ()) -> Article:
    """Read an HTML page. Raises UnreadableInput when it cannot be parsed or nothing of it is an article."""
    root = parse(text, where=where)
    meta = read_metadata(root)
    flat = flatten(root)
    lines = flat.lines
    title = headline(meta, lines)
    keep = pick(flat, opinions_on(flat, text, address), title) if lines else []
    if not any(keep):
        raise UnreadableInput("it is a page of furniture only: no line of it is an article", where=where,
                              remedy="Check that the page was saved whole, or give the article's text alone")
    stored = _store(lines)
    bounds = (keep.index(True), len(keep) - 1 - keep[::-1].index(True))
    blocks, furniture = _parts(lines, keep, title)
    return Article(text=stored, blocks=blocks, furniture=furniture, title=title, bylines=authors(meta, root, lines, bounds),
                   published=published(meta, root, lines, bounds, address), modified=modified(meta), site=_site(meta),
                   language=meta.language, address=meta.canonical or address, provenance=_provenance(meta, stored),
                   extractor=f"{MODEL} {EXTRACTOR}", notes=notes)


def _store(lines: Sequence[HtmlLine]) -> str:
    """Join the lines to the stored text and tell each line where it stands."""
    at = 0
    for line in lines:
        line.start = at
        at += len(line.text) + 1
    return "\n".join(line.text for line in lines)


def _parts(lines: Sequence[HtmlLine], keep: Sequence[bool], title: str | None) -> tuple[tuple[Span, ...], tuple[Furniture, ...]]:
    kinds = html_kinds(lines, keep, title)
    keep = [kept and kind is None for kept, kind in zip(keep, kinds, strict=True)]
    blocks = tuple(Span(start=line.start, end=line.start + len(line.text), text=line.text)
                   for line, kept in zip(lines, keep, strict=True) if kept)
    furniture = tuple(Furniture(start=line.start, end=line.start + len(line.text), text=line.text, kind=kind.kind, why=kind.why)
                      for line, kind in zip(lines, kinds, strict=True) if kind is not None)
    return blocks, furniture


def _site(meta: Metadata) -> str | None:
    return meta.first("og:site_name", "application-name") or meta.site


def _provenance(meta: Metadata, stored: str) -> str | None:
    told = meta.first("kept-sample")
    return WRITTEN_FOR_DEMO if told is not None or SAMPLE.search(stored) else None


