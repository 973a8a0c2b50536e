"""The page of one source: its text with what was read in it, or its quotes alone where rights ask for that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse

from kept.errors import KeptError, UnknownSubject
from kept.ledger.state import SourceState
from kept.model.sources import Article, Furniture, Redistribution, Span
from kept.web import speech
from kept.web.pages import Asking, page
from kept.web.public.passages import LEAD, Passage, Piece, by_outermost, counts, passages, pieces, words_between
from kept.web.public.quotes import MOST_WORDS, grade_words
from kept.web.reading import Reading, anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A part of a page: text in pieces, and the kind in words where it is not the article."""

    set_aside: str
    is_title: bool
    parts: tuple[tuple[Passage | None, tuple[Piece, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A quote of a page that may not be shown, and how many words stand before it."""

    before: int
    passage: Passage
    text: str
    more: int


@page
def show(asking: Asking, capture: str) -> HttpResponse:
    """Show a source."""
    reading = asking.reading
    source = reading.record.sources.get(capture)
    if source is None:
        raise UnknownSubject(
            f"no source has the hash {capture[:12]}…",
            remedy="Look for it in the list of sources, or choose a later day",
        )
    found = passages(reading.record, capture)
    article = article_of(reading, capture)
    shown = article if source.redistribution == Redistribution.FULL else None
    return asking.render(
        "source.html",
        source=source,
        passages=found,
        paragraphs=paragraphs(reading, shown, found) if shown else (),
        excerpts=() if shown else tuple(excerpts(article, found)),
        rest=() if shown else rest(article, found),
        tally=tally(reading, found),
        binds=any(each.type == "commitment" for each in found),
        kind=reading.say("evidence_class", source.klass),
        grade=grade_words(reading, source.grade),
        aside=set_aside(reading, source),
        same_story=same_story(reading, source),
        anchor=anchor,
    )


@page
def index(asking: Asking) -> HttpResponse:
    """List the sources, newest first, with what each yielded."""
    reading = asking.reading
    rows = [(source, tally(reading, passages(reading.record, source.capture))) for source in newest_first(reading)]
    return asking.render("sources.html", rows=rows)


def newest_first(reading: Reading) -> list[SourceState]:
    """Order the sources by the day they were published."""
    sources = reading.record.sources.values()
    return sorted(sources, key=lambda each: (each.published_on or "", each.seq), reverse=True)


def article_of(reading: Reading, capture: str) -> Article | None:
    """Read the article of a capture; None where its bytes are not at hand."""
    try:
        return reading.kept.captures.article(capture)
    except (KeptError, KeyError, FileNotFoundError):
        return None


def paragraphs(reading: Reading, article: Article, found: Sequence[Passage]) -> tuple[Paragraph, ...]:
    """Lay out a page that may be shown: every part of it, what is not the article marked as such."""
    parts: list[Span] = sorted((*article.blocks, *article.furniture), key=lambda each: each.start)
    return tuple(_paragraph(reading, article.text, part, found) for part in parts)


def _paragraph(reading: Reading, text: str, part: Span, found: Sequence[Passage]) -> Paragraph:
    kind = str(part.kind) if isinstance(part, Furniture) else ""
    return Paragraph(
        set_aside=reading.say("furniture_kind", kind) if kind else "",
        is_title=kind == "title",
        parts=by_outermost(pieces(text, part.start, part.end, found)),
    )


def excerpts(article: Article | None, found: Iterable[Passage]) -> Iterator[Excerpt]:
    """Give the quotes alone, 60 words each at most, with the number of words between them."""
    reached = 0
    for each in found:
        if each.start < reached:
            continue
        text, more = speech.clipped(each.text, MOST_WORDS)
        yield Excerpt(before=_between(article, reached, each.start), passage=each, text=text, more=more)
        reached = each.end


def rest(article: Article | None, found: Sequence[Passage]) -> int:
    """Count the words after the last quote."""
    last = max((each.end for each in found), default=0)
    return _between(article, last, len(article.text)) if article else 0


def _between(article: Article | None, start: int, end: int) -> int:
    if article is None:
        return 0
    return words_between(article.text, ((each.start, each.end) for each in article.blocks), start, end)


def tally(reading: Reading, found: Iterable[Passage]) -> tuple[str, ...]:
    """Count what was read, in words; promises are counted even where there are none."""
    numbers = dict(counts(found))
    numbers = {"commitment": numbers.get("commitment", 0), **numbers}
    return tuple(_counted(type_words(reading, kind).lower(), count) for kind, count in numbers.items())


def type_words(reading: Reading, kind: str) -> str:
    """Say what kind of words it is; a report that its actor has not confirmed is called one."""
    return reading.say("disposition" if kind == LEAD else "statement_type", kind)


def passage_words(reading: Reading, passage: Passage) -> str:
    """Say what a passage is: of a fact, what was reported."""
    if passage.type == "fact" and passage.fact_kind:
        return reading.say("fact_kind", passage.fact_kind)
    return type_words(reading, passage.type)


def passage_help(reading: Reading, passage: Passage) -> str:
    """Explain in a line why a passage is no promise; promises and offers need none."""
    if passage.type in ("commitment", "intention", "fact"):
        return ""
    return reading.words.help("disposition" if passage.type == LEAD else "statement_type", passage.type)


def _counted(word: str, count: int) -> str:
    if word == "taken back":
        return f"{count} {word}"
    head, _, tail = word.partition(" ")
    return speech.counted(count, word, f"{head}s {tail}".strip())


def set_aside(reading: Reading, source: SourceState) -> str:
    """Say which parts of the page were set aside."""
    aside = ((kind, count) for kind, count in source.furniture.items() if kind != "title" and count)
    return speech.listed(f"{count} × {reading.say('furniture_kind', kind).lower()}" for kind, count in aside)


def same_story(reading: Reading, source: SourceState) -> list[Any]:
    """Give other sources that go back to the same story: together they count once."""
    sources = reading.record.sources.values()
    return [each for each in sources if source.group and each.group == source.group and each.capture != source.capture]
