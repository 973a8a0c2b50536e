"""`kept verify`: prove that the record was not rewritten."""

from __future__ import annotations

from dataclasses import asdict

import click

from kept.cli.options import json_option, ledger_option
from kept.cli.output import write_json


@click.command(name="verify")
@ledger_option
@json_option
def verify(folder: str, as_json: bool) -> int:
    """Check every entry, the root against the signed checkpoints, sealed contents, quotes and captures.

    Works offline, from the ledger's folder alone. The first line of a failure names the first entry that is wrong;
    the exit code is then 1.
    """
    from kept.bootstrap import ledger_folder, open_sealed
    from kept.pipeline.verify import verify_ledger
    from kept.storage.keys import verify as verify_signature

    found = verify_ledger(open_sealed(ledger_folder(folder)), verify=verify_signature)
    if as_json:
        write_json(asdict(found))
        return 1 if found.findings else 0
    for finding in found.findings:
        click.echo(f"{finding.where}: {finding.what}", err=True)
    if found.findings:
        click.echo(f"NOT as it was sealed: {len(found.findings)} findings in {found.entries} entries.", err=True)
        return 1
    click.echo(
        f"As it was sealed: {found.entries} entries, {found.quotes} quotes, {found.captures} captures, "
        f"{found.checkpoints} signed checkpoints."
    )
    click.echo(f"Root {found.root}")
    return 0
