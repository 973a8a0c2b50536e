"""Tell an actor before a negative is published, and keep its answer; neither changes a status by itself."""

from __future__ import annotations

from collections.abc import Sequence

from kept.errors import MissingField
from kept.ledger.entries import Draft, Entry, Opened
from kept.ledger.kinds import Kind
from kept.ledger.state import Record
from kept.model.times import PartialDate
from kept.pipeline.desk import Desk, content_key
from kept.pipeline.record import subject_of


def send_notice(desk: Desk, reference: str, *, to: str, about: str, on: PartialDate) -> tuple[Entry, ...]:
    """Write that an actor was told what would be published about a record, and when."""
    return _message(desk, Kind.NOTICE_SENT, reference, {"to": to, "about": about}, on)


def receive_reply(desk: Desk, reference: str, *, sender: str, text: str, on: PartialDate) -> tuple[Entry, ...]:
    """Write an actor's answer, to be shown at equal size."""
    return _message(desk, Kind.REPLY_RECEIVED, reference, {"from": sender, "text": text}, on)


def _message(desk: Desk, kind: Kind, reference: str, payload: dict[str, str], on: PartialDate) -> tuple[Entry, ...]:
    empty = [name for name, value in payload.items() if not value.strip()]
    if empty:
        raise MissingField(f"a message without “{empty[0]}”", where=reference, remedy="Say who is told, and of what")

    def build(record: Record, _: Sequence[Opened]) -> list[Draft]:
        subject = subject_of(record, reference)
        return [Draft(kind=kind, subject=subject, by=desk.person, payload=payload, valid=on, known=on)]

    return desk.write(content_key(str(kind), reference, payload, str(on)), build)
