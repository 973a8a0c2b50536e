"""Mend the record: correct a field, retract an entry, merge two records, take something out of public view.

A correction says that we were wrong; a development says that the world moved (`design.md`, Words). Neither changes an
entry. Before its first publication a mistake is mended without a public correction, after it always with one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kept.errors import MissingField, RuleRefusal, UnknownSubject
from kept.ledger.entries import Draft, Entry, Opened
from kept.ledger.kinds import Kind
from kept.ledger.state import Record
from kept.pipeline.desk import Desk, content_key
from kept.pipeline.publish import ranges, unpublished
from kept.pipeline.record import subject_of

NEVER_CORRECTED = frozenset({"ref", "development", "place", "coding", "capture", "text"})
"""Fields that say what an entry is: an entry wrong in one of them is retracted and written anew."""

_DATES = frozenset({"valid", "known"})
_ABOUT_THE_LOG = frozenset({Kind.LEDGER_OPENED, Kind.PUBLISHED, Kind.UNPUBLISHED, Kind.FIELD_REDACTED})


class ReasonClass(StrEnum):
    """Why a published field changes (`publishing-ethics.md`, Corrections); a moved world is a development instead."""

    ERROR = "error"
    NEW_EVIDENCE = "new_evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A field of an entry set otherwise: its number in the log, the field, the new value, and why."""

    target: int
    field: str
    new: Any
    why: str
    reason_class: ReasonClass = ReasonClass.ERROR


def correct(desk: Desk, correction: Correction) -> tuple[Entry, ...]:
    """Write that a field was wrong; the old value stays readable at its own recorded time."""
    _need_reason(correction.why)

    def build(_: Record, entries: Sequence[Opened]) -> list[Draft]:
        target = _entry(entries, correction.target)
        old = _value_now(entries, target, correction.field)
        payload = {
            "target": correction.target,
            "field": correction.field,
            "old": old,
            "new": correction.new,
            "reason_class": str(correction.reason_class),
            "public": correction.target not in unpublished(entries),
        }
        return [_mending(desk, Kind.RECORD_CORRECTED, target.subject, payload, correction.why)]

    key = content_key("correct", correction.target, correction.field, _text(correction.new), correction.why)
    return desk.write(key, build)


def retract(desk: Desk, target: int, *, why: str) -> tuple[Entry, ...]:
    """Write that an entry should not stand: it counts no more, its tombstone stays."""
    _need_reason(why)

    def build(_: Record, entries: Sequence[Opened]) -> list[Draft]:
        entry = _entry(entries, target)
        if any(each.kind is Kind.RECORD_RETRACTED and each.payload["target"] == target for each in entries):
            raise RuleRefusal(f"entry {target} was retracted before", remedy="Record it anew if it should stand")
        payload = {"target": target, "public": target not in unpublished(entries)}
        return [_mending(desk, Kind.RECORD_RETRACTED, entry.subject, payload, why)]

    return desk.write(content_key("retract", target, why), build)


def merge(desk: Desk, merged: str, into: str, *, why: str) -> tuple[Entry, ...]:
    """Write that two records are one thing: the first leads to the second for ever."""
    _need_reason(why)

    def build(record: Record, _: object) -> list[Draft]:
        source, target = subject_of(record, merged), subject_of(record, into)
        if source == target:
            raise RuleRefusal(f"{merged} and {into} are one record already", remedy="Name two different ones")
        payload = {"from": source, "into": target}
        return [Draft(kind=Kind.RECORDS_MERGED, subject=source, by=desk.person, payload=payload, why=why)]

    return desk.write(content_key("merge", merged, into, why), build)


def unpublish(desk: Desk, targets: Sequence[int], *, why: str) -> tuple[Entry, ...]:
    """Take entries out of public view from now on; what was public before stays readable as of then."""
    _need_reason(why)

    def build(_: Record, entries: Sequence[Opened]) -> list[Draft]:
        hidden = set(unpublished(entries))
        already = [seq for seq in targets if seq in hidden]
        if already:
            raise RuleRefusal(f"entry {already[0]} is not public", remedy="Name public entries only")
        payload = {"ranges": ranges(sorted(targets))}
        return [Draft(kind=Kind.UNPUBLISHED, subject="ledger", by=desk.person, payload=payload, why=why)]

    return desk.write(content_key("unpublish", list(targets), desk.store.size()), build)


def _entry(entries: Sequence[Opened], seq: int) -> Opened:
    if not 0 <= seq < len(entries):
        raise UnknownSubject(f"the record has no entry {seq}", remedy=f"Entries run from 0 to {len(entries) - 1}")
    if entries[seq].kind in _ABOUT_THE_LOG:
        raise RuleRefusal(f"entry {seq} ({entries[seq].kind}) is about the log itself", remedy="It is never mended")
    return entries[seq]


def _value_now(entries: Sequence[Opened], target: Opened, field: str) -> Any:
    """Give a field's value as corrected so far; refuse one that the entry does not have."""
    if field in NEVER_CORRECTED:
        raise RuleRefusal(f"“{field}” says what the entry is", remedy="Retract the entry and record it anew")
    if field not in _DATES and field not in target.payload:
        known = ", ".join(sorted({*target.payload, *_DATES} - NEVER_CORRECTED))
        raise UnknownSubject(f"entry {target.seq} has no field “{field}”", remedy=f"Choose one of {known}")
    before = [
        each.payload["new"]
        for each in entries
        if each.kind is Kind.RECORD_CORRECTED and (each.payload["target"], each.payload["field"]) == (target.seq, field)
    ]
    if before:
        return before[-1]
    stated = getattr(target, field) if field in _DATES else target.payload[field]
    return str(stated) if field in _DATES and stated else stated


def _mending(desk: Desk, kind: Kind, subject: str, payload: dict[str, Any], why: str) -> Draft:
    return Draft(kind=kind, subject=subject, by=desk.person, payload=payload, why=why)


def _need_reason(why: str) -> None:
    if not why.strip():
        raise MissingField("mending the record needs a reason", remedy="Give --why: readers will see it")


def _text(value: Any) -> Any:
    return value if isinstance(value, (str, int, list, dict, type(None))) else str(value)
