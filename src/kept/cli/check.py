"""`kept check`: somebody looked for evidence."""

from __future__ import annotations

import click

from kept.cli.options import DateType, ledger_option, open_desk
from kept.model.times import PartialDate


@click.command(name="check")
@click.argument("subject", metavar="REF")
@ledger_option
@click.option("--what", required=True, help="What was looked for, for example “soldiers in Sudria”.")
@click.option("--where", required=True, help="Where, for example “host's and own parliament's reports”.")
@click.option("--since", type=DateType(), help="First day of the period looked at.")
@click.option("--until", type=DateType(), required=True, help="Last day of the period looked at.")
@click.option("--found/--nothing-found", default=False, help="Whether evidence was found.")
@click.option("--silence-means-not-done", "silence", is_flag=True, help="The register would show the deed if done.")
@click.option("--second", metavar="PERSON", help="The other person who looked, as person:<id>.")
@click.option("--note", default="", help="A note, kept with the entry.")
def check(  # each option is a field of the entry
    subject: str,
    folder: str,
    what: str,
    where: str,
    since: PartialDate | None,
    until: PartialDate,
    found: bool,
    silence: bool,
    second: str | None,
    note: str,
) -> None:
    """Record that somebody looked for evidence of a deed, and what was found.

    Without such an entry nothing is ever shown as not done: silence is not failure.
    """
    from kept.pipeline.record import Look, record_check

    look = Look(
        subject=subject,
        what=what,
        where=where,
        since=since.first if since else None,
        until=until.last,
        found=found,
        note=note,
        silence_means="not_done" if silence else None,
        second=second,
    )
    entries = record_check(open_desk(folder), look)
    click.echo(f"Recorded as entry {entries[0].seq}: {'found' if found else 'nothing found'}, looked until {until}.")
