"""The count as sentences (rule 5)."""

from collections import Counter

import pytest

from kept.reporting.follow_through.sentences import headline, others
from tests.ledger.cast import check, condition, promise, statement
from tests.reporting.follow_through.cast import TANKS, count_of, done, due_promise, part, taken_back


@pytest.mark.parametrize(
    ("counts", "text"),
    [
        ((0, 0, 0), "Nothing has fallen due yet."),
        ((4, 1, 1), "1 of the 4 promises that have fallen due was kept (1 to 2: one cannot be told)."),
        ((8, 3, 1), "3 of the 8 promises that have fallen due were kept (3 to 4: one cannot be told)."),
        ((8, 3, 2), "3 of the 8 promises that have fallen due were kept (3 to 5: two cannot be told)."),
        ((3, 2, 0), "2 of the 3 promises that have fallen due were kept."),
        ((3, 0, 0), "0 of the 3 promises that have fallen due were kept."),
        ((1, 1, 0), "1 of the 1 promise that has fallen due was kept."),
        ((40, 3, 20), "3 of the 40 promises that have fallen due were kept (3 to 23: 20 cannot be told)."),
    ],
)
def test_the_headline_counts(counts, text) -> None:
    assert headline(*counts) == text


def many(count: int, kept: int = 0, **fields):
    made = [promise(f"c:{n}", ref=f"XN-2026-{n:04d}", due="2026-06-30", **fields) for n in range(count)]
    deeds = [done() for _ in range(kept)]
    return [*made, *(each.__class__(**{**_fields(each), "subject": f"c:{n}"}) for n, each in enumerate(deeds))]


def _fields(draft):
    return {name: getattr(draft, name) for name in draft.__slots__}


def test_under_twenty_there_is_no_percentage() -> None:
    assert count_of(*many(19, 5)).percent is None


def test_from_twenty_on_a_percentage_is_a_range() -> None:
    assert count_of(*many(20, 5)).percent == "25 to 100 %"


def test_from_five_on_a_country_has_its_own_sentence() -> None:
    lines = count_of(*many(5, 2), promise("c:w", ref="XW-2026-0001", actors=["XW"], due="2026-06-30")).countries
    assert [(line.actor, line.due) for line in lines] == [("XN", 5), ("XW", 1)]
    assert lines[0].sentence == (
        "Norland: 2 of the 5 promises that have fallen due were kept (2 to 5: three cannot be told)."
    )
    assert lines[1].sentence is None


def test_countries_stand_in_the_order_of_their_codes_whatever_they_kept() -> None:
    rows = [
        promise(f"c:{n}", ref=f"{code}-2026-0001", actors=[code], due="2026-06-30")
        for n, code in enumerate(("XW", "XN"))
    ]
    assert [line.actor for line in count_of(*rows).countries] == ["XN", "XW"]


def test_a_joint_promise_stands_with_each_of_its_actors_and_counts_once() -> None:
    count = count_of(due_promise(actors=["XN", "XW"]))
    assert (count.due, [line.due for line in count.countries]) == (1, [1, 1])


def test_without_any_promise_it_says_so() -> None:
    assert count_of(statement("s:1", "refusal", "no")).beside == ("No promise of a deed yet.", "1 refusal.")


def test_promises_that_wait_for_different_things_are_told_apart() -> None:
    drafts = (
        condition(),
        condition("k:2", "peace_agreement"),
        promise("c:1", ref="XN-2026-0001", conditions=["k:ceasefire"]),
        promise("c:2", ref="XN-2026-0002", conditions=["k:2"]),
    )
    assert count_of(*drafts).beside == ("2 promises: 1 waits for a ceasefire, 1 waits for a peace agreement.",)


def test_a_late_deed_is_named_as_late() -> None:
    assert count_of(due_promise(quantity=TANKS), done("2026-07-05")).beside[0] == "Kept: 100 tanks (5 July, late)."


def test_a_deed_of_another_year_shows_its_year() -> None:
    assert (
        count_of(due_promise(quantity=TANKS), done(), as_of="2027-01-10").beside[0] == "Kept: 100 tanks (1 June 2026)."
    )


def test_not_looked_for_is_said_where_nobody_looked() -> None:
    assert count_of(due_promise(quantity=TANKS)).beside == ("Cannot tell: tanks, not looked for yet.",)
    old = count_of(due_promise(quantity=TANKS), check("c:1", "2026-03-05"))
    assert old.beside == ("Cannot tell: tanks, not looked for since 5 March.",)


def test_many_things_are_counted_not_listed() -> None:
    assert count_of(*many(8, 0, quantity=TANKS)).beside[0].endswith("; and 2 more.")


def test_what_is_taken_back_shows_what_was_promised() -> None:
    assert count_of(due_promise(quantity=TANKS), taken_back()).beside == ("Taken back: 100 tanks.",)


def test_what_has_no_figure_is_named_by_its_title() -> None:
    assert count_of(due_promise(title="Sharing of maps"), done()).beside == ("Kept: sharing of maps (1 June).",)


def test_each_figure_opens_the_list_that_makes_it() -> None:
    count = count_of(due_promise(quantity=TANKS), part("50"))
    (row,) = count.rows_in(*{row.bucket for row in count.rows})
    assert row.to_json() | {"title": ""} == {
        "ref": "XN-2026-0001",
        "kind": "commitment",
        "title": "",
        "actors": ["XN"],
        "counted": True,
        "bucket": "partly_kept",
        "reason": "50 of 100 tanks confirmed, last on 1 June",
        "due": "2026-06-30",
        "on": "2026-06-01",
        "late": False,
        "kept_already": False,
        "date_moved": False,
        "figure": "50 of 100 tanks",
        "last_look": None,
    }


def test_the_count_as_data_names_its_definition_and_its_day() -> None:
    data = count_of(due_promise()).to_json()
    assert (data["definition"], data["framework"], data["as_of"]) == ("follow-through/1", "demo", "2026-07-10")
    assert (data["due"], data["kept"], data["unknown"], data["counts"]) == (1, 0, 1, {"cannot_tell": 1})


def test_what_else_was_said_is_counted_in_words() -> None:
    assert others(Counter({"option": 2, "offer": 1, "answered demand": 2, "open demand": 1, "threat": 5})) == (
        "2 options, 1 offer, 2 answered demands, 1 open demand."
    )
