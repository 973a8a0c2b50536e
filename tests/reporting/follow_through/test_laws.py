"""Laws of the count: whatever the record holds, every record has one bucket, and no word of theirs lifts the number."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kept.ledger.entries import Draft
from kept.reporting.follow_through import DUE, SET_ASIDE, Bucket, follow_through
from tests.ledger.cast import (
    SECOND,
    check,
    condition,
    development,
    evidence,
    gate,
    merged,
    notice,
    promise,
    record_of,
    statement,
)
from tests.ledger.demo_cast import FRAMEWORK

DAYS = ["2026-01-31", "2026-03-18", "2026-05-01", "2026-06-15", "2026-06-30", "2026-07-05", "2026-09-01"]
SUBJECTS = ["c:1", "c:2", "c:3", "c:4"]
on_a_day = st.sampled_from(DAYS)
on_a_subject = st.sampled_from(SUBJECTS)


def figures():
    value, qualifier = st.sampled_from(["10", "100"]), st.sampled_from(["exact", "up_to", "at_least", "about"])
    return st.none() | st.fixed_dictionaries({"value": value, "unit": st.just("tanks"), "qualifier": qualifier})


@st.composite
def promises(draw, subject: str) -> Draft:
    other = draw(st.none() | st.sampled_from([each for each in SUBJECTS if each != subject]))
    relation = draw(st.sampled_from(["restates", "supersedes", "part_of", "superseded_by"]))
    return promise(
        subject,
        ref=f"XN-2026-000{subject[-1]}",
        firmness=draw(st.sampled_from(["floated", "intention", "pledged", "agreed"])),
        due=draw(st.sampled_from([None, "2026-06", "2026-12-31", "condition+P30D", "condition+P60D"])),
        due_by=draw(st.sampled_from(["actor", "actor", "analyst"])),
        nature=draw(st.sampled_from(["single", "standing", "contingent"])),
        quantity=draw(figures()),
        conditions=draw(st.lists(st.sampled_from(["k:ceasefire", "k:attack"]), unique=True, max_size=2)),
        gates=draw(st.sampled_from([[], ["g:assembly"]])),
        forms=draw(st.sampled_from([["weapons"], ["intelligence"]])),
        procedural=draw(st.sampled_from([False, False, True])),
        parent=draw(st.sampled_from([None, None, other])),
        links=[[relation, other]] if other else [],
        evidence=(evidence(klass=draw(st.sampled_from(["E2", "E6", "E8"]))),),
    )


def moves():
    names = ["pledge", "complete", "claim_delivery", "deliver_part", "reverse_delivery", "withdraw", "lapse", "suspend"]
    names += ["resume", "supersede", "enter_into_force", "revise", "start_delivery", "breach", "expire", "agree"]
    who = st.sampled_from(["actor", "recipient", "third_party", "registry"])
    proof = st.sampled_from(["E1", "E6", "E8"]).map(lambda klass: (evidence(klass=klass),))
    fields = st.fixed_dictionaries(
        {"confirmed_by": who, "evidence": proof, "second": st.sampled_from([None, SECOND]), "by": on_a_subject}
        | {"quantity": st.just({"value": "50", "unit": "tanks"})}
        | {"field": st.just("quantity"), "new": st.just({"value": "40", "unit": "tanks", "qualifier": "exact"})}
    )
    return st.builds(
        lambda subject, name, day, more: development(subject, name, day, **more),
        on_a_subject,
        st.sampled_from(names),
        on_a_day,
        fields,
    )


def surroundings():
    conditions = st.builds(
        lambda subject, name, day: development(subject, name, day),
        st.sampled_from(["k:ceasefire", "k:attack"]),
        st.sampled_from(["condition_met", "condition_failed", "condition_waived", "trigger_occurred"]),
        on_a_day,
    )
    gates = st.builds(
        lambda name, day: development("g:assembly", name, day),
        st.sampled_from(["gate_opened", "gate_passed", "gate_rejected", "gate_waived", "mandate_ended"]),
        on_a_day,
    )
    looks = st.builds(
        lambda subject, day: check(subject, day, silence_means="not_done", second=SECOND), on_a_subject, on_a_day
    )
    told = st.builds(notice, on_a_subject, on_a_day)
    joined = st.builds(merged, on_a_subject, on_a_subject).filter(
        lambda draft: draft.payload["from"] != draft.payload["into"]
    )
    return conditions | gates | looks | told | joined


@st.composite
def records(draw) -> list[Draft]:
    made = [draw(promises(subject)) for subject in SUBJECTS]
    start = [condition(), condition("k:attack", "trigger_event"), gate(), statement("s:1", "refusal", "no")]
    return [*start, *made, *draw(st.lists(moves(), max_size=8)), *draw(st.lists(surroundings(), max_size=8))]


@settings(max_examples=150, deadline=None)
@given(records(), on_a_day)
def test_every_record_has_one_row_and_one_bucket(drafts, day) -> None:
    record = record_of(drafts, day)
    count = follow_through(record, FRAMEWORK)
    joined = [ref for ref, subject in record.references.items() if subject in record.redirects]
    assert len(count.rows) == len(record.commitments) + len(record.statements) + len(joined)
    assert len({row.ref for row in count.rows}) == len(count.rows)
    assert sum(count.counts.values()) == len(count.rows)
    assert all(row.counted is (row.bucket in DUE or row.bucket in SET_ASIDE) for row in count.rows)
    assert all(row.reason for row in count.rows)
    assert count.due == sum(row.bucket in DUE for row in count.rows)


@settings(max_examples=100, deadline=None)
@given(records(), on_a_day, on_a_subject)
def test_taking_back_never_improves_the_number(drafts, day, subject) -> None:
    before = follow_through(record_of(drafts, day), FRAMEWORK)
    back = development(subject, "withdraw", "2026-01-20", evidence=(evidence("we will not"),))
    after = follow_through(record_of([*drafts, back], day), FRAMEWORK)
    assert after.kept <= before.kept
    assert after.kept + after.unknown <= before.kept + before.unknown or after.due > before.due
    assert after.due >= before.due


@settings(max_examples=100, deadline=None)
@given(records(), on_a_day)
def test_the_actors_own_word_alone_never_keeps_a_promise(drafts, day) -> None:
    own = [each for each in drafts if each.payload.get("confirmed_by") in (None, "actor") and not _silent(each)]
    kept = follow_through(record_of(own, day), FRAMEWORK).rows_in(Bucket.KEPT)
    assert kept == ()


def _silent(draft: Draft) -> bool:
    return draft.payload.get("silence_means") is not None


@settings(max_examples=100, deadline=None)
@given(records(), on_a_day)
def test_swapping_the_names_swaps_the_count_and_nothing_else(drafts, day) -> None:
    swapped = [_renamed(each) for each in drafts]
    one, other = (follow_through(record_of(each, day), FRAMEWORK) for each in (drafts, swapped))
    assert (one.headline, one.beside, one.counts) == (other.headline, other.beside, other.counts)


def _renamed(draft: Draft) -> Draft:
    if "actors" not in draft.payload:
        return draft
    actors = ["XW" if actor == "XN" else actor for actor in draft.payload["actors"]]
    return Draft(
        kind=draft.kind,
        subject=draft.subject,
        by=draft.by,
        payload={**draft.payload, "actors": actors},
        evidence=draft.evidence,
        valid=draft.valid,
        known=draft.known,
    )
