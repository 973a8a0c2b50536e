"""The outcome of a promise that has fallen due (rule 4)."""

import pytest

from kept.reporting.follow_through import Bucket
from tests.ledger.cast import check, condition, development, evidence, promise
from tests.reporting.follow_through.cast import EUROS, TANKS, done, due_promise, part, row_of, taken_back


def test_a_deed_that_a_third_party_confirms_is_kept() -> None:
    row = row_of(due_promise(), done())
    assert (row.bucket, row.reason, row.late) == (Bucket.KEPT, "was done on 1 June, confirmed by a third party", False)


@pytest.mark.parametrize("who", ["recipient", "third_party", "registry"])
def test_somebody_else_confirms(who) -> None:
    assert row_of(due_promise(), done(confirmed_by=who)).bucket is Bucket.KEPT


@pytest.mark.parametrize("klass", ["E3", "E4", "E10"])
def test_the_class_of_the_evidence_confirms_where_nobody_is_named(klass) -> None:
    assert row_of(due_promise(), done(confirmed_by=None, evidence=(evidence(klass=klass),))).bucket is Bucket.KEPT


def test_the_actors_own_word_is_cannot_tell() -> None:
    row = row_of(due_promise(), done(confirmed_by="actor"))
    assert row.bucket is Bucket.CANNOT_TELL
    assert row.reason.startswith("government says done, nobody else confirms it")


def test_a_claim_is_the_actors_own_word_whoever_prints_it() -> None:
    claim = development("c:1", "claim_delivery", "2026-06-01", evidence=(evidence(klass="E3"),))
    assert row_of(due_promise(), claim).bucket is Bucket.CANNOT_TELL


def test_a_late_deed_is_kept_and_marked() -> None:
    row = row_of(due_promise(), done("2026-07-05"))
    assert (row.bucket, row.late) == (Bucket.KEPT, True)
    assert row.reason.endswith("after its date")


def test_a_deed_known_by_its_month_is_in_time_if_the_month_ends_with_the_date() -> None:
    assert row_of(due_promise(), done("2026-06")).late is False


def test_half_of_it_is_partly_kept() -> None:
    row = row_of(due_promise(quantity=TANKS), part("50"))
    assert (row.bucket, row.figure) == (Bucket.PARTLY, "50 of 100 tanks")


def test_parts_that_add_up_are_kept_on_the_day_they_do() -> None:
    row = row_of(due_promise(quantity=TANKS), part("50", "2026-05-01"), part("100", "2026-07-02"))
    assert (row.bucket, row.late, row.figure) == (Bucket.KEPT, True, "100 tanks")


def test_a_part_without_a_number_is_partly_kept() -> None:
    row = row_of(due_promise(), development("c:1", "start_delivery", "2026-06-01", confirmed_by="recipient"))
    assert (row.bucket, row.reason) == (Bucket.PARTLY, "part of it confirmed, last on 1 June")


def test_a_part_on_the_actors_word_is_cannot_tell() -> None:
    assert row_of(due_promise(quantity=TANKS), part("50", confirmed_by="actor")).bucket is Bucket.CANNOT_TELL


def test_a_claim_of_all_after_a_confirmed_part_is_cannot_tell() -> None:
    claim = development("c:1", "claim_delivery", "2026-06-20")
    assert row_of(due_promise(quantity=TANKS), part("50"), claim).bucket is Bucket.CANNOT_TELL


def test_a_claim_of_all_before_the_recipient_counts_half_of_it_is_partly() -> None:
    claim = development("c:1", "claim_delivery", "2026-05-20")
    assert row_of(due_promise(quantity=TANKS), claim, part("50")).bucket is Bucket.PARTLY


def test_a_completion_below_the_figure_is_partly() -> None:
    row = row_of(due_promise(quantity=TANKS), done(quantity={"value": "80", "unit": "tanks"}))
    assert (row.bucket, row.figure) == (Bucket.PARTLY, "80 of 100 tanks")


def test_the_highest_firm_figure_counts_after_it_was_lowered() -> None:
    lowered = development(
        "c:1", "revise", "2026-03-01", field="quantity", old=TANKS, new=TANKS | {"value": "60"}, direction="down"
    )
    row = row_of(due_promise(quantity=TANKS), lowered, part("60"))
    assert (row.bucket, row.figure) == (Bucket.PARTLY, "60 of 100 tanks")


def test_a_figure_that_was_only_floated_does_not_count() -> None:
    soft = due_promise(quantity=TANKS | {"value": "500"}, firmness="floated")
    lowered = development("c:1", "revise", "2026-02-01", field="quantity", old=None, new=TANKS, direction="down")
    firm = development("c:1", "pledge", "2026-02-02", due="2026-06-30")
    assert row_of(soft, lowered, firm, part("100")).bucket is Bucket.KEPT


def test_a_raised_figure_has_to_be_reached() -> None:
    raised = development(
        "c:1", "revise", "2026-03-01", field="quantity", old=TANKS, new=TANKS | {"value": "200"}, direction="up"
    )
    assert row_of(due_promise(quantity=TANKS), raised, part("100")).bucket is Bucket.PARTLY


