"""The worked example of `follow-through/1`: 48 records, 8 due, 3 kept."""

from collections import Counter

from kept.reporting.follow_through import DUE, SET_ASIDE, Bucket, follow_through
from tests.ledger.cast import SECOND, check, condition, development, evidence, gate, notice, promise, record_of
from tests.ledger.demo_cast import FRAMEWORK
from tests.reporting.follow_through.cast import TANKS

DATE = {"due": "2026-06-30"}


def numbered(start: int, count: int, **fields):
    """Give so many promises with references of their own."""
    return [promise(f"c:{n}", ref=f"XN-2026-{n:04d}", **fields) for n in range(start, start + count)]


def left_out():
    return [
        *numbered(100, 14, firmness="floated"),
        *numbered(120, 4, envelope=True),
        *numbered(130, 3, procedural=True),
    ]


def set_aside():
    return [
        condition(),
        condition("k:attack", "trigger_event"),
        gate(),
        gate("g:refused"),
        *numbered(200, 6, conditions=["k:ceasefire"], **DATE),
        *numbered(210, 3, conditions=["k:attack"], nature="contingent"),
        *numbered(220, 2, gates=["g:assembly"], **DATE),
        development("g:assembly", "gate_opened", "2026-06-01"),
        *numbered(230, 1, gates=["g:refused"], **DATE),
        development("g:refused", "gate_rejected", "2026-06-01"),
        *numbered(240, 2, forms=["intelligence"]),
        *numbered(250, 3),
        *numbered(260, 2, due="2026-12-31"),
    ]


def due():
    for number, envelope in zip(range(300, 308), [*range(120, 124), None, None, None, None], strict=True):
        yield from numbered(number, 1, quantity=TANKS, parent=f"c:{envelope}" if envelope else None, **DATE)
    for number, on in ((300, "2026-05-01"), (301, "2026-06-30"), (302, "2026-07-20")):
        yield development(f"c:{number}", "complete", on, confirmed_by="recipient")
    for number in (303, 304):
        half = {"value": "50", "unit": "tanks"}
        yield development(f"c:{number}", "deliver_part", "2026-06-01", quantity=half, confirmed_by="recipient")
    yield development("c:305", "withdraw", "2026-05-01", evidence=(evidence("no longer"),))
    yield check("c:306", "2026-09-01", where="official journal", silence_means="not_done", second=SECOND)
    yield notice("c:306", "2026-09-10")
    yield check("c:307", "2026-09-15")


def example():
    return follow_through(record_of([*left_out(), *set_aside(), *due()], "2026-09-30"), FRAMEWORK)


def test_the_sum_is_48_records_of_which_21_are_no_promises_19_set_aside_and_8_due() -> None:
    count = example()
    groups = Counter(
        "due" if row.bucket in DUE else "set aside" if row.bucket in SET_ASIDE else "left out" for row in count.rows
    )
    assert (len(count.rows), groups) == (48, {"left out": 21, "set aside": 19, "due": 8})


def test_the_parts_of_the_sum_are_those_of_the_table() -> None:
    assert example().counts == {
        Bucket.SOFT: 14,
        Bucket.ENVELOPE: 4,
        Bucket.PROCEDURAL: 3,
        Bucket.WAITS_FOR_CONDITION: 6,
        Bucket.STANDS_READY: 3,
        Bucket.WAITS_FOR_BODY: 2,
        Bucket.BLOCKED: 1,
        Bucket.CANNOT_BE_CHECKED: 2,
        Bucket.NO_DATE: 3,
        Bucket.DATE_AHEAD: 2,
        Bucket.KEPT: 3,
        Bucket.PARTLY: 2,
        Bucket.TAKEN_BACK: 1,
        Bucket.NOT_DONE: 1,
        Bucket.CANNOT_TELL: 1,
    }


def test_the_headline_is_that_of_the_table() -> None:
    count = example()
    assert count.headline == "3 of the 8 promises that have fallen due were kept (3 to 4: one cannot be told)."
    assert [row.late for row in count.rows_in(Bucket.KEPT)] == [False, False, True]
