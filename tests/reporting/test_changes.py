"""What is new between two readings, and on which clock."""

from datetime import date

from kept.ledger.fold import fold
from kept.model.times import Clocks
from kept.reporting.changes import Change, ChangeKind, Clock, changes
from tests.ledger.cast import (
    NOON,
    check,
    corrected,
    development,
    merged,
    promise,
    published,
    record_of,
    retracted,
    statement,
    store_with,
    unpublished,
)
from tests.ledger.cast import (
    Clock as Watch,
)
from tests.ledger.demo_cast import demo_record

FIRST = promise("c:1", ref="XN-2026-0001", title="ten tanks")


def between(before, after, **kinds) -> list[tuple[str, str, str]]:
    return [(str(each.kind), each.text, str(each.clock)) for each in changes(before, after)]


def test_a_new_promise_is_new() -> None:
    assert between(record_of([]), record_of([FIRST])) == [("new", "Promised: ten tanks", "recorded_at")]


def test_nothing_new_is_no_change() -> None:
    assert changes(demo_record(), demo_record()) == ()


def test_a_deed_between_the_two_days_is_new_in_the_world() -> None:
    drafts = [FIRST, development("c:1", "deliver_part", "2026-06-01", share="0.5")]
    assert between(record_of(drafts, "2026-05-01"), record_of(drafts)) == [
        ("moved", "Part delivered: ten tanks (Promised → Partly delivered)", "as_of")
    ]


def test_a_deed_that_became_public_between_the_two_days_is_new_to_the_public() -> None:
    drafts = [FIRST, development("c:1", "deliver_part", "2026-03-01", known="2026-06-01", share="0.5")]
    before, after = record_of(drafts, known_at="2026-05-01"), record_of(drafts, known_at="2026-07-10")
    assert between(before, after)[0][2] == "known_at"


def test_a_deed_that_was_written_down_late_is_new_to_us() -> None:
    before = record_of([FIRST])
    after = record_of([FIRST, development("c:1", "deliver_part", "2026-03-01", share="0.5")])
    assert between(before, after)[0][2] == "recorded_at"


def test_a_look_is_a_change() -> None:
    assert between(record_of([FIRST]), record_of([FIRST, check("c:1", "2026-07-01")])) == [
        ("looked", "Looked for a deed, nothing found: public sources, 1 July", "recorded_at")
    ]
    assert "found: public" in between(record_of([]), record_of([FIRST, check("c:1", "2026-07-01", found=True)]))[1][1]


def test_words_that_change_no_stage_name_none() -> None:
    after = record_of([FIRST, development("c:1", "restate", "2026-03-01")])
    assert between(record_of([FIRST]), after)[0][1] == "Said again (no new money): ten tanks"


def test_a_correction_says_that_we_were_wrong() -> None:
    after = record_of([FIRST, corrected(0, "title", "ten tanks", "nine tanks")])
    assert between(record_of([FIRST]), after) == [("corrected", "Corrected, we were wrong: nine tanks", "recorded_at")]
    again = record_of(
        [FIRST, corrected(0, "title", "ten tanks", "nine tanks"), corrected(0, "title", "", "nine tanks")]
    )
    assert len(changes(after, again)) == 1


def test_a_record_taken_off_says_so_and_is_no_deed_of_a_government() -> None:
    other = statement("s:1", "refusal", "no tanks")
    assert between(record_of([FIRST, other]), record_of([FIRST, other, retracted(0), retracted(1)])) == [
        ("withdrawn", "Taken off the record: ten tanks", "recorded_at"),
        ("withdrawn", "Taken off the record: no tanks", "recorded_at"),
    ]


def test_a_merge_leads_on() -> None:
    second = promise("c:2", ref="XN-2026-0002")
    found = between(record_of([FIRST, second]), record_of([FIRST, second, merged("c:2", "c:1")]))
    assert ("merged", "Said again, joined with XN-2026-0001", "recorded_at") in found


def test_an_answer_to_a_demand_is_a_change_on_the_day_of_the_answer() -> None:
    demand = statement("s:1", "demand", "share maps", "2026-01-10")
    answer = promise("c:1", ref="XN-2026-0001", title="maps", links=[["answers", "s:1"]])
    found = changes(record_of([demand, answer], "2026-01-12"), record_of([demand, answer]))
    assert [(each.kind, each.text, str(each.day)) for each in found] == [
        (ChangeKind.NEW, "Promised: maps", "2026-01-14"),
        (ChangeKind.ANSWERED, "Demand: share maps (answered)", "2026-01-14"),
    ]


def test_a_statement_answered_before_it_was_read_is_new_and_answered() -> None:
    demand = statement("s:1", "demand", "share maps", "2026-01-10")
    answer = promise("c:1", ref="XN-2026-0001", valid=None, known=None, links=[["answers", "s:1"]])
    found = [each for each in changes(record_of([]), record_of([demand, answer])) if each.ref == "s:1"]
    assert [each.kind for each in found] == [ChangeKind.NEW, ChangeKind.ANSWERED]


def test_a_statement_without_a_day_stands_on_the_day_it_was_recorded() -> None:
    said = statement("s:1", "refusal", "no", on=None)
    assert changes(record_of([]), record_of([said]))[0].day == NOON.date()


def test_changes_stand_in_the_order_of_their_days() -> None:
    days = [each.day for each in changes(demo_record("2026-01-01"), demo_record())]
    assert days == sorted(days)
    assert len(days) > 15


def test_what_the_public_no_longer_sees_is_taken_off() -> None:
    watch = Watch()
    store = store_with(FIRST, published((0, 0)), clock=watch)
    before = fold(store.opened(), Clocks(as_of=date(2026, 7, 10)), public=True)
    store.append("away", lambda _: [unpublished((0, 0))])
    after = fold(store.opened(), Clocks(as_of=date(2026, 7, 10)), public=True)
    assert between(before, after) == [("withdrawn", "Taken off the record: ten tanks", "recorded_at")]


def test_a_change_as_data_names_its_clock() -> None:
    change = Change(
        kind=ChangeKind.NEW, id="c:1", ref="XN-2026-0001", text="Promised", day=date(2026, 1, 14), clock=Clock.AS_OF
    )
    assert change.to_json() == {
        "kind": "new",
        "id": "c:1",
        "ref": "XN-2026-0001",
        "text": "Promised",
        "day": "2026-01-14",
        "clock": "as_of",
    }
