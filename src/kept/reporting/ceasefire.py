"""Counts of incidents beside what was watched: per zone, class, term and window; different instruments never added.

What may be published is an allow list: area, day, class, counts, ladders, each party's words; after its delay.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from kept.ledger.coverage import hours_lost, hours_watched, zero_of
from kept.ledger.incident_fold import IncidentState
from kept.ledger.state import Record
from kept.model.incidents import Count, Finding, Window, Zero

LEVELS = ("restricted", "aggregate", "delayed", "public")
"""What readers may see of an incident: nothing, its part of a count, the allow list after its delay, or at once."""

_NO_VIOLATION = frozenset({Finding.NOT_A_VIOLATION, Finding.WITHDRAWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneCount:
    """Incidents of a zone in a window, with the hours watched and lost; `zero` says which zero a count of none is."""

    zone: str
    window: Window
    incidents: int
    signatures: tuple[Count, ...]
    hours_watched: float
    hours_lost: float
    zero: Zero | None
    training: int

    @property
    def share_watched(self) -> float:
        """Give the part of the window that was watched, 0 to 1."""
        return self.hours_watched / self.window.hours

    def to_json(self) -> dict[str, Any]:
        """Write the count with its coverage: the one is never given without the other."""
        return {
            "zone": self.zone,
            "from": self.window.start.isoformat(),
            "to": self.window.end.isoformat(),
            "incidents": self.incidents,
            "signatures": [str(each) for each in self.signatures],
            "hours": self.window.hours,
            "hours_watched": self.hours_watched,
            "hours_lost": self.hours_lost,
            "zero": str(self.zero) if self.zero else None,
            "training": self.training,
        }


def zone_count(record: Record, zone: str, window: Window) -> ZoneCount:
    """Count the incidents of a zone in a window; duplicates, training fire and what was no violation stay out."""
    here = [each for each in record.incident_states.values() if each.zone == zone and _falls_in(each, window)]
    counted = [each for each in here if _counts(each)]
    return ZoneCount(
        zone=zone,
        window=window,
        incidents=len(counted),
        signatures=add_up(_signatures(counted)),
        hours_watched=hours_watched(record.coverage, zone, window),
        hours_lost=hours_lost(record.coverage, zone, window),
        zero=None if counted else zero_of(record.coverage, zone, window),
        training=sum(each.training for each in here),
    )


def zones(record: Record) -> tuple[str, ...]:
    """List the zones that anything is recorded for, by the alphabet."""
    named = {each.zone for each in record.incident_states.values() if each.zone}
    return tuple(sorted(named | {each.zone for each in record.coverage}))


def add_up(counts: Iterable[Count]) -> tuple[Count, ...]:
    """Add counts of one signature; an open upper bound stays open."""
    sums: dict[str, tuple[int, int | None]] = {}
    for each in counts:
        least, most = sums.get(each.signature, (0, 0))
        total = None if most is None or each.most is None else most + each.most
        sums[each.signature] = (least + each.least, total)
    return tuple(Count(signature=name, least=least, most=most) for name, (least, most) in sorted(sums.items()))


def published(incident: IncidentState, now: datetime) -> dict[str, Any] | None:
    """Give what readers may see of an incident at an instant, by an allow list; None while it is held back.

    Exact places, positions of observers and names are not in the list, so that they cannot leave.
    """
    if incident.level in ("restricted", "aggregate") or not _is_old_enough(incident, now):
        return None
    return {
        "id": incident.id,
        "name": incident.name,
        "on": str(incident.on) if incident.on else None,
        "class": incident.klass,
        "zone": incident.zone,
        "area": incident.area,
        "training": incident.training,
        "verification": str(incident.verified),
        "attribution": str(incident.attributed),
        "finding": str(incident.finding),
        "step": str(incident.step),
        "observations": [
            {"by": each.by, "means": each.means, "counts": [str(count) for count in each.counts], "text": each.text}
            for each in incident.observations
        ],
        "claims": [
            {"by": each.by, "kind": each.kind, "text": each.text, "against": each.against} for each in incident.claims
        ],
    }


def _falls_in(incident: IncidentState, window: Window) -> bool:
    if incident.window:
        return window.holds(incident.window.start)
    if incident.on is None:
        return False
    noon = datetime.combine(incident.on.last, time(12), window.start.tzinfo or UTC)
    return window.holds(noon)


def _counts(incident: IncidentState) -> bool:
    return not (incident.duplicate_of or incident.training or incident.finding in _NO_VIOLATION)


def _signatures(incidents: Iterable[IncidentState]) -> list[Count]:
    """Take one instrument an incident, the one that recorded most: figures of different ones are never added."""
    best = [max(each.observations, key=_recorded) for each in incidents if each.observations]
    return [count for each in best for count in each.counts]


def _recorded(observation: Any) -> int:
    return sum(count.least for count in observation.counts)


def _is_old_enough(incident: IncidentState, now: datetime) -> bool:
    if incident.level == "public":
        return True
    if incident.on is None:
        return False
    ended = incident.window.end if incident.window else datetime.combine(incident.on.last, time.max, UTC)
    return now >= ended + timedelta(hours=incident.delay_hours)
