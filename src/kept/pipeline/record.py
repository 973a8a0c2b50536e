"""Record what moved a commitment, a gate or a condition, and that somebody looked; with evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kept.errors import MissingField, UnknownSubject
from kept.ledger.entries import Draft, Entry
from kept.ledger.kinds import Kind
from kept.ledger.lifecycle import transition
from kept.ledger.state import Record
from kept.model.evidence import Evidence, EvidenceClass, Quote
from kept.model.times import PartialDate
from kept.pipeline.desk import Desk, content_key

_PARTS = ("amount", "quantity", "share")
_CONFIRMING = ("recipient", "third_party", "registry")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """Words in a captured page, by the page's hash and the exact quote."""

    capture: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Development:
    """What moved: the subject by reference or id, the development by name, when it held, its fields and evidence."""

    subject: str
    name: str
    valid: PartialDate
    known: PartialDate | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    cited: tuple[Cited, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """That somebody looked: what for, where, from when to when, and whether it was found.

    `silence_means` is `not_done` where the register would show the deed (official journal, vote record); `second` is
    the other person who looked: nothing is shown as not done on one person's word.
    """

    subject: str
    what: str
    where: str
    until: date
    since: date | None = None
    found: bool = False
    note: str = ""
    silence_means: str | None = None
    second: str | None = None
    cited: tuple[Cited, ...] = ()


def record_development(desk: Desk, development: Development) -> tuple[Entry, ...]:
    """Write a development; refuse an unknown subject, an unknown name, or one without a field its rule needs."""
    transition(development.name)

    def build(record: Record, _: object) -> list[Draft]:
        evidence = cited_evidence(desk, record, development.cited)
        _check_needs(development, evidence)
        subject = subject_of(record, development.subject)
        known = development.known or _first_known(record, evidence)
        payload = {"development": development.name, **development.fields}
        return [
            Draft(
                kind=Kind.DEVELOPMENT_RECORDED,
                subject=subject,
                by=desk.person,
                payload=payload,
                evidence=evidence,
                why=development.why,
                valid=development.valid,
                known=known,
            )
        ]

    cited = [[each.capture, each.quote] for each in development.cited]
    key = content_key(
        "record", development.subject, development.name, str(development.valid), dict(development.fields), cited
    )
    return desk.write(key, build)


def record_check(desk: Desk, look: Look) -> tuple[Entry, ...]:
    """Write that somebody looked for evidence: without such an entry absence is no finding."""

    def build(record: Record, _: object) -> list[Draft]:
        payload = {
            "what": look.what,
            "where": look.where,
            "since": look.since.isoformat() if look.since else None,
            "until": look.until.isoformat(),
            "found": look.found,
            "note": look.note or None,
            "silence_means": look.silence_means,
            "second": look.second,
        }
        return [
            Draft(
                kind=Kind.CHECK_RECORDED,
                subject=subject_of(record, look.subject),
                by=desk.person,
                payload=payload,
                evidence=cited_evidence(desk, record, look.cited),
                valid=PartialDate.of(look.until),
                known=PartialDate.of(look.until),
            )
        ]

    return desk.write(content_key("check", look.subject, look.what, look.where, str(look.until), look.note), build)


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Something observed or alleged under an agreement: claims of each party, observations, the two ladders apart."""

    name: str
    on: PartialDate
    claims: tuple[Mapping[str, Any], ...]
    verification: str
    attribution: str
    cited: tuple[Cited, ...]


def record_incident(desk: Desk, incident: Incident) -> tuple[Entry, ...]:
    """Write an incident with all that is claimed of it: an accusation and its denial are one record."""

    def build(record: Record, _: object) -> list[Draft]:
        evidence = cited_evidence(desk, record, incident.cited)
        payload = {
            "name": incident.name,
            "claims": [dict(claim) for claim in incident.claims],
            "verification": incident.verification,
            "attribution": incident.attribution,
        }
        return [
            Draft(
                kind=Kind.INCIDENT_RECORDED,
                subject=f"i:{desk.new_id()}",
                by=desk.person,
                payload=payload,
                evidence=evidence,
                valid=incident.on,
                known=_first_known(record, evidence),
            )
        ]

    return desk.write(content_key("incident", incident.name, str(incident.on)), build)


def cited_evidence(desk: Desk, record: Record, cited: tuple[Cited, ...]) -> tuple[Evidence, ...]:
    """Find each quote in its captured text, exactly once, and give it its source's class, grade and story."""
    return tuple(_evidence(desk, record, each) for each in cited)


def _evidence(desk: Desk, record: Record, cited: Cited) -> Evidence:
    source = next((each for sha, each in record.sources.items() if sha.startswith(cited.capture)), None)
    if source is None:
        raise UnknownSubject(
            f"the record has no source {cited.capture[:12]}", remedy="Add the page first: kept add PAGE"
        )
    quote = Quote.find(desk.captures.text(source.text), cited.quote, where=source.address)
    return Evidence(
        capture=source.capture,
        text=source.text,
        quote=quote,
        klass=EvidenceClass(source.klass),
        grade=source.grade,
        group=source.group,
    )


def subject_of(record: Record, reference: str) -> str:
    """Find a commitment, gate, condition or statement by reference or id."""
    commitment = record.commitment(reference)
    if commitment:
        return commitment.id
    if any(reference in each for each in (record.gates, record.conditions, record.statements, record.incidents)):
        return reference
    raise UnknownSubject(f"the record has no {reference}", remedy="See kept list for references, kept gates for gates")


def _first_known(record: Record, evidence: tuple[Evidence, ...]) -> PartialDate | None:
    days = [record.sources[each.capture].published_on for each in evidence]
    known = sorted((PartialDate.of(day) for day in days if day), key=lambda day: day.last)
    return known[0] if known else None


def _check_needs(development: Development, evidence: tuple[Evidence, ...]) -> None:
    """Refuse a development without what `lifecycle.toml` asks of it."""
    fields, name = development.fields, development.name
    if not evidence and transition(name).klass == "world":
        raise MissingField(f"“{name}” rests on no quote", remedy="Give --source and --quote")
    if name == "deliver_part" and not any(fields.get(part) for part in _PARTS):
        raise MissingField("“deliver_part” needs an amount, a quantity or a share", remedy="Give one of them")
    if name == "complete":
        _check_completion(fields, evidence)
    if name == "supersede" and not fields.get("by"):
        raise MissingField("“supersede” needs the new record", remedy="Give --set by=REF")
    if name == "revise" and not all(fields.get(key) for key in ("field", "new", "direction")):
        raise MissingField("“revise” needs field, new and direction", remedy="Give --set field=… new=… direction=up")


def _check_completion(fields: Mapping[str, Any], evidence: tuple[Evidence, ...]) -> None:
    if fields.get("confirmed_by") not in _CONFIRMING:
        raise MissingField(
            "“complete” needs a source independent of the actor, or the recipient",
            remedy="Give --set confirmed_by=recipient|third_party|registry, or record claim_delivery",
        )
    if not any(each.grade[0] <= "C" and each.grade[1] <= "3" for each in evidence):
        raise MissingField("“complete” needs evidence of grade C3 or better", remedy="Cite a better source")
