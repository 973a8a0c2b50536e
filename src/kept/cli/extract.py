"""`kept extract`: the filter from pages to article texts and line labels."""

from __future__ import annotations

import sys

import click


@click.command(name="extract")
@click.option("--jsonl", is_flag=True, required=True, help="JSON Lines in and out (the only form).")
def extract(jsonl: bool) -> None:  # the flag names the form, there is no other yet
    """Read JSON Lines from standard input, write one line for each.

    \b
    {"id", "lines": […]}               gives  {"id", "labels": [0, 1, …]}
    {"id", "path" or "html", "url"?}   gives  {"id", "text", "title", "author", "date"}

    A line that cannot be read gives {"id", "error"}, and the work goes on.
    """
    from kept.reading.stream import extract_lines

    for line in extract_lines(sys.stdin):
        click.echo(line)
