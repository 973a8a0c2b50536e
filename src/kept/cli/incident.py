"""`kept incident`: what was observed or alleged under an agreement, and what was watched."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from kept.cli.options import DateType, clock_options, clocks_of, json_option, ledger_option, open_desk
from kept.cli.output import console, table, write_json
from kept.errors import UnreadableInput, UsageError
from kept.model.times import PartialDate

_CLASSES = (
    "fire",
    "movement",
    "weapon_presence",
    "aviation",
    "naval",
    "mine",
    "damage",
    "casualty",
    "access_restriction",
    "threat_to_monitors",
    "jamming",
    "detention",
    "other",
)
_WHAT = ("observation", "claim", "verification", "attribution", "finding", "process", "duplicate")


@click.group(name="incident")
def incident() -> None:
    """Keep incidents under a ceasefire: observations, claims and denials on one record, two ladders, coverage.

    An accusation is no finding: a party's claim stands at V0, only the body with the mandate verifies (V3) and
    attributes (A3). Exact places and positions stay inside.
    """


@incident.command(name="open")
@click.argument("name")
@ledger_option
@click.option("--on", "day", type=DateType(), required=True, help="The day it happened.")
@click.option("--class", "klass", type=click.Choice(_CLASSES), required=True, help="What kind of thing happened.")
@click.option("--zone", help="Zone of the agreement it lies in.")
@click.option("--area", help="Area that may be published, for example “near Pell”.")
@click.option("--place", help="Exact place; stays inside.")
@click.option("--training", is_flag=True, help="Training fire: kept apart from violations.")
@click.option("--source", multiple=True, metavar="HASH", help="Captured page that says so.")
@click.option("--quote", multiple=True, metavar="TEXT", help="Exact words in that page, one for each --source.")
def open_one(name: str, folder: str, day: PartialDate, klass: str, **given: Any) -> None:
    """Open an incident by its NAME, for example I-0002."""
    from kept.model.incidents import IncidentClass
    from kept.pipeline.ceasefire import NewIncident, open_incident

    new = NewIncident(
        name=name,
        on=day,
        klass=IncidentClass(klass),
        zone=given["zone"],
        area=given["area"],
        place={"name": given["place"]} if given["place"] else None,
        training=given["training"],
        cited=_cited(given),
    )
    click.echo(f"Recorded as entry {open_incident(open_desk(folder), new)[0].seq}.")


@incident.command()
@click.argument("name")
@click.argument("what", type=click.Choice(_WHAT))
@ledger_option
@click.option("--on", "day", type=DateType(), required=True, help="The day it was said, observed or decided.")
@click.option("--set", "fields", multiple=True, metavar="KEY=VALUE", help="Fields; values are JSON or text.")
@click.option("--source", multiple=True, metavar="HASH", help="Captured page that says so.")
@click.option("--quote", multiple=True, metavar="TEXT", help="Exact words in that page, one for each --source.")
@click.option("--why", default="", help="A reason, kept with the entry.")
def add(name: str, what: str, folder: str, day: PartialDate, fields: tuple[str, ...], why: str, **given: Any) -> None:
    """Add to an incident: an observation, a claim or denial, a step of a ladder, a finding, a process step.

    \b
    kept incident add I-0002 claim --on 2026-07-02 --set by=XS --set kind=claim --set against=org:x --set text="…"
    kept incident add I-0002 observation --on 2026-07-02 --set by=org:mission --set means=heard \\
      --set 'counts=[{"signature": "explosion", "count": 4}]'
    kept incident add I-0002 verification --on 2026-07-03 --set level=V1 --set by=org:mission --set method=post
    """
    from kept.cli.review import pair_of
    from kept.pipeline.ceasefire import Addition, add_to_incident

    wanted = Addition(
        incident=name, what=what, on=day, fields=dict(pair_of(each) for each in fields), cited=_cited(given), why=why
    )
    click.echo(f"Recorded as entry {add_to_incident(open_desk(folder), wanted)[0].seq}.")


@incident.command()
@click.argument("zone")
@click.argument("means")
@ledger_option
@click.option("--from", "start", required=True, help="Start with its time zone: 2026-06-29T18:00+02:00.")
@click.option("--to", "end", required=True, help="End, the same way.")
@click.option("--gap", "restriction", help="It was not working: why (switched off, denied, jammed, weather).")
def watched(zone: str, means: str, folder: str, start: str, end: str, restriction: str | None) -> None:
    """Record that MEANS (a post, a camera, a drone) watched ZONE, or with --gap that it could not."""
    from kept.model.incidents import Window
    from kept.pipeline.ceasefire import Watch, record_coverage

    window = Window(start=_moment(start), end=_moment(end))
    watch = Watch(zone=zone, means=means, window=window, working=restriction is None, restriction=restriction)
    click.echo(f"Recorded as entry {record_coverage(open_desk(folder), watch)[0].seq}.")


@incident.command(name="list")
@ledger_option
@clock_options
@json_option
def list_all(folder: str, as_of: str | None, known_at: str | None, recorded_at: str | None, as_json: bool) -> None:
    """List the incidents with where they stand on both ladders; exact places are not shown."""
    desk = open_desk(folder)
    found = desk.record(clocks_of(desk, as_of, known_at, recorded_at)).incident_states.values()
    rows = [
        (
            each.name,
            str(each.on or ""),
            each.klass,
            each.zone or "",
            str(each.verified),
            str(each.attributed),
            str(each.step),
        )
        for each in sorted(found, key=lambda each: each.name)
    ]
    header = ("incident", "day", "class", "zone", "verified", "attributed", "step")
    if as_json:
        write_json([dict(zip(header, row, strict=True)) for row in rows])
        return
    made = table(f"{len(rows)} incidents", header)
    for row in rows:
        made.add_row(*row)
    console().print(made)


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise UnreadableInput(f"“{text}” is no time", remedy="Write 2026-06-29T18:00+02:00") from error


def _cited(given: dict[str, Any]) -> tuple[Any, ...]:
    from kept.pipeline.record import Cited

    if len(given["source"]) != len(given["quote"]):
        raise UsageError("each --source needs its --quote", remedy="Give both, in the same order")
    pairs = zip(given["source"], given["quote"], strict=True)
    return tuple(Cited(capture=source, quote=quote) for source, quote in pairs)
