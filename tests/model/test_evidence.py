"""Exact quotes in hashed texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kept.errors import QuoteNotFound
from kept.model.evidence import CONTEXT, Evidence, EvidenceClass, Quote

TEXT = "Norland will send monitors. Norland will send money."


@given(st.text(min_size=1, max_size=120), st.data())
def test_a_quote_stands_where_it_was_cut(text, data) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = Quote.at(text, start, end)
    assert quote.is_in(text)
    assert quote.prefix + quote.exact + quote.suffix in text
    assert max(len(quote.prefix), len(quote.suffix)) <= CONTEXT
    assert Quote.from_json(quote.to_json()) == quote


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 2), (0, 1000)])
def test_offsets_outside_the_text_are_refused(start, end) -> None:
    with pytest.raises(QuoteNotFound, match="no text stands at"):
        Quote.at(TEXT, start, end)


def test_a_quote_that_stands_once_is_found() -> None:
    assert Quote.find(TEXT, "send monitors").start == 13


@pytest.mark.parametrize(
    ("exact", "message"),
    [
        ("Norland will", "stands more than once"),
        ("norland", "does not stand in the text"),
        ("", "does not stand in the text"),
    ],
)
def test_a_quote_that_does_not_stand_exactly_once_is_refused(exact, message) -> None:
    with pytest.raises(QuoteNotFound, match=message):
        Quote.find(TEXT, exact, where="page 1")


def test_occurrences_that_overlap_are_two() -> None:
    with pytest.raises(QuoteNotFound, match="more than once"):
        Quote.find("aaa", "aa")


@pytest.mark.parametrize("text", [TEXT.replace("monitors", "minister"), "x" + TEXT, TEXT.replace("money", "moves")])
def test_a_quote_does_not_stand_in_an_altered_text(text) -> None:
    assert not Quote.find(TEXT, "send monitors").is_in(text)


def test_evidence_reads_back_with_its_class_and_its_story() -> None:
    evidence = Evidence(
        capture="a", text="b", quote=Quote.at(TEXT, 0, 7), klass=EvidenceClass.E4, grade="B2", group="wire"
    )
    assert Evidence.from_json(evidence.to_json()) == evidence


def test_evidence_without_a_story_has_none() -> None:
    data = Evidence(capture="a", text="b", quote=Quote.at(TEXT, 0, 7)).to_json() | {"group": None}
    assert Evidence.from_json(data).group == ""
