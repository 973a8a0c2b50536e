"""The SQLite store keeps the contract of all stores."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kept.storage.sqlite import SqliteStore
from tests.ledger.contract import StoreContract
from tests.storage.conftest import NOON, seeded_salts


class TestSqliteStore(StoreContract):
    @pytest.fixture
    def store(self, database: Path) -> Iterator[SqliteStore]:
        opened = SqliteStore(database, clock=lambda: NOON, salts=seeded_salts())
        yield opened
        opened.close()
