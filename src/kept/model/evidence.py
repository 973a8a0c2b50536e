"""Where a value stands: exact quotes in hashed texts (W3C Web Annotation selectors) and rows of imported files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kept.errors import QuoteNotFound

CONTEXT = 32
"""Characters of prefix and suffix that a quote carries (`design.md`, Statement)."""


class EvidenceClass(StrEnum):
    """What kind of source it is (codebook 2.10)."""

    E1 = "E1"
    E2 = "E2"
    E3 = "E3"
    E4 = "E4"
    E5 = "E5"
    E6 = "E6"
    E7 = "E7"
    E8 = "E8"
    E9 = "E9"
    E10 = "E10"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """An exact quote: `TextQuoteSelector` (exact, prefix, suffix) and `TextPositionSelector` (start, end)."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int

    @classmethod
    def at(cls, text: str, start: int, end: int) -> Quote:
        """Cut the quote out of a text, with its context."""
        if not 0 <= start < end <= len(text):
            raise QuoteNotFound(f"no text stands at {start}–{end}", remedy="Give offsets inside the stored text")
        return cls(
            exact=text[start:end],
            prefix=text[max(0, start - CONTEXT) : start],
            suffix=text[end : end + CONTEXT],
            start=start,
            end=end,
        )

    @classmethod
    def find(cls, text: str, exact: str, *, where: str = "") -> Quote:
        """Find a quote that stands exactly once in a text."""
        first = text.find(exact) if exact else -1
        if first < 0:
            raise QuoteNotFound(
                f"“{exact}” does not stand in the text", where=where, remedy="Quote it letter by letter"
            )
        if text.find(exact, first + 1) >= 0:
            raise QuoteNotFound(f"“{exact}” stands more than once", where=where, remedy="Quote more of the sentence")
        return cls.at(text, first, first + len(exact))

    def is_in(self, text: str) -> bool:
        """Tell whether the quote stands in the text where it says, context included."""
        return (
            text[self.start : self.end] == self.exact
            and text[max(0, self.start - CONTEXT) : self.start] == self.prefix
            and text[self.end : self.end + CONTEXT] == self.suffix
        )

    def to_json(self) -> dict[str, Any]:
        """Write the two selectors as one object."""
        return {"exact": self.exact, "prefix": self.prefix, "suffix": self.suffix, "start": self.start, "end": self.end}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Quote:
        """Read what `to_json` wrote."""
        return cls(
            exact=data["exact"], prefix=data["prefix"], suffix=data["suffix"], start=data["start"], end=data["end"]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What an entry rests on: a quote in a captured text, with the class and grade of its source.

    `capture` and `text` are SHA-256 in hexadecimal; `group` names the independent story the source belongs to, so that
    two pages with the same wire count once; `grade` is the Admiralty code, for example `B2`.
    """

    capture: str
    text: str
    quote: Quote
    klass: EvidenceClass = EvidenceClass.E6
    grade: str = "C3"
    group: str = ""

    def to_json(self) -> dict[str, Any]:
        """Write the evidence as it stands in an entry."""
        return {
            "capture": self.capture,
            "text": self.text,
            "quote": self.quote.to_json(),
            "class": str(self.klass),
            "grade": self.grade,
            "group": self.group,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Evidence:
        """Read what `to_json` wrote."""
        return cls(
            capture=data["capture"],
            text=data["text"],
            quote=Quote.from_json(data["quote"]),
            klass=EvidenceClass(data["class"]),
            grade=data["grade"],
            group=data.get("group") or "",
        )
