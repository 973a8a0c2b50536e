"""The ledger store on a database, around the ORM: reading on one connection, writing on another.

The head of the log (its size and few hashes) is a row of its own, read and locked inside each write transaction, since
the site, the worker and the command line are processes of their own. Nothing has to be read to know the root.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from threading import RLock

from kept.errors import RecordTampered
from kept.ledger.entries import Disclosure, Draft, Entry, Opened, Salts, opened, seal
from kept.ledger.merkle import MerkleTree
from kept.ledger.peaks import Peaks
from kept.ledger.store import Field, Plan
from kept.model.times import instant_text
from kept.storage.database import Database
from kept.storage.writing import WriterQueue

_SLICE = 5_000
"""Entries read at a time: a long reading neither fills the memory nor holds the connection."""

Sealed = tuple[Entry, tuple[Disclosure, ...]]


class SqlLog:
    """Reads the log in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = RLock()

    def close(self) -> None:
        """Close the connection."""
        self._database.close()

    def size(self) -> int:
        """Count the entries."""
        return self.head().size

    def root(self) -> bytes:
        """Give the Merkle root over all leaves."""
        return self.head().root()

    def head(self) -> Peaks:
        """Give size and root of one moment."""
        return self._head("")

    def entries(self, start: int = 0, stop: int | None = None) -> Iterator[Entry]:
        """Give the entries from `start` up to `stop`."""
        for first, last in self._slices(start, stop):
            yield from self._entries(first, last)

    def disclosures(self, start: int = 0, stop: int | None = None) -> Iterator[Disclosure]:
        """Give the contents of sealed fields that still exist."""
        for first, last in self._slices(start, stop):
            yield from self._disclosures(first, last)

    def opened(self, start: int = 0, stop: int | None = None) -> Iterator[Opened]:
        """Give the entries with their sealed fields put back."""
        for first, last in self._slices(start, stop):
            beside: dict[int, list[Disclosure]] = {}
            for each in self._disclosures(first, last):
                beside.setdefault(each.seq, []).append(each)
            yield from (opened(entry, beside.get(entry.seq, ())) for entry in self._entries(first, last))

    def tree(self) -> MerkleTree:
        """Build the whole tree from the leaves as they are stored, for proofs."""
        return MerkleTree(entry.leaf for entry in self.entries())

    def _head(self, lock: str) -> Peaks:
        with self._lock:
            rows = self._database.query(f"SELECT size, peaks FROM log_head WHERE id = 1{lock}")  # noqa: S608  a constant
        if not rows:
            raise RecordTampered("the log has no head", where=self._database.where, remedy="Restore a backup")
        return Peaks.from_bytes(rows[0][0], bytes(rows[0][1]))

    def _slices(self, start: int, stop: int | None) -> Iterator[tuple[int, int]]:
        """Cut a range into slices; what is appended while it is read stays outside, so that none is half there."""
        end = self._end() if stop is None else min(stop, self._end())
        return ((first, min(first + _SLICE, end)) for first in range(start, end, _SLICE))

    def _end(self) -> int:
        """Give the place behind the last entry or content that is in the tables, whatever the head says."""
        with self._lock:
            rows = self._database.query(
                "SELECT (SELECT max(seq) FROM log_entry), (SELECT max(seq) FROM log_disclosure)"
            )
        return max((seq + 1 for seq in rows[0] if seq is not None), default=0)

    def _entries(self, start: int, stop: int) -> list[Entry]:
        with self._lock:
            rows = self._database.query(
                "SELECT seq, data, leaf FROM log_entry WHERE seq >= ? AND seq < ? ORDER BY seq", (start, stop)
            )
        return [Entry(seq=seq, data=bytes(data), leaf=bytes(leaf)) for seq, data, leaf in rows]

    def _disclosures(self, start: int, stop: int) -> list[Disclosure]:
        with self._lock:
            rows = self._database.query(
                "SELECT seq, path, salt, content FROM log_disclosure WHERE seq >= ? AND seq < ? ORDER BY seq, id",
                (start, stop),
            )
        return [Disclosure(seq=seq, path=path, salt=bytes(salt), content=bytes(text)) for seq, path, salt, text in rows]


