"""Match the paragraphs that another extractor chose to the lines of the flattened page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"\w+")
_SHORT = 5
_ENOUGH = 0.6
_RUN = 4


def aligned(lines: Sequence[str], chosen: str) -> list[bool]:
    """Tell for each line whether it stands in the chosen text.

    A line of some length counts when most of its word runs stand there; a short line must be a whole line of it.
    """
    paragraphs = [_WORD.findall(line.lower()) for line in chosen.split("\n")]
    whole = {" ".join(words) for words in paragraphs}
    flowing = [word for words in paragraphs for word in words]
    runs = {tuple(flowing[place:place + _RUN]) for place in range(max(0, len(flowing) - _RUN + 1))}
    return [_stands(_WORD.findall(line.lower()), whole, runs) for line in lines]


def _stands(words: list[str], whole: set[str], runs: set[tuple[str, ...]]) -> bool:
    if not words:
        return False
    if " ".join(words) in whole:
        return True
    if len(words) < _SHORT:
        return False
    mine = [tuple(words[place:place + _RUN]) for place in range(len(words) - _RUN + 1)]
    return sum(run in runs for run in mine) >= _ENOUGH * len(mine)
