"""`kept gates`: decisions still needed and taken."""

from __future__ import annotations

import click

from kept.cli.options import clock_options, clocks_of, json_option, ledger_option, open_desk
from kept.cli.output import write_json


@click.command(name="gates")
@ledger_option
@clock_options
@json_option
def gates(folder: str, as_of: str | None, known_at: str | None, recorded_at: str | None, as_json: bool) -> None:
    """Show which decisions are still needed, by whom and on what, and which were taken.

    A gate that only a survey names hangs on nothing and raises no flag.
    """
    from kept.cli.views import show_gates
    from kept.reporting.gates import gates_table

    desk = open_desk(folder)
    record = desk.record(clocks_of(desk, as_of, known_at, recorded_at))
    if as_json:
        write_json([row.to_json() for row in gates_table(record, desk.framework).rows])
        return
    show_gates(desk, record)
