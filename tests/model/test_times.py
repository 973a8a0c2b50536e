"""Days as far as they are known, and instants."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kept.errors import UnreadableInput
from kept.model.times import EARLIEST, LATEST, Clocks, PartialDate, Precision, instant_text, parse_instant

moments = st.datetimes(datetime.combine(date(1900, 1, 2), time()), datetime.combine(date(2199, 1, 1), time()))


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2026", "2026-01-01", "2026-12-31", Precision.YEAR),
        ("2026-03", "2026-03-01", "2026-03-31", Precision.MONTH),
        ("2024-02", "2024-02-01", "2024-02-29", Precision.MONTH),
        ("2026-03-31", "2026-03-31", "2026-03-31", Precision.DAY),
        ("2026-21", "2026-03-01", "2026-05-31", Precision.SEASON),
        ("2026-22", "2026-06-01", "2026-08-31", Precision.SEASON),
        ("2026-23", "2026-09-01", "2026-11-30", Precision.SEASON),
        ("2026-24", "2026-12-01", "2027-02-28", Precision.SEASON),
        ("2026-33", "2026-01-01", "2026-03-31", Precision.QUARTER),
        ("2026-34", "2026-04-01", "2026-06-30", Precision.QUARTER),
        ("2026-35", "2026-07-01", "2026-09-30", Precision.QUARTER),
        ("2026-36", "2026-10-01", "2026-12-31", Precision.QUARTER),
        (" 2026-03 ", "2026-03-01", "2026-03-31", Precision.MONTH),
    ],
)
def test_a_date_is_as_precise_as_its_source(text, first, last, precision) -> None:
    read = PartialDate.of(text)
    assert (str(read.first), str(read.last), read.precision, str(read)) == (first, last, precision, text.strip())


@given(st.dates(EARLIEST, LATEST))
def test_every_day_reads_back(day) -> None:
    assert PartialDate.of(day) == PartialDate.of(day.isoformat())
    assert PartialDate.of(day).last == day


@pytest.mark.parametrize(
    "text", ["", "soon", "26-03-01", "2026-3-1", "2026/03/01", "2026-03-01T12:00", "２０２６", "2026-03-01-04"]
)
def test_what_is_no_date_is_refused(text) -> None:
    with pytest.raises(UnreadableInput, match="is no date"):
        PartialDate.of(text)


@pytest.mark.parametrize("text", ["2026-02-30", "2026-13", "2026-00", "2026-20", "2026-37", "0000", "2026-21-01"])
def test_what_is_not_in_the_calendar_is_refused(text) -> None:
    with pytest.raises(UnreadableInput, match="is no date of the calendar"):
        PartialDate.of(text)


@pytest.mark.parametrize("text", ["1899-12-31", "1899", "2200", "2922-03-01", "2199-24"])
def test_a_slip_of_the_pen_in_the_year_is_refused(text) -> None:
    with pytest.raises(UnreadableInput, match="outside 1900–2199"):
        PartialDate.of(text)


def test_dates_sort_by_the_day_they_take_effect() -> None:
    texts = ["2026", "2026-06", "2026-33", "2026-12-30", "2026-01-01"]
    ordered = [str(day) for day in sorted(map(PartialDate.of, texts))]
    assert ordered == ["2026-01-01", "2026-33", "2026-06", "2026-12-30", "2026"]


@given(moments, moments)
def test_instants_sort_as_they_pass(one, other) -> None:
    first, second = one.replace(tzinfo=UTC), other.replace(tzinfo=UTC)
    assert (instant_text(first) < instant_text(second)) is (first < second)


@given(moments, st.integers(-12, 14))
def test_an_instant_reads_back_whatever_its_zone(moment, hours) -> None:
    here = moment.replace(tzinfo=timezone(timedelta(hours=hours)))
    assert parse_instant(instant_text(here)) == here


def test_an_instant_without_a_zone_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="needs its time zone"):
        instant_text(datetime(2026, 7, 10))  # noqa: DTZ001 - the missing zone is what is tested


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2026-07-10", "2026-07-10T23:59:59.999999Z"),
        ("2026-07-10T12:00:00Z", "2026-07-10T12:00:00.000000Z"),
        ("2026-07-10T12:00:00", "2026-07-10T12:00:00.000000Z"),
        ("2026-07-10T12:00:00+02:00", "2026-07-10T10:00:00.000000Z"),
    ],
)
def test_a_bare_day_is_its_end_and_a_missing_zone_is_utc(text, written) -> None:
    assert instant_text(parse_instant(text)) == written


@pytest.mark.parametrize("text", ["yesterday", "2026-02-30", "2026-07-10T25:00:00", ""])
def test_what_is_no_instant_is_refused(text) -> None:
    with pytest.raises(UnreadableInput, match="is no instant"):
        parse_instant(text)


def test_clocks_that_are_not_set_are_open() -> None:
    assert (Clocks(as_of=date(2026, 7, 10)).known_at, Clocks(as_of=date(2026, 7, 10)).recorded_at) == (None, None)
