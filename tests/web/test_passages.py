"""What was read in a source, by place."""

from __future__ import annotations

from datetime import date

from kept.model.times import Clocks
from kept.web.public.passages import Passage, Piece, by_outermost, counts, passages, pieces, words_between
from tests.web.story import MemoryKept, sources

TEXT = "0123456789"


def mark(start: int, end: int, kind: str = "demand") -> Passage:
    return Passage(start=start, end=end, text=TEXT[start:end], type=kind)


def shape(found: tuple[Piece, ...]) -> list[tuple[str, list[tuple[int, int]]]]:
    return [(piece.text, [(each.start, each.end) for each in piece.inside]) for piece in found]


def test_pieces_put_together_are_the_text() -> None:
    found = pieces(TEXT, 0, 10, [mark(2, 4), mark(3, 8), mark(9, 10)])
    assert "".join(piece.text for piece in found) == TEXT


def test_a_passage_inside_another_is_nested() -> None:
    assert shape(pieces(TEXT, 0, 10, [mark(2, 8), mark(4, 6)])) == [
        ("01", []),
        ("23", [(2, 8)]),
        ("45", [(2, 8), (4, 6)]),
        ("67", [(2, 8)]),
        ("89", []),
    ]


def test_a_passage_that_half_overlaps_is_cut_to_what_is_left_of_it() -> None:
    assert shape(pieces(TEXT, 0, 10, [mark(0, 5), mark(3, 8)])) == [
        ("01234", [(0, 5)]),
        ("567", [(5, 8)]),
        ("89", []),
    ]


def test_one_mark_spans_what_is_nested_in_it() -> None:
    grouped = by_outermost(pieces(TEXT, 0, 10, [mark(2, 8), mark(4, 6)]))
    assert [(outer and (outer.start, outer.end), "".join(p.text for p in inner)) for outer, inner in grouped] == [
        (None, "01"),
        ((2, 8), "234567"),
        (None, "89"),
    ]


def test_promises_are_counted_first_and_the_rest_by_the_alphabet() -> None:
    found = [mark(0, 1, "threat"), mark(1, 2, "refusal"), mark(2, 3, "commitment"), mark(3, 4, "refusal")]
    assert counts(found) == (("commitment", 1), ("refusal", 2), ("threat", 1))


def test_words_between_two_places_are_counted_in_the_article_only() -> None:
    text = "menu menu one two three four"
    assert words_between(text, [(10, len(text))], 0, len(text)) == 4


def test_a_rejected_sentence_is_no_passage(kept: MemoryKept) -> None:
    record = kept.record(Clocks(as_of=date(2026, 7, 10)))
    found = passages(record, sources()["gazette"].capture)
    assert all("as long as it takes" not in each.text for each in found)


def test_a_repeat_leads_to_the_promise_it_repeats(kept: MemoryKept) -> None:
    record = kept.record(Clocks(as_of=date(2026, 7, 10)))
    first = passages(record, sources()["harbour"].capture)[0]
    assert (first.type, first.refs) == ("commitment", ("XN-2026-0001",))


def test_an_unconfirmed_report_is_called_one(kept: MemoryKept) -> None:
    record = kept.record(Clocks(as_of=date(2026, 7, 10)))
    found = {each.text: each.type for each in passages(record, sources()["harbour"].capture)}
    assert found["Westmark has agreed to send 2,000 soldiers at once"] == "lead"
