"""What was observed or alleged under an agreement: two ladders apart, counts with bounds, places with a precision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from kept.errors import UnreadableInput


class Verification(StrEnum):
    """How well an incident is established: V0 alleged … V4 decided; raised by its sources, never by Kept."""

    V0 = "V0"
    V1 = "V1"
    V2 = "V2"
    V3 = "V3"
    V4 = "V4"


class Finding(StrEnum):
    """How the verification of an incident ended, where it ended (most allegations are never substantiated)."""

    OPEN = "open"
    UNSUBSTANTIATED = "unsubstantiated"
    INCONCLUSIVE = "inconclusive"
    NOT_A_VIOLATION = "not_a_violation"
    WITHDRAWN = "withdrawn"


class Responsibility(StrEnum):
    """Who is held to have done it: A0 nobody named … A4 accepted by the party or decided by the commission."""

    A0 = "A0"
    A1 = "A1"
    A2 = "A2"
    A3 = "A3"
    A4 = "A4"


class ClaimKind(StrEnum):
    """What a party says of an incident; claim and denial stand on one incident (rule I2)."""

    CLAIM = "claim"
    DENIAL = "denial"
    EXPLANATION = "explanation"


class Means(StrEnum):
    """By which means something was observed."""

    HEARD = "heard"
    SEEN = "seen"
    CAMERA = "camera"
    ACOUSTIC = "acoustic"
    SEISMIC = "seismic"
    UAV = "uav"
    SATELLITE = "satellite"
    CRATER_ANALYSIS = "crater_analysis"
    DOCUMENT = "document"
    INTERVIEW = "interview"
    OPEN_SOURCE = "open_source"


class IncidentClass(StrEnum):
    """What kind of thing happened."""

    FIRE = "fire"
    MOVEMENT = "movement"
    WEAPON_PRESENCE = "weapon_presence"
    AVIATION = "aviation"
    NAVAL = "naval"
    MINE = "mine"
    DAMAGE = "damage"
    CASUALTY = "casualty"
    ACCESS_RESTRICTION = "access_restriction"
    THREAT_TO_MONITORS = "threat_to_monitors"
    JAMMING = "jamming"
    DETENTION = "detention"
    OTHER = "other"


class TermKind(StrEnum):
    """What a clause of an agreement does."""

    PROHIBITION = "prohibition"
    OBLIGATION = "obligation"
    PERMISSION = "permission"
    PROCEDURE = "procedure"
    DEFINITION = "definition"
    EXCEPTION = "exception"


class ProcessStep(StrEnum):
    """How far an incident has got from report to remedy."""

    REGISTERED = "registered"
    TRIAGED = "triaged"
    OBSERVED = "observed"
    VERIFIED = "verified"
    INVESTIGATED = "investigated"
    ATTRIBUTED = "attributed"
    PRESENTED = "presented"
    REPLIED = "replied"
    DECIDED = "decided"
    REMEDY = "remedy"
    CLOSED = "closed"


class Zero(StrEnum):
    """Three different zeros: watched and quiet, not watched, no data."""

    WITH_COVERAGE = "zero_with_coverage"
    WITHOUT_COVERAGE = "zero_without_coverage"
    NO_DATA = "no_data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A span of local time, half open, as the mission prints it (cut-off to cut-off)."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is None or self.end.tzinfo is None:
            raise UnreadableInput("a window without a time zone", remedy="Write 2026-07-02T18:00+02:00")
        if self.end <= self.start:
            raise UnreadableInput(
                f"the window ends ({self.end.isoformat()}) before it starts", remedy="Swap or correct the two times"
            )

    @property
    def hours(self) -> float:
        """Give its length in hours: counts of windows of different lengths are never compared without it."""
        return (self.end - self.start) / timedelta(hours=1)

    def holds(self, moment: datetime) -> bool:
        """Tell whether a moment lies in it."""
        return self.start <= moment < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many of a signature: exact, or between bounds (“multiple” is at least two); the unit is what was observed."""

    signature: str
    least: int
    most: int | None

    def __post_init__(self) -> None:
        if self.least < 0 or (self.most is not None and self.most < self.least):
            raise UnreadableInput(
                f"{self.least} to {self.most} {self.signature} do not add up", remedy="Give bounds, the smaller first"
            )

    @property
    def exact(self) -> int | None:
        """Give the number where the bounds agree."""
        return self.least if self.least == self.most else None

    def __str__(self) -> str:
        if self.exact is not None:
            return f"{self.exact} {self.signature}"
        return (
            f"at least {self.least} {self.signature}"
            if self.most is None
            else f"{self.least}–{self.most} {self.signature}"
        )
