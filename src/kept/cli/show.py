"""`kept show`: one commitment."""

from __future__ import annotations

import click

from kept.cli.options import clock_options, clocks_of, json_option, ledger_option, open_desk
from kept.cli.output import write_json
from kept.errors import UnknownSubject
from kept.model.statements import place_id


@click.command(name="show")
@click.argument("reference", metavar="REF")
@ledger_option
@clock_options
@click.option("--why", is_flag=True, help="Say, sentence by sentence, why the record says so.")
@json_option
def show(
    reference: str,
    folder: str,
    as_of: str | None,
    known_at: str | None,
    recorded_at: str | None,
    why: bool,
    as_json: bool,
) -> None:
    """Show a commitment by its reference: its words, its stage on a day, its timeline.

    A reference that was merged leads to the commitment it was merged into.
    """
    from kept.cli.views import show_commitment
    from kept.reporting.derivation import derivation

    desk = open_desk(folder)
    record = desk.record(clocks_of(desk, as_of, known_at, recorded_at))
    found = record.commitment(reference)
    if found is None:
        raise UnknownSubject(
            f"the record has no commitment {reference} as of {record.clocks.as_of}",
            remedy="See kept list for the references",
        )
    if as_json:
        reasons = derivation(found, record, framework=desk.framework)
        write_json(
            {
                "ref": found.ref,
                "title": found.title,
                "actors": found.actors,
                "beneficiary": found.beneficiary,
                "stage": found.stage,
                "flags": sorted(found.flags),
                "due": found.due.isoformat() if found.due else None,
                "delivered": found.delivered,
                "delivered_share": found.delivered_share,
                "why": reasons,
                "places": [place_id(evidence.text, evidence.quote) for evidence in found.all_evidence],
                "quotes": [evidence.quote.exact for evidence in found.all_evidence],
            }
        )
        return
    show_commitment(desk, record, found, why=why)
