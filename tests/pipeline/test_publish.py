"""Publication is an entry, and a filter on the others."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from kept.model.decisions import Decision, Verdict
from kept.pipeline.decide import decide
from kept.pipeline.desk import Desk
from kept.pipeline.publish import publish, ranges, unpublished


def test_readers_see_nothing_before_and_everything_decided_after(desk: Desk, add: Callable) -> None:
    capture = add("01").capture.sha256
    decide(desk, desk.queue.waiting(capture)[0], Decision(verdict=Verdict.ACCEPT))
    assert not desk.record(public=True).commitments
    publish(desk)
    assert set(desk.record(public=True).commitments) == set(desk.record().commitments)


def test_publishing_nothing_writes_nothing(desk: Desk) -> None:
    assert publish(desk) == ()
    assert desk.store.size() == 1


def test_publishing_twice_is_once(desk: Desk, add: Callable) -> None:
    add("01")
    publish(desk)
    size = desk.store.size()
    assert (publish(desk), desk.store.size(), unpublished(desk.entries())) == ((), size, [])


@given(st.sets(st.integers(0, 60)))
def test_ranges_hold_exactly_their_numbers(numbers: set[int]) -> None:
    spread = [number for first, last in ranges(sorted(numbers)) for number in range(first, last + 1)]
    assert spread == sorted(numbers)
