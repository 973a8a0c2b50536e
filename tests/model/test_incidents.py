"""Counts with bounds, windows with a zone."""

from datetime import UTC, datetime, timedelta

import pytest

from kept.errors import UnreadableInput
from kept.model.incidents import Count, Window

NOON = datetime(2026, 7, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("least", "most", "text"), [(4, 4, "4 shot"), (2, None, "at least 2 shot"), (50, 70, "50–70 shot")]
)
def test_a_count_is_told_with_its_bounds(least: int, most: int | None, text: str) -> None:
    assert str(Count(signature="shot", least=least, most=most)) == text


@pytest.mark.parametrize(("least", "most"), [(-1, None), (5, 3)])
def test_bounds_that_do_not_add_up_are_refused(least: int, most: int | None) -> None:
    with pytest.raises(UnreadableInput, match="do not add up"):
        Count(signature="shot", least=least, most=most)


def test_a_window_is_half_open_and_knows_its_hours() -> None:
    window = Window(start=NOON, end=NOON + timedelta(hours=36))
    assert (window.hours, window.holds(window.start), window.holds(window.end)) == (36, True, False)


def test_a_window_needs_a_zone_and_runs_forwards() -> None:
    with pytest.raises(UnreadableInput, match="time zone"):
        Window(start=NOON.replace(tzinfo=None), end=NOON)
    with pytest.raises(UnreadableInput, match="before it starts"):
        Window(start=NOON, end=NOON)
