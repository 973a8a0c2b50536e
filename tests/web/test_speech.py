"""Days, counts and lists as a reader would say them."""

from __future__ import annotations

import pytest

from kept.model.times import PartialDate
from kept.web import speech


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-03-18", "18 March 2026"),
        ("2026-03", "March 2026"),
        ("2026-34", "2nd quarter 2026"),
        ("2026-22", "summer 2026"),
        ("2026", "2026"),
    ],
)
def test_a_day_is_written_as_precisely_as_it_is_known(text: str, words: str) -> None:
    assert speech.day(PartialDate.of(text)) == words


def test_an_unknown_day_is_said_to_be_unknown() -> None:
    assert speech.day(None) == "date unknown"


def test_an_instant_names_its_clock() -> None:
    assert speech.instant("2026-07-10T09:05:00.000000Z") == "10 July 2026, 09:05 UTC"


def test_counts_take_their_noun_along() -> None:
    assert [speech.counted(n, "promise") for n in (0, 1, 2)] == ["0 promises", "1 promise", "2 promises"]


def test_a_list_ends_with_and() -> None:
    assert [speech.listed(each) for each in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_a_long_quote_is_cut_and_says_by_how_much() -> None:
    assert speech.clipped("one two three", 2) == ("one two", 1)
    assert speech.clipped("one two", 2) == ("one two", 0)


def test_words_left_out_are_counted_roughly() -> None:
    assert speech.not_shown(1) == "[1 word not shown]"
    assert speech.not_shown(43) == "[about 40 words not shown]"


def test_a_clause_becomes_a_sentence_once() -> None:
    assert speech.sentence("last looked for 5 July") == "Last looked for 5 July."
    assert speech.sentence("Done.") == "Done."
