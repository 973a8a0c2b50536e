"""Money stands on its own line, never mixed (rule 6)."""

import pytest

from tests.ledger.cast import development, promise
from tests.reporting.follow_through.cast import EUROS, count_of, due_promise, taken_back


def paid(value: str, who: str = "recipient", subject: str = "c:1", currency: str = "EUR"):
    amount = {"value": value, "currency": currency}
    return development(subject, "deliver_part", "2026-06-01", amount=amount, confirmed_by=who, cumulative=True)


def test_sums_of_one_currency_are_added() -> None:
    drafts = (
        due_promise(amount=EUROS),
        promise("c:2", ref="XN-2026-0002", due="2026-06-30", amount=EUROS),
        paid("60"),
        paid("30", subject="c:2"),
    )
    assert count_of(*drafts).money == ("Money with a date that has come: 90 of 200 euros confirmed received.",)


def test_currencies_are_never_mixed() -> None:
    dollars = EUROS | {"currency": "USD"}
    drafts = (due_promise(amount=EUROS), promise("c:2", ref="XN-2026-0002", due="2026-06-30", amount=dollars))
    assert count_of(*drafts).money == (
        "Money with a date that has come: 0 of 100 euros confirmed received.",
        "Money with a date that has come: 0 of 100 US dollars confirmed received.",
    )


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"forms": ["finance.loan"]}, "Loans"),
        ({"forms": ["finance.guarantee"]}, "Guarantees"),
        ({"amount": EUROS | {"qualifier": "worth"}}, "Goods valued in money"),
        ({"amount": EUROS | {"qualifier": "up_to"}}, "Money promised as “up to”"),
    ],
)
def test_kinds_of_money_are_never_mixed(fields, kind) -> None:
    assert count_of(due_promise(**({"amount": EUROS} | fields))).money[0].startswith(f"{kind} with a date")


def test_money_on_the_actors_word_is_not_received() -> None:
    assert "0 of 100 euros" in count_of(due_promise(amount=EUROS), paid("60", "actor")).money[0]


def test_money_that_was_taken_back_stays_in_the_sum() -> None:
    assert "0 of 100 euros" in count_of(due_promise(amount=EUROS), taken_back()).money[0]


def test_money_whose_date_lies_ahead_is_not_counted() -> None:
    assert count_of(due_promise(amount=EUROS, due="2026-12-31"), paid("60")).money == ()


def test_a_sum_without_a_number_makes_no_line() -> None:
    assert count_of(due_promise(amount=EUROS | {"value": None, "text": "several millions"})).money == ()
