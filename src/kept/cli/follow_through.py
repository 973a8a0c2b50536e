"""`kept follow-through`: how many promises that have fallen due were kept."""

from __future__ import annotations

import click

from kept.cli.options import clock_options, clocks_of, csv_option, json_option, ledger_option, open_desk
from kept.cli.output import write_csv, write_json


@click.command(name="follow-through")
@ledger_option
@clock_options
@json_option
@csv_option
def follow_through(
    folder: str, as_of: str | None, known_at: str | None, recorded_at: str | None, as_json: bool, as_csv: bool
) -> None:
    """Show how many of the promises that have fallen due were kept, with every record and its reason.

    A count in a sentence, by a rule with a version (follow-through/1): no percentage of pledges, no score, no
    ranking. --csv lists every record with counted, bucket and reason, the left-out ones too.
    """
    from kept.cli.views import show_follow_through
    from kept.reporting.follow_through import follow_through as count

    desk = open_desk(folder)
    record = desk.record(clocks_of(desk, as_of, known_at, recorded_at))
    if as_json:
        write_json(count(record, desk.framework).to_json())
    elif as_csv:
        rows = [row.to_json() for row in count(record, desk.framework).rows]
        header = tuple(rows[0]) if rows else ("ref", "counted", "bucket", "reason")
        write_csv(header, ([_cell(row[name]) for name in header] for row in rows))
    else:
        show_follow_through(desk, record, rows=True)


def _cell(value: object) -> object:
    return " ".join(map(str, value)) if isinstance(value, list) else value
