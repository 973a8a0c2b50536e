"""Measure recognition: the passages go to it as lines go to `kept recognise`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kept.recognition.quality.measure import Measured, measure
from kept.recognition.recognise import recognise
from kept.recognition.stream import document_of_row

if TYPE_CHECKING:
    from kept.model.frameworks import Framework


def measure_recognition(rows: Iterable[dict[str, Any]], framework: Framework) -> Measured:
    """Measure the detector that `kept read` uses on coded rows."""

    def recognised(row: dict[str, Any]) -> list[dict[str, Any]]:
        found = recognise(document_of_row(row), framework)
        return [each.to_json() for each in found.statements]

    return measure(rows, recognised)
