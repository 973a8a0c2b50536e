"""Sums, bound to their words (codebook M1, M2, M4)."""

from decimal import Decimal

import pytest

from kept.recognition.fields.money import sums
from kept.recognition.tokens import tokenise


def read(text: str, *actors: str) -> list[tuple[str, Decimal | None, str]]:
    found = sums(tokenise(text, 0, len(text)), text, actors)
    return [(each.amount.currency, each.amount.value, str(each.amount.qualifier)) for each in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("240 million euros", ("EUR", Decimal(240_000_000), "exact")),
        ("up to €35 billion", ("EUR", Decimal(35_000_000_000), "up_to")),
        ("more than $1.5 billion", ("USD", Decimal(1_500_000_000), "at_least")),
        ("worth about £500m", ("GBP", Decimal(500_000_000), "about")),
        ("A$50 million in new funding", ("AUD", Decimal(50_000_000), "exact")),
        ("a $250 million contribution", ("USD", Decimal(250_000_000), "exact")),
        ("UAH 274.2 million", ("UAH", Decimal(274_200_000), "exact")),
        ("an additional billion dollars", ("USD", Decimal(1_000_000_000), "exact")),
        ("0.25 percent of GDP", ("%GDP", Decimal("0.25"), "exact")),
    ],
)
def test_a_sum_is_read_with_its_currency_and_qualifier(text: str, wanted: tuple[str, Decimal, str]) -> None:
    assert read(text) == [wanted]


def test_two_sums_of_one_sentence_stay_apart() -> None:
    assert [value for _, value, _ in read("$2 million for boats and €3 million for nets")] == [2_000_000, 3_000_000]


def test_a_part_has_the_currency_of_its_whole() -> None:
    assert read("150 million of the 240 million euros")[0] == ("EUR", Decimal(150_000_000), "exact")


def test_the_state_beside_it_decides_a_shared_name() -> None:
    assert (read("60 billion kroner", "DK")[0][0], read("60 billion kroner", "NO")[0][0]) == ("DKK", "NOK")


def test_a_number_without_a_currency_is_no_sum() -> None:
    assert read("40 monitors within 30 days") == []
