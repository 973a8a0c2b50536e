"""The fixed cast: two people at a desk, one store, and drafts that read as sentences; all states are invented."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from kept.ledger.entries import Draft, Opened
from kept.ledger.fold import fold
from kept.ledger.kinds import Kind
from kept.ledger.memory import MemoryStore
from kept.ledger.state import Record
from kept.model.evidence import Evidence, EvidenceClass, Quote
from kept.model.times import Clocks, PartialDate

ANALYST, SECOND = "person:ada", "person:ben"
NOON = datetime(2026, 7, 10, 12, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_days(self, days: int) -> None:
        self.now += timedelta(days=days)


def seeded_salts() -> Iterator[bytes]:
    """Give salts that are the same in every run."""
    number = 0
    while True:
        yield hashlib.sha256(f"salt {number}".encode()).digest()
        number += 1


def a_store(clock: Clock | None = None) -> MemoryStore:
    """Give an empty store in memory, its clock at noon."""
    salts = seeded_salts()
    return MemoryStore(clock=clock or Clock(), salts=lambda: next(salts))


def day(text: str | None) -> PartialDate | None:
    return PartialDate.of(text) if text else None


def evidence(words: str = "as was said", klass: str = "E2", source: str = "a page") -> Evidence:
    """Give a quote in a source; sources of one name are one story."""
    sha = hashlib.sha256(source.encode()).hexdigest()
    text = f"It stands here: {words}."
    return Evidence(
        capture=sha, text=sha, quote=Quote.find(text, words), klass=EvidenceClass(klass), grade="B2", group=source
    )


def draft(kind: Kind, subject: str, payload: dict[str, Any], **rest: Any) -> Draft:
    """Give a draft of any kind by the analyst or another `person`; `valid` and `known` are EDTF text."""
    valid, known = rest.pop("valid", None), rest.pop("known", None)
    given = {"by": rest.pop("person", ANALYST), "why": ""} | rest
    return Draft(kind=kind, subject=subject, payload=payload, valid=day(valid), known=day(known or valid), **given)


def promise(subject: str = "c:1", **fields: Any) -> Draft:
    """Give a commitment; by default Norland's firm promise of 14 January 2026, without a date."""
    rest = {key: fields.pop(key) for key in ("person", "why", "known") if key in fields}
    proof = fields.pop("evidence", (evidence(),))
    valid = fields.pop("valid", "2026-01-14")
    forms = fields.pop("forms", ["weapons"])
    payload = {
        "ref": fields.pop("ref", f"XN-2026-{abs(hash_number(subject)):04d}"),
        "actors": ["XN"],
        "beneficiary": "XS",
        "title": f"what {subject} promises",
        "home": "demo",
        "filings": [{"framework": "demo", "topic": "demo.armed-forces", "forms": forms}],
        "nature": "single",
        "firmness": "pledged",
    } | fields
    return draft(Kind.COMMITMENT_RECORDED, subject, payload, valid=valid, evidence=tuple(proof), **rest)


def hash_number(subject: str) -> int:
    """Give a number for a subject that is the same in every run."""
    return int(hashlib.sha256(subject.encode()).hexdigest()[:6], 16) % 10_000


def development(subject: str, name: str, on: str | None, **fields: Any) -> Draft:
    """Give a development of a commitment, gate or condition on a day."""
    rest = {key: fields.pop(key) for key in ("person", "why", "known", "evidence") if key in fields}
    return draft(Kind.DEVELOPMENT_RECORDED, subject, {"development": name} | fields, valid=on, **rest)


def statement(subject: str, kind: str, title: str, on: str = "2026-01-14", **fields: Any) -> Draft:
    """Give a refusal, demand, expectation, denial, threat or lead."""
    payload = {
        "type": kind,
        "title": title,
        "actors": ["XN"],
        "filings": [{"framework": "demo", "topic": None, "forms": []}],
    } | fields
    return draft(Kind.STATEMENT_RECORDED, subject, payload, valid=on, evidence=(evidence(title),))


def condition(subject: str = "k:ceasefire", kind: str = "ceasefire", on: str = "2026-01-14", **fields: Any) -> Draft:
    """Give a condition, open until a development meets it."""
    return draft(Kind.CONDITION_RECORDED, subject, {"kind": kind, "text": kind, "framework": "demo"} | fields, valid=on)


