"""When something is due: the first date of the actor's own firm words, or so long after a condition is met."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from kept.errors import UnreadableInput
from kept.ledger.lifecycle import LADDER, Stage
from kept.ledger.parts import ConditionState, Step
from kept.model.times import PartialDate

FIRM = frozenset({*LADDER[2:], Stage.IN_FORCE})
"""Stages that only firm words (or a deed) reach."""

_LONGEST = 36_525
_RULE = re.compile(r"^condition\+P(?=\d|T\d)(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(\d+)H)?$")


def days_after(rule: str) -> int | None:
    """Read `condition+P30D`, `condition+P2W`, `condition+PT72H` as days (a month counts 30); None if it is a date.

    Hours round up to whole days, since the clocks of the record are calendar days.
    """
    matched = _RULE.match(rule)
    if not matched:
        return None
    months, weeks, days, hours = (int(part or 0) for part in matched.groups())
    return months * 30 + weeks * 7 + days + -(-hours // 24)


def due_on(rule: str | None, conditions: Iterable[ConditionState], *, said: date | None = None) -> date | None:
    """Resolve a due rule: an EDTF date gives its last day, a span runs from the day the last condition was met.

    What was due stays due when its condition fails later; a condition that fails before the span has run, or is met
    anew, starts it again. A span runs no earlier than `said`; a date that a condition overtakes moves to the day the
    condition is met (K1). None where there is no rule, or where a span's condition has not been met long enough.
    """
    if not rule:
        return None
    suspensive = [each for each in conditions if each.is_suspensive]
    span = days_after(rule)
    if span is None:
        day = PartialDate.of(rule).last
        return next((max(day, begun) for begun, end in _common_runs(suspensive) if max(day, begun) < end), day)
    if not suspensive:
        return None
    after = timedelta(days=span)
    starts = ((max(begun, said or begun), end) for begun, end in _common_runs(suspensive))
    return next((begun + after for begun, end in starts if begun + after < end), None)


def waits(conditions: Iterable[ConditionState], due: date | None) -> bool:
    """Tell whether a suspensive condition stops the clock (K1): it did not hold on the day that would count.

    Without a date the day that counts is today: what has been met by now no longer stops anything.
    """
    suspensive = [each for each in conditions if each.is_suspensive]
    if due is None:
        return any(each.status not in ("met", "waived") for each in suspensive)
    return not all(any(begun <= due < end for begun, end in each.runs) for each in suspensive)


def first_firm_rule(steps: Sequence[Step]) -> tuple[str | None, str]:
    """Give the first date the actor's own firm words gave, and who gave it (`follow-through.md`, rule 3).

    A later date does not move it; one that an analyst inferred stands only where the actor gave none. Of a record
    that never was firm it is the date of its first words.
    """
    given = [each for each in _rules(steps) if each]
    if not given:
        soft = not any(step.after in FIRM for step in steps)
        first = steps[0].payload
        return (first.get("due"), first.get("due_by", "actor")) if soft else (None, "actor")
    return next((each for each in given if each[1] == "actor"), given[0])


def _rules(steps: Sequence[Step]) -> Iterable[tuple[str, str] | None]:
    firm = False
    for step in steps:
        firm = firm or step.after in FIRM
        rule = _rule_in(step)
        yield (rule, step.payload.get("due_by", "actor")) if firm and rule else None


def _rule_in(step: Step) -> str | None:
    if step.development == "revise":
        return step.payload.get("new") if step.payload.get("field") == "due" else None
    return step.payload.get("due")


def _common_runs(conditions: Sequence[ConditionState]) -> list[tuple[date, date]]:
    """Give the periods in which all conditions held together; without any, the whole calendar."""
    common = [(date.min, date.max)]
    for each in conditions:
        overlaps = [(max(one, two), min(end, stop)) for one, end in common for two, stop in each.runs]
        common = sorted(period for period in overlaps if period[0] < period[1])
    return common


def check_rule(rule: str) -> str:
    """Accept a due rule or refuse it with what would be legal."""
    if (days_after(rule) or 0) > _LONGEST:
        raise UnreadableInput(f"“{rule}” is longer than a hundred years", remedy="Check the number")
    if days_after(rule) is None:
        try:
            PartialDate.of(rule)
        except UnreadableInput as error:
            raise UnreadableInput(
                f"“{rule}” is no due date", remedy="Write 2026-06-30, 2026-06 or condition+P30D"
            ) from error
    return rule
