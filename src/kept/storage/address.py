"""Where a ledger's database is: a file in its folder, or a PostgreSQL server by a URL that the folder keeps.

kept.sqlite3     the database, on SQLite
database.url     else its URL, on PostgreSQL (mode 0600, outside of backups)
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from kept.errors import StorageFailure, UsageError
from kept.storage.database import Database

FILE, URL_FILE = "kept.sqlite3", "database.url"
VARIABLE = "KEPT_DATABASE_URL"
_SCHEMES = ("postgresql", "postgres")


@dataclass(frozen=True, slots=True)
class DatabaseAddress:
    """A SQLite file, or a PostgreSQL URL."""

    place: Path | str

    @classmethod
    def of_folder(cls, folder: Path) -> DatabaseAddress | None:
        """Give where the ledger of a folder is; None where the folder holds no ledger.

        On PostgreSQL the environment's `KEPT_DATABASE_URL` wins over the URL kept in the folder: servers move.
        """
        if (folder / URL_FILE).exists():
            return cls.of_url(os.environ.get(VARIABLE) or _read(folder / URL_FILE))
        return cls(folder / FILE) if (folder / FILE).exists() else None

    @classmethod
    def for_new(cls, folder: Path) -> DatabaseAddress:
        """Give where a new ledger goes: to `KEPT_DATABASE_URL` if it is set, else into the folder."""
        url = os.environ.get(VARIABLE)
        return cls.of_url(url) if url else cls(folder / FILE)

    @classmethod
    def of_url(cls, url: str) -> DatabaseAddress:
        """Read a URL; refuse what is no PostgreSQL."""
        if urlsplit(url).scheme not in _SCHEMES:
            raise UsageError(
                f"“{urlsplit(url).scheme or url}” is no database that Kept knows",
                where=VARIABLE,
                remedy="Write postgresql://user@host/database, or unset it for SQLite",
            )
        return cls(url)

    @property
    def shown(self) -> str:
        """Give the address for people: without its password."""
        head, at, rest = str(self.place).rpartition("@")
        scheme, slashes, login = head.partition("://")
        return f"{scheme}{slashes}{login.partition(':')[0]}{at}{rest}"

    def keep(self, folder: Path) -> None:
        """Write the URL into the folder, readable by its owner only; a file in the folder needs no note."""
        if isinstance(self.place, Path):
            return
        descriptor = os.open(folder / URL_FILE, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(self.place + "\n")

    @property
    def connect(self) -> Callable[[], Database]:
        """Give what opens a connection; the adapter is loaded where it is needed."""
        place = self.place
        if isinstance(place, Path):
            from kept.storage.sqlite import SqliteDatabase

            return lambda: SqliteDatabase(place)
        from kept.storage.postgres import PostgresDatabase

        return lambda: PostgresDatabase(place, where=self.shown)

    def django_settings(self) -> dict[str, Any]:
        """Give Django's settings of this database."""
        if isinstance(self.place, Path):
            return {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": str(self.place),
                "OPTIONS": {
                    "transaction_mode": "IMMEDIATE",
                    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
                },
            }
        return _postgres_settings(self.place)


def _postgres_settings(url: str) -> dict[str, Any]:
    """Take a URL apart; what stands behind the question mark goes to libpq (`?host=/run/postgresql` is a socket)."""
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or options.pop("dbname", ""),
        "USER": unquote(parts.username or "") or options.pop("user", ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or "") or options.pop("host", ""),
        "PORT": str(parts.port or options.pop("port", "")),
        "OPTIONS": options,
    }


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise StorageFailure(
            f"the database's URL cannot be read ({error.strerror})", where=str(path), remedy=f"Set {VARIABLE}"
        ) from error
