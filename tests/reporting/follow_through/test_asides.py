"""Which counted promises have not fallen due, in order, first match wins (rules 2 and 3)."""

import pytest

from kept.reporting.follow_through import Bucket
from tests.ledger.cast import condition, development, gate, promise
from tests.reporting.follow_through.cast import count_of, done, due_promise, row_of, taken_back

CEASEFIRE = {"conditions": ["k:ceasefire"]}


def test_a_date_that_has_come_makes_a_promise_due() -> None:
    assert row_of(due_promise()).bucket is Bucket.CANNOT_TELL


@pytest.mark.parametrize(("as_of", "bucket"), [("2026-06-29", Bucket.DATE_AHEAD), ("2026-06-30", Bucket.CANNOT_TELL)])
def test_a_promise_falls_due_on_its_day(as_of, bucket) -> None:
    assert row_of(due_promise(), as_of=as_of).bucket is bucket


def test_the_end_of_a_period_counts() -> None:
    assert row_of(due_promise(due="2026-07")).bucket is Bucket.DATE_AHEAD


def test_a_date_that_an_analyst_inferred_makes_nothing_due() -> None:
    row = row_of(due_promise(due_by="analyst"))
    assert (row.bucket, row.reason, row.due) == (Bucket.NO_DATE, "only an analyst’s reading gives a date", None)


def test_a_later_date_does_not_move_the_first() -> None:
    moved = development(
        "c:1", "revise", "2026-05-01", field="due", old="2026-06-30", new="2026-12-31", direction="neutral"
    )
    row = row_of(due_promise(), moved)
    assert (row.bucket, row.date_moved) == (Bucket.CANNOT_TELL, True)


def test_a_date_given_later_is_the_first_where_none_was_given_before() -> None:
    given = development("c:1", "revise", "2026-05-01", field="due", old=None, new="2026-06-30", direction="neutral")
    assert row_of(promise(ref="XN-2026-0001"), given).bucket is Bucket.CANNOT_TELL


def test_a_date_of_soft_words_makes_nothing_due_once_they_are_firm() -> None:
    assert row_of(due_promise(firmness="floated"), development("c:1", "pledge", "2026-02-01")).bucket is Bucket.NO_DATE


def test_a_date_that_the_firm_words_repeat_counts() -> None:
    again = development("c:1", "pledge", "2026-02-01", due="2026-06-30")
    assert row_of(due_promise(firmness="floated"), again).bucket is Bucket.CANNOT_TELL


def test_an_open_condition_sets_a_promise_aside_whatever_its_date() -> None:
    row = row_of(condition(), due_promise(**CEASEFIRE))
    assert (row.bucket, row.reason, row.waits_for) == (
        Bucket.WAITS_FOR_CONDITION,
        "waits for a ceasefire",
        "a ceasefire",
    )


def test_a_limit_of_area_or_time_is_nothing_to_wait_for() -> None:
    assert row_of(condition("k:1", "geographic_limit"), due_promise(conditions=["k:1"])).bucket is Bucket.CANNOT_TELL


def test_a_span_runs_from_the_day_the_condition_was_met() -> None:
    drafts = (
        condition(),
        due_promise(due="condition+P60D", **CEASEFIRE),
        development("k:ceasefire", "condition_met", "2026-05-01"),
    )
    assert row_of(*drafts, as_of="2026-06-29").bucket is Bucket.DATE_AHEAD
    assert row_of(*drafts, as_of="2026-06-30").bucket is Bucket.CANNOT_TELL


def test_what_was_due_stays_due_when_the_ceasefire_breaks_later() -> None:
    drafts = (
        condition(),
        due_promise(due="condition+P30D", **CEASEFIRE),
        development("k:ceasefire", "condition_met", "2026-05-01"),
        development("k:ceasefire", "condition_failed", "2026-06-15"),
    )
    assert row_of(*drafts).bucket is Bucket.CANNOT_TELL


def test_a_condition_that_breaks_before_the_span_has_run_is_neither_kept_nor_broken() -> None:
    drafts = (
        condition(),
        due_promise(due="condition+P60D", **CEASEFIRE),
        development("k:ceasefire", "condition_met", "2026-05-01"),
        development("k:ceasefire", "condition_failed", "2026-06-15"),
    )
    row = row_of(*drafts)
    assert row.bucket is Bucket.WAITS_FOR_CONDITION
    assert row.reason == "hung on a ceasefire, which failed on 15 June: neither kept nor broken"


def test_a_fixed_date_under_a_failed_condition_is_not_due() -> None:
    drafts = (condition(), due_promise(**CEASEFIRE), development("k:ceasefire", "condition_failed", "2026-06-15"))
    assert row_of(*drafts).bucket is Bucket.WAITS_FOR_CONDITION


def test_a_promise_for_the_case_of_an_attack_stands_ready() -> None:
    row = row_of(condition("k:1", "trigger_event"), due_promise(conditions=["k:1"], nature="contingent"))
    assert (row.bucket, row.waits_for) == (Bucket.STANDS_READY, "a new attack")


def test_a_contingent_promise_without_a_named_trigger_stands_ready_until_it_is_called_on() -> None:
    assert row_of(due_promise(nature="contingent")).bucket is Bucket.STANDS_READY
    called = development("c:1", "trigger_occurred", "2026-05-01")
    assert row_of(due_promise(nature="contingent"), called).bucket is Bucket.CANNOT_TELL


def test_help_that_cannot_be_checked_in_public_is_set_aside() -> None:
    assert row_of(due_promise(forms=["intelligence"])).bucket is Bucket.CANNOT_BE_CHECKED


