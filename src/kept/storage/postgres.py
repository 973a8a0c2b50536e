"""PostgreSQL 15 through psycopg 3: a lost connection is opened again, a row is locked where SQLite locks the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from kept.errors import StorageFailure, UsageError
from kept.storage.database import Row

try:
    import psycopg
except ImportError as error:  # the extra [postgres] is not installed
    raise UsageError("PostgreSQL needs psycopg", remedy="Install kept[postgres]") from error


class PostgresDatabase:
    """A connection to a database by its URL (`postgresql://user@host/name`); `where` is that without a password."""

    lock = " FOR UPDATE"

    def __init__(self, url: str, *, where: str) -> None:
        self._url, self.where = url, where
        self._connection: psycopg.Connection[Row] | None = None
        self._open()

    def query(self, statement: str, values: Sequence[object] = ()) -> list[Row]:
        """Give the rows of a statement."""
        with self._translated():
            return self._open().execute(_marked(statement), values).fetchall()

    def run(self, statement: str, values: Sequence[object] = ()) -> int:
        """Run a statement; count the rows it touched."""
        with self._translated():
            return self._open().execute(_marked(statement), values).rowcount

    def run_many(self, statement: str, rows: Iterable[Sequence[object]]) -> int:
        """Run a statement for each row; count the rows it touched."""
        with self._translated(), self._open().cursor() as cursor:
            cursor.executemany(_marked(statement), rows)
            return max(cursor.rowcount, 0)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all or nothing, durably whatever the server's default is."""
        try:
            self.run("BEGIN")
            self.run("SET LOCAL synchronous_commit = on")
            yield
            self.run("COMMIT")
        finally:
            self._roll_back()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read one state."""
        try:
            self.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
        finally:
            self._roll_back()

    def forget(self) -> None:
        """Take deleted rows out of the table's pages."""
        self.run("VACUUM log_disclosure")

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()

    def __del__(self) -> None:
        """Give the server's connection back with the object that held it."""
        self.close()

    def _open(self) -> psycopg.Connection[Row]:
        """Give the connection; one that was lost outside a transaction is opened again."""
        if self._connection is None or self._connection.closed:
            with self._translated():
                self._connection = psycopg.connect(self._url, autocommit=True, client_encoding="utf-8")
        return self._connection

    def _roll_back(self) -> None:
        connection = self._connection
        if (
            connection
            and not connection.closed
            and connection.info.transaction_status != psycopg.pq.TransactionStatus.IDLE
        ):
            self.run("ROLLBACK")

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except psycopg.Error as error:
            said = " ".join(str(error).split()) or type(error).__name__
            raise StorageFailure(
                f"the database does not answer as a ledger ({said})", where=self.where, remedy=_remedy(error)
            ) from error


def _remedy(error: psycopg.Error) -> str:
    if isinstance(error, psycopg.errors.UndefinedTable):
        return "Run kept init"
    if isinstance(error, psycopg.errors.DiskFull):
        return "Make room on the server's disk; nothing was written"
    if isinstance(error, psycopg.OperationalError):
        return "Check that the server runs and that KEPT_DATABASE_URL names it"
    return "Run kept verify, or restore a backup"


def _marked(statement: str) -> str:
    return statement.replace("?", "%s")
