"""What stands promised and what was delivered, in the pledge's own unit."""

from decimal import Decimal

import pytest

from kept.ledger.delivery import Tally, is_same_unit, tally
from kept.model.money import Amount, Quantity
from tests.ledger.cast import development

EUROS = {"value": "200", "currency": "EUR"}
TANKS = {"value": "200", "unit": "tanks"}


def tallied(*moves: dict, amount=None, quantity=TANKS) -> Tally:
    first = Amount.from_json(amount) if amount else None
    things = Quantity.from_json(quantity) if quantity and not amount else None
    return tally(first, things, [development("c:1", move.pop("name"), None, **move) for move in map(dict, moves)])


def part(value: str, **rest) -> dict:
    return {"name": "deliver_part", "quantity": {"value": value, "unit": "tanks"}} | rest


def test_parts_add_up() -> None:
    assert tallied(part("50"), part("30")).delivered == 80


def test_a_sum_so_far_replaces_what_was_counted_unless_it_is_less() -> None:
    assert tallied(part("50"), part("80", cumulative=True)).delivered == 80
    assert tallied(part("80"), part("50", cumulative=True)).delivered == 80
    assert tallied(part("80", cumulative=True)).delivered == 80


def test_a_share_is_of_what_was_promised() -> None:
    result = tallied({"name": "deliver_part", "share": "0.25"})
    assert (result.delivered, result.share) == (50, Decimal("0.25"))


def test_a_share_of_nothing_known_is_unknown() -> None:
    result = tallied({"name": "deliver_part", "share": "0.25"}, quantity=None)
    assert (result.delivered, result.share) == (None, None)


@pytest.mark.parametrize(
    ("pledge", "came"),
    [
        ({"amount": EUROS}, {"amount": {"value": "50", "currency": "USD"}}),
        ({"amount": EUROS}, {"quantity": {"value": "50", "unit": "tanks"}}),
        ({}, {"amount": {"value": "50", "currency": "EUR"}}),
        ({}, {"quantity": {"value": "50", "unit": "ships"}}),
        ({}, {}),
    ],
)
def test_what_came_in_another_unit_makes_the_share_unknown(pledge, came) -> None:
    result = tallied({"name": "deliver_part", **came}, **pledge)
    assert (result.delivered, result.share) == (None, None)


def test_an_unknown_part_beside_a_known_one_leaves_the_share_unknown() -> None:
    result = tallied(part("50"), {"name": "deliver_part"})
    assert (result.delivered, result.share) == (50, None)


def test_money_of_one_currency_adds_up() -> None:
    assert tallied(
        {"name": "deliver_part", "amount": {"value": "50", "currency": "EUR"}}, amount=EUROS
    ).share == Decimal("0.25")


def test_a_completion_counts_everything_as_delivered() -> None:
    assert tallied(part("50"), {"name": "complete"}).share == 1


def test_a_completion_with_a_figure_counts_that() -> None:
    assert tallied({"name": "complete", "quantity": {"value": "150", "unit": "tanks"}}).delivered == 150
    assert tallied({"name": "complete", "share": "0.5"}).delivered == 100


def test_a_completion_in_another_unit_leaves_what_was_counted() -> None:
    assert tallied(part("50"), {"name": "complete", "quantity": {"value": "9", "unit": "ships"}}).delivered == 50


def test_all_of_up_to_is_what_came() -> None:
    up_to = TANKS | {"qualifier": "up_to"}
    assert tallied(part("50"), {"name": "complete"}, quantity=up_to).delivered == 50
    assert tallied({"name": "complete"}, quantity=up_to).delivered is None


def test_a_completion_of_a_promise_without_figures_has_none() -> None:
    assert tallied({"name": "complete"}, quantity=None).delivered is None


def test_what_goes_back_is_taken_off() -> None:
    back = {"name": "reverse_delivery", "quantity": {"value": "20", "unit": "tanks"}}
    assert tallied(part("50"), back).delivered == 30
    assert tallied(part("10"), back).delivered == 0
    assert tallied(back).delivered is None
    assert tallied(part("50"), {"name": "reverse_delivery"}).delivered == 50


def test_a_new_figure_stands() -> None:
    revised = {"name": "revise", "field": "quantity", "new": TANKS | {"value": "100"}}
    assert tallied(part("50"), revised).share == Decimal("0.5")
    money = {"name": "revise", "field": "amount", "new": EUROS | {"value": "100"}}
    assert tallied(money, amount=EUROS).promised == 100
    assert tallied({"name": "revise", "field": "topic", "new": "x"}).promised == 200


def test_a_development_that_delivers_nothing_changes_nothing() -> None:
    assert tallied({"name": "restate"}) == Tally(amount=None, quantity=Quantity.from_json(TANKS))


def test_nothing_promised_has_no_share() -> None:
    assert tallied(part("5"), quantity=TANKS | {"value": "0"}).share is None
    assert tallied(part("5"), quantity=TANKS | {"value": None}).share is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("monitors", "monitor", True),
        ("ceasefire monitors", "Monitors", True),
        ("tanks", "", True),
        ("soldiers", "ships", False),
        ("patrol ships", "supply ships", False),
        ("patrol ships", "patrol boats", False),
    ],
)
def test_units_are_one_where_the_shorter_ends_the_longer(one, other, same) -> None:
    assert is_same_unit(one, other) is is_same_unit(other, one) is same


def test_parts_of_unknown_size_make_the_sum_a_lower_bound() -> None:
    assert tallied(part("50"), {"name": "deliver_part"}).bound == "at_least"
    assert tallied(part("50")).bound is None
    assert tallied({"name": "deliver_part"}).bound is None
