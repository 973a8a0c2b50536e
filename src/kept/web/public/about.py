"""How it is counted, in which words, and where we were wrong."""

from __future__ import annotations

from django.http import HttpResponse

from kept.web.history import history
from kept.web.pages import Asking, page

WORD_TABLES = (
    "stage",
    "statement_type",
    "outcome",
    "bucket",
    "flag",
    "condition_kind",
    "gate_status",
    "gate_force",
    "evidence_class",
    "exclusion",
)
"""The tables of words that the page of the method prints."""


@page
def method(asking: Asking) -> HttpResponse:
    """Show how it is counted."""
    words = asking.reading.words
    tables = {name: words.table[name].values() for name in WORD_TABLES}
    return asking.render("method.html", tables=tables, forms=asking.reading.framework.forms)


@page
def corrections(asking: Asking) -> HttpResponse:
    """Show what was mended and what was taken out, newest first."""
    told = history(asking.reading)
    by_id = {each.id: each for each in asking.reading.record.commitments.values()}
    return asking.render("corrections.html", told=told, by_id=by_id)
