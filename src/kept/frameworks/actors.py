"""Those who act in a framework, read from its tables: actors, persons in office, groups, their meetings."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kept.model.frameworks import Group, NamedActor, Participation, Person, Role

if TYPE_CHECKING:
    from kept.frameworks.schema import Table

LEVELS = ("leader", "minister", "envoy")
"""Levels at which somebody can be represented at a meeting."""


def read_actor(table: Table, code: str | None = None) -> NamedActor:
    """Read an actor; its title is always one of its names. `code` is given where it names the table."""
    title = table.text("title")
    actor = NamedActor(
        code=code or table.code("code"),
        title=title,
        names=tuple(dict.fromkeys((title, *table.texts("names")))),
        metonyms=table.texts("metonyms"),
        demonyms=table.texts("demonyms"),
        zone=_zone(table),
    )
    table.end()
    return actor


def _zone(table: Table) -> str:
    name = table.text("zone", "UTC")
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        what = f"says “{name}”, which is no IANA time zone"
        raise table.broken("zone", what, "Write one such as Europe/Paris") from error
    return name


def read_person(table: Table) -> Person:
    """Read a person; the name itself is no alias."""
    roles = tuple(_role(each) for each in table.tables("roles"))
    if not roles:
        raise table.broken("roles", "is missing or empty", "Add an office with title and for")
    person = Person(name=table.text("name"), aliases=table.texts("aliases"), roles=roles)
    table.end()
    return person


def _role(table: Table) -> Role:
    role = Role(
        title=table.text("title"),
        speaks_for=table.code("for"),
        since=table.day("since"),
        until=table.day("until"),
        verified_on=table.day("verified_on"),
    )
    table.end()
    if role.since and role.until and role.until <= role.since:
        raise table.broken("until", "is not after “since”", "Write the first day out of office")
    return role


def read_group(table: Table) -> Group:
    """Read a group with its dated meetings, oldest first."""
    meetings = sorted(map(_participation, table.tables("participation")), key=lambda each: each.date)
    group = Group(
        code=table.code("code"),
        title=table.text("title"),
        names=table.texts("names"),
        convened_by=table.codes("convened_by"),
        first_seen=table.day("first_seen"),
        least_meetings=table.number("least_meetings", 1),
        not_members=table.codes("not_members"),
        participations=tuple(meetings),
    )
    table.end()
    if group.least_meetings < 1:
        raise table.broken("least_meetings", "is below 1", "Write 1 or more")
    return group


def _participation(table: Table) -> Participation:
    levels = _levels(table.table("levels"))
    everybody = chain(*(codes for _, codes in levels), table.codes("members"), table.codes("organisations"))
    meeting = Participation(
        date=table.needed_day("date"),
        format=table.text("format"),
        members=tuple(dict.fromkeys(everybody)),
        observers=table.codes("observers"),
        levels=levels,
        sources=table.texts("sources"),
    )
    table.end()
    if not meeting.members:
        raise table.broken("members", "is missing", "Name those who took part, or name them under levels")
    return meeting


def _levels(table: Table) -> tuple[tuple[str, tuple[str, ...]], ...]:
    levels = tuple((level, table.codes(level)) for level in LEVELS if table.has(level))
    table.end()
    return levels
