"""Numbers, days and sums in readers' words."""

from datetime import date
from decimal import Decimal

import pytest

from kept.model.money import Amount, Qualifier, Quantity
from kept.reporting.wording import (
    day_text,
    figure_text,
    listed,
    look_text,
    number_text,
    number_word,
    part_text,
    percent_range,
    unit_text,
    value_of,
)


def euros(value: str | None, **fields) -> Amount:
    return Amount(currency="EUR", value=Decimal(value) if value else None, **fields)


def things(value: str | None, unit: str = "tank", **fields) -> Quantity:
    return Quantity(unit=unit, value=Decimal(value) if value else None, **fields)


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (euros("240000000"), "240 million euros"),
        (euros("1200000000"), "1.2 billion euros"),
        (euros("150000"), "150,000 euros"),
        (euros("1"), "1 euro"),
        (euros("1234567890"), "1,234,567,890 euros"),
        (euros("5000000", qualifier=Qualifier.UP_TO), "up to 5 million euros"),
        (euros(None, text="several millions"), "several millions"),
        (euros(None), "euros"),
        (Amount(currency="XXQ", value=Decimal(5)), "5 XXQ"),
        (things("2", "patrol ship"), "two patrol ships"),
        (things("1"), "one tank"),
        (things("40", "monitors"), "40 monitors"),
        (things("1200", "medics"), "1,200 medics"),
        (things("600", "soldier", qualifier=Qualifier.UP_TO), "up to 600 soldiers"),
        (things("3", "battery"), "three batteries"),
        (things("3", "day"), "three days"),
        (things("2.5", "tons"), "2.5 tons"),
        (things("300", "troops"), "300 troops"),
        (things("4", "people"), "four people"),
        (things("20", qualifier=Qualifier.ABOUT), "about 20 tanks"),
        (things("20", qualifier=Qualifier.AT_LEAST), "at least 20 tanks"),
        (things(None, text="several tanks"), "several tanks"),
    ],
)
def test_a_figure_reads_as_people_say_it(figure, text) -> None:
    assert figure_text(figure) == text


@pytest.mark.parametrize(
    ("came", "figure", "text"),
    [
        ("150000000", euros("240000000"), "150 of 240 million euros"),
        ("62500000", euros("240000000"), "62.5 of 240 million euros"),
        ("149999999", euros("240000000"), "149,999,999 of 240,000,000 euros"),
        ("120", things("600", "soldiers", qualifier=Qualifier.UP_TO), "120 of up to 600 soldiers"),
        ("0", euros("100"), "0 of 100 euros"),
        ("20", things(None), "20 tanks"),
    ],
)
def test_a_part_keeps_the_scale_of_the_whole(came, figure, text) -> None:
    assert part_text(Decimal(came), figure) == text


def test_a_range_counts_with_its_lower_bound() -> None:
    between = euros(None, qualifier=Qualifier.RANGE, minimum=Decimal(80), maximum=Decimal(100))
    assert value_of(between) == 80
    assert value_of(euros("90", qualifier=Qualifier.RANGE, minimum=Decimal(80))) == 80
    assert value_of(euros(None, maximum=Decimal(100))) == 100
    assert value_of(None) is None


@pytest.mark.parametrize(
    ("day", "text"),
    [(date(2026, 5, 28), "28 May"), (date(2027, 3, 31), "31 March 2027"), (date(2025, 1, 1), "1 January 2025")],
)
def test_a_day_shows_its_year_where_it_is_another(day, text) -> None:
    assert day_text(day, date(2026, 7, 10)) == text


@pytest.mark.parametrize(
    ("counts", "text"),
    [((3, 4, 8), "38 to 50 %"), ((8, 8, 20), "40 %"), ((0, 1, 300), "0 %"), ((1, 20, 20), "5 to 100 %")],
)
def test_shares_are_a_range(counts, text) -> None:
    assert percent_range(*counts) == text


def test_small_numbers_are_words() -> None:
    assert [number_word(count) for count in (0, 1, 12, 13, 1300)] == ["no", "one", "twelve", "13", "1,300"]


def test_parts_are_joined_by_commas_and_and() -> None:
    assert [listed(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_a_number_has_no_zeros_at_its_end() -> None:
    assert [number_text(Decimal(text)) for text in ("1200.50", "3.0", "0")] == ["1,200.5", "3", "0"]


def test_an_unnamed_unit_stays_empty() -> None:
    assert unit_text(things("3", ""), Decimal(3)) == ""


def test_a_look_older_than_ninety_days_is_no_finding() -> None:
    today = date(2026, 7, 10)
    assert look_text(date(2026, 4, 11), today) == "last looked for 11 April"
    assert look_text(date(2026, 4, 10), today) == "not looked for since 10 April"
    assert look_text(None, today) == "not looked for yet"
