"""`kept record`: what moved a commitment, a gate or a condition."""

from __future__ import annotations

from typing import Any

import click

from kept.cli.options import DateType, ledger_option, open_desk
from kept.errors import UsageError
from kept.model.times import PartialDate


@click.command(name="record")
@click.argument("subject", metavar="REF")
@click.argument("development", metavar="DEVELOPMENT")
@ledger_option
@click.option(
    "--on", "valid", type=DateType(), required=True, help="When it held in the world (2026, 2026-03, 2026-03-18)."
)
@click.option("--known", type=DateType(), help="When a public source first said it; by default its source's date.")
@click.option(
    "--source", multiple=True, metavar="HASH", help="Captured page that says so, by the beginning of its hash."
)
@click.option("--quote", multiple=True, metavar="TEXT", help="Exact words in that page, one for each --source.")
@click.option("--amount", metavar="VALUE CURRENCY", help="Money, for example “150000000 EUR”.")
@click.option("--quantity", metavar="VALUE UNIT", help="Count, for example “40 monitors”.")
@click.option("--set", "fields", multiple=True, metavar="KEY=VALUE", help="Other fields, for example vote=71-48.")
@click.option("--why", default="", help="A reason, kept with the entry.")
def record(
    subject: str, development: str, folder: str, valid: PartialDate, known: PartialDate | None, **given: Any
) -> None:
    """Record what moved a commitment, gate or condition, with the words that say so.

    DEVELOPMENT is one of the lifecycle's: pledge, agree, gate_passed, gate_rejected, fund, deliver_part, complete,
    withdraw, condition_met … (docs/lifecycle.md lists them all, with what each needs).

    \b
    Example:
      kept record XN-2026-0001 deliver_part --on 2026-07-03 --amount "150000000 EUR" \\
        --set cumulative=true --source 5acdf0ba --quote "it had received 150 million"
    """
    from kept.pipeline.record import Cited, Development, record_development

    if len(given["source"]) != len(given["quote"]):
        raise UsageError("each --source needs its --quote", remedy="Give both, in the same order")
    cited = tuple(
        Cited(capture=source, quote=quote) for source, quote in zip(given["source"], given["quote"], strict=True)
    )
    desk = open_desk(folder)
    entries = record_development(
        desk,
        Development(
            subject=subject,
            name=development,
            valid=valid,
            known=known,
            fields=_fields(given),
            cited=cited,
            why=given["why"],
        ),
    )
    state = desk.whole_record().commitment(subject)
    click.echo(f"Recorded as entry {entries[0].seq}." + (f" {state.ref} is now: {state.stage}." if state else ""))


def _fields(given: dict[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = dict(_pair(each) for each in given["fields"])
    for name, unit in (("amount", "currency"), ("quantity", "unit")):
        if given[name]:
            value, _, rest = given[name].partition(" ")
            fields[name] = {"value": value.replace(",", ""), unit: rest.strip()}
    limits = {key.removeprefix("limit_"): fields.pop(key) for key in tuple(fields) if key.startswith("limit_")}
    return fields | ({"limits": limits} if limits else {})


def _pair(text: str) -> tuple[str, Any]:
    key, sign, value = text.partition("=")
    if not sign:
        raise UsageError(f"“{text}” sets nothing", remedy="Write KEY=VALUE")
    return key, {"true": True, "false": False}.get(value, value)
