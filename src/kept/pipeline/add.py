"""Capture a page into the ledger's folder and queue what is stated in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from kept.ledger.entries import Draft
from kept.ledger.kinds import Kind
from kept.ledger.state import Record, SourceState
from kept.matching.story import is_same_story
from kept.model.decisions import Candidate
from kept.model.evidence import EvidenceClass
from kept.model.sources import Article, Capture, Redistribution
from kept.model.statements import coding_id, place_id
from kept.model.times import PartialDate
from kept.pipeline.desk import Desk
from kept.pipeline.read import PageReading, reading_of
from kept.reading.article import read_article
from kept.review.grading import GRADES, default_class


@dataclass(frozen=True, slots=True, kw_only=True)
class PageInput:
    """A page as it came in: bytes, where from, and what a person says of its source."""

    data: bytes
    address: str
    media_type: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    redistribution: Redistribution = Redistribution.QUOTE
    licence: str = "unknown"
    klass: EvidenceClass | None = None
    grade: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What adding a page did: its capture, its reading, how many statements are new in the queue."""

    capture: Capture
    reading: PageReading
    queued: int
    was_known: bool
    same_story_as: str | None


def add_page(desk: Desk, page: PageInput) -> Added:
    """Capture a page, write its `SourceCaptured` entry and queue its statements; twice is once.

    Nothing is written before the page could be read.
    """
    address = page.address if "://" in page.address else None
    article = read_article(page.data, media_type=page.media_type or None, address=address, name=page.address)
    desk.refuse_if_published(article.provenance, page.address)
    reading = reading_of(article, desk.framework)
    capture = desk.captures.put(
        page.data,
        article,
        address=page.address,
        fetched=desk.clock(),
        media_type=page.media_type,
        headers=page.headers,
        redistribution=page.redistribution,
        licence=page.licence,
    )
    known = desk.record().sources.get(capture.sha256)
    source = known or _write_source(desk, page, capture, article)
    queued = desk.queue.add(_candidates(desk, capture, reading))
    leader = source.group if source.group != capture.sha256 else None
    return Added(capture=capture, reading=reading, queued=queued, was_known=known is not None, same_story_as=leader)


def _write_source(desk: Desk, page: PageInput, capture: Capture, article: Article) -> SourceState:
    def build(record: Record, _: object) -> list[Draft]:
        payload = _source_payload(page, capture, article, group=_story(desk, record, capture, article))
        known = article.published.value or PartialDate.of(capture.fetched.date())
        return [
            Draft(
                kind=Kind.SOURCE_CAPTURED,
                subject=f"src:{capture.sha256[:16]}",
                by=desk.person,
                payload=payload,
                known=known,
            )
        ]

    desk.write(f"add:{capture.sha256}", build)
    return desk.record().sources[capture.sha256]


def _story(desk: Desk, record: Record, capture: Capture, article: Article) -> str:
    """Name the story a page carries: that of the first known page with the same text, else its own."""
    text = _body(article)
    for source in record.sources.values():
        if is_same_story(text, _body(desk.captures.article(source.capture))):
            return source.group
    return capture.sha256


def _body(article: Article) -> str:
    return "\n".join(block.text for block in article.blocks)


def _source_payload(page: PageInput, capture: Capture, article: Article, *, group: str) -> dict[str, Any]:
    klass = page.klass or default_class(article)
    return {
        "capture": capture.sha256,
        "text": capture.text_sha256,
        "address": page.address,
        "title": article.title,
        "bylines": list(article.bylines),
        "site": article.site,
        "published_on": str(article.published.value) if article.published.value else None,
        "fetched": capture.fetched.isoformat(),
        "class": str(klass),
        "grade": page.grade or GRADES[klass],
        "group": group,
        "redistribution": str(capture.redistribution),
        "licence": capture.licence,
        "provenance": article.provenance,
        "furniture": dict(Counter(str(each.kind) for each in article.furniture)),
        "words": sum(len(block.text.split()) for block in article.blocks),
        "extractor": capture.extractor,
    }


def _candidates(desk: Desk, capture: Capture, reading: PageReading) -> list[Candidate]:
    found = []
    for position, statement in enumerate(reading.statements):
        place = place_id(capture.text_sha256, statement.quote)
        found.append(
            Candidate(
                coding=coding_id(place, statement),
                place=place,
                capture=capture.sha256,
                text=capture.text_sha256,
                framework=desk.framework.id,
                position=position,
                statement=statement,
            )
        )
    return found
