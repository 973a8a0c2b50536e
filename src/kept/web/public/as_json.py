"""Records as JSON, with the codes of the API: the twins of the pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from kept.ledger.state import CommitmentState
from kept.model.evidence import Evidence
from kept.model.money import Amount, Quantity, decimal_text
from kept.model.times import PartialDate, instant_text
from kept.reporting.derivation import derivation
from kept.web.reading import Reading

_INSIDE = {"by", "why", "payload"}
"""Fields of a step that stay inside: who wrote it, and words that were not published for themselves."""


def clocks_json(reading: Reading) -> dict[str, Any]:
    """Say at which point of the three clocks, and of which log, the answer was read."""
    clocks = reading.clocks
    return {
        "as_of": clocks.as_of.isoformat(),
        "known_at": clocks.known_at.isoformat() if clocks.known_at else None,
        "recorded_at": instant_text(clocks.recorded_at) if clocks.recorded_at else None,
        "root": reading.kept.root_hex,
        "fictitious": reading.framework.fictitious,
    }


def commitment_json(reading: Reading, commitment: CommitmentState) -> dict[str, Any]:
    """Give a commitment with its codes, its evidence and its derivation."""
    why = list(derivation(commitment, reading.record, reading.words, framework=reading.framework))
    return {**clocks_json(reading), "commitment": plain(commitment), "derivation": why}


def plain(value: Any) -> Any:
    """Turn values of the record into JSON: dates as EDTF, numbers of money as text, sets sorted."""
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, Enum | PartialDate):
        return str(value)
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Evidence | Amount | Quantity):
        return value.to_json()
    return _container(value)


def _container(value: Any) -> Any:
    if is_dataclass(value):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value) if each.name not in _INSIDE}
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, frozenset):
        return sorted(plain(each) for each in value)
    return [plain(each) for each in value]
