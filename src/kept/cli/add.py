"""`kept add`: capture pages and queue what is stated in them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.progress import Progress

from kept.cli.options import is_address, json_option, ledger_option, open_desk, read_bytes
from kept.cli.output import console, write_json
from kept.errors import KeptError

if TYPE_CHECKING:
    from kept.pipeline.add import Added, PageInput
    from kept.pipeline.desk import Desk


@click.command(name="add")
@click.argument("pages", nargs=-1, required=True, metavar="PAGE…")
@ledger_option
@click.option("--address", help="Address the page came from, for a file (one page only).")
@click.option(
    "--class", "klass", type=click.Choice([f"E{n}" for n in range(1, 11)]), help="Class of source (codebook 2.10)."
)
@click.option("--grade", metavar="A1…F6", help="Admiralty grade; by default that of the class.")
@click.option(
    "--redistribution",
    type=click.Choice(["none", "quote", "full"]),
    default="quote",
    show_default=True,
    help="How much of the page may be shown in public.",
)
@click.option("--licence", default="unknown", show_default=True, help="SPDX identifier of the page's licence.")
@json_option
def add(pages: tuple[str, ...], folder: str, as_json: bool, **source: str | None) -> int:
    """Capture PAGEs (bytes, hash, time) into the ledger's folder and queue their statements.

    Adding a page twice changes nothing. A page that cannot be read is named, the others are added, and the exit
    code says so.
    """
    desk = open_desk(folder)
    added: list[tuple[str, Added]] = []
    failed: list[KeptError] = []
    with Progress(console=console(), transient=True, disable=as_json or len(pages) < _WORTH_A_BAR) as progress:
        for page in progress.track(pages, description="Adding pages"):
            try:
                added.append((page, _add(desk, page, source)))
            except KeptError as error:
                failed.append(error)
    _report(added, as_json=as_json)
    for failure in failed:
        click.echo(f"kept: {failure}", err=True)
    return failed[0].exit_code if failed else 0


_WORTH_A_BAR = 3


def _add(desk: Desk, page: str, source: dict[str, str | None]) -> Added:
    from kept.pipeline.add import add_page

    return add_page(desk, _input(page, source))


def _input(page: str, source: dict[str, str | None]) -> PageInput:
    from kept.model.evidence import EvidenceClass
    from kept.model.sources import Redistribution
    from kept.pipeline.add import PageInput

    said = PageInput(
        data=b"",
        address=source["address"] or Path(page).name,
        redistribution=Redistribution(source["redistribution"] or "quote"),
        licence=source["licence"] or "unknown",
        klass=EvidenceClass(source["klass"]) if source["klass"] else None,
        grade=source["grade"],
    )
    if not is_address(page):
        return replace(said, data=read_bytes(page))
    from kept.net.fetch import fetch

    got = fetch(page)
    return replace(said, data=got.data, address=got.address, media_type=got.media_type, headers=got.headers)


def _report(added: list[tuple[str, Added]], *, as_json: bool) -> None:
    if as_json:
        write_json([_as_json(page, each) for page, each in added])
        return
    for page, each in added:
        state = "known already" if each.was_known else "captured"
        click.echo(f"{page}: {state} as {each.capture.sha256[:12]}, {each.queued} statements queued")
        if each.same_story_as:
            click.echo(f"  carries the same story as {each.same_story_as[:12]}: one independent source, not two")
    if any(each.queued for _, each in added):
        click.echo("Next: kept review")


def _as_json(page: str, added: Added) -> dict[str, object]:
    return {
        "page": page,
        "capture": added.capture.sha256,
        "text": added.capture.text_sha256,
        "queued": added.queued,
        "was_known": added.was_known,
        "same_story_as": added.same_story_as,
        "counts": added.reading.counts,
    }
