"""The ledger store on SQLite: WAL, synchronous FULL, one immediate transaction a write; around the ORM."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import Any

from kept.errors import StorageFailure
from kept.ledger.entries import Disclosure, Entry, Opened, Salts, opened, seal
from kept.ledger.merkle import MerkleTree
from kept.ledger.store import Plan
from kept.model.times import instant_text

BUSY_SECONDS = 30.0
_END = 2**62


def connect(path: Path) -> sqlite3.Connection:
    """Open the database for durable writing; transactions are begun by hand."""
    try:
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
    except sqlite3.Error as error:
        raise StorageFailure(
            f"the database cannot be opened ({error})", where=str(path), remedy="Run kept init, or check the folder"
        ) from error
    return connection


class SqliteStore:
    """Keeps the log in three tables; `clock` gives the recorded instant, `salts` 32 random bytes a call.

    The Merkle tree is kept in memory and caught up with the table before each use, inside the transaction where one
    writes, since the site and the command line are processes of their own.
    """

    def __init__(self, path: Path, *, clock: Callable[[], datetime], salts: Salts) -> None:
        self._path, self._clock, self._salts = path, clock, salts
        self._connection = connect(path)
        self._tree = MerkleTree()
        self._lock = RLock()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def size(self) -> int:
        """Count the entries."""
        return int(self._query("SELECT coalesce(max(seq) + 1, 0) FROM log_entry")[0][0])

    def root(self) -> bytes:
        """Give the Merkle root over all leaves."""
        with self._lock:
            self._catch_up()
            return self._tree.root()

    def root_at(self, size: int) -> bytes:
        """Give the root of the first `size` leaves."""
        with self._lock:
            self._catch_up()
            return self._tree.root(size)

    def entries(self, start: int = 0, stop: int | None = None) -> Iterator[Entry]:
        """Give the entries from `start` up to `stop`."""
        rows = self._range("SELECT seq, data, leaf FROM log_entry WHERE seq >= ? AND seq < ? ORDER BY seq", start, stop)
        return (Entry(seq=seq, data=bytes(data), leaf=bytes(leaf)) for seq, data, leaf in rows)

    def disclosures(self, start: int = 0, stop: int | None = None) -> Iterator[Disclosure]:
        """Give the contents of sealed fields that still exist."""
        rows = self._range(
            "SELECT seq, path, salt, content FROM log_disclosure WHERE seq >= ? AND seq < ? ORDER BY seq, id",
            start,
            stop,
        )
        return (Disclosure(seq=seq, path=path, salt=bytes(salt), content=bytes(text)) for seq, path, salt, text in rows)

    def opened(self, start: int = 0, stop: int | None = None) -> Iterator[Opened]:
        """Give the entries with their sealed fields put back."""
        beside: dict[int, list[Disclosure]] = {}
        for each in self.disclosures(start, stop):
            beside.setdefault(each.seq, []).append(each)
        return (opened(entry, beside.get(entry.seq, ())) for entry in self.entries(start, stop))

    def append(self, key: str, plan: Plan) -> tuple[Entry, ...]:
        """Write what `plan` gives, all or nothing, durably; a known key writes nothing."""
        with self._lock, self._transaction():
            known = self._query("SELECT first, stop FROM log_key WHERE key = ?", (key,))
            if known:
                return tuple(self.entries(*known[0]))
            self._catch_up()
            recorded, first = instant_text(self._clock()), self.size()
            sealed = [
                seal(draft, seq=first + index, recorded=recorded, salts=self._salts)
                for index, draft in enumerate(plan(self))
            ]
            self._write(key, first, sealed)
        return tuple(entry for entry, _ in sealed)

    def destroy(self, seq: int, path: str) -> bool:
        """Destroy salt and content of one sealed field."""
        with self._lock, self._transaction():
            gone = self._connection.execute("DELETE FROM log_disclosure WHERE seq = ? AND path = ?", (seq, path))
        return gone.rowcount > 0

    def _write(self, key: str, first: int, sealed: Sequence[tuple[Entry, tuple[Disclosure, ...]]]) -> None:
        run = self._connection.executemany
        run(
            "INSERT INTO log_entry (seq, data, leaf) VALUES (?, ?, ?)",
            [(entry.seq, entry.data, entry.leaf) for entry, _ in sealed],
        )
        run(
            "INSERT INTO log_disclosure (seq, path, salt, content) VALUES (?, ?, ?, ?)",
            [(each.seq, each.path, each.salt, each.content) for _, beside in sealed for each in beside],
        )
        run("INSERT INTO log_key (key, first, stop) VALUES (?, ?, ?)", [(key, first, first + len(sealed))])

    def _catch_up(self) -> None:
        missing = "SELECT leaf FROM log_entry WHERE seq >= ? AND seq < ? ORDER BY seq"
        for (leaf,) in self._range(missing, len(self._tree), None):
            self._tree.append(bytes(leaf))

    def _query(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        try:
            with self._lock:
                return self._connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise self._failure(error) from error

    def _range(self, statement: str, start: int, stop: int | None) -> list[tuple[Any, ...]]:
        return self._query(statement, (start, _END if stop is None else stop))

    def _failure(self, error: sqlite3.Error) -> StorageFailure:
        remedy = "Run kept init" if "no such table" in str(error) else "Run kept verify, or restore a backup"
        return StorageFailure(
            f"the database does not answer as a ledger ({error})", where=str(self._path), remedy=remedy
        )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._roll_back()
            raise self._failure(error) from error
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
