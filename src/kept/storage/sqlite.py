"""SQLite: WAL, synchronous FULL, one immediate transaction a write; deleted content is overwritten."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kept.errors import StorageFailure
from kept.storage.database import Row

BUSY_SECONDS = 30.0
SETTINGS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
"""What each connection sets: durable after a power cut, and able to forget."""


class SqliteDatabase:
    """A connection to a database file; transactions are begun by hand."""

    lock = ""

    def __init__(self, path: Path) -> None:
        self.path, self.where = path, str(path)
        try:
            self.connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
            for setting in SETTINGS:
                self.connection.execute(f"PRAGMA {setting}")
        except sqlite3.Error as error:
            raise StorageFailure(
                f"the database cannot be opened ({error})",
                where=self.where,
                remedy="Run kept init, or check the folder",
            ) from error

    def query(self, statement: str, values: Sequence[object] = ()) -> list[Row]:
        """Give the rows of a statement."""
        try:
            return self.connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise self._failure(error) from error

    def run(self, statement: str, values: Sequence[object] = ()) -> int:
        """Run a statement; count the rows it touched."""
        try:
            return self.connection.execute(statement, values).rowcount
        except sqlite3.Error as error:
            raise self._failure(error) from error

    def run_many(self, statement: str, rows: Iterable[Sequence[object]]) -> int:
        """Run a statement for each row; count the rows it touched."""
        try:
            return self.connection.executemany(statement, rows).rowcount
        except sqlite3.Error as error:
            raise self._failure(error) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all or nothing, durably; immediate, so that two writers wait for each other instead of failing."""
        try:
            self.run("BEGIN IMMEDIATE")
            yield
            self.run("COMMIT")
        finally:
            self._roll_back()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read one state; in WAL readers and the writer do not wait for each other."""
        try:
            self.run("BEGIN")
            yield
        finally:
            self._roll_back()

    def forget(self) -> None:
        """Write the log of changes back and cut it off, so that deleted content stands in no file."""
        self.query("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()

    def _roll_back(self) -> None:
        """Undo what was not committed; a disk that fails here too has undone it by itself."""
        if self.connection.in_transaction:
            self.run("ROLLBACK")

    def _failure(self, error: sqlite3.Error) -> StorageFailure:
        return failure(str(error), where=self.where)


REMEDIES = (
    ("no such table", "Run kept init"),
    ("is full", "Make room on the disk; nothing was written, reading goes on"),
    ("I/O error", "Check the disk; nothing was written"),
    ("readonly", "Check the rights of the folder and the file"),
    ("locked", "Wait for the other writer, then try again"),
)


def failure(said: str, *, where: str) -> StorageFailure:
    """Say what SQLite reports, and what helps."""
    remedy = next((remedy for part, remedy in REMEDIES if part in said), "Run kept verify, or restore a backup")
    return StorageFailure(f"the database does not answer as a ledger ({said})", where=where, remedy=remedy)
