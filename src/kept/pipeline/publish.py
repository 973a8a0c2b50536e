"""Publish what was decided: an entry with its time, after which readers see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from kept.ledger.entries import Draft, Entry, Opened
from kept.ledger.kinds import Kind
from kept.ledger.state import Record
from kept.pipeline.desk import Desk

_NEVER = frozenset({Kind.PUBLISHED, Kind.UNPUBLISHED, Kind.LEDGER_OPENED, Kind.FRAMEWORK_CHANGED})


def unpublished(entries: Iterable[Opened]) -> list[int]:
    """Give the entries that readers do not see yet."""
    public: set[int] = set()
    waiting: list[int] = []
    for entry in entries:
        if entry.kind is Kind.PUBLISHED:
            public.update(seq for first, last in entry.payload["ranges"] for seq in range(first, last + 1))
        elif entry.kind is Kind.UNPUBLISHED:
            public.difference_update(seq for first, last in entry.payload["ranges"] for seq in range(first, last + 1))
        if entry.kind not in _NEVER:
            waiting.append(entry.seq)
    return [seq for seq in waiting if seq not in public]


def publishable(entries: Sequence[Opened]) -> list[int]:
    """Give the entries that publishing would show: what was undone before anybody saw it stays inside."""
    waiting = unpublished(entries)
    hidden = set(waiting)
    undone = {
        each.payload["target"]: each.seq
        for each in entries
        if each.kind is Kind.RECORD_RETRACTED and each.payload["target"] in hidden
    }
    inside = {*undone, *undone.values()}
    return [seq for seq in waiting if seq not in inside]


def publish(desk: Desk, *, why: str = "") -> tuple[Entry, ...]:
    """Publish every decided entry that is not public yet; nothing to publish writes nothing."""
    waiting = publishable(desk.entries())
    if not waiting:
        return ()

    def build(_: Record, entries: Sequence[Opened]) -> list[Draft]:
        payload = {"ranges": ranges(publishable(entries))}
        return [Draft(kind=Kind.PUBLISHED, subject="ledger", by=desk.person, payload=payload, why=why)]

    return desk.write(f"publish:{waiting[0]}-{waiting[-1]}:{len(waiting)}", build)


def ranges(numbers: Sequence[int]) -> list[list[int]]:
    """Write sorted numbers as closed ranges: 1, 2, 3, 7 as [1, 3], [7, 7]."""
    if not numbers:
        return []
    gaps = [(before, after) for before, after in pairwise(numbers) if after != before + 1]
    starts = [numbers[0], *(after for _, after in gaps)]
    ends = [*(before for before, _ in gaps), numbers[-1]]
    return [[start, end] for start, end in zip(starts, ends, strict=True)]
