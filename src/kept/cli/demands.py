"""`kept demands`: what was asked for."""

from __future__ import annotations

import click

from kept.cli.options import clock_options, clocks_of, json_option, ledger_option, open_desk
from kept.cli.output import write_json


@click.command(name="demands")
@ledger_option
@clock_options
@json_option
def demands(folder: str, as_of: str | None, known_at: str | None, recorded_at: str | None, as_json: bool) -> None:
    """Show what was asked for and what answers it, then refusals and what the same actor offers instead.

    An answer is one that a person tied to the demand; an offer counts as a substitute only where the actor says so.
    """
    from kept.cli.views import show_demands
    from kept.reporting.demands import demands as asked_for
    from kept.reporting.demands import instead

    desk = open_desk(folder)
    record = desk.record(clocks_of(desk, as_of, known_at, recorded_at))
    if as_json:
        asked = [each.to_json() for each in asked_for(record, desk.framework)]
        refused = [each.to_json() for each in instead(record, desk.framework)]
        write_json({"asked": asked, "refused": refused})
        return
    show_demands(desk, record)