def test_up_to_is_partly_kept_until_somebody_says_that_this_was_all() -> None:
    up_to = TANKS | {"qualifier": "up_to"}
    row = row_of(due_promise(quantity=up_to), part("20"))
    assert (row.bucket, row.figure) == (Bucket.PARTLY, "20 of up to 100 tanks")


def test_up_to_is_kept_once_the_actor_says_that_this_was_all() -> None:
    up_to = TANKS | {"qualifier": "up_to"}
    row = row_of(due_promise(quantity=up_to), part("20"), development("c:1", "claim_delivery", "2026-06-20"))
    assert (row.bucket, row.figure) == (Bucket.KEPT, "20 of up to 100 tanks")


def test_up_to_is_kept_once_the_recipient_says_that_this_was_all() -> None:
    up_to = TANKS | {"qualifier": "up_to"}
    assert row_of(due_promise(quantity=up_to), part("20"), done(confirmed_by="recipient")).bucket is Bucket.KEPT


def test_up_to_is_not_kept_because_a_third_party_says_so() -> None:
    up_to = TANKS | {"qualifier": "up_to"}
    assert row_of(due_promise(quantity=up_to), part("20"), done()).bucket is Bucket.PARTLY


def test_up_to_with_nothing_delivered_is_cannot_tell_whatever_the_actor_says() -> None:
    up_to = TANKS | {"qualifier": "up_to"}
    claim = development("c:1", "claim_delivery", "2026-06-20")
    assert row_of(due_promise(quantity=up_to), claim).bucket is Bucket.CANNOT_TELL


def test_up_to_that_reached_its_figure_is_kept() -> None:
    assert row_of(due_promise(quantity=TANKS | {"qualifier": "up_to"}), part("100")).bucket is Bucket.KEPT


@pytest.mark.parametrize(("came", "bucket"), [("99", Bucket.PARTLY), ("100", Bucket.KEPT), ("120", Bucket.KEPT)])
def test_at_least_has_a_floor(came, bucket) -> None:
    assert row_of(due_promise(quantity=TANKS | {"qualifier": "at_least"}), part(came)).bucket is bucket


@pytest.mark.parametrize(("came", "bucket"), [("94", Bucket.PARTLY), ("95", Bucket.KEPT)])
def test_about_is_reached_within_five_in_a_hundred(came, bucket) -> None:
    assert row_of(due_promise(quantity=TANKS | {"qualifier": "about"}), part(came)).bucket is bucket


def test_a_range_is_kept_from_its_lower_bound_on() -> None:
    between = {"value": None, "currency": "EUR", "qualifier": "range", "min": "80", "max": "100"}
    paid = development("c:1", "deliver_part", "2026-06-01", amount=EUROS | {"value": "80"}, confirmed_by="recipient")
    assert row_of(due_promise(amount=between), paid).bucket is Bucket.KEPT


def test_a_delivery_in_another_currency_is_no_shortfall() -> None:
    paid = development("c:1", "complete", "2026-06-01", amount=EUROS | {"currency": "USD"}, confirmed_by="recipient")
    assert row_of(due_promise(amount=EUROS), paid).bucket is Bucket.KEPT


def test_what_went_home_again_is_no_longer_kept() -> None:
    back = development("c:1", "reverse_delivery", "2026-06-10", quantity={"value": "40", "unit": "tanks"})
    row = row_of(due_promise(quantity=TANKS), done(), back)
    assert (row.bucket, row.figure) == (Bucket.PARTLY, "60 of 100 tanks")


def test_a_deed_done_again_after_it_was_undone_is_kept() -> None:
    back = development("c:1", "reverse_delivery", "2026-06-10", quantity=TANKS)
    assert row_of(due_promise(quantity=TANKS), done(), back, done("2026-06-20")).bucket is Bucket.KEPT


def test_a_promise_kept_first_and_taken_back_later_was_kept() -> None:
    assert row_of(due_promise(), done(), taken_back("2026-07-01")).bucket is Bucket.KEPT


def test_a_promise_taken_back_with_a_part_delivered_shows_the_part() -> None:
    row = row_of(due_promise(quantity=TANKS), part("50"), taken_back("2026-06-10"))
    assert (row.bucket, row.figure) == (Bucket.TAKEN_BACK, "50 of 100 tanks")


def test_a_promise_made_again_after_it_was_taken_back_is_no_longer_taken_back() -> None:
    again = development("c:1", "pledge", "2026-04-01")
    assert row_of(due_promise(), taken_back(), again).bucket is Bucket.CANNOT_TELL


@pytest.mark.parametrize(
    "fields", [{"klass": "E8"}, {"klass": "E6"}, {"confirmed_by": "recipient"}, {"confirmed_by": "third_party"}]
)
def test_taking_back_needs_the_actors_own_words_from_a_source_that_carries_them(fields) -> None:
    row = row_of(due_promise(), taken_back(**fields))
    assert row.bucket is Bucket.CANNOT_TELL
    assert "reported as taken back, which its sources cannot carry" in row.reason


