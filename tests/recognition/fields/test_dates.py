"""Deadlines against the document's date (codebook D2, D3)."""

from datetime import date

import pytest

from kept.recognition.fields.dates import times
from kept.recognition.tokens import tokenise

DAY = date(2026, 1, 14)


def due(text: str, day: date | None = DAY) -> str | None:
    found = times(tokenise(text, 0, len(text)), day)
    return found[0].due if found else None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("by 30 June", "2026-06-30"),
        ("by the end of June", "2026-06-30"),
        ("in September", "2026-09-30"),
        ("before the end of March", "2026-03-31"),
        ("by mid-May", "2026-05-15"),
        ("by June 3, 2027", "2027-06-03"),
        ("by 2030", "2030-12-31"),
        ("this year", "2026-12-31"),
        ("next year", "2027-12-31"),
        ("in the second quarter of 2026", "2026-06-30"),
        ("within 60 days", "2026-03-15"),
        ("within 30 days of a ceasefire", "condition+P30D"),
        ("within 24 hours of an attack", "condition+PT24H"),
    ],
)
def test_a_deadline_means_its_last_day(text: str, wanted: str) -> None:
    assert due(text) == wanted


def test_a_month_before_the_document_is_next_years() -> None:
    assert due("by the end of March", date(2026, 5, 1)) == "2027-03-31"


def test_without_a_document_date_the_words_stay_text() -> None:
    assert due("by 30 June", None) is None
    assert times(tokenise("by 30 June", 0, 10), None)


def test_a_vague_time_has_words_and_no_date() -> None:
    found = times(tokenise("in the coming weeks", 0, 19), DAY)
    assert (len(found), found[0].due) == (1, None)


def test_from_begins_something() -> None:
    (found,) = times(tokenise("from 1 February", 0, 15), DAY)
    assert (found.starts, found.due) == (True, "2026-02-01")


@pytest.mark.parametrize("text", ["by 31 February 2030", "by 99 June", "they may go", "within 99999999999 days"])
def test_what_is_no_date_is_never_one(text: str) -> None:
    assert due(text) is None
