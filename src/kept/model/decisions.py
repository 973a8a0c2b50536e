"""A person's verdict on a coding, and what waits for one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from kept.model.statements import Exclusion, Statement


class Verdict(StrEnum):
    """What a person decides; *unsure* is a verdict, not the lack of one."""

    ACCEPT = "accept"
    AMEND = "amend"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A coding that waits for a person; `coding` and `place` are hashes, `position` orders it on its page."""

    coding: str
    place: str
    capture: str
    text: str
    framework: str
    position: int
    statement: Statement
    decided: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A verdict with all that it needs: the exclusion rule of a rejection, the target of a merge, a reason.

    `changes` are fields of the coding that the person set otherwise (an amendment); `links` tie the new record to
    others, (relation, id); `applies` are the commitments that an accepted gate or condition hangs on; `term` makes of
    it a clause of an agreement instead of a commitment.
    """

    verdict: Verdict
    why: str = ""
    exclusion: Exclusion | None = None
    target: str | None = None
    changes: Mapping[str, Any] = field(default_factory=dict)
    links: tuple[tuple[str, str], ...] = ()
    applies: tuple[str, ...] = ()
    title: str = ""
    procedural: bool | None = None
    disposition: str = "record"
    term: Mapping[str, Any] | None = None
