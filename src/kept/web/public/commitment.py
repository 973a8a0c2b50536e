"""The page of one commitment: what was said, what must happen first, how far it has got, and why the page says so."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse, HttpResponsePermanentRedirect

from kept.errors import UnknownSubject
from kept.ledger.state import CommitmentState, StatementState
from kept.reporting.derivation import derivation
from kept.web import speech
from kept.web.history import history
from kept.web.pages import Asking, page
from kept.web.public.as_json import commitment_json
from kept.web.public.quotes import quoted
from kept.web.public.status import (
    delivered_words,
    due_words,
    is_unverifiable,
    stage_words,
    status_words,
    what_must_happen,
)
from kept.web.public.timeline import timeline
from kept.web.reading import Reading


@page
def show(asking: Asking, ref: str) -> HttpResponse:
    """Show a commitment; a merged reference leads on for ever."""
    reading = asking.reading
    commitment = find(reading, ref)
    if commitment.ref != ref:
        return HttpResponsePermanentRedirect(reading.url("commitment", commitment.ref))
    return asking.render("commitment.html", c=commitment, **values_of(reading, commitment))


@page
def as_json(asking: Asking, ref: str) -> HttpResponse:
    """Give the same as JSON, with codes."""
    reading = asking.reading
    commitment = find(reading, ref)
    if commitment.ref != ref:
        return HttpResponsePermanentRedirect(reading.url("commitment-json", commitment.ref))
    body = json.dumps(commitment_json(reading, commitment), ensure_ascii=False, indent=1)
    return HttpResponse(body, content_type="application/json; charset=utf-8")


def find(reading: Reading, ref: str) -> CommitmentState:
    """Find a commitment by its reference at the clocks of the page, or say what could be the matter."""
    found = reading.record.commitment(ref)
    if found is not None and ref.count("-") >= 2:
        return found
    later = reading.kept.record(type(reading.clocks)(as_of=reading.today)).commitment(ref)
    if later is not None and reading.is_back:
        said = speech.day(later.said)
        raise UnknownSubject(
            f"{ref} was not in the record on {speech.day(reading.clocks.as_of)}",
            remedy=f"It was said on {said}; choose that day or a later one",
        )
    raise UnknownSubject(f"no promise has the reference {ref}", remedy="Look for it in the list of all records")


def values_of(reading: Reading, commitment: CommitmentState) -> dict[str, Any]:
    """Prepare what the page shows."""
    told = history(reading)
    return {
        "status": status_words(reading, commitment),
        "quotes": quoted(reading, commitment.evidence),
        "stage": stage_words(reading, commitment),
        "elsewhere": elsewhere(commitment),
        "speaker": speaker_words(commitment),
        "firsts": what_must_happen(reading, commitment),
        "due": due_words(reading, commitment),
        "delivered": delivered_words(commitment),
        "why": derivation(commitment, reading.record, reading.words, framework=reading.framework),
        "deeds": tuple(each for each in timeline(reading, commitment) if each.is_deed),
        "timeline": timeline(reading, commitment),
        "related": related(reading, commitment),
        "filings": filings(reading, commitment),
        "unverifiable": is_unverifiable(reading, commitment),
        "facts": told.of(commitment.id),
        "corrections": told.corrections_of(commitment.id),
        "decisions": tuple(each for each in reading.record.decisions if each.target == commitment.id),
    }


def speaker_words(commitment: CommitmentState) -> str:
    """Name who spoke, with a comma after it; a text without a speaker and the outlet's own words name nobody."""
    speaker = commitment.speaker or {}
    if not speaker.get("label") or speaker.get("kind") in ("document", "narrator"):
        return ""
    return "".join(f"{part}, " for part in (speaker["label"], speaker.get("role")) if part)


def elsewhere(commitment: CommitmentState) -> str:
    """Say in how many other sources the same words stand, and how many stories that makes."""
    again = [each for step in commitment.steps if step.klass == "words" for each in step.evidence]
    said = [*commitment.evidence, *again]
    others = len({each.capture for each in said} - {each.capture for each in commitment.evidence[:1]})
    if not others:
        return ""
    stories = len({each.group or each.capture for each in said})
    told = "all go back to one story" if stories == 1 else f"{stories} independent stories in all"
    return f"Also in {speech.counted(others, 'other source')}: {told}."


def filings(reading: Reading, commitment: CommitmentState) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Give the topics of the framework that it is filed under: id, title, kinds of help."""
    found = []
    for filing in commitment.filings:
        topic = reading.framework.topic(filing.topic) if filing.topic else None
        forms = tuple(form.title for each in filing.forms if (form := reading.framework.form(each)))
        found.append((topic.id if topic else "", topic.short if topic else "", forms))
    return tuple(found)


def related(reading: Reading, commitment: CommitmentState) -> dict[str, Any]:
    """Find what hangs together with it: statements it answers, its parts, promises behind the same decision."""
    record, own = reading.record, {commitment.id, commitment.ref}
    gates = {gate.id for gate in commitment.gates}
    others = [each for each in record.commitments.values() if each.id != commitment.id]
    return {
        "statements": [each for each in record.statements.values() if _is_linked(each, own)],
        "parts": [each for each in others if each.parent in own],
        "whole": record.commitment(commitment.parent) if commitment.parent else None,
        "same_decision": [each for each in others if gates & {gate.id for gate in each.gates}],
    }


def _is_linked(statement: StatementState, own: set[str]) -> bool:
    return any(target in own for _, target in statement.links)
