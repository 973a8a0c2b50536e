"""Rehearse a use case: it runs as it would, on a copy in memory, and nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from threading import RLock

from kept.ledger.entries import Disclosure, Entry, Opened, opened, seal
from kept.ledger.peaks import Peaks
from kept.ledger.state import Record
from kept.ledger.store import LedgerStore, Plan
from kept.model.decisions import Candidate
from kept.model.times import instant_text
from kept.pipeline.desk import Desk

_SALT = bytes(32)
"""What is rehearsed is thrown away: its seals need no secret."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsed:
    """What would come of it: the record before, the record after, the entries that would be written."""

    before: Record
    after: Record
    entries: tuple[Opened, ...]


def rehearse(desk: Desk, act: Callable[[Desk], object]) -> Rehearsed:
    """Run a use case against a copy that is thrown away; it raises what the real one would raise."""
    held = tuple(desk.entries())
    overlay = _Overlay(desk, len(held))
    stage = replace(
        desk, store=overlay, queue=_NoQueue(desk), checkpoints=_NoShelf(), _entries=list(held), _lock=RLock()
    )
    act(stage)
    return Rehearsed(before=desk.record(), after=stage.record(), entries=tuple(stage.entries()[len(held) :]))


@dataclass
class _Overlay(LedgerStore):
    """A log that reads through to the real one up to a size, and keeps what is appended in memory."""

    desk: Desk
    base: int
    added: list[Entry] = field(default_factory=list)
    beside: list[Disclosure] = field(default_factory=list)

    def size(self) -> int:
        return self.base + len(self.added)

    def root(self) -> bytes:
        return bytes(32)

    def head(self) -> Peaks:
        return Peaks()

    def entries(self, start: int = 0, stop: int | None = None) -> Iterator[Entry]:
        end = self.size() if stop is None else stop
        yield from self.desk.store.entries(start, min(end, self.base)) if start < self.base else ()
        yield from islice(self.added, max(0, start - self.base), max(0, end - self.base))

    def disclosures(self, start: int = 0, stop: int | None = None) -> Iterator[Disclosure]:
        end = self.size() if stop is None else stop
        yield from self.desk.store.disclosures(start, min(end, self.base)) if start < self.base else ()
        yield from (each for each in self.beside if start <= each.seq < end)

    def opened(self, start: int = 0, stop: int | None = None) -> Iterator[Opened]:
        beside = list(self.disclosures(start, stop))
        for entry in self.entries(start, stop):
            yield opened(entry, [each for each in beside if each.seq == entry.seq])

    def append(self, key: str, plan: Plan, *, destroy: Sequence[tuple[int, str]] = ()) -> tuple[Entry, ...]:
        recorded, first = instant_text(self.desk.clock()), self.size()
        sealed = [
            seal(draft, seq=first + index, recorded=recorded, salts=lambda: _SALT)
            for index, draft in enumerate(plan(self))
        ]
        for entry, beside in sealed:
            self.added.append(entry)
            self.beside.extend(beside)
        return tuple(entry for entry, _ in sealed)

    def destroy(self, seq: int, path: str) -> bool:
        return False


@dataclass
class _NoQueue:
    """A queue that is read and never changed."""

    desk: Desk

    def add(self, candidates: object) -> int:
        return 0

    def waiting(self, capture: str | None = None) -> tuple[Candidate, ...]:
        return self.desk.queue.waiting(capture)

    def find(self, prefix: str) -> Candidate:
        return self.desk.queue.find(prefix)

    def of_capture(self, capture: str) -> tuple[Candidate, ...]:
        return self.desk.queue.of_capture(capture)

    def settle(self, coding: str, verdict: str) -> None:
        return


class _NoShelf:
    """A shelf that keeps no checkpoint."""

    def add(self, size: int, note: str) -> None:
        return

    def all(self) -> tuple[str, ...]:
        return ()
