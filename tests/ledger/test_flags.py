"""Flags, each derived, none set."""

import pytest

from tests.ledger.cast import check, condition, development, evidence, gate, promise, record_of

UP_TO = {"value": "100", "unit": "tanks", "qualifier": "up_to"}


def flags(*drafts, as_of="2026-07-10") -> frozenset[str]:
    return record_of(drafts, as_of).commitment("c:1").flags


def move(name: str, on: str = "2026-05-01", **fields):
    return development("c:1", name, on, **fields)


def test_a_fresh_firm_promise_has_none() -> None:
    assert flags(promise("c:1", valid="2026-07-01")) == frozenset()


def test_an_open_condition_is_shown() -> None:
    assert {"conditional", "not_due"} <= flags(condition(), promise("c:1", conditions=["k:ceasefire"]))


def test_a_condition_that_failed_leaves_it_not_due() -> None:
    failed = development("k:ceasefire", "condition_failed", "2026-05-01")
    found = flags(condition(), promise("c:1", conditions=["k:ceasefire"]), failed)
    assert ("not_due" in found, "conditional" in found) == (True, False)


def test_an_open_vote_is_shown_unless_only_a_survey_lists_it() -> None:
    assert "gated" in flags(gate(), promise("c:1", gates=["g:assembly"]))
    assert "gated" not in flags(gate(named_by="survey"), promise("c:1", gates=["g:assembly"]))


@pytest.mark.parametrize(("firmness", "soft"), [("floated", True), ("intention", True), ("pledged", False)])
def test_words_below_a_pledge_are_soft(firmness, soft) -> None:
    assert ("soft" in flags(promise("c:1", firmness=firmness))) is soft


def test_delivered_on_the_actors_word_is_shown_until_somebody_confirms_it() -> None:
    assert "says_delivered" in flags(promise("c:1"), move("claim_delivery"))
    assert "says_delivered" not in flags(promise("c:1"), move("claim_delivery"), move("complete"))


def test_a_dispute_is_shown() -> None:
    assert "contested" in flags(promise("c:1"), move("dispute"))


def test_an_unusual_order_is_shown() -> None:
    assert "out_of_order" in flags(promise("c:1"), move("resume"))


def test_a_date_that_was_moved_is_shown() -> None:
    moved = move("revise", field="due", old="2026-06-30", new="2026-12-31", direction="neutral")
    other = move("revise", field="topic", old="a", new="b", direction="neutral")
    assert "date_moved" in flags(promise("c:1", due="2026-06-30"), moved)
    assert "date_moved" not in flags(promise("c:1", due="2026-06-30"), other)


@pytest.mark.parametrize(("as_of", "overdue"), [("2026-06-30", False), ("2026-07-01", True)])
def test_a_promise_is_overdue_the_day_after_its_date(as_of, overdue) -> None:
    assert ("overdue" in flags(promise("c:1", due="2026-06-30"), as_of=as_of)) is overdue


@pytest.mark.parametrize("name", ["agree", "fund", "start_delivery"])
def test_a_promise_on_its_way_can_be_overdue(name) -> None:
    assert "overdue" in flags(promise("c:1", due="2026-06-30"), move(name))


@pytest.mark.parametrize("name", ["suspend", "lapse", "withdraw", "complete"])
def test_what_is_paused_lapsed_taken_back_or_done_is_not_overdue(name) -> None:
    assert "overdue" not in flags(promise("c:1", due="2026-06-30"), move(name))


@pytest.mark.parametrize("fields", [{"firmness": "floated"}, {"due_by": "analyst"}, {"due": None}])
def test_what_is_soft_or_has_no_date_of_the_actors_own_is_not_overdue(fields) -> None:
    assert "overdue" not in flags(promise("c:1", **({"due": "2026-06-30"} | fields)))


def test_what_waits_is_not_overdue() -> None:
    assert "overdue" not in flags(condition(), promise("c:1", due="2026-06-30", conditions=["k:ceasefire"]))
    failed = development("k:ceasefire", "condition_failed", "2026-05-01")
    assert "overdue" not in flags(condition(), promise("c:1", due="2026-06-30", conditions=["k:ceasefire"]), failed)
    trigger = condition("k:1", "trigger_event")
    assert "overdue" not in flags(trigger, promise("c:1", due="2026-06-30", conditions=["k:1"], nature="contingent"))


def test_a_vote_asked_in_time_excuses_and_one_never_asked_does_not() -> None:
    drafts = (gate(), promise("c:1", due="2026-06-30", gates=["g:assembly"]))
    assert "overdue" in flags(*drafts)
    assert "overdue" not in flags(*drafts, development("g:assembly", "gate_opened", "2026-06-01"))
    assert "overdue" in flags(*drafts, development("g:assembly", "gate_opened", "2026-07-01"))


def test_a_mandate_that_ended_after_the_date_does_not_excuse() -> None:
    passed = development("g:assembly", "gate_passed", "2026-03-01", limits={"until": "2026-07-05"})
    assert "overdue" in flags(gate(), promise("c:1", due="2026-06-30", gates=["g:assembly"]), passed)


def test_up_to_is_not_overdue_once_something_came() -> None:
    came = move("deliver_part", quantity={"value": "1", "unit": "tanks"})
    assert "overdue" in flags(promise("c:1", due="2026-06-30", quantity=UP_TO))
    assert "overdue" not in flags(promise("c:1", due="2026-06-30", quantity=UP_TO), came)
    exact = UP_TO | {"qualifier": "exact"}
    assert "overdue" in flags(promise("c:1", due="2026-06-30", quantity=exact), came)


@pytest.mark.parametrize(("as_of", "dormant"), [("2026-07-12", False), ("2026-07-13", True)])
def test_half_a_year_without_news_is_dormant(as_of, dormant) -> None:
    assert ("dormant" in flags(promise("c:1", valid="2026-01-14"), as_of=as_of)) is dormant


def test_news_wakes_a_promise_and_our_own_looking_does_not() -> None:
    old = promise("c:1", valid="2026-01-01")
    assert "dormant" not in flags(old, move("restate"))
    assert "dormant" in flags(old, check("c:1", "2026-07-01"), move("add_evidence", evidence=(evidence(),)))


@pytest.mark.parametrize("name", ["withdraw", "supersede", "complete"])
def test_what_is_over_is_not_dormant(name) -> None:
    assert "dormant" not in flags(promise("c:1"), move(name), as_of="2027-07-10")


def test_a_promise_without_a_day_is_not_called_dormant() -> None:
    assert "dormant" not in flags(promise("c:1", valid=None), as_of="2027-07-10")


def test_money_before_a_vote_that_the_law_asks_for_is_marked_for_the_desk() -> None:
    drafts = (promise("c:1", gates=["g:assembly"]), move("fund"))
    assert "gate_skipped" in flags(gate(named_by="law"), *drafts)
    assert "gate_skipped" not in flags(gate(named_by="actor"), *drafts)
    assert "gate_skipped" not in flags(gate(named_by="law"), *drafts[:1])
