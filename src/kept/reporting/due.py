"""What is due, what is past its date, what is coming, and what a condition would make due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kept.ledger.due import days_after, waits
from kept.ledger.lifecycle import FIRM_OPEN, Stage
from kept.ledger.state import CommitmentState, Record
from kept.model.frameworks import Framework
from kept.reporting.follow_through.counted import is_filed
from kept.reporting.wording import look_text

SOON = 30
"""Days ahead that count as due now."""
_STANDS = frozenset({*FIRM_OPEN, Stage.SUSPENDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class DueItem:
    """A promise and its date: words of the deadline, days left (negative: past), what it waits for, the last look.

    `after` is the number of days it has once `waits_for` (kinds of condition) is met.
    """

    id: str
    ref: str
    title: str
    actors: tuple[str, ...]
    due: date | None
    days: int | None
    deadline_text: str | None
    due_by: str
    procedural: bool
    waits_for: tuple[str, ...] = ()
    after: int | None = None
    delivered_share: str | None = None
    last_look: str = ""

    def to_json(self) -> dict[str, Any]:
        """Write the item as CSV, calendar and API give it."""
        plain = (
            "ref",
            "title",
            "days",
            "deadline_text",
            "due_by",
            "procedural",
            "after",
            "delivered_share",
            "last_look",
        )
        lists = {"actors": list(self.actors), "waits_for": list(self.waits_for)}
        return (
            {name: getattr(self, name) for name in plain} | lists | {"due": self.due.isoformat() if self.due else None}
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DueTable:
    """Promises by date on a day: `overdue` oldest first, `due` within 30 days, `coming` later.

    `on_condition` would become due once a condition is met; `passed` has come without being overdue (a part of an
    “up to”, a vote asked in time, a pause): shown, never called late.
    """

    as_of: date
    overdue: tuple[DueItem, ...]
    due: tuple[DueItem, ...]
    coming: tuple[DueItem, ...]
    on_condition: tuple[DueItem, ...]
    passed: tuple[DueItem, ...]


def due(record: Record, framework: Framework | None = None, *, soon: int = SOON) -> DueTable:
    """Sort the firm promises that still stand by their date; without a framework those of all."""
    as_of = record.clocks.as_of
    here = [each for each in record.commitments.values() if _stands(each) and _is_in(each, framework)]
    waiting = [each for each in here if waits(each.conditions, each.due)]
    waiting_ids = {each.id for each in waiting}
    dated = sorted(
        (each for each in here if each.due and each.due_by == "actor" and each.id not in waiting_ids),
        key=lambda each: (each.due or date.max, each.ref),
    )
    border = as_of + timedelta(days=soon)
    late = [each for each in dated if "overdue" in each.flags]
    return DueTable(
        as_of=as_of,
        overdue=_items(late, as_of),
        due=_items([each for each in dated if each.due and as_of <= each.due <= border], as_of),
        coming=_items([each for each in dated if each.due and each.due > border], as_of),
        on_condition=_items(sorted(waiting, key=lambda each: (_span(each) is None, _span(each) or 0, each.ref)), as_of),
        passed=_items([each for each in dated if each.due and each.due < as_of and "overdue" not in each.flags], as_of),
    )


def _stands(commitment: CommitmentState) -> bool:
    return commitment.is_firm and commitment.stage in _STANDS


def _is_in(commitment: CommitmentState, framework: Framework | None) -> bool:
    return framework is None or is_filed(framework, commitment.filings, commitment.home)


def _span(commitment: CommitmentState) -> int | None:
    return days_after(commitment.due_rule) if commitment.due_rule else None


def _items(commitments: list[CommitmentState], as_of: date) -> tuple[DueItem, ...]:
    return tuple(_item(each, as_of) for each in commitments)


def _item(commitment: CommitmentState, as_of: date) -> DueItem:
    return DueItem(
        id=commitment.id,
        ref=commitment.ref,
        title=commitment.title,
        actors=commitment.actors,
        due=commitment.due,
        days=(commitment.due - as_of).days if commitment.due else None,
        deadline_text=commitment.deadline_text,
        due_by=commitment.due_by,
        procedural=commitment.procedural,
        waits_for=tuple(each.kind for each in commitment.conditions if waits([each], commitment.due)),
        after=_span(commitment),
        delivered_share=commitment.delivered_share,
        last_look=look_text(commitment.checks[-1].until if commitment.checks else None, as_of),
    )
