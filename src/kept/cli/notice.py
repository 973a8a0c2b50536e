"""`kept notice`: an actor is told before a negative is published, and its answer is kept."""

from __future__ import annotations

import click

from kept.cli.options import DateType, ledger_option, open_desk
from kept.model.times import PartialDate


@click.command(name="notice")
@click.argument("reference", metavar="REF")
@click.argument("text")
@ledger_option
@click.option("--to", "to", help="Who is told: an office or a contact.")
@click.option("--reply-from", "sender", help="Who answers: TEXT is then the actor's reply.")
@click.option("--on", "day", type=DateType(), required=True, help="The day it was sent, or came.")
def notice(reference: str, text: str, folder: str, to: str | None, sender: str | None, day: PartialDate) -> None:
    """Record that an actor was told (--to) what would be published about REF, or its reply (--reply-from).

    Nobody is shown as having done nothing before it was told. A reply is shown at equal size and changes no status by
    itself.
    """
    from kept.errors import UsageError
    from kept.pipeline.notice import receive_reply, send_notice

    if bool(to) == bool(sender):
        raise UsageError("a notice has one direction", remedy="Give either --to or --reply-from")
    desk = open_desk(folder)
    if to:
        entries = send_notice(desk, reference, to=to, about=text, on=day)
    else:
        entries = receive_reply(desk, reference, sender=sender or "", text=text, on=day)
    click.echo(f"Recorded as entry {entries[0].seq}.")
