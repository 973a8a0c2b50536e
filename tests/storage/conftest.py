"""A database with its tables, made once and copied for each test."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from kept.bootstrap import _migrate
from kept.storage.sqlite import SqliteStore

NOON = datetime(2026, 7, 10, 12, 0, tzinfo=UTC)


def seeded_salts() -> Callable[[], bytes]:
    """Give salts that are the same in each run."""
    numbers = count()
    return lambda: next(numbers).to_bytes(32)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a database with all tables and triggers and nothing in it."""
    path = tmp_path_factory.mktemp("database") / "kept.sqlite3"
    _migrate(path)
    return path


@pytest.fixture
def database(empty_database: Path, tmp_path: Path) -> Path:
    """Give a fresh copy of it."""
    return Path(shutil.copy(empty_database, tmp_path / "kept.sqlite3"))


@pytest.fixture
def store(database: Path) -> Iterator[SqliteStore]:
    """Give a store on a fresh database, its clock at noon."""
    opened = SqliteStore(database, clock=lambda: NOON, salts=seeded_salts())
    yield opened
    opened.close()
