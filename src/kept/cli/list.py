"""`kept list`: the records, one a line."""

from __future__ import annotations

import builtins
from collections.abc import Iterator

import click

from kept.cli.options import clock_options, clocks_of, csv_option, json_option, ledger_option, open_desk
from kept.cli.output import console, table, write_csv, write_json
from kept.ledger.state import Record

HEADER = ("ref", "type", "actors", "beneficiary", "stage", "due", "title")


@click.command(name="list")
@ledger_option
@clock_options
@json_option
@csv_option
def list(  # noqa: A001  the verb's name
    folder: str, as_of: str | None, known_at: str | None, recorded_at: str | None, as_json: bool, as_csv: bool
) -> None:
    """List commitments with their stage, then refusals, demands and the rest."""
    desk = open_desk(folder)
    rows = builtins.list(_rows(desk.record(clocks_of(desk, as_of, known_at, recorded_at))))
    if as_json:
        write_json([dict(zip(HEADER, row, strict=True)) for row in rows])
    elif as_csv:
        write_csv(HEADER, rows)
    else:
        listing = table(desk.framework.title, HEADER)
        for row in rows:
            listing.add_row(*(str(cell or "") for cell in row))
        console().print(listing)


def _rows(record: Record) -> Iterator[tuple[str | None, ...]]:
    for each in sorted(record.commitments.values(), key=lambda state: state.ref):
        due = each.due.isoformat() if each.due else each.due_rule
        kind = "commitment" if each.is_firm else "intention"
        yield each.ref, kind, ", ".join(each.actors), each.beneficiary, str(each.stage), due, each.title
    for said in sorted(record.statements.values(), key=lambda state: (state.type, state.seq)):
        kind = "lead" if said.disposition == "lead" else said.type
        yield said.id, kind, ", ".join(said.actors), said.beneficiary, said.status, None, said.title
