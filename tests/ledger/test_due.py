"""When something is due."""

from datetime import date

import pytest

from kept.errors import UnreadableInput
from kept.ledger.due import check_rule, days_after, due_on, waits
from kept.ledger.parts import ConditionState
from tests.ledger.cast import development, promise, record_of


def held(*series: tuple[str, str], kind: str = "ceasefire") -> ConditionState:
    days = tuple((date.fromisoformat(day), status) for day, status in series)
    status = days[-1][1] if days else "open"
    return ConditionState(id="k:1", kind=kind, text="", status=status, since=days[-1][0] if days else None, series=days)


MET = held(("2026-05-01", "met"))
OPEN = held()


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("condition+P30D", 30),
        ("condition+P2W", 14),
        ("condition+P1M", 30),
        ("condition+P1M2W3D", 47),
        ("condition+PT72H", 3),
        ("condition+PT1H", 1),
        ("condition+P1DT12H", 2),
        ("condition+P0D", 0),
        ("2026-06-30", None),
        ("condition+P", None),
        ("condition+PT", None),
        ("condition", None),
    ],
)
def test_a_span_is_read_as_whole_days(rule, days) -> None:
    assert days_after(rule) == days


@pytest.mark.parametrize(
    ("rule", "day"),
    [("2026-06-30", "2026-06-30"), ("2026-06", "2026-06-30"), ("2026", "2026-12-31"), ("2026-34", "2026-06-30")],
)
def test_a_date_is_due_on_its_last_day(rule, day) -> None:
    assert str(due_on(rule, [])) == day


def test_without_a_rule_nothing_is_due() -> None:
    assert due_on(None, [MET]) is None
    assert due_on("", []) is None


def test_a_span_runs_from_the_day_the_last_condition_was_met() -> None:
    later = held(("2026-05-11", "waived"))
    assert str(due_on("condition+P30D", [MET])) == "2026-05-31"
    assert str(due_on("condition+P30D", [MET, later])) == "2026-06-10"


@pytest.mark.parametrize(
    "conditions", [[], [OPEN], [MET, OPEN], [held(("2026-05-01", "met"), ("2026-05-10", "failed"))]]
)
def test_a_span_that_has_nothing_to_run_from_is_not_due(conditions) -> None:
    assert due_on("condition+P30D", conditions) is None


def test_a_limit_is_no_condition_to_run_from() -> None:
    assert due_on("condition+P30D", [held(("2026-05-01", "met"), kind="duration")]) is None


def test_what_was_due_before_the_condition_failed_stays_due() -> None:
    assert str(due_on("condition+P30D", [held(("2026-05-01", "met"), ("2026-06-15", "failed"))])) == "2026-05-31"


def test_a_span_that_was_cut_short_starts_again() -> None:
    again = held(("2026-05-01", "met"), ("2026-05-10", "failed"), ("2026-06-01", "met"))
    assert str(due_on("condition+P30D", [again])) == "2026-07-01"


def test_a_span_counts_only_days_on_which_all_conditions_held() -> None:
    one = held(("2026-03-01", "met"), ("2026-03-20", "failed"), ("2026-05-01", "met"))
    other = held(("2026-03-10", "met"))
    assert str(due_on("condition+P30D", [one, other])) == "2026-05-31"


def test_a_span_runs_no_earlier_than_the_words() -> None:
    assert str(due_on("condition+P30D", [MET], said=date(2026, 6, 10))) == "2026-07-10"
    assert str(due_on("condition+P30D", [MET], said=date(2026, 1, 1))) == "2026-05-31"


def test_a_date_that_its_condition_overtakes_moves_to_the_day_it_is_met() -> None:
    assert str(due_on("2026-03-31", [MET])) == "2026-05-01"
    assert str(due_on("2026-06-30", [MET])) == "2026-06-30"
    assert str(due_on("2026-03-31", [OPEN])) == "2026-03-31"


@pytest.mark.parametrize(
    ("condition", "due", "waiting"),
    [
        (OPEN, "2026-06-30", True),
        (OPEN, None, True),
        (MET, "2026-06-30", False),
        (MET, "2026-04-30", True),
        (MET, None, False),
        (held(("2026-05-01", "met"), ("2026-06-01", "failed")), "2026-06-30", True),
        (held(("2026-05-01", "met"), ("2026-07-01", "failed")), "2026-06-30", False),
        (held(("2026-05-01", "failed")), None, True),
        (held(kind="duration"), None, False),
        (held(kind="geographic_limit"), "2026-06-30", False),
    ],
)
def test_a_condition_stops_the_clock_unless_it_held_on_the_day(condition, due, waiting) -> None:
    assert waits([condition], date.fromisoformat(due) if due else None) is waiting


def test_nothing_waits_without_conditions() -> None:
    assert not waits([], None)


def due_of(*drafts) -> tuple[str | None, str]:
    state = record_of(drafts).commitment("c:1")
    return (str(state.due) if state.due else None), state.due_by


def moved(new: str, on: str = "2026-03-01", **fields):
    return development("c:1", "revise", on, field="due", old=None, new=new, direction="neutral", **fields)


def test_the_first_date_of_firm_words_counts() -> None:
    assert due_of(promise("c:1", due="2026-06-30"), moved("2026-12-31")) == ("2026-06-30", "actor")


def test_an_earlier_date_given_later_is_not_the_first_either() -> None:
    assert due_of(promise("c:1", due="2026-06-30"), moved("2026-05-31")) == ("2026-06-30", "actor")


def test_the_actors_date_comes_before_an_analysts() -> None:
    assert due_of(promise("c:1", due="2026-06-30", due_by="analyst"), moved("2026-12-31")) == ("2026-12-31", "actor")


def test_an_analysts_date_stands_where_the_actor_gave_none() -> None:
    assert due_of(promise("c:1", due="2026-06-30", due_by="analyst")) == ("2026-06-30", "analyst")


def test_a_revision_of_something_else_gives_no_date() -> None:
    other = development("c:1", "revise", "2026-03-01", field="topic", old="a", new="b", direction="neutral")
    assert due_of(promise("c:1"), other) == (None, "actor")


def test_a_date_of_soft_words_is_kept_while_they_are_soft() -> None:
    assert due_of(promise("c:1", firmness="floated", due="2026-06-30")) == ("2026-06-30", "actor")
    firm = development("c:1", "pledge", "2026-02-01")
    assert due_of(promise("c:1", firmness="floated", due="2026-06-30"), firm) == (None, "actor")


@pytest.mark.parametrize("rule", ["2026-06-30", "2026", "condition+P30D"])
def test_a_legal_rule_is_accepted(rule) -> None:
    assert check_rule(rule) == rule


@pytest.mark.parametrize(
    ("rule", "message"), [("soon", "is no due date"), ("condition+P99999D", "longer than a hundred years")]
)
def test_an_illegal_rule_is_refused_with_what_would_be_legal(rule, message) -> None:
    with pytest.raises(UnreadableInput, match=message):
        check_rule(rule)
