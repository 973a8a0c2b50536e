"""`kept correct`: mend the record."""

from __future__ import annotations

import json
from typing import Any

import click

from kept.cli.options import ledger_option, open_desk


@click.group(name="correct")
def correct() -> None:
    """Mend the record: correct a field, retract an entry, merge two records, take entries out of public view.

    Nothing is changed or removed: each is an entry of its own, with a reason. What is mended before it was first
    published makes no public correction; afterwards it always does. If the world moved, use kept record instead.
    """


@correct.command()
@click.argument("entry", type=int)
@click.argument("name", metavar="FIELD")
@click.argument("value")
@ledger_option
@click.option("--why", required=True, help="The reason; readers will see it.")
@click.option(
    "--class",
    "reason_class",
    type=click.Choice(["error", "new_evidence"]),
    default="error",
    show_default=True,
    help="Whether we were wrong, or know better now.",
)
def field(entry: int, name: str, value: str, folder: str, why: str, reason_class: str) -> None:
    """Correct one FIELD of ENTRY (its number) to VALUE, which is JSON or text.

    \b
    Example:
      kept correct field 6 due 2026-07-31 --why "the ministry's text says July"
    """
    from kept.pipeline.correct import Correction, ReasonClass
    from kept.pipeline.correct import correct as mend

    wanted = Correction(target=entry, field=name, new=_value(value), why=why, reason_class=ReasonClass(reason_class))
    _say(mend(open_desk(folder), wanted)[0].seq)


@correct.command(name="retract")
@click.argument("entry", type=int)
@ledger_option
@click.option("--why", required=True, help="The reason; readers will see it.")
def retract_entry(entry: int, folder: str, why: str) -> None:
    """Retract ENTRY (its number): it counts no more, its tombstone stays."""
    from kept.pipeline.correct import retract

    _say(retract(open_desk(folder), entry, why=why)[0].seq)


@correct.command(name="merge")
@click.argument("merged", metavar="REF")
@click.argument("into", metavar="INTO")
@ledger_option
@click.option("--why", required=True, help="The reason, for example R1: the same promise.")
def merge_records(merged: str, into: str, folder: str, why: str) -> None:
    """Merge REF into INTO: the first reference leads to the second for ever."""
    from kept.pipeline.correct import merge

    _say(merge(open_desk(folder), merged, into, why=why)[0].seq)


@correct.command(name="unpublish")
@click.argument("entries", type=int, nargs=-1, required=True)
@ledger_option
@click.option("--why", required=True, help="The reason, kept with the entry.")
def unpublish_entries(entries: tuple[int, ...], folder: str, why: str) -> None:
    """Take ENTRIES (their numbers) out of public view from now on."""
    from kept.pipeline.correct import unpublish

    _say(unpublish(open_desk(folder), entries, why=why)[0].seq)


def _say(seq: int) -> None:
    click.echo(f"Recorded as entry {seq}. Readers see it after kept publish.")


def _value(text: str) -> Any:
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return text if isinstance(value, float) else value
