"""The actors that every framework knows: states, organisations, groups of states, parliaments."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from kept.frameworks.actors import read_actor
from kept.frameworks.files import DATA, read_toml
from kept.frameworks.schema import Table

if TYPE_CHECKING:
    from kept.model.frameworks import NamedActor


@cache
def states() -> tuple[NamedActor, ...]:
    """Give the named actors of all frameworks: ISO 3166-1 first, in order of code, then organisations.

    A word that stands at two actors (Congolese, Brussels, Congress) is ambiguous: its context decides (A1).
    """
    return tuple(
        read_actor(Table(data, f"{name}, {code}"), code)
        for name in ("states.toml", "organisations.toml")
        for code, data in _tables(name)
    )


@cache
def state_codes() -> frozenset[str]:
    """Give the codes of states and territories alone."""
    return frozenset(code for code, _ in _tables("states.toml"))


def _tables(name: str) -> list[tuple[str, dict[str, Any]]]:
    return list(read_toml(DATA / name).items())
