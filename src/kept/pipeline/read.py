"""Read a page: its article, its furniture, and what is stated in it; no database, no configuration."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from kept.model.frameworks import Framework
from kept.model.sources import Article
from kept.model.statements import LeftOut, Statement
from kept.reading.article import read_article
from kept.recognition.document import document_of
from kept.recognition.recognise import recognise


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """A page as read under a framework."""

    article: Article
    statements: tuple[Statement, ...]
    left_out: tuple[LeftOut, ...]
    framework: Framework

    @property
    def counts(self) -> dict[str, int]:
        """Count the statements by type, in the order of the codebook."""
        found = Counter(str(statement.type) for statement in self.statements)
        return {kind: found[kind] for kind in _ORDER if found[kind] or kind in _ALWAYS}

    def to_json(self) -> dict[str, Any]:
        """Write the shape of `kept read --json`."""
        return {
            "article": self.article.to_json(),
            "furniture": [each.to_json() for each in self.article.furniture],
            "statements": [each.to_json() for each in self.statements],
            "left_out": [each.to_json() for each in self.left_out],
            "framework": self.framework.slug,
            "counts": self.counts,
        }


_ALWAYS = ("commitment",)
_ORDER = (
    "commitment",
    "intention",
    "expectation",
    "demand",
    "refusal",
    "condition",
    "proposal",
    "denial",
    "withdrawal",
    "threat",
    "fact",
    "assessment",
)


def read_page(
    data: bytes, framework: Framework, *, name: str = "", media_type: str | None = None, address: str | None = None
) -> PageReading:
    """Read bytes as a page and recognise its statements under a framework."""
    article = read_article(data, media_type=media_type, address=address, name=name)
    return reading_of(article, framework)


def reading_of(article: Article, framework: Framework) -> PageReading:
    """Recognise the statements of an article under a framework."""
    found = recognise(document_of(article), framework)
    return PageReading(article=article, statements=found.statements, left_out=found.left_out, framework=framework)