class SqlStore(SqlLog):
    """A log that can be appended to; `clock` gives the recorded instant, `salts` 32 random bytes a call.

    `connect` opens a connection to the database: one is used for reading, one for writing. Threads that append at the
    same time share one transaction, and so one wait for the disk.
    """

    def __init__(self, connect: Callable[[], Database], *, clock: Callable[[], datetime], salts: Salts) -> None:
        super().__init__(connect())
        self._writer = connect()
        self._inside = _Inside(self._writer)
        self._clock, self._salts = clock, salts
        self._queue: WriterQueue[tuple[Entry, ...]] = WriterQueue(self._writer.transaction)

    def close(self) -> None:
        """Close both connections."""
        self._database.close()
        self._writer.close()

    def append(self, key: str, plan: Plan, *, destroy: Sequence[Field] = ()) -> tuple[Entry, ...]:
        """Write what `plan` gives, all or nothing, durably, and destroy sealed fields; a known key writes nothing."""
        written = self._queue.write(lambda: self._append(key, plan, destroy))
        if destroy:
            self.forget()
        return written

    def destroy(self, seq: int, path: str) -> bool:
        """Destroy salt and content of one sealed field."""
        gone: list[bool] = []

        def work() -> tuple[Entry, ...]:
            gone.append(self._destroy(seq, path))
            return ()

        self._queue.write(work)
        self.forget()
        return gone[-1]

    def _append(self, key: str, plan: Plan, destroy: Sequence[Field]) -> tuple[Entry, ...]:
        peaks = self._inside.locked_head()
        known = self._writer.query("SELECT first, stop FROM log_key WHERE key = ?", (key,))
        if known:
            return tuple(self._inside.entries(*known[0]))
        sealed = self._seal(plan(self._inside), peaks.size)
        self._insert(key, peaks, sealed)
        for each in destroy:
            self._destroy(*each)
        return tuple(entry for entry, _ in sealed)

    def _seal(self, drafts: Sequence[Draft], first: int) -> list[Sealed]:
        recorded = instant_text(self._clock())
        return [
            seal(draft, seq=first + index, recorded=recorded, salts=self._salts) for index, draft in enumerate(drafts)
        ]

    def _insert(self, key: str, peaks: Peaks, sealed: Sequence[Sealed]) -> None:
        run, first = self._writer.run_many, peaks.size
        run(
            "INSERT INTO log_entry (seq, data, leaf) VALUES (?, ?, ?)",
            [(entry.seq, entry.data, entry.leaf) for entry, _ in sealed],
        )
        run(
            "INSERT INTO log_disclosure (seq, path, salt, content) VALUES (?, ?, ?, ?)",
            [(each.seq, each.path, each.salt, each.content) for _, beside in sealed for each in beside],
        )
        run("INSERT INTO log_key (key, first, stop) VALUES (?, ?, ?)", [(key, first, first + len(sealed))])
        grown = peaks.grown(entry.leaf for entry, _ in sealed)
        self._writer.run("UPDATE log_head SET size = ?, peaks = ? WHERE id = 1", (grown.size, grown.to_bytes()))

    def _destroy(self, seq: int, path: str) -> bool:
        return self._writer.run("DELETE FROM log_disclosure WHERE seq = ? AND path = ?", (seq, path)) > 0

    def forget(self) -> None:
        """Take what was destroyed out of the database's files; between two transactions."""
        self._queue.alone(self._writer.forget)


class _Inside(SqlLog):
    """Reads the log as it is inside the write transaction."""

    def locked_head(self) -> Peaks:
        """Read the head and hold it until the transaction ends."""
        return self._head(self._database.lock)
