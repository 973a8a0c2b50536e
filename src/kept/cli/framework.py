"""`kept framework`: change the ledger's subject without a developer."""

from __future__ import annotations

import tomllib
from typing import Any

import click

from kept.cli.options import DateType, ledger_option, open_desk
from kept.errors import UsageError
from kept.model.times import PartialDate

_TABLES = ("topic", "actor", "person", "gate", "group", "participation", "agreement")


@click.group(name="framework")
def framework() -> None:
    """Show, change and export the subject of a ledger: members, meetings, offices, votes, topics, names.

    A change is a dated, sourced entry of the log; the file it started from is the first state.
    """


@framework.command()
@ledger_option
def export(folder: str) -> None:
    """Write the framework as it is now, as a file (put it into a ledger's folder `frameworks` to start from it)."""
    from kept.pipeline.framework import export_framework

    click.echo(export_framework(open_desk(folder)), nl=False)


@framework.command(name="set")
@click.argument("table", type=click.Choice(_TABLES))
@click.argument("row", metavar="ROW")
@ledger_option
@click.option("--source", required=True, help="Who says so: an address, or a captured page's hash.")
@click.option("--on", "valid", type=DateType(), help="The day from which it holds.")
@click.option("--why", default="", help="A reason, kept with the entry.")
def set_row(table: str, row: str, folder: str, source: str, valid: PartialDate | None, why: str) -> None:
    """Add a row, or replace the one of the same identity. ROW is TOML: keys as in the exported file.

    \b
    Examples:
      kept framework set participation 'group = "grp:coalition-of-the-willing"
      date = "2026-02-24"
      format = "video call"
      members = ["FR", "GB"]' --source ADDRESS
      kept framework set agreement '{id = "a", title = "An agreement", in_force = "2026-05-01"}' --source ADDRESS
    """
    _change(folder, table, _row(row), remove=False, source=source, valid=valid, why=why)


@framework.command(name="remove")
@click.argument("table", type=click.Choice(_TABLES))
@click.argument("row", metavar="ROW")
@ledger_option
@click.option("--source", required=True, help="Who says so: an address, or a captured page's hash.")
@click.option("--why", default="", help="A reason, kept with the entry.")
def remove_row(table: str, row: str, folder: str, source: str, why: str) -> None:
    """Take a row out; ROW needs the keys only that tell it from others, for example code = "org:x"."""
    _change(folder, table, _row(row), remove=True, source=source, valid=None, why=why)


def _change(folder: str, table: str, row: dict[str, Any], *, remove: bool, **given: Any) -> None:
    from kept.frameworks.edit import Change
    from kept.pipeline.framework import FrameworkChange, change_framework

    change = FrameworkChange(change=Change(table=table, row=row, remove=remove), **given)
    entries = change_framework(open_desk(folder), change)
    click.echo(f"Recorded as entry {entries[0].seq}.")


def _row(text: str) -> dict[str, Any]:
    """Read a row: lines of TOML, or an inline table."""
    stripped = text.strip()
    try:
        if stripped.startswith("{"):
            return dict(tomllib.loads(f"row = {stripped}")["row"])
        return tomllib.loads(stripped)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"the row is no TOML ({error})", remedy='Write key = "value", a line each') from error
