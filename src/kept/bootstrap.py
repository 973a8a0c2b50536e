"""Where ports meet adapters: settings → stores, keys, captures → a desk to work at, or a record to show."""

from __future__ import annotations

import getpass
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kept.errors import StorageFailure, UsageError
from kept.frameworks.edit import framework_of, raw_framework
from kept.frameworks.words import Words, load_words
from kept.ledger.entries import Draft, Opened, Salts
from kept.ledger.kinds import Kind
from kept.ledger.state import Record
from kept.model.frameworks import Framework
from kept.model.times import Clocks, instant_text
from kept.pipeline.desk import Desk
from kept.pipeline.verify import Sealed
from kept.reading.captures import CaptureStore

if TYPE_CHECKING:
    from kept.storage.address import DatabaseAddress

PURPOSES = ("demo", "desk", "publication")
DATABASE, KEY, PUBLIC_KEY, CHECKPOINTS, CAPTURES, FRAMEWORKS = (
    "kept.sqlite3",
    "key",
    "key.pub",
    "checkpoints",
    "captures",
    "frameworks",
)


def now() -> datetime:
    """Give the instant, in UTC."""
    return datetime.now(UTC)


def random_salt() -> bytes:
    """Give 32 random bytes."""
    return secrets.token_bytes(32)


