"""Sums and counts with their unit, their qualifier and their own words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kept.errors import UnreadableInput
from kept.ledger.canonical import canonical
from kept.model.money import Amount, Qualifier, Quantity, decimal_of, decimal_text, plain_number

numbers = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**15), max_value=10**15)
qualifiers = st.sampled_from(Qualifier)
amounts = st.builds(
    Amount,
    currency=st.sampled_from(["EUR", "SEK"]),
    value=st.none() | numbers,
    qualifier=qualifiers,
    minimum=st.none() | numbers,
    maximum=st.none() | numbers,
    text=st.text(max_size=10),
)
quantities = st.builds(
    Quantity, unit=st.text(max_size=10), value=st.none() | numbers, qualifier=qualifiers, text=st.text(max_size=10)
)


@given(amounts)
def test_an_amount_reads_back(amount) -> None:
    assert Amount.from_json(amount.to_json()) == amount


@given(quantities)
def test_a_quantity_reads_back(quantity) -> None:
    assert Quantity.from_json(quantity.to_json()) == quantity


@given(amounts)
def test_an_amount_can_stand_in_an_entry(amount) -> None:
    written = amount.to_json() | {"text": ""}
    assert canonical(written)


@given(numbers, st.integers(0, 4))
def test_equal_numbers_have_equal_text(number, zeros) -> None:
    longer = Decimal(f"{number:f}" + ("" if "." in f"{number:f}" else ".") + "0" * zeros)
    assert decimal_text(longer) == decimal_text(number)
    assert decimal_of(decimal_text(number)) == number


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("240000000", "240000000"),
        ("2.50", "2.5"),
        ("1E+6", "1000000"),
        ("0.00", "0"),
        ("-0", "0"),
        ("100", "100"),
        ("1E-3", "0.001"),
    ],
)
def test_a_number_is_written_without_exponent_or_trailing_zeros(value, text) -> None:
    assert decimal_text(Decimal(value)) == text


def test_no_number_stays_none() -> None:
    assert (decimal_text(None), decimal_of(None), decimal_of(""), plain_number(None)) == (None, None, None, None)


@pytest.mark.parametrize("value", ["several", "NaN", "Infinity", True, "1,000"])
def test_what_is_no_number_is_refused(value) -> None:
    with pytest.raises(UnreadableInput, match=r"is no (finite )?number"):
        decimal_of(value)


@pytest.mark.parametrize(("value", "plain"), [("240000000", 240000000), ("62.5", 62.5), ("3.0", 3)])
def test_gold_files_hold_plain_numbers(value, plain) -> None:
    number = plain_number(Decimal(value))
    assert (number, type(number)) == (plain, type(plain))


def test_an_amount_without_a_currency_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="without a currency"):
        Amount.from_json({"value": "5"})


@pytest.mark.parametrize("kind", [Amount, Quantity])
def test_a_qualifier_that_is_none_is_refused_with_those_there_are(kind) -> None:
    with pytest.raises(UnreadableInput, match=r"“roughly” is no qualifier of a number\. Use one of: exact, about"):
        kind.from_json({"value": "5", "currency": "EUR", "unit": "tanks", "qualifier": "roughly"})


def test_what_is_not_named_has_its_default() -> None:
    assert Quantity.from_json({"value": 40}) == Quantity(unit="", value=Decimal(40))
    assert Amount.from_json({"currency": "EUR", "value": 1.5}).value == Decimal("1.5")
