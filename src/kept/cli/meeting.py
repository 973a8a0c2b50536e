"""`kept meeting`: who met, where, on what, and what stayed open."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import click

from kept.cli.options import ledger_option, open_desk, read_bytes
from kept.errors import UnreadableInput

if TYPE_CHECKING:
    from kept.pipeline.meet import Meeting


@click.command(name="meeting")
@click.argument("file")
@ledger_option
def meeting(file: str, folder: str) -> None:
    """Record a meeting from FILE (TOML, or - for standard input).

    \b
    name = "Coast talks"
    place = "Haldvik"
    on = "2026-01-06"
    group = "grp:friends-of-the-coast"
    host = ["XN"]
    topics = ["demo.oversight"]
    open_issues = ["who pays for the monitors"]
    [participants]
    leader = ["XN", "XS"]
    envoy = ["XW"]
    [[documents]]
    title = "Declaration"
    address = "…"

    Presence is not consent: a meeting makes nobody a party to anything.
    """
    from kept.pipeline.meet import record_meeting

    entries = record_meeting(open_desk(folder), _meeting(_table(file), file))
    click.echo(f"Recorded as entry {entries[0].seq}.")


def _table(file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(read_bytes(file).decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnreadableInput(f"the file is no TOML ({error})", where=file, remedy="See kept meeting --help") from error


def _meeting(table: dict[str, Any], file: str) -> Meeting:
    from kept.model.times import PartialDate
    from kept.pipeline.meet import Meeting

    lists = ("host", "topics", "documents", "open_issues")
    fields: dict[str, Any] = {name: tuple(each) if name in lists else each for name, each in table.items()}
    people = {level: tuple(codes) for level, codes in fields.pop("participants", {}).items()}
    try:
        return Meeting(on=PartialDate.of(fields.pop("on")), participants=people, **fields)
    except (KeyError, TypeError) as error:
        raise UnreadableInput(
            f"a key is missing or unknown ({error})", where=file, remedy="See kept meeting --help"
        ) from error
