"""Who watched what, when and by which means: without it no count of incidents says anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from kept.ledger.facts import Fact
from kept.model.incidents import Window, Zero


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """A means watching a zone for a window: `working` False is a gap (switched off, denied, jammed, weather)."""

    zone: str
    means: str
    window: Window
    working: bool
    restriction: str | None
    seq: int


def coverage_of(facts: Iterable[Fact]) -> tuple[Coverage, ...]:
    """Read the coverage that was recorded, oldest window first."""
    found = [_coverage(fact) for fact in facts]
    return tuple(sorted(found, key=lambda each: (each.window.start, each.zone, each.means)))


def hours_watched(coverage: Iterable[Coverage], zone: str, window: Window) -> float:
    """Add up the hours in a window during which at least one means watched a zone."""
    return _union(_parts(coverage, zone, window, working=True))


def hours_lost(coverage: Iterable[Coverage], zone: str, window: Window) -> float:
    """Add up the hours in a window for which a gap of a zone is recorded."""
    return _union(_parts(coverage, zone, window, working=False))


def zero_of(coverage: Iterable[Coverage], zone: str, window: Window) -> Zero:
    """Say which zero a count of nothing is: watched and quiet, not watched, or no data at all."""
    known = tuple(coverage)
    if hours_watched(known, zone, window):
        return Zero.WITH_COVERAGE
    return Zero.WITHOUT_COVERAGE if hours_lost(known, zone, window) else Zero.NO_DATA


def _parts(
    coverage: Iterable[Coverage], zone: str, window: Window, *, working: bool
) -> list[tuple[datetime, datetime]]:
    here = [each.window for each in coverage if each.zone == zone and each.working is working]
    cut = [(max(each.start, window.start), min(each.end, window.end)) for each in here]
    return sorted(part for part in cut if part[0] < part[1])


def _union(parts: list[tuple[datetime, datetime]]) -> float:
    """Add up spans, those that overlap once."""
    total, reached = timedelta(0), None
    for start, end in parts:
        begin = start if reached is None else max(start, reached)
        if end > begin:
            total += end - begin
        reached = end if reached is None else max(reached, end)
    return total / timedelta(hours=1)


def _coverage(fact: Fact) -> Coverage:
    payload = fact.payload
    window = payload["window"]
    return Coverage(
        zone=payload["zone"],
        means=payload["means"],
        window=Window(start=datetime.fromisoformat(window["start"]), end=datetime.fromisoformat(window["end"])),
        working=payload["working"],
        restriction=payload.get("restriction"),
        seq=fact.entry.seq,
    )
