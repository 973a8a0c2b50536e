"""`kept recognise`: the filter from texts to statements."""

from __future__ import annotations

import sys

import click


@click.command(name="recognise")
@click.option("--jsonl", is_flag=True, required=True, help="JSON Lines in and out (the only form).")
@click.option("--framework", default="ukraine-security-guarantees", show_default=True, help="Subject, by id or slug.")
@click.option("--any-speaker", is_flag=True, help="Let “we” bind whoever speaks, as in speeches of parties.")
def recognise(jsonl: bool, framework: str, any_speaker: bool) -> None:
    """Read JSON Lines from standard input, write the statements found in each.

    \b
    {"id", "text", "before"?, "after"?, "title"?, "date"?, "source"?}   gives   {"id", "statements": […]}
    """
    from kept.frameworks.load import load_framework
    from kept.recognition.stream import recognise_lines

    for line in recognise_lines(sys.stdin, load_framework(framework), any_speaker=any_speaker):
        click.echo(line)
