"""Laws of the record, whatever is written into it."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kept.ledger.canonical import canonical, parse
from kept.ledger.entries import Draft, Opened
from kept.ledger.fold import fold
from kept.ledger.state import Record
from kept.model.times import Clocks
from tests.ledger.cast import (
    NOON,
    Clock,
    a_store,
    check,
    condition,
    corrected,
    development,
    gate,
    merged,
    promise,
    published,
    retracted,
    statement,
    unpublished,
)

DAYS = ["2026-01-20", "2026-03", "2026-05-01", "2026-06-30", "2026-33", "2026"]
NAMES = ["pledge", "fund", "deliver_part", "complete", "withdraw", "suspend", "resume", "restate", "dispute", "lapse"]
days = st.sampled_from(DAYS)
subjects = st.sampled_from(["c:1", "c:2", "c:3"])
targets = st.integers(0, 12)
START = (
    condition(),
    gate(),
    *(promise(f"c:{n}", conditions=["k:ceasefire"], gates=["g:assembly"], due="condition+P30D") for n in (1, 2, 3)),
    statement("s:1", "demand", "tanks", links=[["answered_by", "c:2"]]),
)


def moves() -> st.SearchStrategy[Draft]:
    deeds = st.builds(
        lambda subject, name, on, known: development(subject, name, on, known=known, share="0.5"),
        subjects,
        st.sampled_from(NAMES),
        days,
        days,
    )
    votes = st.builds(
        lambda name, on: development("g:assembly", name, on, limits={"until": "2026-06-01"}),
        st.sampled_from(["gate_opened", "gate_passed", "gate_rejected", "mandate_ended"]),
        days,
    )
    events = st.builds(
        lambda name, on: development("k:ceasefire", name, on),
        st.sampled_from(["condition_met", "condition_failed"]),
        days,
    )
    mends = st.builds(lambda target, on: corrected(target, "valid", None, on), targets, days) | st.builds(
        retracted, targets
    )
    looks = st.builds(check, subjects, st.just("2026-05-01"))
    joins = st.builds(merged, subjects, subjects)
    shows = st.builds(lambda first, more: published((first, first + more)), targets, st.integers(0, 5))
    hides = st.builds(lambda first: unpublished((first, first)), targets)
    return deeds | votes | events | mends | looks | joins | shows | hides


def written(drafts: list[Draft]) -> list[Opened]:
    """Write what the record starts with, then each draft a day later than the one before."""
    clock = Clock()
    store = a_store(clock)
    store.append("start", lambda _: START)
    for number, each in enumerate(drafts):
        clock.pass_days(1)
        store.append(f"entry {number}", lambda _, each=each: [each])
    return list(store.opened())


logs = st.lists(moves(), max_size=12).map(written)
clocks = st.builds(
    Clocks,
    as_of=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    known_at=st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)),
)


@settings(deadline=None)
@given(logs, clocks, st.booleans())
def test_projecting_is_deterministic(entries, at, public) -> None:
    assert fold(entries, at, public=public) == fold(iter(list(entries)), at, public=public)


@settings(deadline=None)
@given(logs, clocks, st.booleans(), st.data())
def test_what_is_recorded_later_changes_no_earlier_view(entries, at, public, data) -> None:
    kept = data.draw(st.integers(len(START), len(entries)))
    instant = NOON + timedelta(days=kept - len(START))
    whole = fold(entries, replace(at, recorded_at=instant), public=public)
    assert whole == fold(entries[:kept], replace(at, recorded_at=instant), public=public)


@settings(deadline=None)
@given(logs, clocks)
def test_projecting_a_prefix_and_then_the_rest_equals_projecting_all(entries, at) -> None:
    late = NOON + timedelta(days=400)
    assert fold(entries, replace(at, recorded_at=late)) == replace(
        fold(entries, at), clocks=replace(at, recorded_at=late)
    )


@settings(deadline=None)
@given(logs, clocks)
def test_what_happens_after_the_day_changes_nothing_on_it(entries, at) -> None:
    after = at.as_of + timedelta(days=1)
    future = development("c:1", "withdraw", after.isoformat())
    store = [*entries, *_opened_alone(future, 10_000)]
    before, then = fold(entries, at), fold(store, at)
    assert _without_size(before) == _without_size(then)


@settings(deadline=None)
@given(logs, clocks)
def test_the_public_sees_nothing_that_is_not_published(entries, at) -> None:
    public = fold(entries, at, public=True)
    shown = (*public.commitments.values(), *public.statements.values())
    assert all(state.published for state in shown)
    steps = [step.seq for state in public.commitments.values() for step in state.steps]
    assert set(steps) <= _published_by(entries)


@settings(deadline=None)
@given(logs, clocks)
def test_once_all_is_published_the_public_reads_what_the_desk_reads(entries, at) -> None:
    everything = [*entries, *_opened_alone(published((0, len(entries))), len(entries))]
    assert fold(everything, at, public=True) == fold(everything, at)


@settings(deadline=None)
@given(logs, clocks)
def test_every_reference_of_a_record_that_holds_leads_to_a_commitment(entries, at) -> None:
    record = fold(entries, at)
    assert all(record.commitment(ref) is not None for ref in record.references)


@settings(deadline=None)
@given(logs)
def test_entries_read_back_from_their_own_bytes(entries) -> None:
    for entry in entries:
        assert parse(canonical(dict(entry.payload))) == entry.payload


def _opened_alone(draft: Draft, seq: int) -> list[Opened]:
    store = a_store()
    store.append("one", lambda _: [draft])
    return [replace(entry, seq=seq) for entry in store.opened()]


def _published_by(entries: list[Opened]) -> set[int]:
    """Work out what is public by walking the log, one entry at a time."""
    public: set[int] = set()
    for entry in entries:
        for first, last in entry.payload.get("ranges", ()):
            covered = set(range(first, last + 1))
            public = public | covered if entry.kind == "Published" else public - covered
    return public


def _without_size(record: Record) -> Record:
    return replace(record, size=0)
