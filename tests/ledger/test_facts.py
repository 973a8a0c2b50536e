"""What counts once corrections, retractions and publication are taken into account."""

from datetime import timedelta

import pytest

from kept.ledger.entries import opened as open_entry
from kept.ledger.facts import Facts, facts_of
from kept.ledger.kinds import Kind
from tests.ledger.cast import (
    NOON,
    Clock,
    corrected,
    day,
    development,
    draft,
    opened,
    promise,
    published,
    retracted,
    store_with,
    unpublished,
)

FIRST = promise("c:1", ref="XN-2026-0001", title="ten tanks")
MOVE = development("c:1", "restate", "2026-02-01")


def facts(*drafts, **rest) -> Facts:
    return facts_of(opened(*drafts), **rest)


def test_entries_count_in_the_order_of_the_log() -> None:
    assert [fact.entry.seq for fact in facts(FIRST, MOVE).facts] == [0, 1]


def test_a_correction_replaces_a_field_and_is_named() -> None:
    (fact,) = facts(FIRST, corrected(0, "title", "ten tanks", "nine tanks")).facts
    assert (fact.payload["title"], [each.seq for each in fact.corrections]) == ("nine tanks", [1])


def test_the_last_correction_of_a_field_holds() -> None:
    (fact,) = facts(FIRST, corrected(0, "title", "", "nine tanks"), corrected(0, "title", "", "eight tanks")).facts
    assert (fact.payload["title"], len(fact.corrections)) == ("eight tanks", 2)


@pytest.mark.parametrize("name", ["valid", "known"])
def test_a_correction_of_a_date_sets_it_or_takes_it_away(name) -> None:
    (set_anew,) = facts(FIRST, corrected(0, name, "2026-01-14", "2026-01-15")).facts
    (taken,) = facts(FIRST, corrected(0, name, "2026-01-14", None)).facts
    assert (getattr(set_anew.entry, name), getattr(taken.entry, name)) == (day("2026-01-15"), None)


def test_a_retracted_entry_does_not_count_and_is_named() -> None:
    found = facts(FIRST, MOVE, retracted(1))
    assert ([fact.entry.seq for fact in found.facts], list(found.retracted)) == ([0], [1])


def test_a_correction_that_was_retracted_no_longer_counts() -> None:
    (fact,) = facts(FIRST, corrected(0, "title", "ten tanks", "nine tanks"), retracted(1)).facts
    assert (fact.payload["title"], fact.corrections) == ("ten tanks", ())


def test_a_retraction_that_was_retracted_no_longer_counts() -> None:
    assert len(facts(FIRST, retracted(0), retracted(1)).facts) == 1
    assert len(facts(FIRST, retracted(0), retracted(1), retracted(2)).facts) == 0


def test_what_was_recorded_later_is_not_there_yet() -> None:
    clock = Clock()
    store = store_with(FIRST, clock=clock)
    clock.pass_days(1)
    store.append("later", lambda _: [corrected(0, "title", "ten tanks", "nine tanks")])
    entries = list(store.opened())
    (then,) = facts_of(entries, recorded_at=NOON).facts
    (now,) = facts_of(entries, recorded_at=NOON + timedelta(days=1)).facts
    assert (then.payload["title"], now.payload["title"]) == ("ten tanks", "nine tanks")


def test_the_public_sees_what_was_published() -> None:
    found = facts(FIRST, MOVE, published((0, 0)), public=True)
    assert [(fact.entry.seq, fact.published) for fact in found.facts] == [(0, "2026-07-10T12:00:00.000000Z")]


def test_the_public_sees_a_mistake_until_its_correction_is_published() -> None:
    drafts = (FIRST, corrected(0, "title", "ten tanks", "nine tanks"), published((0, 0)))
    assert facts(*drafts, public=True).facts[0].payload["title"] == "ten tanks"
    assert facts(*drafts, published((1, 1)), public=True).facts[0].payload["title"] == "nine tanks"


def test_what_was_unpublished_is_out_of_sight_until_published_again() -> None:
    drafts = (FIRST, MOVE, published((0, 1)), unpublished((1, 1)))
    assert [fact.entry.seq for fact in facts(*drafts, public=True).facts] == [0]
    assert [fact.entry.seq for fact in facts(*drafts, published((1, 1)), public=True).facts] == [0, 1]
    assert len(facts(*drafts).facts) == 2


def test_publishing_twice_keeps_the_first_day() -> None:
    clock = Clock()
    store = store_with(FIRST, published((0, 0)), clock=clock)
    clock.pass_days(3)
    store.append("again", lambda _: [published((0, 0))])
    assert facts_of(store.opened(), public=True).facts[0].published == "2026-07-10T12:00:00.000000Z"


def test_unpublishing_what_never_was_public_changes_nothing() -> None:
    assert len(facts(FIRST, unpublished((0, 0))).facts) == 1


@pytest.mark.parametrize(
    "kind", [Kind.LEDGER_OPENED, Kind.FRAMEWORK_CHANGED, Kind.PUBLISHED, Kind.UNPUBLISHED, Kind.FIELD_REDACTED]
)
def test_entries_about_the_log_are_no_facts_and_always_in_sight(kind) -> None:
    found = facts(draft(kind, "ledger", {"ranges": [], "purpose": "demo"}), public=True)
    assert (found.facts, [entry.kind for entry in found.log]) == ((), [kind])


def without(path: str, *drafts) -> Facts:
    """Give the facts of a log in which one content was destroyed."""
    store = store_with(*drafts)
    store.destroy(len(drafts) - 1, path)
    return facts_of(store.opened())


def test_a_correction_whose_content_was_destroyed_empties_a_field_that_may_go() -> None:
    (fact,) = without("/payload/new", FIRST, corrected(0, "title", "ten tanks", "nine tanks")).facts
    assert fact.payload["title"] is None


def test_a_correction_whose_content_was_destroyed_leaves_a_field_that_has_to_stay() -> None:
    (fact,) = without("/payload/new", FIRST, corrected(0, "firmness", "pledged", "floated")).facts
    assert (fact.payload["firmness"], len(fact.corrections)) == ("pledged", 1)


def test_an_entry_opened_alone_is_the_one_that_the_log_opens() -> None:
    store = store_with(FIRST)
    (entry,) = store.entries()
    assert open_entry(entry, store.disclosures()) == next(iter(store.opened()))
