"""The invented story as a ledger in memory, written by hand: what the site's tests read."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from kept.frameworks.load import load_framework
from kept.frameworks.words import load_words
from kept.ledger.entries import Draft, Opened
from kept.ledger.fold import fold
from kept.ledger.kinds import Kind
from kept.ledger.memory import MemoryStore
from kept.ledger.state import Record
from kept.model.evidence import Evidence, EvidenceClass
from kept.model.frameworks import Framework
from kept.model.sources import Article
from kept.model.times import Clocks, PartialDate
from tests.web import story_pages as pages

TODAY = date(2026, 7, 10)
BY = "person:4f1c2d"


@dataclass
class Source:
    """A page of the story with what its capture entry says of it."""

    article: Article
    address: str
    site: str
    published: str
    klass: EvidenceClass
    grade: str
    group: str
    redistribution: str = "full"
    provenance: str = "written-for-demo"

    @property
    def capture(self) -> str:
        """A hash that stands for the bytes."""
        return hashlib.sha256(b"bytes " + self.article.text.encode()).hexdigest()

    @property
    def text(self) -> str:
        """The hash of the stored text."""
        return hashlib.sha256(self.article.text.encode()).hexdigest()

    def says(self, exact: str) -> Evidence:
        """Quote the page."""
        return Evidence(
            capture=self.capture,
            text=self.text,
            quote=pages.quote_in(self.article, exact),
            klass=self.klass,
            grade=self.grade,
            group=self.group,
        )


def _source(lines: pages.Lines, title: str, address: str, site: str, published: str, rank: str, group: str) -> Source:
    klass, grade = rank.split("/")
    return Source(
        article=pages.article_of(lines, title=title, published=published),
        address=address,
        site=site,
        published=published,
        klass=EvidenceClass(klass),
        grade=grade,
        group=group,
    )


def sources() -> dict[str, Source]:
    """Give the five pages by a short name."""
    return {
        "gazette": _source(
            pages.GAZETTE,
            "Norland promises Sudria 240 million euros, rules out troops",
            "https://gazette.example/norland",
            "Haldvik Gazette",
            "2026-01-14",
            "E6/B2",
            "norland-offer",
        ),
        "statement": _source(
            pages.STATEMENT,
            "Statement by Prime Minister Oda Vell on Sudria",
            "https://government.example/sudria",
            "Government of Westmark",
            "2026-01-20",
            "E2/A1",
            "westmark-statement",
        ),
        "harbour": _source(
            pages.HARBOUR,
            "Norland announces fresh quarter of a billion for Sudria",
            "https://harbour.example/1",
            "The Harbour Post",
            "2026-01-15",
            "E6/C3",
            "norland-offer",
        ),
        "assembly": _source(
            pages.ASSEMBLY,
            "Assembly approves soldiers for Sudria, with limits",
            "https://assembly.example/31",
            "Assembly of Westmark",
            "2026-03-18",
            "E1/A1",
            "vote-31",
        ),
        "mission": _source(
            pages.MISSION,
            "Weekly report 9",
            "https://mission.example/9",
            "Joint Monitoring Mission",
            "2026-07-06",
            "E4/B1",
            "mission-9",
        ),
    }


@dataclass
class Captures:
    """Stored texts in memory."""

    by_capture: dict[str, Article] = field(default_factory=dict)
    by_text: dict[str, str] = field(default_factory=dict)

    def text(self, text_sha256: str) -> str:
        """Give a stored text."""
        return self.by_text[text_sha256]

    def article(self, sha256: str) -> Article:
        """Give an article."""
        return self.by_capture[sha256]


@dataclass
class MemoryKept:
    """A ledger in memory that fulfils the site's port."""

    framework: Framework
    words: Any
    captures: Captures
    store: MemoryStore
    today: date = TODAY
    folded: dict[tuple[int, Clocks, bool], Record] = field(default_factory=dict)

    @property
    def root_hex(self) -> str:
        """The root of the log."""
        return self.store.root().hex()

    def entries(self) -> tuple[Opened, ...]:
        """All entries."""
        return tuple(self.store.opened())

    def record(self, clocks: Clocks | None = None, *, public: bool = True) -> Record:
        """Fold the log, once for each of its sizes and points of the clocks."""
        key = (self.store.size(), clocks or Clocks(as_of=self.today), public)
        if key not in self.folded:
            self.folded[key] = fold(self.store.opened(), key[1], public=public)
        return self.folded[key]


