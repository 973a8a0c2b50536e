"""`kept publish`: let readers see what was decided."""

from __future__ import annotations

import click

from kept.cli.options import ledger_option, open_desk


@click.command(name="publish")
@ledger_option
@click.option("--why", default="", help="A reason, kept with the entry.")
@click.option("--dry-run", is_flag=True, help="Say what would become public.")
def publish(folder: str, why: str, dry_run: bool) -> None:
    """Publish every decided entry that readers do not see yet.

    Publication is an entry of its own: the public site shows what was published by a given day.
    """
    from kept.pipeline.publish import publish as publish_all
    from kept.pipeline.publish import publishable

    desk = open_desk(folder)
    entries = desk.entries()
    waiting = [entries[seq] for seq in publishable(entries)]
    for entry in waiting if dry_run else ():
        click.echo(f"{entry.seq:>5}  {entry.kind:<22} {entry.payload.get('ref') or entry.subject}")
    if not dry_run:
        publish_all(desk, why=why)
    verb = "would become" if dry_run else "are now"
    click.echo(f"{len(waiting)} entries {verb} public." if waiting else "Everything decided is public already.")
