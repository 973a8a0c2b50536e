"""Record a meeting: place, days, host, participants by level, agenda topics, documents, open issues."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kept.errors import MissingField
from kept.ledger.entries import Draft, Entry, Opened
from kept.ledger.kinds import Kind
from kept.ledger.state import Record
from kept.model.actors import actor_code
from kept.model.times import PartialDate
from kept.pipeline.desk import Desk, content_key
from kept.pipeline.record import Cited, cited_evidence

LEVELS = ("leader", "minister", "envoy", "organisation", "observer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting of a group: `participants` by level (leader, minister, envoy, organisation, observer)."""

    name: str
    place: str
    on: PartialDate
    group: str | None = None
    host: tuple[str, ...] = ()
    participants: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    topics: tuple[str, ...] = ()
    documents: tuple[Mapping[str, str], ...] = ()
    open_issues: tuple[str, ...] = ()
    cited: tuple[Cited, ...] = ()


def record_meeting(desk: Desk, meeting: Meeting) -> tuple[Entry, ...]:
    """Write a meeting; presence is not consent, so it makes nobody a party to anything."""
    _check(desk, meeting)

    def build(record: Record, _: Sequence[Opened]) -> list[Draft]:
        return [
            Draft(
                kind=Kind.MEETING_RECORDED,
                subject=f"m:{desk.new_id()}",
                by=desk.person,
                payload=_payload(meeting),
                evidence=cited_evidence(desk, record, meeting.cited),
                valid=meeting.on,
                known=meeting.on,
            )
        ]

    return desk.write(content_key("meeting", meeting.name, meeting.place, str(meeting.on), _payload(meeting)), build)


def _check(desk: Desk, meeting: Meeting) -> None:
    if not meeting.name or not meeting.place:
        raise MissingField("a meeting has a name and a place", remedy="Give both")
    for level, codes in meeting.participants.items():
        if level not in LEVELS:
            raise MissingField(f"“{level}” is no level of participation", remedy=f"Choose one of {', '.join(LEVELS)}")
        for code in codes:
            actor_code(code)
    known = {topic.id for topic in desk.framework.topics}
    strange = [topic for topic in meeting.topics if topic not in known]
    if strange:
        raise MissingField(
            f"“{strange[0]}” is no topic of {desk.slug}", remedy=f"Choose one of {', '.join(sorted(known))}"
        )


def _payload(meeting: Meeting) -> dict[str, Any]:
    return {
        "name": meeting.name,
        "place": meeting.place,
        "group": meeting.group,
        "host": list(meeting.host),
        "participants": {level: list(codes) for level, codes in meeting.participants.items()},
        "topics": list(meeting.topics),
        "documents": [dict(each) for each in meeting.documents],
        "open_issues": list(meeting.open_issues),
    }
