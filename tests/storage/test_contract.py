"""What every ledger store does, on SQLite by two libraries and on PostgreSQL: exactly what the one in memory does."""

from collections.abc import Callable, Sequence
from threading import Barrier, Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kept.errors import RuleRefusal
from kept.ledger.entries import Draft, Entry
from kept.ledger.kinds import Kind
from kept.ledger.merkle import MerkleTree
from kept.ledger.store import LedgerReader, LedgerStore, Plan
from kept.storage.database import Database
from kept.storage.log import SqlStore
from tests.storage.conftest import a_store


def note(text: str, why: str = "") -> Draft:
    payload = {"what": text, "where": "a register", "note": text}
    return Draft(kind=Kind.CHECK_RECORDED, subject="c:1", by="person:a", payload=payload, why=why)


def writing(*texts: str) -> Plan:
    return lambda _: [note(text, why=f"because of {text}") for text in texts]


def test_what_is_written_is_read_again(any_store: SqlStore) -> None:
    written = any_store.append("a", writing("one", "two"))
    assert list(any_store.entries()) == list(written)
    assert [entry.payload["note"] for entry in any_store.opened()] == ["one", "two"]
    assert [entry.why for entry in any_store.opened(1)] == ["because of two"]


def test_a_range_gives_its_entries_only(any_store: SqlStore) -> None:
    any_store.append("a", writing(*"abcdef"))
    assert [entry.seq for entry in any_store.entries(2, 4)] == [2, 3]
    assert [entry.seq for entry in any_store.entries(4, 99)] == [4, 5]
    assert {each.seq for each in any_store.disclosures(1, 2)} == {1}


def test_a_key_writes_once(any_store: SqlStore) -> None:
    first = any_store.append("a", writing("one"))
    assert any_store.append("a", writing("other")) == first
    assert any_store.size() == 1


def test_a_plan_sees_the_record_as_it_is(any_store: SqlStore) -> None:
    any_store.append("a", writing("one"))
    seen: list[tuple[int, list[str]]] = []

    def plan(reader: LedgerReader) -> Sequence[Draft]:
        seen.append((reader.size(), [entry.payload["note"] for entry in reader.opened()]))
        return []

    any_store.append("b", plan)
    assert seen == [(1, ["one"])]


def test_a_plan_that_refuses_writes_nothing(any_store: SqlStore) -> None:
    any_store.append("a", writing("one"))
    before = any_store.head()
    with pytest.raises(RuleRefusal):
        any_store.append("b", lambda _: [note("two"), note("no\x00")])
    assert (any_store.head(), len(list(any_store.entries()))) == (before, 1)
    assert any_store.append("b", writing("two"))[0].seq == 1


def test_another_process_continues_the_same_log(any_store: SqlStore, connect: Callable[[], Database]) -> None:
    other = a_store(connect)
    any_store.append("a", writing("one"))
    other.append("b", writing("two"))
    any_store.append("c", writing("three"))
    other.close()
    assert [entry.seq for entry in any_store.entries()] == [0, 1, 2]
    assert any_store.root() == any_store.tree().root()


def test_a_destroyed_field_is_missing_and_the_root_stays(any_store: SqlStore) -> None:
    any_store.append("a", writing("one"))
    before = any_store.root()
    assert any_store.destroy(0, "/payload/note")
    assert not any_store.destroy(0, "/payload/note")
    (entry,) = any_store.opened()
    assert (entry.missing, entry.payload["note"], any_store.root()) == (("/payload/note",), None, before)


def test_writing_and_destroying_are_one_stroke(any_store: SqlStore) -> None:
    any_store.append("a", writing("one"))
    with pytest.raises(RuleRefusal):
        any_store.append("b", lambda _: [note("no\x00")], destroy=[(0, "/payload/note")])
    assert not next(any_store.opened()).missing
    any_store.append("b", writing("gone"), destroy=[(0, "/payload/note")])
    assert next(any_store.opened()).missing == ("/payload/note",)


def test_many_writers_lose_nothing(any_store: SqlStore, connect: Callable[[], Database]) -> None:
    """Eight threads, half of them on a second store as another process would be."""
    other, gate = a_store(connect), Barrier(8)
    written: list[Entry] = []

    def work(number: int) -> None:
        gate.wait()
        for turn in range(5):
            store = any_store if number % 2 else other
            written.extend(store.append(f"{number}-{turn}", writing(f"{number} {turn}")))

    threads = [Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    assert sorted(entry.seq for entry in written) == list(range(40))
    assert [entry.leaf for entry in any_store.entries()] == [e.leaf for e in sorted(written, key=lambda e: e.seq)]
    assert any_store.root() == any_store.tree().root()


def test_one_refusal_among_many_writers_spoils_nobody_else(any_store: SqlStore) -> None:
    gate = Barrier(6)
    refused: list[int] = []

    def work(number: int) -> None:
        gate.wait()
        for turn in range(5):
            try:
                any_store.append(f"{number}-{turn}", writing("no\x00" if number == 0 else str(number)))
            except RuleRefusal:
                refused.append(number)

    threads = [Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (refused, any_store.size()) == ([0] * 5, 25)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("append"), st.integers(0, 3), st.lists(st.text("abc\U0001f33eé", max_size=3), max_size=3)),
        st.tuples(st.just("destroy"), st.integers(0, 4), st.sampled_from(["/why", "/payload/note", "/payload/none"])),
    ),
    max_size=8,
)


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_it_does_what_the_store_in_memory_does(
    any_store: SqlStore, reference_store: LedgerStore, steps: list[tuple]
) -> None:
    """The examples run one after the other on the same two stores, so that the logs grow."""
    for action, number, what in steps:
        if action == "append":
            key = f"{number}:{what}"
            assert any_store.append(key, writing(*what)) == reference_store.append(key, writing(*what))
        else:
            assert any_store.destroy(number, what) == reference_store.destroy(number, what)
    assert list(any_store.opened()) == list(reference_store.opened())
    assert list(any_store.disclosures()) == list(reference_store.disclosures())
    assert any_store.head() == reference_store.head()
    assert any_store.root() == MerkleTree(entry.leaf for entry in any_store.entries()).root()
