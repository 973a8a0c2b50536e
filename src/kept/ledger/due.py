"""When something is due: the first date of the actor's own firm words, or so long after a condition is met."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from kept.errors import UnreadableInput
from kept.ledger.state import ConditionState
from kept.model.times import PartialDate

_RULE = re.compile(r"^condition\+P(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(\d+)H)?$")


def days_after(rule: str) -> int | None:
    """Read `condition+P30D`, `condition+P2W`, `condition+PT72H` as days (a month counts 30); None if it is a date.

    Hours round up to whole days, since the clocks of the record are calendar days.
    """
    matched = _RULE.match(rule)
    if not matched:
        return None
    months, weeks, days, hours = (int(part or 0) for part in matched.groups())
    return months * 30 + weeks * 7 + days + -(-hours // 24)


def due_on(rule: str | None, conditions: Iterable[ConditionState]) -> date | None:
    """Resolve a due rule: an EDTF date gives its last day, a span runs from the day the last condition was met.

    None where there is no rule or where a condition it runs from is still open.
    """
    if not rule:
        return None
    span = days_after(rule)
    if span is None:
        return PartialDate.of(rule).last
    days = [each.since if each.status in ("met", "waived") else None for each in conditions]
    met = [each for each in days if each is not None]
    if not days or len(met) < len(days):
        return None
    return max(met) + timedelta(days=span)


def check_rule(rule: str) -> str:
    """Accept a due rule or refuse it with what would be legal."""
    if days_after(rule) is None:
        try:
            PartialDate.of(rule)
        except UnreadableInput as error:
            raise UnreadableInput(
                f"“{rule}” is no due date", remedy="Write 2026-06-30, 2026-06 or condition+P30D"
            ) from error
    return rule
