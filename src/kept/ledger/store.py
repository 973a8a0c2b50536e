"""The port that every ledger store fulfils: memory, SQLite, PostgreSQL pass one contract test."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from kept.ledger.entries import Disclosure, Draft, Entry, Opened
from kept.ledger.peaks import Peaks

Plan = Callable[["LedgerReader"], Sequence[Draft]]
"""Decides inside the write transaction what is written, from the record as it is then; it may refuse by raising."""

Field = tuple[int, str]
"""A sealed field: the number of its entry and its path, for example (12, "/payload/title")."""


class LedgerReader(Protocol):
    """Reading a log."""

    def size(self) -> int:
        """Count the entries; also the place of the next one."""
        ...

    def root(self) -> bytes:
        """Give the Merkle root over all leaves (32 bytes)."""
        ...

    def head(self) -> Peaks:
        """Give size and root of one moment, whoever else may be writing."""
        ...

    def entries(self, start: int = 0, stop: int | None = None) -> Iterator[Entry]:
        """Give the entries from `start` up to `stop`, in order."""
        ...

    def disclosures(self, start: int = 0, stop: int | None = None) -> Iterator[Disclosure]:
        """Give the contents of sealed fields that still exist, in the order of their entries."""
        ...

    def opened(self, start: int = 0, stop: int | None = None) -> Iterator[Opened]:
        """Give the entries with their sealed fields put back."""
        ...


class LedgerStore(LedgerReader, Protocol):
    """A log that can be appended to, and whose sealed contents can be destroyed; nothing else."""

    def append(self, key: str, plan: Plan, *, destroy: Sequence[Field] = ()) -> tuple[Entry, ...]:
        """Write what `plan` gives, all or nothing, durably, and destroy sealed fields in the same stroke.

        `key` makes it idempotent: a key that was written before gives the entries of then, and writes nothing.
        """
        ...

    def destroy(self, seq: int, path: str) -> bool:
        """Destroy salt and content of one sealed field; tell whether there was one."""
        ...
