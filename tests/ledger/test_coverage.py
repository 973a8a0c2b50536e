"""Who watched what: hours add up once, and three zeros are told apart."""

from datetime import UTC, datetime

import pytest

from kept.ledger.coverage import Coverage, coverage_of, hours_lost, hours_watched, zero_of
from kept.ledger.facts import facts_of
from kept.ledger.kinds import Kind
from kept.model.incidents import Window, Zero
from tests.ledger.cast import draft, opened


def hours(start: int, end: int) -> dict[str, str]:
    return {"start": _at(start).isoformat(), "end": _at(end).isoformat()}


def _at(hour: int) -> datetime:
    return datetime(2026, 7, 1 + hour // 24, hour % 24, tzinfo=UTC)


DAY = Window(start=_at(0), end=_at(24))


def watched(*spans: tuple[int, int], working: bool = True, zone: str = "pell", means: str = "post"):
    return [
        draft(Kind.TERM_RECORDED, "cov", {"zone": zone, "means": means, "window": hours(*span), "working": working})
        for span in spans
    ]


def read(*drafts) -> tuple[Coverage, ...]:
    return coverage_of(facts_of(opened(*drafts)).facts)


@pytest.mark.parametrize(
    ("spans", "total"),
    [
        ([], 0),
        ([(0, 6)], 6),
        ([(0, 6), (10, 12)], 8),
        ([(0, 6), (4, 8)], 8),
        ([(0, 10), (2, 4)], 10),
        ([(0, 10), (2, 4), (8, 12)], 12),
        ([(20, 30)], 4),
        ([(30, 40)], 0),
    ],
)
def test_hours_that_overlap_count_once_and_only_inside_the_window(spans, total) -> None:
    assert hours_watched(read(*watched(*spans)), "pell", DAY) == total


def test_a_gap_is_lost_and_not_watched() -> None:
    coverage = read(*watched((0, 6), working=False))
    assert (hours_watched(coverage, "pell", DAY), hours_lost(coverage, "pell", DAY)) == (0, 6)


def test_another_zone_is_not_counted() -> None:
    assert hours_watched(read(*watched((0, 6), zone="aster")), "pell", DAY) == 0


@pytest.mark.parametrize(
    ("drafts", "zero"),
    [
        (watched((0, 6)), Zero.WITH_COVERAGE),
        (watched((0, 6), working=False), Zero.WITHOUT_COVERAGE),
        ([], Zero.NO_DATA),
        ([*watched((0, 6), working=False), *watched((8, 9))], Zero.WITH_COVERAGE),
    ],
    ids=["watched and quiet", "not watched", "no data", "watched for a while"],
)
def test_a_count_of_nothing_says_which_zero_it_is(drafts, zero) -> None:
    assert zero_of(read(*drafts), "pell", DAY) is zero


def test_the_oldest_window_stands_first() -> None:
    coverage = read(*watched((8, 9), (0, 6)))
    assert [(each.window.start.hour, each.seq, each.restriction) for each in coverage] == [(0, 1, None), (8, 0, None)]
