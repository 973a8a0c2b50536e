"""Conditions and gates as objects with series of their own."""

from datetime import date

import pytest

from kept.ledger.state import ConditionState, GateState
from tests.ledger.cast import condition, development, evidence, gate, record_of


def state_of_gate(*moves, as_of="2026-07-10", **fields) -> GateState:
    return record_of([gate(**fields), *moves], as_of).gates["g:assembly"]


def state_of_condition(*moves, kind="ceasefire", **fields) -> ConditionState:
    return record_of([condition("k:1", kind, **fields), *moves]).conditions["k:1"]


def vote(name: str, on: str, **fields):
    return development("g:assembly", name, on, **fields)


def event(name: str, on: str, **fields):
    return development("k:1", name, on, **fields)


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("condition_met", "met"),
        ("condition_failed", "failed"),
        ("condition_waived", "waived"),
        ("trigger_occurred", "met"),
        ("dispute", "open"),
    ],
)
def test_a_condition_stands_as_its_last_development_left_it(name, status) -> None:
    assert state_of_condition(event(name, "2026-05-01")).status == status


def test_a_trigger_waits_until_it_occurs() -> None:
    assert state_of_condition(kind="trigger_event").status == "not_triggered"
    assert state_of_condition(kind="trigger_event").is_trigger


def test_a_condition_keeps_its_words_its_country_and_its_evidence() -> None:
    state = state_of_condition(
        event("condition_met", "2026-05-01", evidence=(evidence("in force"),)), country="XN", text=""
    )
    assert (state.text, state.country, state.since, len(state.evidence)) == ("ceasefire", "XN", date(2026, 5, 1), 1)


def test_the_periods_in_which_a_condition_held_are_kept() -> None:
    moves = (
        event("condition_met", "2026-02-01"),
        event("condition_waived", "2026-02-10"),
        event("condition_failed", "2026-03-01"),
        event("condition_failed", "2026-03-05"),
        event("condition_met", "2026-05-01"),
    )
    assert state_of_condition(*moves).runs == ((date(2026, 2, 1), date(2026, 3, 1)), (date(2026, 5, 1), date.max))
    assert state_of_condition().runs == ()
    assert state_of_condition(*moves[:3]).runs == ((date(2026, 2, 1), date(2026, 3, 1)),)


@pytest.mark.parametrize(
    ("kind", "suspensive"), [("ceasefire", True), ("duration", False), ("geographic_limit", False)]
)
def test_limits_of_time_and_area_suspend_nothing(kind, suspensive) -> None:
    state = state_of_condition(kind=kind)
    assert (state.is_suspensive, state.is_open) == (suspensive, suspensive)


@pytest.mark.parametrize(
    ("name", "status", "is_open"),
    [
        ("gate_opened", "pending", True),
        ("gate_passed", "passed", False),
        ("gate_rejected", "rejected", False),
        ("gate_waived", "waived", False),
        ("mandate_ended", "ended", True),
        ("dispute", "required", True),
    ],
)
def test_a_gate_stands_as_its_last_development_left_it(name, status, is_open) -> None:
    state = state_of_gate(vote(name, "2026-03-18"))
    assert (state.status, state.is_open) == (status, is_open)


def test_a_gate_is_required_from_the_day_it_was_named() -> None:
    state = state_of_gate()
    assert (state.status, state.since, state.stated, state.asked) == (
        "required",
        date(2026, 1, 20),
        date(2026, 1, 20),
        None,
    )
    assert state_of_gate(title=None).title == "XW:parliament"


def test_the_vote_and_its_limits_are_kept() -> None:
    limits = {"number": "400", "until": "2027-03-31"}
    state = state_of_gate(vote("gate_passed", "2026-03-18", vote="71-48", limits=limits, evidence=(evidence(),)))
    assert (state.vote, state.limits, len(state.evidence)) == ("71-48", limits, 1)


@pytest.mark.parametrize(("as_of", "status"), [("2026-06-30", "passed"), ("2026-07-01", "ended")])
def test_a_mandate_ends_after_its_last_day(as_of, status) -> None:
    passed = vote("gate_passed", "2026-03-18", limits={"until": "2026-06-30"})
    assert state_of_gate(passed, as_of=as_of).status == status


def test_a_new_vote_has_its_own_end_and_keeps_other_limits() -> None:
    moves = (
        vote("gate_passed", "2026-03-18", limits={"number": "400", "until": "2026-06-30"}, vote="71-48"),
        vote("gate_passed", "2026-06-20"),
    )
    state = state_of_gate(*moves)
    assert (state.status, state.limits, state.vote) == ("passed", {"number": "400"}, "71-48")


def test_a_decision_that_is_waived_keeps_its_limits() -> None:
    moves = (vote("gate_passed", "2026-03-18", limits={"until": "2026-12-31"}), vote("gate_waived", "2026-04-01"))
    assert state_of_gate(*moves).limits == {"until": "2026-12-31"}


@pytest.mark.parametrize(
    ("moves", "asked"),
    [
        ([("gate_opened", "2026-03-01", {})], "2026-03-01"),
        ([("gate_opened", "2026-03-01", {"status": "scheduled"}), ("gate_opened", "2026-03-05", {})], "2026-03-01"),
        ([("gate_opened", "2026-03-01", {"status": "required"})], None),
        ([("gate_passed", "2026-03-18", {})], "2026-03-18"),
        ([("gate_rejected", "2026-03-18", {})], "2026-03-18"),
        ([("gate_waived", "2026-03-18", {})], None),
        ([("gate_opened", "2026-03-01", {}), ("gate_passed", "2026-03-18", {})], "2026-03-01"),
        ([("gate_passed", "2026-03-18", {}), ("gate_opened", "2026-06-01", {})], "2026-06-01"),
        ([("gate_passed", "2026-03-18", {}), ("gate_opened", "2026-06-01", {"status": "required"})], None),
    ],
)
def test_a_body_was_asked_when_the_decision_was_put_to_it(moves, asked) -> None:
    found = state_of_gate(*[vote(name, on, **fields) for name, on, fields in moves]).asked
    assert (str(found) if found else None) == asked


@pytest.mark.parametrize(
    ("fields", "own"),
    [({}, False), ({"force": "own_cabinet"}, True), ({"kind": "cabinet"}, True), ({"force": "custom"}, False)],
)
def test_the_actor_commands_its_own_cabinet(fields, own) -> None:
    assert state_of_gate(**fields).is_own is own


def test_what_only_a_survey_lists_is_never_open() -> None:
    assert not state_of_gate(named_by="survey").is_open


@pytest.mark.parametrize(
    ("moves", "due", "stops"),
    [
        ([], "2026-06-30", False),
        (["2026-03-01"], "2026-06-30", True),
        (["2026-03-01"], None, True),
        (["2026-03-01"], "2026-02-28", False),
        (["2026-03-01"], "2026-01-01", False),
    ],
)
def test_a_decision_stops_the_clock_once_it_was_asked_in_time(moves, due, stops) -> None:
    state = state_of_gate(*[vote("gate_opened", on) for on in moves])
    assert state.stops_the_clock(date.fromisoformat(due) if due else None) is stops


def test_neither_a_decided_nor_an_own_decision_stops_the_clock() -> None:
    assert not state_of_gate(vote("gate_passed", "2026-03-01")).stops_the_clock(None)
    assert not state_of_gate(vote("gate_opened", "2026-03-01"), kind="cabinet").stops_the_clock(None)
