"""Ceasefire oversight: terms, incidents and what is added to them, coverage; by the rules of the profession.

An allegation by a party stands at V0 and A1, an observation by one means at V1; only the body with the mandate verifies
(V3) and attributes (A3), only a decision establishes (V4, A4). Kept never raises a level above its source.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kept.errors import MissingField, RuleRefusal, UnknownSubject
from kept.ledger.entries import Draft, Entry, Opened
from kept.ledger.incident_fold import IncidentState, counts_of
from kept.ledger.kinds import Kind
from kept.ledger.state import Record
from kept.model.actors import actor_code
from kept.model.incidents import (
    ClaimKind,
    Finding,
    IncidentClass,
    Means,
    ProcessStep,
    Responsibility,
    Verification,
    Window,
)
from kept.model.times import PartialDate
from kept.pipeline.desk import Desk, content_key
from kept.pipeline.record import Cited, cited_evidence

MANDATED = frozenset({"V3", "A3"})
"""Levels that only the body with the mandate gives."""
DECIDED = frozenset({"V4", "A4"})
"""Levels that only a decision of the commission, or the party itself (A4), gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewIncident:
    """What was reported, when (day and, where known, a window), where (zone and area for the public, place inside)."""

    name: str
    on: PartialDate
    klass: IncidentClass
    cited: tuple[Cited, ...] = ()
    window: Window | None = None
    zone: str | None = None
    area: str | None = None
    place: Mapping[str, Any] | None = None
    terms: tuple[str, ...] = ()
    training: bool = False
    level: str = "delayed"
    delay_hours: int = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """Something added to an incident: observation, claim, step of a ladder, finding, process, duplicate."""

    incident: str
    what: str
    on: PartialDate
    fields: Mapping[str, Any] = field(default_factory=dict)
    cited: tuple[Cited, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A means watching a zone for a window; `working` False records a gap with its restriction."""

    zone: str
    means: str
    window: Window
    working: bool = True
    restriction: str | None = None
    cited: tuple[Cited, ...] = ()


def open_incident(desk: Desk, new: NewIncident) -> tuple[Entry, ...]:
    """Write an incident without any claim: V0 and A0 until somebody says or observes something."""
    if not new.name:
        raise MissingField("an incident has a name", remedy="Give one, for example I-0002")

    def build(record: Record, _: Sequence[Opened]) -> list[Draft]:
        _unique(record, new.name)
        _terms_in_force(record, new)
        payload = {
            "name": new.name,
            "class": str(new.klass),
            "window": window_json(new.window) if new.window else None,
            "zone": new.zone,
            "area": new.area,
            "place": dict(new.place) if new.place else None,
            "terms": list(new.terms),
            "training": new.training,
            "publication": {"level": new.level, "delay_hours": new.delay_hours},
        }
        return [_draft(desk, record, Kind.INCIDENT_RECORDED, f"i:{desk.new_id()}", payload, new.on, new.cited)]

    return desk.write(content_key("incident", new.name, str(new.on)), build)


def add_to_incident(desk: Desk, addition: Addition) -> tuple[Entry, ...]:
    """Add to an incident; refuse what its kind lacks and a level above its source."""

    def build(record: Record, _: Sequence[Opened]) -> list[Draft]:
        incident = find_incident(record, addition.incident)
        _check(desk, record, incident, addition)
        payload = {"what": addition.what, **addition.fields}
        return [
            _draft(desk, record, Kind.INCIDENT_MOVED, incident.id, payload, addition.on, addition.cited, addition.why)
        ]

    cited = [[each.capture, each.quote] for each in addition.cited]
    key = content_key("incident+", addition.incident, addition.what, str(addition.on), dict(addition.fields), cited)
    return desk.write(key, build)


def record_coverage(desk: Desk, watch: Watch) -> tuple[Entry, ...]:
    """Write that a means watched a zone, or that it could not: denied, jammed, switched off, weather."""
    if not watch.zone or not watch.means:
        raise MissingField("coverage names its zone and its means", remedy="Give both")

    def build(record: Record, _: Sequence[Opened]) -> list[Draft]:
        payload = {
            "zone": watch.zone,
            "means": watch.means,
            "window": window_json(watch.window),
            "working": watch.working,
            "restriction": watch.restriction,
        }
        on = PartialDate.of(watch.window.end.date())
        return [_draft(desk, record, Kind.COVERAGE_RECORDED, f"z:{watch.zone}", payload, on, watch.cited)]

    key = content_key("coverage", watch.zone, watch.means, window_json(watch.window), str(watch.working))
    return desk.write(key, build)


def window_json(window: Window) -> dict[str, str]:
    """Write a window with its time zone."""
    return {"start": window.start.isoformat(), "end": window.end.isoformat()}


def find_incident(record: Record, name: str) -> IncidentState:
    """Find an incident by id or name."""
    found = record.incident_states.get(name)
    by_name = next((each for each in record.incident_states.values() if each.name == name), None)
    if found is None and by_name is None:
        raise UnknownSubject(f"the record has no incident {name}", remedy="See kept incident list")
    return found or by_name  # type: ignore[return-value]  # one of them is there


def _unique(record: Record, name: str) -> None:
    if any(each.name == name for each in record.incident_states.values()):
        raise RuleRefusal(f"an incident {name} is on record", remedy="Add to it: an allegation and its denial are one")


def _terms_in_force(record: Record, new: NewIncident) -> None:
    for term in new.terms:
        if term not in record.terms:
            raise UnknownSubject(f"the record has no term {term}", remedy="Record the agreement's term first")
        begun = record.terms[term].valid
        if begun is not None and new.on.last < begun.first:
            raise RuleRefusal(
                f"term {term} was not in force on {new.on}", remedy="Record the incident without it, or correct the day"
            )


def _check(desk: Desk, record: Record, incident: IncidentState, addition: Addition) -> None:
    match addition.what:
        case "observation":
            _need(addition, "by", "means")
            Means(_choice(addition, "means", [str(each) for each in Means]))
            counts_of(addition.fields.get("counts", ()))
        case "claim":
            _need(addition, "by", "kind", "text")
            _choice(addition, "kind", [str(each) for each in ClaimKind])
            actor_code(addition.fields["by"])
        case "verification":
            _ladder(desk, incident, addition, [str(each) for each in Verification])
        case "attribution":
            _ladder(desk, incident, addition, [str(each) for each in Responsibility])
        case "finding":
            _choice(addition, "level", [str(each) for each in Finding])
        case "process":
            _choice(addition, "step", [str(each) for each in ProcessStep])
        case "duplicate":
            _need(addition, "of")
            find_incident(record, addition.fields["of"])
        case _:
            raise MissingField(
                f"“{addition.what}” is nothing that is added to an incident",
                remedy="Use observation, claim, verification, attribution, finding, process or duplicate",
            )


def _ladder(desk: Desk, incident: IncidentState, addition: Addition, levels: list[str]) -> None:
    """Refuse a level above its source: who observed, how many means, whose mandate, whose decision."""
    _need(addition, "level", "by", "method")
    level, by = _choice(addition, "level", levels), addition.fields["by"]
    means = {(each.by, each.means) for each in incident.observations}
    if level == "V1" and not means:
        raise RuleRefusal("V1 needs an observation", remedy="Add the observation first; a party's claim stays at V0")
    if level == "V2" and len(means) < 2:
        raise RuleRefusal("V2 needs two independent observations", remedy="Add the second one first")
    if level == "A1" and not any(each.kind == "claim" and each.against for each in incident.claims):
        raise RuleRefusal(
            "A1 needs a party's claim that names somebody", remedy="Add the claim with against=CODE first"
        )
    if level in MANDATED | DECIDED and not addition.cited:
        raise MissingField(f"{level} rests on the words of the body that gives it", remedy="Cite its finding")
    if level in MANDATED and by.startswith("person:"):
        raise RuleRefusal(f"{level} is given by the body with the mandate", remedy="Name it: by=org:…")
    if level == "A4" and by != addition.fields.get("to") and not addition.fields.get("decision"):
        raise RuleRefusal("A4 needs the party's own acceptance or a decision", remedy="Give decision=…, or by = to")


def _need(addition: Addition, *names: str) -> None:
    missing = [name for name in names if not addition.fields.get(name)]
    if missing:
        raise MissingField(f"a {addition.what} needs “{missing[0]}”", remedy=f"Give {', '.join(names)}")


def _choice(addition: Addition, name: str, values: list[str]) -> str:
    value = str(addition.fields.get(name) or "")
    if value not in values:
        raise MissingField(f"“{value}” is no {name} of a {addition.what}", remedy=f"Choose one of {', '.join(values)}")
    return value


def _draft(
    desk: Desk,
    record: Record,
    kind: Kind,
    subject: str,
    payload: Mapping[str, Any],
    on: PartialDate,
    cited: tuple[Cited, ...],
    why: str = "",
) -> Draft:
    evidence = cited_evidence(desk, record, cited)
    return Draft(
        kind=kind, subject=subject, by=desk.person, payload=payload, evidence=evidence, valid=on, known=on, why=why
    )
