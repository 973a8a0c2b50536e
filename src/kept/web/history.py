"""What the log says about each subject, entry by entry, with corrections: the public part of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kept.ledger.entries import Opened
from kept.ledger.facts import Fact, facts_of
from kept.web.cache import LOGS
from kept.web.ports import Kept
from kept.web.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A mended field: which entry, what it said, what it says, and whether we were wrong or learned more."""

    seq: int
    target: int
    subject: str
    field: str
    old: Any
    new: Any
    reason_class: str
    why: str
    recorded: str


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Facts by subject, and everything that was mended or taken out, newest first."""

    by_subject: Mapping[str, tuple[Fact, ...]]
    corrections: tuple[Correction, ...]
    retractions: tuple[Opened, ...]

    def of(self, *subjects: str) -> tuple[Fact, ...]:
        """Give the entries about some subjects, in the order of the log."""
        found = (fact for subject in dict.fromkeys(subjects) for fact in self.by_subject.get(subject, ()))
        return tuple(sorted(found, key=lambda fact: fact.entry.seq))

    def corrections_of(self, *subjects: str) -> tuple[Correction, ...]:
        """Give the corrections of some subjects."""
        return tuple(each for each in self.corrections if each.subject in subjects)


def history(reading: Reading) -> History:
    """Read the public log once for each root and recorded instant."""
    instant = reading.clocks.recorded_at
    return LOGS.get(("history", reading.kept.root_hex, instant), lambda: _history(reading.kept, instant))


def _history(kept: Kept, recorded_at: datetime | None) -> History:
    facts = facts_of(list(kept.entries()), recorded_at=recorded_at, public=True)
    by_subject: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts.facts:
        by_subject[fact.entry.subject].append(fact)
    public = ((each, fact) for fact in facts.facts for each in fact.corrections if each.payload.get("public", True))
    mended = [correction_of(each, fact) for each, fact in public]
    return History(
        by_subject={subject: tuple(found) for subject, found in by_subject.items()},
        corrections=tuple(sorted(mended, key=lambda each: -each.seq)),
        retractions=tuple(sorted(facts.retracted.values(), key=lambda each: -each.seq)),
    )


def correction_of(entry: Opened, fact: Fact) -> Correction:
    """Read a correction entry."""
    return Correction(
        seq=entry.seq,
        target=fact.entry.seq,
        subject=fact.entry.subject,
        field=entry.payload["field"],
        old=entry.payload.get("old"),
        new=entry.payload.get("new"),
        reason_class=entry.payload.get("reason_class") or "error",
        why=entry.why,
        recorded=entry.recorded,
    )
