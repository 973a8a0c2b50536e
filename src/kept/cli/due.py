"""`kept due`: what is due."""

from __future__ import annotations

import click

from kept.cli.options import clock_options, clocks_of, json_option, ledger_option, open_desk
from kept.cli.output import write_json


@click.command(name="due")
@ledger_option
@clock_options
@json_option
def due(folder: str, as_of: str | None, known_at: str | None, recorded_at: str | None, as_json: bool) -> None:
    """Show what is past its own date, due within 30 days, coming, or waiting for a condition.

    Only dates that the actor's own firm words gave make anything due.
    """
    from kept.cli.views import show_due
    from kept.reporting.due import due as due_table

    desk = open_desk(folder)
    record = desk.record(clocks_of(desk, as_of, known_at, recorded_at))
    if as_json:
        found = due_table(record, desk.framework)
        names = ("overdue", "passed", "due", "coming", "on_condition")
        write_json({name: [item.to_json() for item in getattr(found, name)] for name in names})
        return
    show_due(desk, record)
