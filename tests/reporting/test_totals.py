"""Sums: one stage, one currency, one kind of money; nothing twice, and what is left out is said."""

from decimal import Decimal

from kept.reporting.totals import Totals, totals
from tests.ledger.cast import development, promise, record_of
from tests.ledger.demo_cast import FRAMEWORK, demo_record


def summed(*drafts, as_of="2026-07-10") -> Totals:
    return totals(record_of(drafts, as_of), FRAMEWORK)


def money(value: str, number: int = 1, currency: str = "EUR", qualifier: str = "exact", **fields):
    amount = {"value": value, "currency": currency, "qualifier": qualifier}
    return promise(
        f"c:{number}", ref=f"XN-2026-{number:04d}", amount=amount, forms=fields.pop("forms", ["finance"]), **fields
    )


def lines(found: Totals) -> list[tuple]:
    return [(each.actor, each.stage, each.currency, each.kind, each.value) for each in found.totals]


def test_the_demo_sums_240_million_once():
    found = totals(demo_record(), FRAMEWORK)
    assert lines(found) == [("XN", "in_delivery", "EUR", "money", Decimal(240_000_000))]
    assert found.totals[0].delivered == Decimal(150_000_000)


def test_a_sum_never_crosses_stages():
    found = summed(money("10"), money("5", 2), development("c:2", "fund", "2026-03-01"))
    assert lines(found) == [
        ("XN", "funded", "EUR", "money", Decimal(5)),
        ("XN", "pledged", "EUR", "money", Decimal(10)),
    ]


def test_currencies_stand_apart():
    assert [line[2] for line in lines(summed(money("10"), money("10", 2, "USD")))] == ["EUR", "USD"]


def test_loans_guarantees_goods_and_up_to_stand_apart():
    found = summed(
        money("1", 1, forms=["finance.loan"]),
        money("2", 2, forms=["finance.guarantee"]),
        money("3", 3, qualifier="worth"),
        money("4", 4, qualifier="up_to"),
        money("5", 5, forms=["finance.grant"]),
    )
    assert {line[3] for line in lines(found)} == {"loan", "guarantee", "in_kind", "up_to", "grant"}


def test_a_joint_promise_is_divided_by_its_stated_shares():
    found = summed(money("15", actors=["XN", "XW"], shares={"XN": "0.6", "XW": "0.4"}))
    assert [(line[0], line[4]) for line in lines(found)] == [("XN", Decimal(9)), ("XW", Decimal(6))]


def test_a_joint_promise_without_shares_stays_one_row():
    assert [line[0] for line in lines(summed(money("15", actors=["XN", "XW"])))] == ["XN + XW"]


def test_an_envelope_whose_parts_are_recorded_adds_nothing():
    found = summed(money("60", 1, envelope=True), money("12", 2, parent="c:1"))
    assert [line[4] for line in lines(found)] == [Decimal(12)]
    assert [(each.ref, "envelope" in each.reason) for each in found.left_out] == [("XN-2026-0001", True)]


def test_money_announced_before_is_no_new_money():
    found = summed(money("50", overlap={"value": "10", "currency": "EUR"}))
    assert (found.totals[0].value, found.totals[0].new_money) == (Decimal(50), Decimal(40))


def test_an_overlap_of_unknown_size_is_left_out_of_new_money():
    assert summed(money("50", overlap_unknown=True)).totals[0].new_money == 0


def test_what_was_taken_back_adds_nothing_and_is_said():
    found = summed(money("10"), development("c:1", "withdraw", "2026-03-01"))
    assert (found.totals, found.left_out[0].reason) == ((), "stands no longer: withdrawn")


def test_what_names_no_sum_is_said():
    unnumbered = {"value": None, "currency": "EUR", "qualifier": "about"}
    found = summed(promise("c:1", ref="XN-2026-0001"), promise("c:2", ref="XN-2026-0002", amount=unnumbered))
    assert [each.reason for each in found.left_out] == ["names no sum of money", "names money without a number"]


def test_a_revised_sum_counts_as_it_stands_and_keeps_its_series():
    raised = {"field": "amount", "new": {"value": "30", "currency": "EUR"}, "direction": "up"}
    drafts = (money("10"), development("c:1", "revise", "2026-03-01", **raised))
    assert summed(*drafts).totals[0].value == Decimal(30)
    (state,) = record_of(drafts).commitments.values()
    assert [(each.value.value, each.direction) for each in state.figures] == [(10, "first"), (30, "up")]


def test_its_json_names_day_and_rule():
    told = summed(money("10")).to_json()
    assert (told["as_of"], told["totals"][0]["value"]) == ("2026-07-10", "10")
    assert "nothing converted" in told["rule"]
