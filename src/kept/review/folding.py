"""Cards that say the same: one is shown, its repeats are folded under it."""

from __future__ import annotations

import hashlib
import re

from kept.model.statements import Statement

_WORD = re.compile(r"\w+")


def sameness(statement: Statement) -> str:
    """Name what a reading says: same type, same actors and same words (case and marks aside) give the same name."""
    words = " ".join(_WORD.findall(statement.quote.exact.lower()))
    said = "\n".join((str(statement.type), ",".join(sorted(statement.actors)), words))
    return hashlib.sha256(said.encode()).hexdigest()[:32]