def test_two_independent_papers_carry_a_negative_where_one_does_not() -> None:
    two = (evidence("we will not", "E6", "one paper"), evidence("we will not", "E6", "another paper"))
    same = (evidence("we will not", "E6", "one paper"), evidence("not any more", "E6", "one paper"))
    assert row_of(due_promise(), development("c:1", "withdraw", "2026-03-01", evidence=two)).bucket is Bucket.TAKEN_BACK
    assert (
        row_of(due_promise(), development("c:1", "withdraw", "2026-03-01", evidence=same)).bucket is Bucket.CANNOT_TELL
    )


def test_a_promise_that_only_a_narrator_tells_of_carries_no_negative() -> None:
    assert row_of(due_promise(attribution="narrator"), taken_back()).bucket is Bucket.CANNOT_TELL
    assert row_of(due_promise(speaker={"kind": "narrator"}), taken_back()).bucket is Bucket.CANNOT_TELL


def test_a_narrators_promise_that_the_actor_repeats_carries_one() -> None:
    again = development("c:1", "restate", "2026-02-01", evidence=(evidence("we will"),))
    assert row_of(due_promise(attribution="narrator"), again, taken_back()).bucket is Bucket.TAKEN_BACK


def replaced(by: str = "c:2"):
    return development("c:1", "supersede", "2026-03-01", by=by, evidence=(evidence("instead"),))


def test_a_promise_replaced_by_less_is_taken_back() -> None:
    less = promise("c:2", ref="XN-2026-0002", valid="2026-03-01", quantity=TANKS | {"value": "60"})
    row = row_of(due_promise(quantity=TANKS), less, replaced())
    assert (row.bucket, row.reason) == (Bucket.TAKEN_BACK, "replaced by less on 1 March")


def test_a_promise_replaced_by_soft_words_is_taken_back() -> None:
    less = promise("c:2", ref="XN-2026-0002", valid="2026-03-01", firmness="floated")
    assert row_of(due_promise(), less, replaced()).bucket is Bucket.TAKEN_BACK


def test_a_promise_replaced_by_as_much_is_measured_by_what_came_of_the_new_one() -> None:
    same = promise("c:2", ref="XN-2026-0002", valid="2026-03-01", quantity=TANKS)
    there = development("c:2", "complete", "2026-06-01", confirmed_by="recipient")
    assert row_of(due_promise(quantity=TANKS), same, replaced("XN-2026-0002"), there).bucket is Bucket.KEPT


def test_a_promise_whose_replacement_was_taken_back_is_taken_back() -> None:
    same = promise("c:2", ref="XN-2026-0002", valid="2026-03-01", quantity=TANKS)
    back = development("c:2", "withdraw", "2026-04-01", evidence=(evidence("no"),))
    assert row_of(due_promise(quantity=TANKS), same, replaced(), back).bucket is Bucket.TAKEN_BACK


def test_figures_of_different_things_are_not_compared() -> None:
    other = promise("c:2", ref="XN-2026-0002", valid="2026-03-01", amount=EUROS)
    assert row_of(due_promise(quantity=TANKS), other, replaced()).bucket is Bucket.CANNOT_TELL


def test_a_promise_replaced_by_nothing_that_is_on_record_is_cannot_tell() -> None:
    assert row_of(due_promise(), replaced("XN-2026-0099")).bucket is Bucket.CANNOT_TELL


def test_a_standing_promise_is_kept_by_entering_into_force() -> None:
    force = development("c:1", "enter_into_force", "2026-06-01", confirmed_by="registry")
    row = row_of(due_promise(nature="standing"), force)
    assert (row.bucket, row.reason) == (Bucket.KEPT, "entered into force on 1 June, confirmed by a register")


def test_a_standing_promise_is_never_kept_by_a_completion() -> None:
    assert row_of(due_promise(nature="standing"), done()).bucket is not Bucket.KEPT


@pytest.mark.parametrize(
    ("until", "text"),
    [
        ("2026-07-05", "last looked for 5 July"),
        ("2026-04-11", "last looked for 11 April"),
        ("2026-04-10", "not looked for since 10 April"),
    ],
)
def test_cannot_tell_carries_the_day_of_the_last_look(until, text) -> None:
    row = row_of(due_promise(), check("c:1", "2026-02-01"), check("c:1", until))
    assert row.reason == text


def test_without_a_look_it_says_so() -> None:
    assert row_of(due_promise()).reason == "not looked for yet"


def test_a_condition_met_after_a_fixed_date_makes_it_due_that_day() -> None:
    drafts = (
        condition(),
        due_promise(due="2026-03-31", conditions=["k:ceasefire"]),
        development("k:ceasefire", "condition_met", "2026-05-01"),
        done("2026-05-01"),
    )
    assert row_of(*drafts).late is False
