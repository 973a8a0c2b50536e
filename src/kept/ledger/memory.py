"""A ledger store in memory: the reference that the others are compared with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from kept.ledger.entries import Disclosure, Entry, Opened, Salts, opened, seal
from kept.ledger.peaks import Peaks
from kept.ledger.store import Field, Plan
from kept.model.times import instant_text


@dataclass
class MemoryStore:
    """Keeps the log in lists; `clock` gives the recorded instant, `salts` 32 random bytes a call."""

    clock: Callable[[], datetime]
    salts: Salts
    _entries: list[Entry] = field(default_factory=list)
    _beside: dict[int, list[Disclosure]] = field(default_factory=lambda: defaultdict(list))
    _keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    _peaks: Peaks = field(default_factory=Peaks)

    def size(self) -> int:
        """Count the entries."""
        return len(self._entries)

    def root(self) -> bytes:
        """Give the Merkle root over all leaves."""
        return self._peaks.root()

    def head(self) -> Peaks:
        """Give size and root of one moment."""
        return self._peaks

    def entries(self, start: int = 0, stop: int | None = None) -> Iterator[Entry]:
        """Give the entries from `start` up to `stop`."""
        return iter(self._entries[start:stop])

    def disclosures(self, start: int = 0, stop: int | None = None) -> Iterator[Disclosure]:
        """Give the contents of sealed fields that still exist."""
        for seq in range(start, self.size() if stop is None else stop):
            yield from self._beside.get(seq, ())

    def opened(self, start: int = 0, stop: int | None = None) -> Iterator[Opened]:
        """Give the entries with their sealed fields put back."""
        return (opened(entry, self._beside.get(entry.seq, ())) for entry in self.entries(start, stop))

    def append(self, key: str, plan: Plan, *, destroy: Sequence[Field] = ()) -> tuple[Entry, ...]:
        """Write what `plan` gives, all or nothing; a known key writes nothing."""
        if key in self._keys:
            return tuple(self.entries(*self._keys[key]))
        recorded, first = instant_text(self.clock()), self.size()
        sealed = [
            seal(draft, seq=first + index, recorded=recorded, salts=self.salts)
            for index, draft in enumerate(plan(self))
        ]
        for entry, disclosures in sealed:
            self._entries.append(entry)
            self._beside[entry.seq].extend(disclosures)
        self._peaks = self._peaks.grown(entry.leaf for entry, _ in sealed)
        self._keys[key] = (first, self.size())
        for each in destroy:
            self.destroy(*each)
        return tuple(entry for entry, _ in sealed)

    def destroy(self, seq: int, path: str) -> bool:
        """Destroy salt and content of one sealed field."""
        before = self._beside.get(seq, [])
        self._beside[seq] = [each for each in before if each.path != path]
        return len(self._beside[seq]) < len(before)
