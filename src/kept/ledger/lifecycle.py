"""The lifecycle of a commitment: which development moves which stage where (`frameworks/data/lifecycle.toml`).

floated → intended → pledged → agreed → authorised → funded → in_delivery → delivered        the ladder
  any open stage → suspended → (resume) · withdrawn · lapsed · blocked · superseded
  standing and contingent ones → in_force → expired, never delivered
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from kept.errors import RuleRefusal
from kept.model.statements import Firmness


class Stage(StrEnum):
    """How far a commitment has got on a date."""

    FLOATED = "floated"
    INTENDED = "intended"
    PLEDGED = "pledged"
    AGREED = "agreed"
    AUTHORISED = "authorised"
    FUNDED = "funded"
    IN_DELIVERY = "in_delivery"
    DELIVERED = "delivered"
    SUSPENDED = "suspended"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"
    BLOCKED = "blocked"
    SUPERSEDED = "superseded"
    IN_FORCE = "in_force"
    EXPIRED = "expired"


class Nature(StrEnum):
    """What kind of thing was promised; standing and contingent ones reach *in force*, never *delivered*."""

    SINGLE = "single"
    RECURRING = "recurring"
    STANDING = "standing"
    CONTINGENT = "contingent"


LADDER = (
    Stage.FLOATED,
    Stage.INTENDED,
    Stage.PLEDGED,
    Stage.AGREED,
    Stage.AUTHORISED,
    Stage.FUNDED,
    Stage.IN_DELIVERY,
    Stage.DELIVERED,
)
FIRM_OPEN = LADDER[2:7]
"""Stages in which a promise stands and is not yet done: pledged to in delivery."""

OF_FIRMNESS = {
    Firmness.FLOATED: Stage.FLOATED,
    Firmness.INTENTION: Stage.INTENDED,
    Firmness.PLEDGED: Stage.PLEDGED,
    Firmness.AGREED: Stage.AGREED,
    Firmness.AUTHORISED: Stage.AUTHORISED,
    Firmness.FUNDED: Stage.FUNDED,
    Firmness.DELIVERED: Stage.DELIVERED,
}
"""The stage a record enters with, by the firmness of its first words."""

_EXPLICIT_BACKWARDS = frozenset({"reverse_delivery"})
_NEVER_DELIVERED = frozenset({Nature.STANDING, Nature.CONTINGENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """One row of the table: a development, its class (world, words, record), from where and to where."""

    development: str
    klass: str
    sources: frozenset[str]
    target: str
    needs: tuple[str, ...] = ()

    def is_expected_from(self, stage: Stage) -> bool:
        """Tell whether the table lists this development for the stage."""
        return "*" in self.sources or stage in self.sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What a development did to a stage: where it led, whether the table expected it, and why in words."""

    stage: Stage
    in_order: bool
    because: str


@cache
def transitions() -> dict[str, Transition]:
    """Read the table of developments, by name."""
    rows: list[dict[str, Any]] = _table()["commitment"]["event"]
    return {
        row["event"]: Transition(
            development=row["event"],
            klass=row["class"],
            sources=frozenset(row["from"]),
            target=row["to"],
            needs=tuple(row.get("needs", ())),
        )
        for row in rows
    }


@cache
def terminal_stages() -> frozenset[Stage]:
    """Give the stages that no later development leaves."""
    return frozenset(Stage(name) for name in _table()["commitment"]["terminal"])


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("kept.frameworks") / "data" / "lifecycle.toml").read_text(encoding="utf-8"))


def transition(development: str) -> Transition:
    """Find a development in the table, or say which there are."""
    found = transitions().get(development)
    if found is None:
        raise RuleRefusal(
            f"“{development}” is no development", remedy=f"Use one of: {', '.join(sorted(transitions()))}"
        )
    return found


def move(stage: Stage, development: str, *, nature: Nature, previous: Stage, gates_open: int = 0) -> Moved:
    """Apply a development to a stage.

    What the table does not list leaves the stage as it is and is marked out of order: real life runs so. A step
    backwards on the ladder that is not an explicit one leaves the stage too. `previous` is where *resume* leads;
    `gates_open` counts the required gates still open once this development has happened.
    """
    row = transition(development)
    if not row.is_expected_from(stage):
        return Moved(
            stage=stage, in_order=False, because=f"“{development}” is not expected at {stage}: recorded, no change"
        )
    target = _target(row, stage, previous, gates_open)
    if target is Stage.DELIVERED and nature in _NEVER_DELIVERED:
        return Moved(stage=stage, in_order=False, because=f"a {nature} commitment reaches in_force, never delivered")
    if _is_backwards(stage, target) and development not in _EXPLICIT_BACKWARDS:
        return Moved(stage=stage, in_order=True, because=f"“{development}” lies behind {stage}: the stage stays")
    changed = target is not stage
    return Moved(stage=target, in_order=True, because=f"“{development}” leads to {target}" if changed else "")


def _target(row: Transition, stage: Stage, previous: Stage, gates_open: int) -> Stage:
    match row.target:
        case "same":
            return stage
        case "previous":
            return previous
        case name if name.startswith("authorised,"):
            return _after_a_vote(stage, gates_open)
        case name:
            return Stage(name)


def _after_a_vote(stage: Stage, gates_open: int) -> Stage:
    """A passed gate authorises what stood below, once no required gate is left open."""
    below = stage is Stage.BLOCKED or (stage in LADDER and LADDER.index(stage) < LADDER.index(Stage.AUTHORISED))
    return Stage.AUTHORISED if below and not gates_open else stage


def _is_backwards(stage: Stage, target: Stage) -> bool:
    return stage in LADDER and target in LADDER and LADDER.index(target) < LADDER.index(stage)
