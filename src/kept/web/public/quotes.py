"""Quotes as a page shows them: the words, whose source, and the address of the sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kept.model.evidence import Evidence
from kept.web import speech
from kept.web.reading import Reading

MOST_WORDS = 60
"""Words of one quote that a page shows (`publishing-ethics.md`, quotation right)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A quote with its place and its source in words; `more` words were left off."""

    text: str
    more: int
    url: str
    source: str
    kind: str
    published: str | None
    grade: str


def quoted(reading: Reading, evidence: Iterable[Evidence]) -> tuple[Quoted, ...]:
    """Lay quotes out, each once."""
    return tuple(_quoted(reading, each) for each in dict.fromkeys(evidence))


def _quoted(reading: Reading, evidence: Evidence) -> Quoted:
    source = reading.record.sources.get(evidence.capture)
    text, more = speech.clipped(evidence.quote.exact, MOST_WORDS)
    return Quoted(
        text=text,
        more=more,
        url=reading.sentence_url(evidence),
        source=(source.site or source.title or source.address) if source else "a source that is not shown",
        kind=reading.say("evidence_class", evidence.klass),
        published=source.published_on if source else None,
        grade=grade_words(reading, evidence.grade),
    )


def cited(quotes: Iterable[Quoted]) -> list[tuple[str, list[Quoted]]]:
    """Group quotes by their source, so that a source with two sentences is named once."""
    grouped: dict[str, list[Quoted]] = {}
    for each in quotes:
        grouped.setdefault(each.source, []).append(each)
    return list(grouped.items())


def grade_words(reading: Reading, grade: str) -> str:
    """Say an Admiralty code in words; empty where it is none."""
    if len(grade) != 2:
        return ""
    source, report = reading.words.table["source_reliability"], reading.words.table["information_credibility"]
    if grade[0] not in source or grade[1] not in report:
        return ""
    return f"source {source[grade[0]].text}, report {report[grade[1]].text}"
