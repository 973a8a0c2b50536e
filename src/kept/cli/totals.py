"""`kept totals`: sums of money that name their stage, currency and date."""

from __future__ import annotations

import click

from kept.cli.options import clock_options, clocks_of, csv_option, json_option, ledger_option, open_desk
from kept.cli.output import console, plain, table, write_csv, write_json

HEADER = ("actor", "stage", "currency", "kind", "value", "new_money", "delivered", "records")


@click.command(name="totals")
@ledger_option
@clock_options
@json_option
@csv_option
def totals(
    folder: str, as_of: str | None, known_at: str | None, recorded_at: str | None, as_json: bool, as_csv: bool
) -> None:
    """Show sums of money by actor, stage and currency, and what they leave out.

    A sum never crosses stages and never counts a restatement; loans, guarantees, valued goods and “up to” stand
    apart; nothing is converted.
    """
    from kept.reporting.totals import totals as add_up

    desk = open_desk(folder)
    found = add_up(desk.record(clocks_of(desk, as_of, known_at, recorded_at)), desk.framework)
    rows = [
        [" ".join(each) if isinstance(each, list) else each for each in one.to_json().values()] for one in found.totals
    ]
    if as_json:
        write_json(found.to_json())
    elif as_csv:
        write_csv(HEADER, rows)
    else:
        made = table(f"Sums as of {found.as_of}: {found.rule}", HEADER)
        for row in rows:
            made.add_row(*(str(cell) for cell in row))
        console().print(made)
        for each in found.left_out:
            console().print(plain(f"left out: {each.ref}, {each.reason}", "dim"))
