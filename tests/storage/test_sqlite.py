"""What SQLite adds to the contract: triggers, durability, several processes."""

import sqlite3
from pathlib import Path

import pytest

from kept.errors import StorageFailure
from kept.ledger.entries import Draft
from kept.ledger.kinds import Kind
from kept.storage.log import SqlStore
from kept.storage.sqlite import SqliteDatabase
from tests.storage.conftest import a_store


def opening(purpose: str = "desk") -> Draft:
    return Draft(kind=Kind.LEDGER_OPENED, subject="ledger", by="person:a", payload={"purpose": purpose})


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log_entry SET data = x'00'",
        "DELETE FROM log_entry",
        "UPDATE log_disclosure SET content = x'00'",
        "UPDATE log_key SET first = 7",
        "DELETE FROM log_key",
    ],
)
def test_the_log_refuses_to_be_changed(store: SqlStore, database: Path, statement: str) -> None:
    store.append("a", lambda _: [Draft(**{**_parts(opening()), "why": "because"})])
    with sqlite3.connect(database) as plain, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        plain.execute(statement)
    plain.close()


def _parts(draft: Draft) -> dict:
    return {name: getattr(draft, name) for name in ("kind", "subject", "by", "payload", "evidence", "valid", "known")}


def test_it_writes_through_to_the_disk(store: SqlStore) -> None:
    assert store._writer.query("PRAGMA journal_mode") == [("wal",)]
    assert store._writer.query("PRAGMA synchronous") == [(2,)]


def test_a_second_process_continues_the_same_tree(store: SqlStore, database: Path) -> None:
    store.append("a", lambda _: [opening()])
    other = a_store(lambda: SqliteDatabase(database))
    other.append("b", lambda _: [opening("demo")])
    assert store.root() == other.root()
    assert [entry.seq for entry in store.entries()] == [0, 1]
    other.close()


def test_a_plan_that_refuses_leaves_the_log_as_it_was(store: SqlStore) -> None:
    store.append("a", lambda _: [opening()])
    before = store.root()

    def refuse(_: object) -> list[Draft]:
        raise StorageFailure("no")

    with pytest.raises(StorageFailure):
        store.append("b", refuse)
    assert (store.root(), store.size()) == (before, 1)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite3"
    path.write_bytes(b"this is no database at all, not even nearly one" * 100)
    with pytest.raises(StorageFailure, match=r"kept\.sqlite3"):
        SqliteDatabase(path)


def test_missing_tables_say_what_to_do(tmp_path: Path) -> None:
    empty = a_store(lambda: SqliteDatabase(tmp_path / "kept.sqlite3"))
    with pytest.raises(StorageFailure, match="kept init"):
        empty.size()
    empty.close()
