"""Names of those who act, as readers know them."""

from __future__ import annotations

from functools import cache

from kept.frameworks.states import states
from kept.model.frameworks import Framework, NamedActor


def actor_name(framework: Framework, code: str | None) -> str:
    """Name an actor: from the framework, from the actors that every framework knows, or by its code's own words."""
    if not code:
        return "nobody named"
    named = framework.actor(code) or _known().get(code)
    if named:
        return named.title
    group = next((each for each in framework.groups if each.code == code), None)
    return group.title if group else _spelled(framework, code)


def is_known(framework: Framework, code: str) -> bool:
    """Tell whether the code names an actor that a page may be asked for."""
    named = framework.actor(code) or _known().get(code)
    return named is not None or any(group.code == code for group in framework.groups)


@cache
def _known() -> dict[str, NamedActor]:
    return {actor.code: actor for actor in states()}


def _spelled(framework: Framework, code: str) -> str:
    head, _, rest = code.partition(":")
    if head in ("org", "grp", "person"):
        return rest.replace("-", " ")
    return f"{rest.replace('-', ' ')} of {actor_name(framework, head)}" if rest else head
