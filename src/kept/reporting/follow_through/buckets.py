"""Where each record stands in the count: not a promise of a deed, set aside, or due with one outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

DEFINITION = "follow-through/1"
"""The version of the rule (`follow-through.md`); a changed rule gets another number."""


class Bucket(StrEnum):
    """The one place a record has in the count (rules 1, 2 and 4 of `follow-through/1`).

    Readers' words for them stand in `words.toml` under `kind`.
    """

    OTHER_SUBJECT = "other_subject"
    OTHER_WORDS = "other_words"
    LEAD = "lead"
    TERM = "term"
    COMPANY = "company"
    PROCEDURAL = "procedural"
    SOFT = "soft"
    ENVELOPE = "envelope"
    MEMBER = "member_of_group"
    SAID_AGAIN = "restatement"

    TAKEN_BACK_EARLY = "taken_back_before_date"
    CANNOT_BE_CHECKED = "cannot_be_checked"
    WAITS_FOR_CONDITION = "waits_for_condition"
    STANDS_READY = "stands_ready"
    WAITS_FOR_BODY = "waits_for_body"
    BLOCKED = "blocked"
    NO_DATE = "no_date"
    DATE_AHEAD = "date_ahead"

    KEPT = "kept"
    PARTLY = "partly_kept"
    TAKEN_BACK = "taken_back"
    NOT_DONE = "not_done"
    CANNOT_TELL = "cannot_tell"

    @property
    def kind(self) -> str:
        """Name the table of words it stands in: outcomes of what has fallen due, buckets of all else."""
        return "outcome" if self in DUE else "bucket"


_ORDER = tuple(Bucket)
SET_ASIDE = _ORDER[_ORDER.index(Bucket.TAKEN_BACK_EARLY) : _ORDER.index(Bucket.KEPT)]
"""Counted promises that have not fallen due, in the order in which the first match wins (rule 2)."""
DUE = _ORDER[_ORDER.index(Bucket.KEPT) :]
"""Outcomes of promises that have fallen due (rule 4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A record in the count: whether it is a counted promise, its bucket, and the reason as a sentence.

    `kind` is commitment, a type of statement, or term. `kept_already` marks a promise that was kept before it fell
    due; `late` one that was kept after its date. `thing` names what was promised, `figure` what came of it.
    """

    ref: str
    id: str
    kind: str
    title: str
    actors: tuple[str, ...]
    counted: bool
    bucket: Bucket
    reason: str
    due: date | None = None
    on: date | None = None
    late: bool = False
    kept_already: bool = False
    date_moved: bool = False
    thing: str = ""
    figure: str = ""
    waits_for: str = ""
    last_look: date | None = None

    def to_json(self) -> dict[str, Any]:
        """Write the row as the CSV and the API give it."""
        return {
            "ref": self.ref,
            "kind": self.kind,
            "title": self.title,
            "actors": list(self.actors),
            "counted": self.counted,
            "bucket": str(self.bucket),
            "reason": self.reason,
            "due": _iso(self.due),
            "on": _iso(self.on),
            "late": self.late,
            "kept_already": self.kept_already,
            "date_moved": self.date_moved,
            "figure": self.figure,
            "last_look": _iso(self.last_look),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryLine:
    """What of an actor's promises has fallen due: a sentence from five on, below that the list alone (rule 5)."""

    actor: str
    title: str
    due: int
    refs: tuple[str, ...]
    sentence: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowThrough:
    """The one number of the home page, on a day, for one framework, with every row that makes it.

    `due` is N, `kept` K, `unknown` U; `percent` is a range and stands only where N is 20 or more.
    """

    framework: str
    as_of: date
    rows: tuple[Row, ...]
    headline: str
    beside: tuple[str, ...]
    money: tuple[str, ...]
    votes: tuple[str, ...]
    others: str
    due: int
    kept: int
    unknown: int
    percent: str | None
    countries: tuple[CountryLine, ...]
    counts: Mapping[Bucket, int] = field(default_factory=dict)
    definition: str = DEFINITION

    def rows_in(self, *buckets: Bucket) -> tuple[Row, ...]:
        """Give the rows of some buckets: every figure opens the list that makes it."""
        return tuple(row for row in self.rows if row.bucket in buckets)

    def to_json(self) -> dict[str, Any]:
        """Write the count as the API gives it."""
        return {
            "definition": self.definition,
            "framework": self.framework,
            "as_of": self.as_of.isoformat(),
            "headline": self.headline,
            "beside": list(self.beside),
            "due": self.due,
            "kept": self.kept,
            "unknown": self.unknown,
            "percent": self.percent,
            "money": list(self.money),
            "votes": list(self.votes),
            "others": self.others,
            "counts": {str(bucket): count for bucket, count in self.counts.items()},
            "countries": [
                {"actor": each.actor, "due": each.due, "refs": list(each.refs), "sentence": each.sentence}
                for each in self.countries
            ],
            "rows": [row.to_json() for row in self.rows],
        }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
