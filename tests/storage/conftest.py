"""Databases with their tables, made once and copied for each test."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from kept.bootstrap import make_tables
from kept.ledger.memory import MemoryStore
from kept.ledger.store import LedgerStore
from kept.storage.address import DatabaseAddress
from kept.storage.database import Database
from kept.storage.log import SqlStore
from kept.storage.sqlite import SqliteDatabase
from tests.storage.cluster import Cluster, running_cluster

NOON = datetime(2026, 7, 10, 12, 0, tzinfo=UTC)
DATABASES = ("sqlite", "apsw", "postgresql")


def seeded_salts() -> Callable[[], bytes]:
    """Give salts that are the same in each run."""
    numbers = count()
    return lambda: next(numbers).to_bytes(32)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a database with all tables and triggers and nothing in it."""
    path = tmp_path_factory.mktemp("database") / "kept.sqlite3"
    make_tables(DatabaseAddress(path))
    return path


@pytest.fixture
def database(empty_database: Path, tmp_path: Path) -> Path:
    """Give a fresh copy of it."""
    return Path(shutil.copy(empty_database, tmp_path / "kept.sqlite3"))


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """Give a PostgreSQL server, for as long as the tests run."""
    with running_cluster() as running:
        yield running


@pytest.fixture(scope="session")
def empty_postgres(cluster: Cluster) -> str:
    """Give the name of a database on it with all tables and triggers and nothing in it."""
    url = cluster.copy_of("template1")
    make_tables(DatabaseAddress.of_url(url))
    return url.removeprefix("postgresql:///").partition("?")[0]


@pytest.fixture
def postgres_url(cluster: Cluster, empty_postgres: str) -> str:
    """Give the URL of a fresh copy of it."""
    return cluster.copy_of(empty_postgres)


@pytest.fixture
def store(database: Path) -> Iterator[SqlStore]:
    """Give a store on a fresh SQLite database, its clock at noon."""
    opened = a_store(lambda: SqliteDatabase(database))
    yield opened
    opened.close()


def a_store(connect: Callable[[], Database]) -> SqlStore:
    """Give a store on a database, its clock at noon, its salts the same in each run."""
    return SqlStore(connect, clock=lambda: NOON, salts=seeded_salts())


@pytest.fixture(params=DATABASES)
def connect(request: pytest.FixtureRequest) -> Callable[[], Database]:
    """Give what connects to a fresh database of each kind."""
    if request.param == "postgresql":
        return DatabaseAddress.of_url(request.getfixturevalue("postgres_url")).connect
    path = request.getfixturevalue("database")
    if request.param == "apsw":
        apsw_database = pytest.importorskip("tests.storage.apsw_database", reason="apsw is not installed")
        return lambda: apsw_database.ApswDatabase(path)
    return lambda: SqliteDatabase(path)


@pytest.fixture
def any_store(connect: Callable[[], Database]) -> Iterator[SqlStore]:
    """Give a store on a fresh database of each kind."""
    opened = a_store(connect)
    yield opened
    opened.close()


@pytest.fixture
def reference_store() -> LedgerStore:
    """Give the store in memory that the others are compared with."""
    return MemoryStore(clock=lambda: NOON, salts=seeded_salts())
