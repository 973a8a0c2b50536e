"""The tree over entries (RFC 9162), with pymerkle as oracle and every proof of small trees."""

import hashlib
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymerkle import InmemoryTree

from kept.ledger.merkle import EMPTY_ROOT, MerkleTree, leaf_hash, node_hash, verify_consistency, verify_inclusion

LARGEST = 64
DATA = [f"entry {number}".encode() for number in range(LARGEST)]
LEAVES = [leaf_hash(data) for data in DATA]
SIZES = range(LARGEST + 1)


@cache
def tree(size: int = LARGEST) -> MerkleTree:
    return MerkleTree(LEAVES[:size])


@pytest.mark.parametrize("size", SIZES)
def test_the_root_is_the_oracles(size) -> None:
    oracle = InmemoryTree.init_from_entries(DATA[:size], algorithm="sha256")
    assert tree(size).root() == (oracle.get_root() if size else hashlib.sha256(b"").digest())


@pytest.mark.parametrize("size", SIZES)
def test_a_grown_tree_remembers_the_roots_of_its_beginnings(size) -> None:
    assert tree().root(size) == tree(size).root()


def test_the_tree_counts_its_leaves_and_gives_them() -> None:
    assert (len(tree(5)), tree(5).leaf(4)) == (5, LEAVES[4])
    assert MerkleTree().root() == EMPTY_ROOT


@pytest.mark.parametrize("size", SIZES)
def test_every_inclusion_proof_holds(size) -> None:
    for index in range(size):
        proof = tree().inclusion_proof(index, size)
        assert verify_inclusion(LEAVES[index], index, size, proof, tree(size).root())


@pytest.mark.parametrize("new", SIZES)
def test_every_consistency_proof_holds(new) -> None:
    for old in range(1, new + 1):
        proof = tree().consistency_proof(old, new)
        assert verify_consistency(old, new, proof, tree(old).root(), tree(new).root())


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 33, 64])
def test_a_proof_has_the_oracles_hashes(size) -> None:
    oracle = InmemoryTree.init_from_entries(DATA[:size], algorithm="sha256")
    for index in range(size):
        theirs = [bytes.fromhex(each) for each in oracle.prove_inclusion(index + 1).serialize()["path"]]
        assert set(tree().inclusion_proof(index, size)) <= set(theirs)


def test_a_proof_without_a_size_is_of_the_whole_tree() -> None:
    assert verify_inclusion(LEAVES[3], 3, 9, tree(9).inclusion_proof(3), tree(9).root())
    assert verify_consistency(4, 9, tree(9).consistency_proof(4), tree(4).root(), tree(9).root())


@pytest.mark.parametrize(("index", "size"), [(0, 0), (3, 3), (-1, 3), (0, 65)])
def test_a_leaf_that_is_not_there_has_no_proof(index, size) -> None:
    with pytest.raises(IndexError):
        tree().inclusion_proof(index, size)


@pytest.mark.parametrize(("old", "new"), [(0, 3), (4, 3), (1, 65)])
def test_a_tree_that_is_no_beginning_has_no_proof(old, new) -> None:
    with pytest.raises(IndexError):
        tree().consistency_proof(old, new)


@given(st.integers(1, LARGEST), st.data())
def test_an_altered_inclusion_proof_fails(size, data) -> None:
    index = data.draw(st.integers(0, size - 1))
    proof, root = tree().inclusion_proof(index, size), tree(size).root()
    assert not verify_inclusion(_flipped(LEAVES[index], data), index, size, proof, root)
    assert not verify_inclusion(LEAVES[index], index, size, proof, _flipped(root, data))
    assert not verify_inclusion(LEAVES[index], index, size, [*proof, root], root)
    if proof:
        place = data.draw(st.integers(0, len(proof) - 1))
        broken = [*proof[:place], _flipped(proof[place], data), *proof[place + 1 :]]
        assert not verify_inclusion(LEAVES[index], index, size, broken, root)
        assert not verify_inclusion(LEAVES[index], index, size, proof[:-1], root)
        assert not verify_inclusion(LEAVES[index], index, size, [proof[0][:31], *proof[1:]], root)
        assert not verify_inclusion(LEAVES[index], (index + 1) % size, size, proof, root)


@given(st.integers(2, LARGEST), st.data())
def test_an_altered_consistency_proof_fails(new, data) -> None:
    old = data.draw(st.integers(1, new - 1))
    proof, first, second = tree().consistency_proof(old, new), tree(old).root(), tree(new).root()
    assert not verify_consistency(old, new, proof, _flipped(first, data), second)
    assert not verify_consistency(old, new, proof, first, _flipped(second, data))
    assert not verify_consistency(old, new, [*proof, first], first, second)
    assert not verify_consistency(old, new, proof[:-1], first, second)
    assert not verify_consistency(old, new, [proof[0][:31], *proof[1:]], first, second)
    place = data.draw(st.integers(0, len(proof) - 1))
    broken = [*proof[:place], _flipped(proof[place], data), *proof[place + 1 :]]
    assert not verify_consistency(old, new, broken, first, second)


def _flipped(value: bytes, data: st.DataObject) -> bytes:
    at = data.draw(st.integers(0, len(value) * 8 - 1))
    return bytes(byte ^ (1 << at % 8 if number == at // 8 else 0) for number, byte in enumerate(value))


def test_a_tree_is_consistent_with_itself_and_needs_no_proof() -> None:
    root = tree(5).root()
    assert verify_consistency(5, 5, [], root, root)
    assert not verify_consistency(5, 5, [root], root, root)
    assert not verify_consistency(5, 5, [], root, EMPTY_ROOT)


@pytest.mark.parametrize(("old", "new"), [(0, 5), (6, 5)])
def test_sizes_that_cannot_be_are_refused(old, new) -> None:
    assert not verify_consistency(old, new, [EMPTY_ROOT], EMPTY_ROOT, EMPTY_ROOT)


@pytest.mark.parametrize(("index", "size"), [(-1, 5), (5, 5), (0, 0)])
def test_an_index_outside_the_tree_is_refused(index, size) -> None:
    assert not verify_inclusion(LEAVES[0], index, size, [], LEAVES[0])


def test_a_leaf_cannot_pass_for_a_node() -> None:
    left, right = LEAVES[:2]
    assert leaf_hash(left + right) != node_hash(left, right)
