"""Choose the lines of an HTML page that are its article: two opinions, and what the tags say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import trafilatura

from kept.reading.align import aligned
from kept.reading.lines import line_model
from kept.reading.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kept.reading.flatten import HtmlLine

EXTRACTOR = f"trafilatura-{trafilatura.__version__}"
_NEVER = Mark.NAV | Mark.FOOTER | Mark.COMMENT | Mark.RELATED | Mark.SHARE | Mark.PROMPT | Mark.LEGAL


def pick(text: str, lines: Sequence[HtmlLine], address: str | None) -> list[bool]:
    """Tell for each line whether it belongs to the article."""
    second = aligned([line.text for line in lines], second_opinion(text, address))
    if any(second):
        return second
    model = line_model()
    chances = model.probabilities([[line.text for line in lines]])[0]
    return [bool(chance >= model.threshold) and not line.marks & _NEVER for line, chance in zip(lines, chances, strict=True)]


def second_opinion(text: str, address: str | None) -> str:
    """Give the main text that trafilatura finds, or nothing."""
    found: Any = trafilatura.extract(text, url=address, include_comments=False, include_tables=True, output_format="txt",
                                     with_metadata=False)
    return found or ""
