"""Mending the record: corrections, retractions, merges, unpublishing."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from kept.errors import MissingField, RuleRefusal, UnknownSubject
from kept.ledger.kinds import Kind
from kept.model.decisions import Decision, Verdict
from kept.model.times import Clocks
from kept.pipeline.correct import Correction, correct, merge, retract, unpublish
from kept.pipeline.decide import decide
from kept.pipeline.desk import Desk
from kept.pipeline.publish import publish


@pytest.fixture
def promise(desk: Desk, add: Callable) -> int:
    """Record Norland's promises; give the entry of the 240 million euros."""
    for each in desk.queue.waiting(add("01").capture.sha256):
        if each.statement.type == "commitment":
            decide(desk, each, Decision(verdict=Verdict.ACCEPT))
    commitment = desk.record().commitment("XN-2026-0001")
    assert commitment
    return commitment.seq


def due(desk: Desk, clocks: Clocks | None = None) -> str | None:
    found = desk.record(clocks).commitment("XN-2026-0001")
    return found.due_rule if found else None


def fix(desk: Desk, target: int, new: str = "2026-07-31", field: str = "due") -> None:
    correct(desk, Correction(target=target, field=field, new=new, why="the ministry's text says July"))


def test_a_corrected_field_reads_anew(desk: Desk, promise: int) -> None:
    fix(desk, promise)
    assert due(desk) == "2026-07-31"


def test_the_old_value_stays_readable_at_its_recorded_time(desk: Desk, promise: int) -> None:
    desk.store._clock = lambda: datetime(2026, 7, 11, tzinfo=UTC)
    fix(desk, promise)
    before = Clocks(as_of=desk.today, recorded_at=datetime(2026, 7, 10, 23, tzinfo=UTC))
    assert due(desk, before) == "2026-06-30"


def test_a_second_correction_names_the_value_it_replaces(desk: Desk, promise: int) -> None:
    fix(desk, promise)
    fix(desk, promise, "2026-08")
    last = desk.entries()[-1]
    assert (last.payload["old"], last.payload["new"]) == ("2026-07-31", "2026-08")


def test_a_date_can_be_corrected(desk: Desk, promise: int) -> None:
    fix(desk, promise, "2026-01-15", "valid")
    found = desk.record().commitment("XN-2026-0001")
    assert found
    assert str(found.said) == "2026-01-15"


@pytest.mark.parametrize("published", [False, True])
def test_only_what_was_public_makes_a_public_correction(desk: Desk, promise: int, published: bool) -> None:
    if published:
        publish(desk)
    fix(desk, promise)
    assert desk.entries()[-1].payload["public"] is published


@pytest.mark.parametrize("field", ["ref", "nonsense"])
def test_a_field_that_cannot_be_corrected_is_refused(desk: Desk, promise: int, field: str) -> None:
    with pytest.raises((RuleRefusal, UnknownSubject)):
        fix(desk, promise, field=field)


def test_mending_needs_a_reason(desk: Desk, promise: int) -> None:
    with pytest.raises(MissingField, match="reason"):
        retract(desk, promise, why=" ")


def test_a_retracted_record_counts_no_more(desk: Desk, promise: int) -> None:
    retract(desk, promise, why="a draft was read as final")
    assert desk.record().commitment("XN-2026-0001") is None


def test_an_entry_is_retracted_once(desk: Desk, promise: int) -> None:
    retract(desk, promise, why="a draft")
    with pytest.raises(RuleRefusal, match="before"):
        retract(desk, promise, why="again")


def test_a_reference_is_never_used_twice(desk: Desk, promise: int, add: Callable) -> None:
    retract(desk, promise, why="a draft")
    again = next(each for each in desk.queue.waiting(add("03").capture.sha256) if "240" in each.statement.quote.exact)
    assert decide(desk, again, Decision(verdict=Verdict.ACCEPT)).ref == "XN-2026-0004"


def test_a_merged_reference_leads_on_for_ever(desk: Desk, promise: int) -> None:
    merge(desk, "XN-2026-0003", "XN-2026-0001", why="one promise in two sentences")
    found = desk.record().commitment("XN-2026-0003")
    assert found
    assert found.ref == "XN-2026-0001"


def test_a_record_is_not_merged_into_itself(desk: Desk, promise: int) -> None:
    with pytest.raises(RuleRefusal, match="one record"):
        merge(desk, "XN-2026-0001", "XN-2026-0001", why="no")


def test_the_log_itself_is_never_mended(desk: Desk, promise: int) -> None:
    with pytest.raises(RuleRefusal, match="log itself"):
        retract(desk, 0, why="no")
    with pytest.raises(UnknownSubject, match="no entry 999"):
        retract(desk, 999, why="no")


def test_unpublished_entries_leave_the_public_view(desk: Desk, promise: int) -> None:
    publish(desk)
    unpublish(desk, [promise], why="under review")
    assert desk.record(public=True).commitment("XN-2026-0001") is None
    assert desk.record().commitment("XN-2026-0001")
    assert desk.entries()[-1].kind is Kind.UNPUBLISHED


def test_what_is_not_public_cannot_be_unpublished(desk: Desk, promise: int) -> None:
    with pytest.raises(RuleRefusal, match="not public"):
        unpublish(desk, [promise], why="no")
