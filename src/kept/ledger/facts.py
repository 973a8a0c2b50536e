"""What the entries say once corrections, retractions and publication are taken into account, at a recorded instant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from kept.ledger.entries import Opened
from kept.ledger.kinds import SEALED_PAYLOAD, Kind
from kept.model.times import PartialDate, instant_text

_ABOUT_THE_LOG = frozenset(
    {Kind.PUBLISHED, Kind.UNPUBLISHED, Kind.LEDGER_OPENED, Kind.FRAMEWORK_CHANGED, Kind.FIELD_REDACTED}
)
_CORRECTING = frozenset({Kind.RECORD_CORRECTED, Kind.RECORD_RETRACTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """An entry as it reads today: `corrections` are the entries that mended it, oldest first."""

    entry: Opened
    corrections: tuple[Opened, ...] = ()
    published: str | None = None

    @property
    def payload(self) -> Mapping[str, Any]:
        """The payload with its corrections in it."""
        return self.entry.payload


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that counts: facts in the order of the log, what was retracted, entries about the log itself."""

    facts: tuple[Fact, ...]
    retracted: Mapping[int, Opened]
    log: tuple[Opened, ...]


def facts_of(entries: Iterable[Opened], *, recorded_at: datetime | None = None, public: bool = False) -> Facts:
    """Apply corrections and retractions written up to `recorded_at`; `public` keeps what was published by then."""
    limit = instant_text(recorded_at) if recorded_at else None
    seen = [entry for entry in entries if limit is None or entry.recorded <= limit]
    published = _published(seen)
    shown = [entry for entry in seen if not public or entry.seq in published or entry.kind in _ABOUT_THE_LOG]
    mends, retracted = _mends(shown)
    facts = [
        _mended(entry, mends.get(entry.seq, ()), published.get(entry.seq))
        for entry in shown
        if entry.kind not in _CORRECTING and entry.kind not in _ABOUT_THE_LOG and entry.seq not in retracted
    ]
    return Facts(
        facts=tuple(facts), retracted=retracted, log=tuple(entry for entry in shown if entry.kind in _ABOUT_THE_LOG)
    )


def _published(entries: Iterable[Opened]) -> dict[int, str]:
    """Give, for each entry that is public now, the instant since which it has been."""
    published: dict[int, str] = {}
    for entry in entries:
        if entry.kind not in (Kind.PUBLISHED, Kind.UNPUBLISHED):
            continue
        for first, last in entry.payload["ranges"]:
            for seq in range(first, last + 1):
                if entry.kind is Kind.PUBLISHED:
                    published.setdefault(seq, entry.recorded)
                else:
                    published.pop(seq, None)
    return published


def _mends(entries: Iterable[Opened]) -> tuple[dict[int, list[Opened]], dict[int, Opened]]:
    """Give what mends each entry and what takes it out; a correction or retraction can itself be retracted."""
    mending = [entry for entry in entries if entry.kind in _CORRECTING]
    retracted: dict[int, Opened] = {}
    for entry in reversed(mending):
        if entry.kind is Kind.RECORD_RETRACTED and entry.seq not in retracted:
            retracted[entry.payload["target"]] = entry
    mends: dict[int, list[Opened]] = {}
    for entry in mending:
        if entry.kind is Kind.RECORD_CORRECTED and entry.seq not in retracted:
            mends.setdefault(entry.payload["target"], []).append(entry)
    return mends, retracted


def _mended(entry: Opened, mends: Iterable[Opened], published: str | None) -> Fact:
    corrections = tuple(mends)
    for correction in corrections:
        entry = _corrected(entry, correction)
    return Fact(entry=entry, corrections=corrections, published=published)


def _corrected(entry: Opened, correction: Opened) -> Opened:
    """Put a correction in; of one whose content was destroyed only a field that may itself be gone is emptied."""
    name, new = correction.payload["field"], correction.payload["new"]
    if "/payload/new" in correction.missing and name not in SEALED_PAYLOAD.get(entry.kind, ()):
        return entry
    match name:
        case "valid":
            return replace(entry, valid=PartialDate.of(new) if new else None)
        case "known":
            return replace(entry, known=PartialDate.of(new) if new else None)
        case _:
            return replace(entry, payload={**entry.payload, name: new})
