"""Ask for opinions on the lines of an HTML page: the line model's, and trafilatura's, matched to the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import trafilatura

from kept.reading.align import aligned
from kept.reading.lines import line_model
from kept.reading.pick import Opinions

if TYPE_CHECKING:
    from kept.reading.flatten import Flat

EXTRACTOR = f"trafilatura-{trafilatura.__version__}"


def opinions_on(flat: Flat, text: str, address: str | None) -> Opinions:
    """Give both opinions on the lines of a page; `text` is its HTML."""
    lines = [line.text for line in flat.lines]
    chosen = trafilatura_text(text, address)
    return Opinions(chances=line_model().probabilities([lines])[0], second=np.array(aligned(lines, chosen), dtype=bool))


def trafilatura_text(text: str, address: str | None) -> str:
    """Give the main text that trafilatura finds in HTML, or nothing."""
    found: Any = trafilatura.bare_extraction(text, url=address, include_comments=False, include_tables=True, with_metadata=False)
    return (found.text or "") if found else ""
