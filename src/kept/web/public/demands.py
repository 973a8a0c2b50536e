"""Demands with their answers, and refusals with what is offered instead."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse

from kept.ledger.state import StatementState
from kept.reporting.demands import Answer, demands, instead
from kept.web.pages import Asking, page
from kept.web.public.quotes import Quoted, quoted
from kept.web.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer in words: where it leads, whose it is, and what it says."""

    url: str
    who: tuple[str, ...]
    title: str


@page
def show(asking: Asking) -> HttpResponse:
    """Show what was asked for, what still waits for an answer first."""
    reading = asking.reading
    asked = [
        (each, [_answer(reading, one) for one in each.answers], _quotes(reading, each.id))
        for each in demands(reading.record, reading.framework)
    ]
    refused = [
        (
            each,
            [_answer(reading, one) for one in each.named],
            [_answer(reading, one) for one in each.beside],
            _quotes(reading, each.id),
        )
        for each in instead(reading.record, reading.framework)
    ]
    return asking.render("demands.html", asked=asked, refused=refused)


def _answer(reading: Reading, answer: Answer) -> Answered:
    record = reading.record
    item = record.commitments.get(answer.id) or record.statements.get(answer.id)
    is_statement = isinstance(item, StatementState)
    url = reading.sentence_url(item.evidence[0]) if is_statement and item and item.evidence else ""
    return Answered(
        url=url if is_statement else reading.url("commitment", answer.ref),
        who=item.actors if item else (),
        title=answer.title,
    )


def _quotes(reading: Reading, statement_id: str) -> tuple[Quoted, ...]:
    found = reading.record.statements.get(statement_id)
    return quoted(reading, found.evidence)[:1] if found else ()
