"""A text to be read: its article's blocks, and what is known about where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kept.model.sources import Span

if TYPE_CHECKING:
    from kept.model.sources import Article
    from kept.model.times import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A stored text with the blocks that are its article; offsets count in `text`.

    `source` is a site's name or address; `wanted` limits what may be recorded to a part of the text (what stands
    before and after it is context); None records everywhere in the blocks. `any_speaker` lets “we” bind whoever speaks.
    """

    text: str
    blocks: tuple[Span, ...]
    title: str | None = None
    date: PartialDate | None = None
    source: str | None = None
    wanted: Span | None = None
    any_speaker: bool = False


def document_of(article: Article) -> Document:
    """Make a document of a page as read: its date is the day it was published, its source the site or the address."""
    return Document(
        text=article.text,
        blocks=article.blocks,
        title=article.title,
        date=article.published.value,
        source=" ".join(filter(None, (article.site, article.address))) or None,
    )


def document_of_text(
    text: str,
    *,
    before: str = "",
    after: str = "",
    title: str | None = None,
    date: PartialDate | None = None,
    source: str | None = None,
    any_speaker: bool = False,
) -> Document:
    """Make a document of a passage: only what stands in `text` may be recorded, `before` and `after` are context."""
    whole = "\n".join((before, text, after))
    start = len(before) + 1
    wanted = Span(start=start, end=start + len(text), text=text)
    return Document(
        text=whole, blocks=(wanted,), title=title, date=date, source=source, wanted=wanted, any_speaker=any_speaker
    )
