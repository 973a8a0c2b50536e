"""The store in memory keeps the contract of all stores."""

import pytest

from kept.ledger.memory import MemoryStore
from tests.ledger.cast import Clock, a_store, promise
from tests.ledger.contract import StoreContract


class TestMemoryStore(StoreContract):
    @pytest.fixture
    def store(self) -> MemoryStore:
        return a_store()


def test_a_later_write_carries_a_later_instant() -> None:
    clock = Clock()
    store = a_store(clock)
    store.append("a", lambda _: [promise("c:1")])
    clock.pass_days(1)
    store.append("b", lambda _: [promise("c:2")])
    assert [entry.recorded[:10] for entry in store.opened()] == ["2026-07-10", "2026-07-11"]


def test_two_stores_with_the_same_salts_have_the_same_root() -> None:
    one, other = a_store(), a_store()
    for store in (one, other):
        store.append("a", lambda _: [promise("c:1")])
    assert one.root() == other.root()
