"""`kept changes`: what changed between two days."""

from __future__ import annotations

from datetime import date

import click

from kept.cli.options import DateType, json_option, ledger_option, open_desk
from kept.cli.output import console, table, write_json
from kept.model.times import Clocks, PartialDate, parse_instant


@click.command(name="changes")
@ledger_option
@click.option("--from", "since", type=DateType(), required=True, help="The earlier day.")
@click.option("--to", "until", type=DateType(), help="The later day (today by default).")
@click.option(
    "--clock",
    type=click.Choice(["as_of", "known_at", "recorded_at"]),
    default="as_of",
    show_default=True,
    help="Which clock the two days are read on.",
)
@json_option
def changes(folder: str, since: PartialDate, until: PartialDate | None, clock: str, as_json: bool) -> None:
    """Show what is new, moved, looked for, corrected or withdrawn between two days, and by which clock."""
    from kept.frameworks.words import load_words
    from kept.reporting.changes import changes as compare

    desk = open_desk(folder)
    later = until.last if until else desk.today
    before, after = (desk.record(_clocks(clock, day, desk.today)) for day in (since.last, later))
    found = compare(before, after)
    if as_json:
        write_json([change.to_json() for change in found])
        return
    words = load_words()
    made = table(f"From {since} to {later} ({len(found)} changes)", ("day", "record", "what", "new on the clock"))
    for change in found:
        made.add_row(change.day.isoformat(), change.ref, change.text, words.of("clock", change.clock))
    console().print(made)


def _clocks(clock: str, day: date, today: date) -> Clocks:
    """Read one clock at a day, the others left open."""
    match clock:
        case "known_at":
            return Clocks(as_of=today, known_at=day)
        case "recorded_at":
            return Clocks(as_of=today, recorded_at=parse_instant(day.isoformat()))
        case _:
            return Clocks(as_of=day)
