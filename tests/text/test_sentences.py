"""Sentences: offsets are exact, abbreviations and numbers stay whole, quotes close inside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kept.text.sentences import sentence_at, sentences


def texts(text: str) -> list[str]:
    return [span.text for span in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Dorre and Gen. Vell met Dr. Eskel.",
        "The U.S. President spoke.",
        "It is set out in No. 10 of the annex.",
        "They met on Jan. 15 in Vessa.",
        "It costs 1.5 billion, or 2.75 per cent.",
        "J. R. Anhalt leads the party.",
        "Aid (e.g. Medicine and food) arrived.",
        "“Will it last?” he asked.",
        "We waited … and nothing came.",
        "1. The agreement entered into force.",
        "Norland Oil Co. Limited and Vell Inc. Directors signed.",
        "See Art. 5 and pp. 12 to 14.",
        "The train leaves at 5 p.m. Tuesday.",
    ],
)
def test_it_stays_one_sentence(text: str) -> None:
    assert texts(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("He left the U.S.", "The talks went on."),
        ("“We will pay.”", "She said no more."),
        ("Will it last?", "Nobody knows."),
        ("The rate is 1.5.", "It was 2."),
        ("They waited...", "Nothing came."),
        ("It begins in May.", "“We are ready,” he said."),
        ("They met at 5 p.m.", "The minister left."),
        ("(It was late.)", "They slept."),
        ("Only I.", "Nobody else."),
    ],
)
def test_it_cuts_between_two(first: str, second: str) -> None:
    assert texts(f"{first} {second}") == [first, second]


def test_a_line_break_ends_a_heading() -> None:
    assert texts("Norland promises aid\nThe minister spoke.") == ["Norland promises aid", "The minister spoke."]


def test_a_wrapped_line_goes_on() -> None:
    wrapped = "The ministers of the five states that border on the river agreed\nto meet again in May. They will."
    assert len(texts(wrapped)) == 2


def test_a_blank_line_always_ends_a_sentence() -> None:
    assert len(texts("The ministers of the five states that border on the river agreed\n\nAnnex")) == 2


def test_only_the_part_between_start_and_end_is_cut() -> None:
    text = "One. Two. Three."
    assert [(span.start, span.text) for span in sentences(text, 5, 9)] == [(5, "Two.")]


def test_a_position_between_two_sentences_belongs_to_the_next() -> None:
    assert sentence_at("One. Two.", 4, 0, 9).text == "Two."


def test_a_sentence_far_into_a_long_block_is_found() -> None:
    text = "word " * 500 + "end. " + "Here it is. After."
    assert sentence_at(text, text.index("Here") + 2, 0, len(text)).text == "Here it is."


PIECES = st.lists(
    st.sampled_from(
        [
            "Mr.",
            "U.S.",
            "The",
            "talks",
            "No.",
            "10",
            "1.5",
            "“Why?”",
            "he",
            "\n",
            "ended.",
            "…",
            "I.",
            "3.",
            "etc.",
            "\n\n",
            "A",
            "!",
            "(so.)",
            "x" * 90,
        ]
    ),
    max_size=30,
).map(" ".join)


@given(PIECES)
def test_sentences_are_cut_verbatim_and_cover_all_but_space(text: str) -> None:
    spans = sentences(text)
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert "".join("".join(span.text.split()) for span in spans) == "".join(text.split())


@given(PIECES, st.data())
def test_the_sentence_around_a_place_is_one_of_the_sentences(text: str, data: st.DataObject) -> None:
    spans = sentences(text)
    if spans:
        span = data.draw(st.sampled_from(spans))
        place = data.draw(st.integers(span.start, span.end - 1))
        if not text[place].isspace():
            assert sentence_at(text, place, 0, len(text)) == span
