"""The head of a log: roots of its full subtrees, which give the same root as the whole tree."""

import hashlib

import pytest

from kept.errors import RecordTampered
from kept.ledger.merkle import MerkleTree
from kept.ledger.peaks import Peaks
from tests.ledger.cast import a_store, promise

LEAVES = [hashlib.sha256(bytes([number])).digest() for number in range(40)]


@pytest.mark.parametrize("size", range(41))
def test_its_root_is_that_of_the_whole_tree(size: int) -> None:
    assert Peaks().grown(LEAVES[:size]).root() == MerkleTree(LEAVES[:size]).root()


def test_it_comes_back_from_its_bytes() -> None:
    head = Peaks().grown(LEAVES[:13])
    assert Peaks.from_bytes(13, head.to_bytes()) == head


def test_a_head_that_does_not_fit_its_size_is_refused() -> None:
    with pytest.raises(RecordTampered, match="does not fit its 12 entries"):
        Peaks.from_bytes(12, Peaks().grown(LEAVES[:13]).to_bytes())


def test_writing_and_destroying_are_one_stroke_in_memory() -> None:
    store = a_store()
    store.append("a", lambda _: [promise("c:1")])
    store.append("b", lambda _: [promise("c:2")], destroy=[(0, "/payload/title")])
    first, second = store.opened()
    assert first.missing == ("/payload/title",)
    assert not second.missing
