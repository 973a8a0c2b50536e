"""What must agree across the tables of a framework: ids stand once; codes, forms and sources exist."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from kept.errors import BrokenFramework
from kept.frameworks.states import states

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kept.model.frameworks import Framework, Group, KnownGate, Participation

Fault = tuple[str, str]
"""What does not agree, and what to do about it."""


def check(framework: Framework, where: str) -> None:
    """Refuse a framework whose tables do not agree: BrokenFramework for the first place found."""
    looks = (_ids, _topics, _actors, _forms, _sources, _rules)
    faults = chain.from_iterable(look(framework) for look in looks)
    fault = next(faults, None)
    if fault:
        raise BrokenFramework(fault[0], where=where, remedy=fault[1])


def _ids(framework: Framework) -> Iterator[Fault]:
    lists = {
        "topic id": [each for topic in framework.topics for each in (topic.id, *topic.parts)],
        "actor code": [actor.code for actor in framework.actors],
        "person": [person.name for person in framework.persons],
        "gate of country and body": [f"{gate.country} {gate.body}" for gate in framework.gates],
        "agreement id": [agreement.id for agreement in framework.agreements],
        "transaction code": [str(kind.code) for kind in framework.transactions],
        "sector code": [sector.code for sector in framework.sectors],
    }
    for name, values in lists.items():
        for value in _twice(values):
            yield f"{name} “{value}” stands twice", "Keep one of them"


def _topics(framework: Framework) -> Iterator[Fault]:
    topics = [topic.id for topic in framework.topics]
    for topic in topics:
        if not topic.startswith(f"{framework.id}."):
            yield f"topic id “{topic}” is not under the framework's id", f"Start it with “{framework.id}.”"
    for sector in framework.sectors:
        if sector.topic not in topics:
            yield f"sector {sector.code} names no topic: “{sector.topic}”", "Name a topic's id"


def _actors(framework: Framework) -> Iterator[Fault]:
    own = {actor.code for actor in (*states(), *framework.actors)}
    own |= {group.code for group in framework.groups}
    for place, code in _codes(framework):
        if code not in own and code.split(":")[0] not in own:
            yield f"{place} names “{code}”, which no actor has", "Add an [[actor]] with it, or mend the code"


def _codes(framework: Framework) -> Iterator[tuple[str, str]]:
    """Give every code that a table names, with the table's name."""
    yield from (("beneficiaries", code) for code in framework.beneficiaries)
    for person in framework.persons:
        yield from ((f"person {person.name}", role.speaks_for) for role in person.roles)
    for gate in framework.gates:
        yield from ((f"gate {gate.title}", code) for code in (gate.country, gate.body))
    for group in framework.groups:
        yield from ((f"group {group.code}", code) for code in (*group.convened_by, *group.not_members))
        yield from (
            (f"group {group.code} on {meeting.date}", code)
            for meeting in group.participations
            for code in (*meeting.members, *meeting.observers)
        )


def _forms(framework: Framework) -> Iterator[Fault]:
    known = {form.id for form in framework.forms}
    used = [(f"gate {gate.title}", form) for gate in framework.gates for form in gate.applies_to]
    for place, form in (*used, *(("purposes", form) for form in framework.purposes)):
        if form not in known:
            yield f"{place} names form “{form}”, which forms.toml does not have", "Name a form of forms.toml"


def _sources(framework: Framework) -> Iterator[Fault]:
    cited: list[KnownGate | Participation] = [*framework.gates, *_meetings(framework.groups)]
    for place in cited:
        for key in place.sources:
            if key not in framework.sources:
                yield f"source “{key}” is cited and not listed", "Add it under [sources]"


def _rules(framework: Framework) -> Iterator[Fault]:
    if not framework.topics:
        yield "no topic stands in it", "Add a [[topic]]"
    if framework.calendar and not framework.fictitious:
        yield "key “calendar” stops the clock of a real framework", "Delete it, or set fictitious = true"
    purposes = {sector.code for sector in framework.sectors} | {""}
    for form, purpose in framework.purposes.items():
        if purpose not in purposes:
            yield f"sector “{purpose}” of form {form} is not listed", "Add it as a [[sector]]"


def _meetings(groups: Iterable[Group]) -> Iterator[Participation]:
    return (meeting for group in groups for meeting in group.participations)


def _twice(values: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            yield value
        seen.add(value)