def random_id() -> str:
    """Give 16 random hexadecimal digits: public ids are no hashes of what they name."""
    return secrets.token_hex(8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ports:
    """What varies between a real ledger and one that must come out the same each time."""

    clock: Callable[[], datetime] = now
    salts: Salts = random_salt
    new_id: Callable[[], str] = random_id


def create_ledger(
    folder: Path, *, framework: str, purpose: str = "publication", origin: str | None = None, ports: Ports | None = None
) -> Desk:
    """Make a ledger: folder, tables, key, first entry; refuse a folder that holds one."""
    from kept.storage.address import DatabaseAddress

    if DatabaseAddress.of_folder(folder):
        raise UsageError("a ledger is here already", where=str(folder), remedy="Choose another folder with --ledger")
    base = raw_framework(framework, folder=folder / FRAMEWORKS)
    loaded = framework_of(base, framework)
    if loaded.fictitious and purpose == "publication":
        raise UsageError(
            f"the framework “{loaded.slug}” is about invented states", remedy="Use --purpose demo, or another framework"
        )
    origin = origin or f"kept-ledger/{random_id()}"
    _make_folder(folder)
    address = DatabaseAddress.for_new(folder)
    make_tables(address)
    address.keep(folder)
    from kept.storage.keys import FileSigner

    FileSigner.create(folder / KEY, origin)
    desk = _desk(folder, base, origin, ports or Ports())
    payload = {"origin": origin, "purpose": purpose, "framework": loaded.slug, "key": desk.signer.public_key().hex()}
    desk.write(
        "open",
        lambda _record, _entries: [Draft(kind=Kind.LEDGER_OPENED, subject="ledger", by=desk.person, payload=payload)],
    )
    return desk


def open_ledger(folder: Path, *, ports: Ports | None = None) -> Desk:
    """Open a ledger for work; say how to make one where there is none."""
    from kept.storage.log import SqlLog

    log = SqlLog(database_of(folder).connect())
    first = next(log.opened(0, 1), None)
    log.close()
    if first is None:
        raise StorageFailure(
            "the ledger has no first entry", where=str(folder), remedy="Restore a backup, or start anew"
        )
    base = raw_framework(first.payload["framework"], folder=folder / FRAMEWORKS)
    return _desk(folder, base, first.payload["origin"], ports or Ports())


def open_sealed(folder: Path) -> Sealed:
    """Open a ledger for proving: believes nothing that stands in it."""
    from kept.storage.checkpoints import CheckpointFolder
    from kept.storage.keys import read_public_key
    from kept.storage.log import SqlLog

    return Sealed(
        store=SqlLog(database_of(folder).connect()),
        captures=CaptureStore(folder / CAPTURES),
        checkpoints=CheckpointFolder(folder / CHECKPOINTS),
        public_key=read_public_key(folder / PUBLIC_KEY),
    )


def database_of(folder: Path) -> DatabaseAddress:
    """Give where the ledger of a folder has its database, or say that there is no ledger."""
    from kept.storage.address import DatabaseAddress

    address = DatabaseAddress.of_folder(folder)
    if address is None:
        raise StorageFailure("no ledger is here", where=str(folder), remedy="Make one with kept init, or give --ledger")
    return address


def _desk(folder: Path, base: Mapping[str, Any], origin: str, ports: Ports) -> Desk:
    from kept.storage.checkpoints import CheckpointFolder
    from kept.storage.keys import FileSigner
    from kept.storage.log import SqlStore
    from kept.storage.queue import SqlQueue

    captures, connect = CaptureStore(folder / CAPTURES), database_of(folder).connect
    queue = SqlQueue(connect(), text_of=captures.text, now=lambda: instant_text(ports.clock()))
    return Desk(
        store=SqlStore(connect, clock=ports.clock, salts=ports.salts),
        captures=captures,
        queue=queue,
        checkpoints=CheckpointFolder(folder / CHECKPOINTS),
        signer=FileSigner.open(folder / KEY, origin),
        base=base,
        clock=ports.clock,
        new_id=ports.new_id,
        person=queue.person(account_name()),
    )


def account_name() -> str:
    """Give the name of who is at work: `KEPT_PERSON`, else the login's."""
    try:
        return os.environ.get("KEPT_PERSON") or getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageFailure(
            f"the folder cannot be made ({error.strerror})", where=str(folder), remedy="Choose another with --ledger"
        ) from error


def start_django(address: DatabaseAddress) -> None:
    """Start Django with its default database at an address."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kept.storage.settings")
    import django
    from django.db import connections

    django.setup()
    connections["default"].close()
    del connections["default"]
    connections.settings.update(connections.configure_settings({"default": address.django_settings()}))


def make_tables(address: DatabaseAddress) -> None:
    """Make the tables of a new ledger, or bring them up to date; refuse a database that holds entries."""
    start_django(address)
    from django.core.management import call_command
    from django.db import DatabaseError, connections

    from kept.storage.log import SqlLog

    try:
        call_command("migrate", verbosity=0, interactive=False)
    except (DatabaseError, OSError) as error:
        raise StorageFailure(
            f"the tables cannot be made ({' '.join(str(error).split())})",
            where=address.shown,
            remedy="Check the database and its rights",
        ) from error
    finally:
        connections["default"].close()
    log = SqlLog(address.connect())
    if log.size():
        raise UsageError(
            "a ledger is in this database already", where=address.shown, remedy="Give a database of its own"
        )
    log.close()


@dataclass(slots=True)
class Kept:
    """A ledger opened for showing: the record at any point, what is public by default."""

    desk: Desk
    words: Words
    _records: dict[tuple[int, Clocks, bool], Record] = field(default_factory=dict)

    @property
    def framework(self) -> Framework:
        """Give the subject of the ledger."""
        return self.desk.framework

    @property
    def captures(self) -> CaptureStore:
        """Give the captured pages."""
        return self.desk.captures

    @property
    def today(self) -> date:
        """Give the day to read as of; a fictitious framework's calendar stands still."""
        return self.desk.today

    @property
    def root_hex(self) -> str:
        """Give the log's root, which names every state of it."""
        return self.desk.store.root().hex()

    def entries(self) -> tuple[Opened, ...]:
        """Give all entries."""
        return tuple(self.desk.entries())

    def record(self, clocks: Clocks | None = None, *, public: bool = True) -> Record:
        """Fold the record once for each size of the log and point of the clocks."""
        clocks = clocks or Clocks(as_of=self.today)
        key = (self.desk.store.size(), clocks, public)
        if key not in self._records:
            if len(self._records) > _REMEMBERED:
                self._records.clear()
            self._records[key] = self.desk.record(clocks, public=public)
        return self._records[key]


_REMEMBERED = 64


@cache
def current() -> Kept:
    """Open the ledger named by `KEPT_LEDGER` for showing, once a process."""
    return Kept(open_ledger(ledger_folder()), load_words())


def ledger_folder(given: str | None = None) -> Path:
    """Give the ledger's folder: as given, else `KEPT_LEDGER`, else `ledger` here."""
    return Path(given or os.environ.get("KEPT_LEDGER") or "ledger").absolute()
