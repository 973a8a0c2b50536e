"""The lifecycle of a commitment: which development moves which stage where (`frameworks/data/lifecycle.toml`).

floated → intended → pledged → agreed → authorised → funded → in_delivery → delivered        the ladder
  any open stage → suspended → (resume) · withdrawn · lapsed · blocked · superseded
  standing and contingent ones → in_force → expired, never delivered
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kept.errors import RuleRefusal
from kept.frameworks.lifecycle import Transition, lifecycle
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
class Moved:
    """What a development did to a stage: where it led, whether the table expected it, and why in words."""

    stage: Stage
    in_order: bool
    because: str


def terminal_stages() -> frozenset[Stage]:
    """Give the stages that no later development leaves."""
    return frozenset(Stage(name) for name in lifecycle().terminal)


def transition(development: str) -> Transition:
    """Find a development in the table, or say which there are."""
    known = lifecycle().transitions
    if development not in known:
        raise RuleRefusal(f"“{development}” is no development", remedy=f"Use one of: {', '.join(sorted(known))}")
    return known[development]


def move(stage: Stage, development: str, *, nature: Nature, previous: Stage, gates_open: int = 0) -> Moved:
    """Apply a development to a stage.

    What the table does not list leaves the stage as it is and is marked out of order: real life runs so. A step
    backwards on the ladder that is not an explicit one leaves the stage too. `previous` is where *resume* leads;
    `gates_open` counts the required gates still open once this development has happened.
    """
    row = transition(development)
    if not row.leaves_stage(stage):
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
    match row.to:
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
