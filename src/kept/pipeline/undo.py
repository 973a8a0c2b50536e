"""Undo a decision before anybody saw it: its entries are retracted, its card waits again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kept.errors import RuleRefusal
from kept.ledger.entries import Draft, Entry, Opened
from kept.ledger.kinds import Kind
from kept.ledger.state import Record
from kept.pipeline.decide import standing_decision
from kept.pipeline.desk import Desk
from kept.pipeline.publish import unpublished

_SHARED = frozenset({Kind.CONDITION_RECORDED, Kind.GATE_RECORDED})
"""Kinds that later promises may hang on as well: those stay where others use them."""


def undo(desk: Desk, coding: str, *, why: str = "undone at the desk") -> tuple[Entry, ...]:
    """Retract a decision and what it made; refuse where readers have seen it or others build on it.

    What is public is corrected or retracted with a public reason instead (`publishing-ethics.md`, Corrections).
    """
    standing = standing_decision(desk.entries(), coding)
    if standing is None:
        raise RuleRefusal("no decision stands on this card", where=coding[:12], remedy="There is nothing to undo")

    def build(_: Record, entries: Sequence[Opened]) -> list[Draft]:
        return [
            Draft(
                kind=Kind.RECORD_RETRACTED,
                subject=each.subject,
                by=desk.person,
                payload={"target": each.seq, "public": False},
                why=why,
            )
            for each in _to_retract(entries, standing)
        ]

    written = desk.write(f"undo:{standing.seq}", build)
    desk.queue.settle(coding, "")
    return written


def _to_retract(entries: Sequence[Opened], decision: Opened) -> list[Opened]:
    """Give the decision and what came of it, last first; refuse where one of them cannot go."""
    made = entries[decision.seq - int(decision.payload.get("made") or 0) : decision.seq + 1]
    hidden = set(unpublished(entries))
    if any(each.seq not in hidden for each in made):
        raise RuleRefusal("readers have seen it", where=decision.subject, remedy="Correct or retract it with a reason")
    retracted = {each.payload["target"] for each in entries if each.kind is Kind.RECORD_RETRACTED}
    later = [each for each in entries[decision.seq + 1 :] if each.seq not in retracted]
    going: list[Opened] = []
    for each in reversed(made):
        user = None if each is decision else next((one for one in later if _uses(one, each.subject)), None)
        if user is None:
            going.append(each)
        elif each.kind not in _SHARED:
            raise RuleRefusal(
                f"entry {user.seq} builds on it ({user.kind})", where=each.subject, remedy="Undo that one first"
            )
    return going


def _uses(entry: Opened, subject: str) -> bool:
    """Tell whether a later entry speaks of a subject or hangs on it."""
    if entry.kind in (Kind.PUBLISHED, Kind.UNPUBLISHED, Kind.RECORD_RETRACTED):
        return False
    return entry.subject == subject or _names(entry.payload, subject)


def _names(value: Any, subject: str) -> bool:
    if isinstance(value, dict):
        return any(_names(each, subject) for each in value.values())
    if isinstance(value, list):
        return any(_names(each, subject) for each in value)
    return bool(value == subject)
