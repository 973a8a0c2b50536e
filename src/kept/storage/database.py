"""The small port through which the stores speak to a database; statements mark their values by `?`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

Row = tuple[Any, ...]


class Database(Protocol):
    """One connection, used by one thread at a time; every failure is a StorageFailure that names `where`.

    `lock` is what a SELECT needs at its end to hold a row until the transaction ends (empty where a transaction holds
    the whole database).
    """

    where: str
    lock: str

    def query(self, statement: str, values: Sequence[object] = ()) -> list[Row]:
        """Give the rows of a statement."""
        ...

    def run(self, statement: str, values: Sequence[object] = ()) -> int:
        """Run a statement; count the rows it touched."""
        ...

    def run_many(self, statement: str, rows: Iterable[Sequence[object]]) -> int:
        """Run a statement for each row; count the rows it touched."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """Write all or nothing, durably; no other writer comes between."""
        ...

    def snapshot(self) -> AbstractContextManager[None]:
        """Read one state, whoever writes meanwhile."""
        ...

    def forget(self) -> None:
        """Take what was deleted out of the database's files."""
        ...

    def close(self) -> None:
        """Close the connection."""
        ...
