"""`kept read`: what a page says, and what nobody in it commits to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kept.cli.options import is_address, json_option, read_bytes
from kept.cli.output import write_json

if TYPE_CHECKING:
    from kept.model.frameworks import Framework
    from kept.pipeline.read import PageReading


@click.command(name="read")
@click.argument("pages", nargs=-1, required=True, metavar="PAGE…")
@click.option("--framework", default="ukraine-security-guarantees", show_default=True, help="Subject, by id or slug.")
@click.option("--why", is_flag=True, help="Print the whole path by which each statement was read or left out.")
@click.option("--furniture/--no-furniture", default=True, help="Show what was set aside.")
@json_option
def read(pages: tuple[str, ...], framework: str, why: bool, furniture: bool, as_json: bool) -> None:
    """Read PAGEs: files, addresses, or - for standard input; HTML or the plain text of a page.

    Prints the article's title, byline and date, what was set aside as furniture, each statement with its exact
    quote and why it was read so, and a line of counts. Needs no database, no configuration, and no network for
    files.

    \b
    Examples:
      kept read statement.html
      kept read --json talks.txt | jq '.statements[].quote'
      curl -s ADDRESS | kept read -
    """
    from kept.cli.reading_view import show_reading
    from kept.frameworks.load import load_framework

    loaded = load_framework(framework)
    readings = [(page, _read(page, loaded)) for page in pages]
    if as_json:
        values = [reading.to_json() for _, reading in readings]
        write_json(values[0] if len(values) == 1 else values)
        return
    for page, reading in readings:
        show_reading(reading, page=page, why=why, furniture=furniture)


def _read(page: str, framework: Framework) -> PageReading:
    from kept.pipeline.read import read_page

    if not is_address(page):
        return read_page(read_bytes(page), framework, name=page)
    from kept.net.fetch import fetch

    fetched = fetch(page)
    return read_page(fetched.data, framework, name=page, media_type=fetched.media_type, address=fetched.address)
