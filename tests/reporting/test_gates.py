"""Decisions still needed, decided, refused, ended."""

from dataclasses import replace

from kept.model.frameworks import KnownGate
from kept.reporting.gates import GatesTable, gates_table
from tests.ledger.cast import development, gate, promise, record_of
from tests.ledger.demo_cast import FRAMEWORK, demo_record

SOLDIERS = {"value": "600", "unit": "soldiers", "qualifier": "up_to"}


def table(*drafts, as_of="2026-07-10", framework=FRAMEWORK) -> GatesTable:
    return gates_table(record_of(drafts, as_of), framework)


def hanging(**fields):
    return promise(
        **({"ref": "XW-2026-0001", "actors": ["XW"], "gates": ["g:assembly"], "quantity": SOLDIERS} | fields)
    )


def moved(name: str, on: str = "2026-03-18", **fields):
    return development("g:assembly", name, on, **fields)


def test_the_demos_vote_compares_its_limits_with_the_promise() -> None:
    (row,) = gates_table(demo_record(), FRAMEWORK).decided
    assert (row.country_title, row.vote, row.number, row.area) == (
        "Westmark",
        "71-48",
        "400",
        "the coast south of the river Aster",
    )
    assert row.on[0].comparison == ("vote allows 400, promise says up to 600",)
    assert row.on[1].comparison == ()
    assert row.to_json()["comparison"] == ["vote allows 400, promise says up to 600"]
    assert row.to_json()["until"] == "2027-03-31"


def test_a_decision_that_is_needed_stands_with_who_named_it() -> None:
    by_actor, by_law = table(gate(), hanging()), table(gate(named_by="law"), hanging())
    assert [row.title for row in by_actor.named_by_actor] == ["Assembly"]
    assert [row.title for row in by_law.named_by_law] == ["Assembly"]
    assert by_actor.needed == by_actor.named_by_actor


def test_a_needed_decision_was_asked_for_or_not() -> None:
    assert table(gate(), hanging()).needed[0].asked is None
    assert str(table(gate(), hanging(), moved("gate_opened")).needed[0].asked) == "2026-03-18"


def test_a_refused_decision_stands_apart() -> None:
    assert [row.status for row in table(gate(), hanging(), moved("gate_rejected")).refused] == ["rejected"]


def test_a_waived_decision_is_decided() -> None:
    assert [row.status for row in table(gate(), hanging(), moved("gate_waived")).decided] == ["waived"]


def test_a_mandate_whose_end_has_passed_is_ended() -> None:
    result = table(gate(), hanging(), moved("gate_passed", limits={"until": "2026-06-30"}))
    assert [row.status for row in result.ended] == ["ended"]
    assert [row.status for row in result.rows] == ["ended"]


def test_what_only_a_survey_lists_hangs_on_nothing() -> None:
    result = table(gate(named_by="survey"), hanging())
    assert result.rows == ()


def test_gates_of_the_subject_that_nobody_has_checked_stand_apart() -> None:
    known = (
        KnownGate(
            country="XW", kind="parliament", body="XW:parliament", title="Assembly", named_by="survey", klass="prior"
        ),
        KnownGate(country="XN", kind="parliament", body="XN:parliament", title="Chamber", named_by="demand"),
    )
    result = table(framework=replace(FRAMEWORK, gates=known))
    assert [(each.country_title, each.title, each.klass) for each in result.survey] == [
        ("Westmark", "Assembly", "prior")
    ]
    assert [each.title for each in result.demanded] == ["Chamber"]


def test_a_mandate_that_ends_before_the_date_is_said() -> None:
    drafts = (gate(), hanging(due="2026-12-31"), moved("gate_passed", limits={"until": "2026-11-30"}))
    assert table(*drafts).decided[0].on[0].comparison == (
        "vote allows it until 2026-11-30, promise is due on 2026-12-31",
    )


def test_more_than_the_vote_allows_is_said() -> None:
    came = development(
        "c:1", "deliver_part", "2026-05-01", quantity={"value": "450", "unit": "soldiers"}, confirmed_by="recipient"
    )
    drafts = (gate(), hanging(), moved("gate_passed", limits={"number": "400"}), came)
    assert table(*drafts).decided[0].on[0].comparison[1] == "vote allows 400, 450 came"


def test_a_limit_that_does_not_bind_says_nothing() -> None:
    drafts = (gate(), hanging(), moved("gate_passed", limits={"number": "600"}))
    assert table(*drafts).decided[0].on[0].comparison == ()


def test_a_limit_of_heads_is_not_compared_with_money() -> None:
    money = hanging(quantity=None, amount={"value": "600", "currency": "EUR"})
    assert table(gate(), money, moved("gate_passed", limits={"number": "400"})).decided[0].on[0].comparison == ()


def test_gates_of_another_subject_are_shown_there() -> None:
    elsewhere = hanging(home="aid", filings=[{"framework": "aid", "topic": None, "forms": []}])
    assert table(gate(), elsewhere).rows == ()


def test_a_gate_that_nothing_hangs_on_yet_is_shown() -> None:
    assert len(table(gate()).needed) == 1


def test_rows_stand_in_the_order_of_their_countries() -> None:
    drafts = (gate(), gate("g:norland", country="XN", title="Chamber"))
    assert [row.country_title for row in table(*drafts).needed] == ["Norland", "Westmark"]
