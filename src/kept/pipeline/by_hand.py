"""State something by hand: words of a captured page that no detector read, or not so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kept.model.decisions import Candidate
from kept.model.evidence import Quote
from kept.model.statements import coding_id, place_id, statement_from_json
from kept.pipeline.desk import Desk
from kept.reading.captures import CaptureStore

DETECTOR = "hand/1"


def state_by_hand(desk: Desk, capture: str, exact: str, coding: Mapping[str, Any]) -> Candidate:
    """Queue a statement that a person made of words standing exactly once in a captured page."""
    text_sha256 = desk.captures.get(capture).text_sha256
    candidate = hand_candidate(desk.captures, capture, text_sha256, exact, coding, framework=desk.framework.id)
    desk.queue.add([candidate])
    return candidate


def hand_candidate(
    captures: CaptureStore, capture: str, text_sha256: str, exact: str, coding: Mapping[str, Any], *, framework: str
) -> Candidate:
    """Make the candidate: quote cut from the stored text, coding as given."""
    text = captures.text(text_sha256)
    quote = Quote.find(text, exact, where=capture[:12])
    said = {**coding, "start": quote.start, "end": quote.end, "detector": DETECTOR, "why": ["stated by hand"]}
    statement = statement_from_json(said, text)
    place = place_id(text_sha256, quote)
    return Candidate(
        coding=coding_id(place, statement),
        place=place,
        capture=capture,
        text=text_sha256,
        framework=framework,
        position=quote.start,
        statement=statement,
    )
