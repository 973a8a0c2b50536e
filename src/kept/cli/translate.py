"""`kept translate`: a quote in another language, beside the original."""

from __future__ import annotations

import click

from kept.cli.options import DateType, ledger_option, open_desk
from kept.model.times import PartialDate


@click.command(name="translate")
@click.argument("place")
@click.argument("text")
@ledger_option
@click.option("--language", required=True, help="Language of the translation: uk, fr, de …")
@click.option("--translator", required=True, help="Who translated: a person, or a machine with its version.")
@click.option("--machine", is_flag=True, help="A machine made it.")
@click.option("--checked", is_flag=True, help="A person has checked it.")
@click.option("--on", "made", type=DateType(), help="Day on which it was made (today by default).")
def translate(  # each option is a field of the entry
    place: str,
    text: str,
    folder: str,
    language: str,
    translator: str,
    machine: bool,
    checked: bool,
    made: PartialDate | None,
) -> None:
    """Hang TEXT on the quote at PLACE (the beginning of its hash, from kept review --list --json).

    The original always stands beside it, and no decision rests on it.
    """
    from kept.pipeline.translate import Translation, Translator
    from kept.pipeline.translate import translate as hang

    desk = open_desk(folder)
    translation = Translation(
        place=place,
        language=language,
        text=text,
        by=Translator.MACHINE if machine else Translator.PERSON,
        translator=translator,
        on=made.last if made else desk.today,
        checked=checked,
    )
    click.echo(f"Recorded as entry {hang(desk, translation)[0].seq}.")
