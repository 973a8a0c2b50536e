"""The store's port, fulfilled by apsw: another SQLite library, and one whose disk can be played."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import apsw

from kept.storage.database import Row
from kept.storage.sqlite import SETTINGS, failure


class ApswDatabase:
    """A connection through apsw; `vfs` names the disk it writes to, `settings` what it asks for when it opens."""

    lock = ""

    def __init__(self, path: Path, *, vfs: str | None = None, settings: Sequence[str] = SETTINGS) -> None:
        self.where = str(path)
        with self._translated():
            self.connection = apsw.Connection(str(path), vfs=vfs)
            self.connection.set_busy_timeout(30_000)
            for setting in settings:
                self.connection.execute(f"PRAGMA {setting}").fetchall()

    def query(self, statement: str, values: Sequence[object] = ()) -> list[Row]:
        with self._translated():
            return self.connection.execute(statement, tuple(values)).fetchall()

    def run(self, statement: str, values: Sequence[object] = ()) -> int:
        with self._translated():
            self.connection.execute(statement, tuple(values)).fetchall()
            return self.connection.changes()

    def run_many(self, statement: str, rows: Iterable[Sequence[object]]) -> int:
        before = self.connection.total_changes()
        with self._translated():
            self.connection.executemany(statement, [tuple(row) for row in rows])
        return self.connection.total_changes() - before

    @contextmanager
    def transaction(self) -> Iterator[None]:
        try:
            self.run("BEGIN IMMEDIATE")
            yield
            self.run("COMMIT")
        finally:
            self._roll_back()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        try:
            self.run("BEGIN")
            yield
        finally:
            self._roll_back()

    def forget(self) -> None:
        self.query("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        self.connection.close()

    def _roll_back(self) -> None:
        if self.connection.in_transaction:
            self.run("ROLLBACK")

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (apsw.Error, OSError) as error:
            raise failure(str(error), where=self.where) from error
