"""What a commitment's state is made of: filings, steps, checks, messages, and what it waits for; frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kept.ledger.lifecycle import Stage
from kept.model.evidence import Evidence
from kept.model.money import Amount, Quantity
from kept.model.times import PartialDate

NOT_SUSPENSIVE = frozenset({"duration", "geographic_limit"})
"""Kinds of condition that limit a promise and stop no clock (codebook 2.4: K1 speaks of the suspensive ones)."""

_SATISFIED = frozenset({"met", "waived"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """Where a commitment is filed: framework, topic, kinds of support."""

    framework: str
    topic: str | None
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What stood promised from a day on: a sum or a count, and the direction it moved (up, down, neutral; “first”)."""

    value: Amount | Quantity
    since: date
    direction: str
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One development in a timeline and what it did to the stage; `in_order` is False where it was not expected."""

    seq: int
    development: str
    klass: str
    valid: PartialDate | None
    known: PartialDate | None
    recorded: str
    before: Stage
    after: Stage
    in_order: bool
    because: str
    payload: Mapping[str, Any]
    evidence: tuple[Evidence, ...]
    by: str
    why: str
    subject: str = ""

    @property
    def day(self) -> date:
        """The day it took effect: the last day of its valid date, else when it was known, else recorded."""
        stated = self.valid or self.known
        return stated.last if stated else date.fromisoformat(self.recorded[:10])


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Somebody looked for evidence: what for, where, from when to when, and whether it was found.

    `silence_means` is `not_done` where the register looked in would show the deed (official journal, vote record);
    `second` is the other person who looked and found the same.
    """

    seq: int
    what: str
    where: str
    since: date | None
    until: date
    found: bool
    note: str
    evidence: tuple[Evidence, ...]
    by: str
    silence_means: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A notice to an actor, or its reply: on which day, to or from whom, in which words."""

    seq: int
    on: date
    party: str
    text: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionState:
    """A state of the world on a date: open, met, failed, waived, not_triggered.

    `series` are its changes so far, (day, status), in the order they took effect.
    """

    id: str
    kind: str
    text: str
    status: str
    since: date | None
    country: str | None = None
    evidence: tuple[Evidence, ...] = ()
    series: tuple[tuple[date, str], ...] = ()

    @property
    def is_trigger(self) -> bool:
        """Tell whether it is a contingent obligation's trigger (K3)."""
        return self.kind == "trigger_event"

    @property
    def is_open(self) -> bool:
        """Tell whether it still stops the clock."""
        return self.is_suspensive and self.status in ("open", "not_triggered")

    @property
    def is_suspensive(self) -> bool:
        """Tell whether nothing is due before it is met (K1)."""
        return self.kind not in NOT_SUSPENSIVE

    @property
    def runs(self) -> tuple[tuple[date, date], ...]:
        """Give the half-open periods in which it was met or waived; one that lasts ends with the calendar."""
        periods: list[tuple[date, date]] = []
        begun: date | None = None
        for day, status in self.series:
            if status in _SATISFIED:
                begun = begun or day
            elif begun:
                periods.append((begun, day))
                begun = None
        return (*periods, (begun, date.max)) if begun else tuple(periods)


@dataclass(frozen=True, slots=True, kw_only=True)
class GateState:
    """A body's decision on a date: required, scheduled, pending, passed (with limits), rejected, waived, ended.

    `stated` is the day it was named, `asked` the day it was last put to the body (None: never).
    """

    id: str
    country: str
    kind: str
    body: str
    title: str
    status: str
    since: date | None
    named_by: str = "actor"
    force: str = "law"
    text: str = ""
    stated: date | None = None
    asked: date | None = None
    vote: str | None = None
    limits: Mapping[str, Any] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()

    @property
    def is_open(self) -> bool:
        """Tell whether the decision is still needed; what only a survey lists hangs on nothing."""
        return self.named_by != "survey" and self.status in ("required", "scheduled", "pending", "ended")

    @property
    def is_asked(self) -> bool:
        """Tell whether the decision lies with the body now."""
        return self.asked is not None and self.status in ("scheduled", "pending")

    def stops_the_clock(self, due: date | None) -> bool:
        """Tell whether a promise waits for it: a body the actor does not command, named and asked before the date."""
        if not self.is_open or not self.is_asked or self.is_own:
            return False
        return due is None or all(day is not None and day <= due for day in (self.stated, self.asked))

    @property
    def is_own(self) -> bool:
        """Tell whether the actor commands the body: its own cabinet stops no clock."""
        return self.force == "own_cabinet" or self.kind == "cabinet"
