"""What the queue is ordered and filtered by, derived from a stored statement."""

from __future__ import annotations

import json
from typing import Any

from kept.model.statements import Statement, statement_from_json
from kept.storage.queue import derived

_DERIVED = ("kind", "actors", "topic", "detector", "is_sure", "priority", "sameness")


def derived_of_row(statement: str) -> dict[str, Any]:
    """Give the derived columns of a stored statement."""
    return dict(zip(_DERIVED, derived(bare_statement(statement)), strict=True))


def bare_statement(text: str) -> Statement:
    """Read a stored statement without the page it stands in: its quote has no context."""
    data = json.loads(text)
    return statement_from_json(data, " " * data["start"] + data["quote"])
