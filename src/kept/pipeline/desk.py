"""What a use case works with: the ledger, the captures, the queue, and who is at work."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import RLock
from typing import Any

from kept.errors import RuleRefusal, UnknownSubject
from kept.frameworks.edit import Change, amended, framework_of
from kept.ledger.canonical import canonical
from kept.ledger.checkpoint import Checkpoint, Signer, sign_checkpoint
from kept.ledger.entries import Draft, Entry, Opened
from kept.ledger.fold import fold
from kept.ledger.kinds import Kind
from kept.ledger.state import CommitmentState, Record
from kept.ledger.store import Field, LedgerReader, LedgerStore
from kept.model.frameworks import Framework
from kept.model.times import LATEST, Clocks
from kept.pipeline.ports import Checkpoints, Queue
from kept.reading.captures import CaptureStore

Build = Callable[[Record, Sequence[Opened]], Sequence[Draft]]
"""Gives the drafts to write, from the record and the entries as they are inside the write transaction."""


@dataclass(kw_only=True)
class Desk:
    """A ledger opened for work by one person; `today` stands still where the framework's calendar does."""

    store: LedgerStore
    captures: CaptureStore
    queue: Queue
    checkpoints: Checkpoints
    signer: Signer
    base: Mapping[str, Any]
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    person: str
    _entries: list[Opened] = field(default_factory=list)
    _lock: RLock = field(default_factory=RLock)
    _framework: tuple[int, Framework] | None = None

    @property
    def slug(self) -> str:
        """Give the slug of the ledger's framework."""
        return str(self.base["slug"])

    @property
    def framework(self) -> Framework:
        """Give the framework as it is now: its file, and the changes that the log holds."""
        entries = self._entries or self.entries()
        changes = [each for each in entries if each.kind is Kind.FRAMEWORK_CHANGED]
        if self._framework is None or self._framework[0] != len(changes):
            rows = [Change(table=p["table"], row=p["row"], remove=p["remove"]) for p in (e.payload for e in changes)]
            self._framework = (len(changes), framework_of(amended(self.base, rows), self.slug))
        return self._framework[1]

    @property
    def today(self) -> date:
        """Give the day to read as of."""
        return self.framework.calendar or self.clock().date()

    @property
    def purpose(self) -> str:
        """Give what the ledger is for: demo, desk or publication."""
        return str(
            next((each.payload["purpose"] for each in self.entries() if each.kind is Kind.LEDGER_OPENED), "desk")
        )

    def entries(self) -> Sequence[Opened]:
        """Give all entries, opened; only what is new since the last call is read."""
        with self._lock:
            fresh = list(self.store.opened(len(self._entries)))
            if any(entry.kind is Kind.FIELD_REDACTED for entry in fresh):
                self._entries = list(self.store.opened())
            elif fresh:
                self._entries = [*self._entries, *fresh]
            return self._entries

    def record(self, clocks: Clocks | None = None, *, public: bool = False) -> Record:
        """Fold the record at a point of the three clocks (as of today by default)."""
        return fold(self.entries(), clocks or Clocks(as_of=self.today), public=public)

    def whole_record(self) -> Record:
        """Fold everything that was ever recorded, whatever day it holds on: what writing is checked against."""
        return self.record(Clocks(as_of=LATEST))

    def write(self, key: str, build: Build, *, destroy: Sequence[Field] = ()) -> tuple[Entry, ...]:
        """Write what `build` gives in one transaction, then sign the new head; `destroy` sealed fields with it."""

        def plan(reader: LedgerReader) -> Sequence[Draft]:
            known = self._entries
            entries = [*known, *reader.opened(len(known))]
            return build(fold(entries, Clocks(as_of=LATEST)), entries)

        written = self.store.append(key, plan, destroy=destroy)
        self.entries()
        self.sign_head()
        return written

    def sign_head(self) -> None:
        """Keep a signed checkpoint of the log as it is now."""
        head = self.store.head()
        note = sign_checkpoint(Checkpoint(origin=self.signer.name, size=head.size, root=head.root()), self.signer)
        self.checkpoints.add(head.size, note)

    def commitment(self, reference: str) -> CommitmentState:
        """Find a commitment by reference or id, or say that the record has none."""
        found = self.whole_record().commitment(reference)
        if found is None:
            raise UnknownSubject(f"the record has no commitment {reference}", remedy="See kept list for the references")
        return found

    def refuse_if_published(self, provenance: str | None, where: str) -> None:
        """Keep invented pages out of a ledger that publishes (`publishing-ethics.md`, Misuse review)."""
        if provenance and provenance.startswith("written-for") and self.purpose == "publication":
            raise RuleRefusal(
                f"the page is marked “{provenance}”",
                where=where,
                remedy="Invented pages go into a demo ledger: kept init --purpose demo",
            )


def content_key(verb: str, *parts: object) -> str:
    """Make an idempotency key from what is said: the same words written twice are one entry."""
    return f"{verb}:{hashlib.sha256(canonical([_plain(part) for part in parts])).hexdigest()}"


def _plain(part: object) -> object:
    return part if isinstance(part, (str, int, type(None), list, dict)) else str(part)