def test_help_of_which_a_part_can_be_checked_is_not() -> None:
    assert row_of(due_promise(forms=["intelligence", "training"])).bucket is Bucket.CANNOT_TELL


def test_a_vote_of_another_body_that_was_asked_in_time_stops_the_clock() -> None:
    row = row_of(gate(), due_promise(gates=["g:assembly"]), development("g:assembly", "gate_opened", "2026-06-01"))
    assert (row.bucket, row.waits_for) == (Bucket.WAITS_FOR_BODY, "a vote")
    assert row.reason == "waits for a vote of another body: Assembly, asked on 1 June"


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({}, None),
        ({}, "2026-07-05"),
        ({"force": "own_cabinet"}, "2026-06-01"),
        ({"kind": "cabinet"}, "2026-06-01"),
        ({"named_by": "survey"}, "2026-06-01"),
        ({"on": "2026-07-02"}, "2026-06-01"),
    ],
    ids=["never asked", "asked too late", "own cabinet by force", "own cabinet", "only in a survey", "named too late"],
)
def test_what_stops_no_clock(fields, asked) -> None:
    opened = [development("g:assembly", "gate_opened", asked)] if asked else []
    assert row_of(gate(**fields), due_promise(gates=["g:assembly"]), *opened).bucket is Bucket.CANNOT_TELL


def test_a_vote_that_is_only_needed_was_not_asked_for() -> None:
    opened = development("g:assembly", "gate_opened", "2026-06-01", status="required")
    assert row_of(gate(), due_promise(gates=["g:assembly"]), opened).bucket is Bucket.CANNOT_TELL


def test_a_decision_of_another_kind_of_body_is_named_so() -> None:
    drafts = (
        gate(kind="un_mandate"),
        due_promise(gates=["g:assembly"]),
        development("g:assembly", "gate_opened", "2026-06-01"),
    )
    assert row_of(*drafts).waits_for == "a decision"


def test_a_promise_stopped_by_a_body_it_named_is_set_aside() -> None:
    drafts = (gate(), due_promise(gates=["g:assembly"]), development("g:assembly", "gate_rejected", "2026-06-01"))
    row = row_of(*drafts)
    assert (row.bucket, row.reason) == (Bucket.BLOCKED, "stopped by a body that the promise named: Assembly on 1 June")


@pytest.mark.parametrize("fields", [{"named_by": "law"}, {"force": "own_cabinet"}])
def test_a_refusal_of_a_body_it_did_not_name_or_commands_stops_no_clock(fields) -> None:
    drafts = (
        gate(**fields),
        due_promise(gates=["g:assembly"]),
        development("g:assembly", "gate_rejected", "2026-06-01"),
    )
    assert row_of(*drafts).bucket is Bucket.CANNOT_TELL


def test_a_vote_lost_after_the_date_stops_no_clock() -> None:
    drafts = (gate(), due_promise(gates=["g:assembly"]), development("g:assembly", "gate_rejected", "2026-07-05"))
    assert row_of(*drafts).bucket is Bucket.CANNOT_TELL


def test_a_promise_without_a_date_waits_for_the_body_that_was_asked() -> None:
    drafts = (
        gate(),
        promise(ref="XN-2026-0001", gates=["g:assembly"]),
        development("g:assembly", "gate_opened", "2026-06-01"),
    )
    assert row_of(*drafts).bucket is Bucket.WAITS_FOR_BODY


def test_what_was_due_stays_due_when_a_mandate_ends_later() -> None:
    drafts = (
        gate(),
        due_promise(gates=["g:assembly"]),
        development("g:assembly", "gate_passed", "2026-03-01", limits={"until": "2026-07-02"}),
    )
    assert row_of(*drafts).bucket is Bucket.CANNOT_TELL


def test_taking_back_before_the_date_is_listed_at_once_and_enters_the_number_on_the_date() -> None:
    drafts = (due_promise(), taken_back())
    assert row_of(*drafts, as_of="2026-06-29").bucket is Bucket.TAKEN_BACK_EARLY
    assert row_of(*drafts, as_of="2026-06-30").bucket is Bucket.TAKEN_BACK


def test_taking_back_a_promise_under_a_condition_counts_once_it_would_have_been_due() -> None:
    drafts = (
        condition(),
        due_promise(due="condition+P60D", **CEASEFIRE),
        taken_back(),
        development("k:ceasefire", "condition_met", "2026-05-01"),
    )
    assert row_of(*drafts, as_of="2026-05-15").bucket is Bucket.TAKEN_BACK_EARLY
    assert row_of(*drafts, as_of="2026-06-30").bucket is Bucket.TAKEN_BACK


def test_taking_back_help_that_cannot_be_checked_still_counts() -> None:
    assert row_of(due_promise(forms=["intelligence"]), taken_back()).bucket is Bucket.TAKEN_BACK


def test_taking_back_wins_over_an_open_condition() -> None:
    assert row_of(condition(), promise(ref="XN-2026-0001", **CEASEFIRE), taken_back()).bucket is Bucket.TAKEN_BACK_EARLY


def test_a_promise_that_others_say_was_taken_back_stays_where_it_was() -> None:
    assert row_of(due_promise(), taken_back(confirmed_by="third_party"), as_of="2026-05-01").bucket is Bucket.DATE_AHEAD


def test_an_early_deed_is_seen_without_lifting_the_number() -> None:
    count = count_of(due_promise(due="2026-12-31"), done())
    assert (count.due, count.rows[0].kept_already) == (0, True)
    assert count.beside == ("1 promise: 1 has a date ahead (1 kept already).",)
