"""The two machines of `lifecycle.toml` as data: the review of a record, and the life of a commitment."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kept.frameworks.files import DATA, read_toml
from kept.frameworks.schema import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

CLASSES = ("world", "words", "record")
"""A deed, something said again or otherwise, or our own looking and telling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """A development and what it does: stages it may leave (“*” for all), stage it leads to (“same”, “previous”)."""

    event: str
    klass: str
    leaves: tuple[str, ...]
    to: str
    needs: tuple[str, ...] = ()
    note: str = ""

    def leaves_stage(self, stage: str) -> bool:
        """Tell whether the development may change that stage."""
        return "*" in self.leaves or stage in self.leaves


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewStep:
    """A step of a review, from one state of the record to the next."""

    leaves: str
    event: str
    to: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifecycle:
    """Stages, transitions by development, review steps, and the rules of derived flags in words."""

    stages: tuple[str, ...]
    initial: tuple[str, ...]
    terminal: tuple[str, ...]
    transitions: Mapping[str, Transition]
    review_states: tuple[str, ...]
    review: tuple[ReviewStep, ...]
    flags: Mapping[str, str]


@cache
def lifecycle() -> Lifecycle:
    """Give both machines; raises BrokenFramework where the file breaks its form."""
    table = Table(read_toml(DATA / "lifecycle.toml"), "lifecycle.toml")
    table.choice("schema", ("lifecycle/1",))
    life, review = table.table("commitment"), table.table("review")
    flags = table.pairs("flags")
    table.end()
    transitions = [_transition(each) for each in life.tables("event")]
    machines = Lifecycle(
        stages=life.texts("states"),
        initial=life.texts("initial"),
        terminal=life.texts("terminal"),
        transitions={each.event: each for each in transitions},
        review_states=review.texts("states"),
        review=tuple(_step(each) for each in review.tables("transitions")),
        flags=flags,
    )
    life.end()
    review.end()
    return machines


def _transition(table: Table) -> Transition:
    transition = Transition(
        event=table.text("event"),
        klass=table.choice("class", CLASSES),
        leaves=table.texts("from"),
        to=table.text("to"),
        needs=table.texts("needs"),
        note=table.text("note", ""),
    )
    table.end()
    return transition


def _step(table: Table) -> ReviewStep:
    step = ReviewStep(
        leaves=table.text("from"), event=table.text("event"), to=table.text("to"), needs=table.texts("needs")
    )
    table.end()
    return step
