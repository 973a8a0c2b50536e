"""The three clocks of an address."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kept.errors import UsageError
from kept.web.clocks import asked, clocks_of

TODAY = date(2026, 7, 10)


def test_without_clocks_the_record_is_read_as_of_today() -> None:
    clocks = clocks_of({}, today=TODAY)
    assert (clocks.as_of, clocks.known_at, clocks.recorded_at) == (TODAY, None, None)


def test_all_three_clocks_are_read() -> None:
    query = {"as_of": "2026-04-01", "known_at": "2026-03-01", "recorded_at": "2026-05-01T10:00:00Z"}
    clocks = clocks_of(query, today=TODAY)
    assert (clocks.as_of, clocks.known_at) == (date(2026, 4, 1), date(2026, 3, 1))
    assert clocks.recorded_at == datetime(2026, 5, 1, 10, tzinfo=UTC)


def test_a_plus_sign_that_an_address_turned_into_a_space_is_read_as_one() -> None:
    query = {"recorded_at": "2026-05-01T10:00:00 02:00"}
    assert clocks_of(query, today=TODAY).recorded_at == datetime(2026, 5, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize("text", ["foo", "2026-02-30", "2026-13-01", "2026-04", "0000-00-00", "2922-01-01", "<b>"])
def test_what_is_no_day_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        clocks_of({"as_of": text}, today=TODAY)
    assert caught.value.remedy


def test_a_day_after_the_last_one_is_refused() -> None:
    with pytest.raises(UsageError, match="11 July 2026 lies after 10 July 2026"):
        clocks_of({"as_of": "2026-07-11"}, today=TODAY)


def test_an_instant_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError):
        clocks_of({"recorded_at": "yesterday"}, today=TODAY)


def test_links_keep_the_clocks_that_were_asked_for_and_nothing_else() -> None:
    assert asked({"as_of": " 2026-04-01 ", "known_at": "", "by": "form"}) == {"as_of": "2026-04-01"}