class Clock:
    """An injected clock that tests move."""

    def __init__(self) -> None:
        self.now = datetime(2026, 7, 10, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


class Desk:
    """Writes drafts as an analyst's desk would, and publishes them."""

    def __init__(self, framework: Framework, words: Any) -> None:
        self.clock = Clock()
        self._salt = 0
        self.store = MemoryStore(clock=self.clock, salts=self._salts)
        self.captures = Captures()
        self.kept = MemoryKept(framework=framework, words=words, captures=self.captures, store=self.store)

    def _salts(self) -> bytes:
        self._salt += 1
        return self._salt.to_bytes(32, "big")

    def write(self, *drafts: Draft) -> list[int]:
        """Append drafts and give their places in the log."""
        key = f"write-{self.store.size()}"
        return [entry.seq for entry in self.store.append(key, lambda _: list(drafts))]

    def publish(self) -> None:
        """Publish everything that stands in the log."""
        last = self.store.size() - 1
        self.write(Draft(kind=Kind.PUBLISHED, subject="ledger", by=BY, payload={"ranges": [[0, last]]}))

    def capture(self, source: Source) -> None:
        """Keep a page and record it."""
        self.captures.by_capture[source.capture] = source.article
        self.captures.by_text[source.text] = source.article.text
        kinds = [str(each.kind) for each in source.article.furniture]
        self.write(
            Draft(
                kind=Kind.SOURCE_CAPTURED,
                subject=f"src:{source.capture}",
                by=BY,
                known=PartialDate.of(source.published),
                payload={
                    "capture": source.capture,
                    "text": source.text,
                    "address": source.address,
                    "title": source.article.title,
                    "bylines": [],
                    "site": source.site,
                    "published_on": source.published,
                    "fetched": "2026-07-10T08:00:00.000000Z",
                    "grade": source.grade,
                    "class": str(source.klass),
                    "group": source.group,
                    "redistribution": source.redistribution,
                    "licence": "unknown",
                    "provenance": source.provenance,
                    "furniture": {kind: kinds.count(kind) for kind in sorted(set(kinds))},
                    "words": len(source.article.text.split()),
                },
            )
        )


def said(kind: Kind, subject: str, source: Source, day: str, quote: str, payload: Mapping[str, Any]) -> Draft:
    """Draft what a page says on a day."""
    return Draft(
        kind=kind,
        subject=subject,
        by=BY,
        payload=payload,
        evidence=(source.says(quote),) if quote else (),
        valid=PartialDate.of(day),
        known=PartialDate.of(source.published),
        why="read on the page",
    )


def promise(ref: str, actor: str, title: str, topic: str, forms: list[str], **more: Any) -> dict[str, Any]:
    """Fill a commitment's payload."""
    return {
        "ref": ref,
        "actors": [actor],
        "beneficiary": "XS",
        "title": title,
        "home": "demo",
        "filings": [{"framework": "demo", "topic": topic, "forms": forms}],
        "nature": "single",
        "firmness": "pledged",
        "due_by": "actor",
        "conditions": [],
        "gates": [],
        **more,
    }


def tell_story(*, framework: Framework | None = None, changed: Mapping[str, Mapping[str, Any]] | None = None) -> Desk:
    """Write the whole story and publish it; `changed` gives pages (by short name) other attributes."""
    from tests.web import story_norland, story_westmark

    desk = Desk(framework or load_framework("demo"), load_words())
    told = {name: replace(each, **(changed or {}).get(name, {})) for name, each in sources().items()}
    for source in told.values():
        desk.capture(source)
    desk.write(*story_norland.drafts(told))
    desk.write(*story_westmark.drafts(told))
    desk.publish()
    return desk
