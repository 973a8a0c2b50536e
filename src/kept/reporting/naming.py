"""Names of actors, and titles as they stand inside a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from kept.frameworks.states import states
from kept.model.frameworks import Framework, NamedActor


def actor_title(code: str, framework: Framework) -> str:
    """Give an actor's name: as the framework has it, else as every framework does, else its code."""
    named = framework.actor(code) or _states().get(code)
    return named.title if named else code


def inside_a_sentence(title: str, framework: Framework) -> str:
    """Write a title with a small first letter, unless it begins with a name or an abbreviation."""
    first = title.split(" ", 1)[0]
    is_name = first in _first_words(framework.actors) or first in _first_words(states())
    return title if is_name or not first[1:].islower() else title[:1].lower() + title[1:]


@cache
def _states() -> dict[str, NamedActor]:
    return {actor.code: actor for actor in states()}


@cache
def _first_words(actors: tuple[NamedActor, ...]) -> frozenset[str]:
    return frozenset(word for actor in actors for name in _names(actor) for word in name.split(" ", 1)[:1])


def _names(actor: NamedActor) -> Iterable[str]:
    return (actor.title, *actor.names, *actor.metonyms, *actor.demonyms)
