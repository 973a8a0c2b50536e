"""`kept init`: make a ledger."""

from __future__ import annotations

import click

from kept.cli.options import ledger_option


@click.command(name="init")
@ledger_option
@click.option("--framework", default="ukraine-security-guarantees", show_default=True, help="Subject, by id or slug.")
@click.option(
    "--purpose",
    type=click.Choice(["publication", "desk", "demo"]),
    default="publication",
    show_default=True,
    help="A ledger for publication refuses invented pages.",
)
@click.option("--origin", help="Name of the log in its checkpoints, for example your-site.example/ledger.")
def init(folder: str, framework: str, purpose: str, origin: str | None) -> None:
    """Make a ledger: a folder with its database, its captures and its signing key.

    The key (file `key`, readable by you only) signs the head of the log. Keep a copy of it elsewhere: a lost key
    means a new log.
    """
    from kept.bootstrap import create_ledger, ledger_folder

    path = ledger_folder(folder)
    desk = create_ledger(path, framework=framework, purpose=purpose, origin=origin)
    click.echo(f"A ledger for {purpose} about “{desk.framework.title}” is in {folder}.")
    click.echo(f"Its log is {desk.signer.name}; its public key is {desk.signer.public_key().hex()}.")
    click.echo("Next: kept add PAGE…")
