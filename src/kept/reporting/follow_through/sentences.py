"""The count as sentences: the headline, what stands beside it, and an actor's own sentence (rule 5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from kept.reporting.follow_through.buckets import SET_ASIDE, Bucket, Row
from kept.reporting.wording import day_text, look_text, number_word

NOTHING_DUE = "Nothing has fallen due yet."
MOST_NAMED = 6
"""So many things are named in a sentence; the list behind the figure has them all."""

_OUTCOMES = (
    (Bucket.KEPT, "Kept"),
    (Bucket.PARTLY, "Partly"),
    (Bucket.TAKEN_BACK, "Taken back"),
    (Bucket.NOT_DONE, "Not done"),
    (Bucket.CANNOT_TELL, "Cannot tell"),
)
_ASIDES = {
    Bucket.WAITS_FOR_CONDITION: ("waits for {}", "wait for {}", "waits for {}", "wait for {}"),
    Bucket.STANDS_READY: ("stands ready for {}", "stand ready for {}", "stands ready for {}", "stand ready for {}"),
    Bucket.WAITS_FOR_BODY: ("waits for {}", "wait for {}", "waits for {}", "wait for {}"),
    Bucket.BLOCKED: ("was stopped by a named vote", "were stopped by a named vote", "stopped by a named vote", ""),
    Bucket.NO_DATE: ("has no date", "have no date", "without a date", ""),
    Bucket.DATE_AHEAD: ("has a date ahead", "have a date ahead", "date ahead", "dates ahead"),
    Bucket.CANNOT_BE_CHECKED: ("cannot be checked in public", "cannot be checked in public", "cannot be checked", ""),
    Bucket.TAKEN_BACK_EARLY: (
        "was taken back before its date",
        "were taken back before their dates",
        "taken back before its date",
        "taken back before their dates",
    ),
}
"""Words for one and for several, in a sentence of their own and in the list of what stands outside the number."""


def headline(due: int, kept: int, unknown: int) -> str:
    """Write “K of the N promises that have fallen due were kept (K to K+U: U cannot be told).”"""
    if not due:
        return NOTHING_DUE
    promises = "promise that has fallen due" if due == 1 else "promises that have fallen due"
    verb = "was" if kept == 1 else "were"
    spread = f" ({kept} to {kept + unknown}: {number_word(unknown)} cannot be told)" if unknown else ""
    return f"{kept} of the {due} {promises} {verb} kept{spread}."


def beside(rows: Sequence[Row], votes: Sequence[str], others: str, money: Sequence[str], as_of: date) -> list[str]:
    """Give the sentences beside the headline: outcomes once something is due, what promises wait for before that."""
    counted = [row for row in rows if row.counted]
    if not any(row.bucket not in SET_ASIDE for row in counted):
        return [text for text in (_promises(counted, as_of), *(votes or [others])) if text]
    outside = _parts([row for row in counted if row.bucket in SET_ASIDE], as_of, outside=True)
    tail = f"Outside: {', '.join(outside)}." if outside else ""
    return [text for text in (*_outcomes(counted, as_of), tail, *money) if text]


def _promises(counted: Sequence[Row], as_of: date) -> str:
    if not counted:
        return "No promise of a deed yet."
    noun = "promise" if len(counted) == 1 else "promises"
    return f"{len(counted)} {noun}: {', '.join(_parts(counted, as_of, outside=False))}."


def _parts(rows: Sequence[Row], as_of: date, *, outside: bool) -> list[str]:
    return [text for bucket in _ASIDES for text in _part(bucket, rows, as_of, outside=outside)]


def _part(bucket: Bucket, rows: Sequence[Row], as_of: date, *, outside: bool) -> Iterator[str]:
    here = [row for row in rows if row.bucket is bucket]
    one, several, one_outside, several_outside = _ASIDES[bucket]
    for reason in Counter(row.waits_for for row in here):
        group = [row for row in here if row.waits_for == reason]
        words = (one_outside, several_outside or one_outside) if outside else (one, several)
        text = words[0 if len(group) == 1 else 1].format(reason or "its trigger")
        yield f"{len(group)} {text}{_in_brackets(group, as_of, outside=outside)}{_kept_already(group)}"


def _in_brackets(group: Sequence[Row], as_of: date, *, outside: bool) -> str:
    """Name things where they help: all that stand outside the number, and what was taken back, with the day."""
    early = group[0].bucket is Bucket.TAKEN_BACK_EARLY
    if not (outside or early) or len(group) > MOST_NAMED:
        return ""
    names = [f"{row.thing}, {day_text(row.on, as_of)}" if early and row.on else row.thing for row in group]
    return f" ({'; '.join(names) if early else ', '.join(names)})" if all(names) else ""


def _kept_already(group: Sequence[Row]) -> str:
    count = sum(row.kept_already for row in group)
    return f" ({count} kept already)" if count else ""


def _outcomes(counted: Sequence[Row], as_of: date) -> Iterator[str]:
    for bucket, label in _OUTCOMES:
        rows = [row for row in counted if row.bucket is bucket]
        named = [_outcome(row, as_of) for row in rows[:MOST_NAMED]]
        more = [f"and {len(rows) - MOST_NAMED} more"] if len(rows) > MOST_NAMED else []
        if rows:
            yield f"{label}: {'; '.join([*named, *more])}."


def _outcome(row: Row, as_of: date) -> str:
    match row.bucket:
        case Bucket.KEPT:
            day = (
                f"{day_text(row.on, as_of)}, late" if row.on and row.late else day_text(row.on, as_of) if row.on else ""
            )
            return f"{row.figure or row.thing} ({day})" if day else row.figure or row.thing
        case Bucket.CANNOT_TELL:
            return f"{row.thing}, {look_text(row.last_look, as_of)}"
        case _:
            return row.figure or row.thing


_OTHERS = {
    "option": ("option", "options"),
    "offer": ("offer", "offers"),
    "refusal": ("refusal", "refusals"),
    "answered demand": ("answered demand", "answered demands"),
    "open demand": ("open demand", "open demands"),
}


def others(kinds: Counter[str]) -> str:
    """Count what governments said besides promises: “1 option, 1 refusal, 1 answered demand.”"""
    parts = [f"{kinds[kind]} {words[0 if kinds[kind] == 1 else 1]}" for kind, words in _OTHERS.items() if kinds[kind]]
    return f"{', '.join(parts)}." if parts else ""
