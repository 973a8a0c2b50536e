"""What every ledger store promises, as one abstract test: subclass it with a fixture `store` that gives an empty one.

class TestMyStore(StoreContract):
    @pytest.fixture
    def store(self) -> LedgerStore: ...
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kept.errors import RuleRefusal
from kept.ledger.entries import Draft
from kept.ledger.merkle import EMPTY_ROOT, MerkleTree, leaf_hash
from kept.ledger.store import LedgerReader, LedgerStore
from tests.ledger.cast import development, promise

FIRST = promise("c:1", ref="XN-2026-0001", title="ten tanks", why="clear words")
SECOND = development("c:1", "restate", "2026-02-01", note="said again")


class StoreContract:
    """The port's rules; stores add tests of their own for what they alone can lose."""

    @pytest.fixture
    def store(self) -> LedgerStore:
        """Give an empty store."""
        raise NotImplementedError

    def test_an_empty_log_has_no_entries_and_the_empty_root(self, store: LedgerStore) -> None:
        assert (store.size(), store.root(), list(store.entries())) == (0, EMPTY_ROOT, [])

    def test_what_is_appended_is_read_back(self, store: LedgerStore) -> None:
        (entry,) = store.append("a", lambda _: [FIRST])
        assert (entry.seq, entry.leaf, list(store.entries())) == (0, leaf_hash(entry.data), [entry])
        (read,) = store.opened()
        assert (read.payload, read.evidence, read.why) == (FIRST.payload, FIRST.evidence, "clear words")

    def test_entries_are_numbered_in_the_order_they_came(self, store: LedgerStore) -> None:
        store.append("a", lambda _: [FIRST, SECOND])
        store.append("b", lambda _: [SECOND])
        assert [entry.seq for entry in store.entries()] == [0, 1, 2]

    def test_the_root_is_that_of_a_tree_over_the_leaves(self, store: LedgerStore) -> None:
        for number in range(5):
            store.append(f"key {number}", lambda _, number=number: [FIRST] * (number + 1))
        assert store.root() == MerkleTree(entry.leaf for entry in store.entries()).root()

    def test_a_key_that_was_written_writes_nothing_again(self, store: LedgerStore) -> None:
        once = store.append("a", lambda _: [FIRST, SECOND])
        root = store.root()

        def never(_: LedgerReader) -> Sequence[Draft]:
            raise AssertionError("a known key asks for no plan")

        assert store.append("a", never) == once
        assert (store.size(), store.root()) == (2, root)

    def test_a_plan_sees_the_record_as_it_is_inside_the_write(self, store: LedgerStore) -> None:
        store.append("a", lambda _: [FIRST])
        seen: list[tuple[int, list[str]]] = []

        def look(reader: LedgerReader) -> Sequence[Draft]:
            seen.append((reader.size(), [entry.subject for entry in reader.opened()]))
            return [SECOND]

        store.append("b", look)
        assert seen == [(1, ["c:1"])]

    def test_a_plan_that_refuses_writes_nothing(self, store: LedgerStore) -> None:
        def refuse(_: LedgerReader) -> Sequence[Draft]:
            raise RuleRefusal("no")

        with pytest.raises(RuleRefusal):
            store.append("a", refuse)
        assert (store.size(), store.root()) == (0, EMPTY_ROOT)

    def test_a_key_whose_plan_refused_can_be_used_again(self, store: LedgerStore) -> None:
        def refuse(_: LedgerReader) -> Sequence[Draft]:
            raise RuleRefusal("no")

        with pytest.raises(RuleRefusal):
            store.append("a", refuse)
        assert len(store.append("a", lambda _: [FIRST])) == 1

    def test_several_drafts_are_written_all_or_none(self, store: LedgerStore) -> None:
        bad = promise("c:2", beneficiary=0.5)
        with pytest.raises(RuleRefusal):
            store.append("a", lambda _: [FIRST, bad])
        assert (store.size(), list(store.disclosures()), store.root()) == (0, [], EMPTY_ROOT)

    def test_a_plan_that_gives_nothing_still_settles_its_key(self, store: LedgerStore) -> None:
        assert store.append("a", lambda _: []) == ()
        assert store.append("a", lambda _: [FIRST]) == ()
        assert store.size() == 0

    def test_a_part_of_the_log_is_read_half_open(self, store: LedgerStore) -> None:
        store.append("a", lambda _: [FIRST, SECOND, FIRST, SECOND])
        assert [entry.seq for entry in store.entries(1, 3)] == [1, 2]
        assert [entry.seq for entry in store.entries(2)] == [2, 3]
        assert [entry.seq for entry in store.opened(1, 2)] == [1]
        assert {each.seq for each in store.disclosures(1, 3)} == {1, 2}

    def test_contents_come_in_the_order_of_their_entries(self, store: LedgerStore) -> None:
        store.append("a", lambda _: [FIRST, SECOND])
        assert [(each.seq, each.path) for each in store.disclosures()] == [
            (0, "/why"),
            (0, "/evidence/0/quote"),
            (0, "/payload/title"),
            (1, "/payload/note"),
        ]

    def test_a_destroyed_content_is_gone_and_the_root_stands(self, store: LedgerStore) -> None:
        store.append("a", lambda _: [FIRST, SECOND])
        root = store.root()
        assert store.destroy(0, "/payload/title")
        assert [each.path for each in store.disclosures(0, 1)] == ["/why", "/evidence/0/quote"]
        read = next(iter(store.opened()))
        assert (read.payload["title"], read.missing, store.root()) == (None, ("/payload/title",), root)

    def test_what_is_not_there_cannot_be_destroyed(self, store: LedgerStore) -> None:
        store.append("a", lambda _: [FIRST])
        assert store.destroy(0, "/why")
        assert not store.destroy(0, "/why")
        assert not store.destroy(0, "/payload/nature")
        assert not store.destroy(9, "/why")

    def test_every_content_has_a_salt_of_its_own(self, store: LedgerStore) -> None:
        store.append("a", lambda _: [FIRST, SECOND])
        salts = [each.salt for each in store.disclosures()]
        assert {len(salt) for salt in salts} == {32}
        assert len(set(salts)) == len(salts)

    def test_all_entries_of_one_write_are_recorded_at_one_instant(self, store: LedgerStore) -> None:
        store.append("a", lambda _: [FIRST, SECOND])
        assert {entry.recorded for entry in store.opened()} == {"2026-07-10T12:00:00.000000Z"}