def gate(subject: str = "g:assembly", on: str = "2026-01-20", **fields: Any) -> Draft:
    """Give a gate: the Assembly's vote, named by the government itself."""
    payload = {
        "country": "XW",
        "kind": "parliament",
        "body": "XW:parliament",
        "title": "Assembly",
        "named_by": "actor",
        "force": "law",
        "text": "needs the approval of the Assembly",
    } | fields
    return draft(Kind.GATE_RECORDED, subject, payload, valid=on)


def check(subject: str, until: str, *, found: bool = False, **fields: Any) -> Draft:
    """Give a check: somebody looked, and found something or nothing."""
    rest = {key: fields.pop(key) for key in ("person", "evidence", "valid", "known") if key in fields}
    payload = {"what": "a deed", "where": "public sources", "since": None, "until": until, "found": found} | fields
    return draft(Kind.CHECK_RECORDED, subject, payload, **({"valid": until} | rest))


def notice(subject: str, on: str) -> Draft:
    """Give a notice to the government."""
    return draft(Kind.NOTICE_SENT, subject, {"to": "XN", "about": "we are about to say so"}, valid=on)


def reply(subject: str, on: str, text: str = "we disagree") -> Draft:
    """Give the government's reply."""
    return draft(Kind.REPLY_RECEIVED, subject, {"from": "XN", "text": text}, valid=on)


def merged(source: str, into: str) -> Draft:
    """Say that two records are one."""
    return draft(Kind.RECORDS_MERGED, source, {"from": source, "into": into})


def corrected(target: int, field: str, old: Any, new: Any) -> Draft:
    """Say that we were wrong."""
    return draft(
        Kind.RECORD_CORRECTED,
        f"e:{target}",
        {"target": target, "field": field, "old": old, "new": new, "reason_class": "slip"},
    )


def retracted(target: int) -> Draft:
    """Take an entry out of what counts."""
    return draft(Kind.RECORD_RETRACTED, f"e:{target}", {"target": target})


def published(*ranges: tuple[int, int]) -> Draft:
    """Publish entries."""
    return draft(Kind.PUBLISHED, "ledger", {"ranges": [list(each) for each in ranges]})


def unpublished(*ranges: tuple[int, int]) -> Draft:
    """Take entries out of the public's sight."""
    return draft(Kind.UNPUBLISHED, "ledger", {"ranges": [list(each) for each in ranges]})


def captured(name: str = "a page", **fields: Any) -> Draft:
    """Give a captured page."""
    sha = hashlib.sha256(name.encode()).hexdigest()
    payload = {
        "capture": sha,
        "text": sha,
        "address": f"https://{name.replace(' ', '-')}.example/",
        "title": name,
        "bylines": ["Signe Aldous"],
        "site": None,
        "published_on": "2026-01-14",
        "fetched": "2026-07-10T12:00:00.000000Z",
        "grade": "C3",
        "class": "E6",
        "group": name,
        "redistribution": "full",
        "licence": "unknown",
        "provenance": "written-for-demo",
        "furniture": {"menu": 2},
        "words": 120,
    } | fields
    return draft(Kind.SOURCE_CAPTURED, f"src:{sha[:8]}", payload)


def opened(*drafts: Draft) -> list[Opened]:
    """Write drafts into an empty store, all at noon, and read them back."""
    return list(store_with(*drafts).opened())


def store_with(*drafts: Draft, clock: Clock | None = None) -> MemoryStore:
    """Give a store that holds these entries."""
    store = a_store(clock)
    for index, each in enumerate(drafts):
        store.append(f"entry {index}", lambda _, each=each: [each])
    return store


def record_of(
    drafts: Iterable[Draft],
    as_of: str = "2026-07-10",
    *,
    known_at: str | None = None,
    recorded_at: datetime | None = None,
    public: bool = False,
) -> Record:
    """Fold drafts as of a day."""
    known = date.fromisoformat(known_at) if known_at else None
    clocks = Clocks(as_of=date.fromisoformat(as_of), known_at=known, recorded_at=recorded_at)
    return fold(opened(*drafts), clocks, public=public)
