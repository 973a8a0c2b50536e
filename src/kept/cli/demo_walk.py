"""The walk of the demo: pages, decisions, matrix, headline, and a rewriting that is found out."""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.rule import Rule

from kept.cli.output import QUIET, STRONG, console, plain
from kept.errors import UsageError

if TYPE_CHECKING:
    from kept.bootstrap import Ports
    from kept.pipeline.demo import Played
    from kept.pipeline.desk import Desk

NOON = datetime(2026, 7, 10, 12, 0, tzinfo=UTC)
"""The demo's calendar stands still (`framework.calendar`); its ledger is the same on every machine but for the key."""


def walk(folder: Path) -> None:
    """Fill a demo ledger in `folder` and print each step."""
    out = console()
    _heading(out, "1  A page is read")
    _read_first_page()
    desk = fill(folder, out)
    _heading(out, "4  Who has said what")
    from kept.cli.views import show_follow_through, show_matrix

    show_matrix(desk, desk.record())
    _heading(out, "5  What came of it, as of 10 July 2026")
    show_follow_through(desk, desk.record())
    _heading(out, "6  Somebody rewrites an amount with plain sqlite3, in a copy")
    rewrite_and_verify(folder)


def fill(folder: Path, out: Console | None = None) -> Desk:
    """Make the demo ledger anew: add the pages, take the decisions, publish."""
    from kept.bootstrap import create_ledger
    from kept.pipeline.demo import play_demo
    from kept.pipeline.publish import publish

    out = out or Console(quiet=True)
    _clear(folder)
    desk = create_ledger(folder, framework="demo", purpose="demo", origin="demo.invalid/ledger", ports=demo_ports())
    _heading(out, "2  Five pages are added")
    played = play_demo(desk, lambda page: out.print(plain(f"   {page}", QUIET)))
    _heading(out, "3  An analyst decides")
    _say_decisions(out, played)
    publish(desk, why="the demo publishes what its analyst decided")
    return desk


def demo_ports() -> Ports:
    """Give a clock that stands still, and salts and ids that are the same each time (never for a real ledger)."""
    from kept.bootstrap import Ports

    salts, ids = _sequence("salt"), _sequence("id")
    return Ports(clock=lambda: NOON, salts=lambda: next(salts), new_id=lambda: next(ids).hex()[:16])


def _sequence(name: str) -> Iterator[bytes]:
    return (sha256(f"demo {name} {number}".encode()).digest() for number in count())


def _clear(folder: Path) -> None:
    """Remove an earlier demo ledger; refuse to touch any other."""
    from kept.bootstrap import DATABASE, open_ledger

    if not (folder / DATABASE).exists():
        return
    if open_ledger(folder).purpose != "demo":
        raise UsageError("this ledger is no demo", where=str(folder), remedy="Choose another folder with --ledger")
    shutil.rmtree(folder)


def _heading(out: Console, text: str) -> None:
    out.print()
    out.print(Rule(text, align="left", style=STRONG))


def _read_first_page() -> None:
    from kept.cli.reading_view import show_reading
    from kept.frameworks.demo import demo_pages
    from kept.frameworks.load import load_framework
    from kept.pipeline.read import read_page

    page = demo_pages()[0]
    reading = read_page(page.read_bytes(), load_framework("demo"), name=page.name)
    show_reading(reading, page=page.name, why=False, furniture=True)


def _say_decisions(out: Console, played: tuple[Played, ...]) -> None:
    how = Counter(str(each.how) for each in played)
    parts = ", ".join(f"{number} {way}" for way, number in how.items())
    out.print(f"   {len(played)} decisions: {parts}")
    for each in played:
        if each.ref:
            out.print(plain(f"   {each.row:<5} {each.type:<11} {each.ref}", QUIET))


def rewrite_and_verify(folder: Path) -> None:
    """Change one amount in a copy with plain sqlite3 and let the ledger name the entry."""
    from kept.bootstrap import DATABASE, open_sealed
    from kept.pipeline.verify import verify_ledger
    from kept.storage.keys import verify

    before = verify_ledger(open_sealed(folder), verify=verify)
    click.echo(f"   the ledger: as it was sealed, {before.entries} entries, root {before.root[:16]}…")
    with TemporaryDirectory() as elsewhere:
        copy = Path(elsewhere) / "copy"
        shutil.copytree(folder, copy)
        tamper(copy / DATABASE)
        found = verify_ledger(open_sealed(copy), verify=verify)
    click.echo("   240000000 becomes 340000000 in the copy …")
    for finding in found.findings[:2]:
        click.echo(f"   kept verify: {finding.where}: {finding.what}")
    if not found.findings:
        raise UsageError("the rewriting was not found out", remedy="Report this: the seal does not hold")


def tamper(database: Path) -> None:
    """Drop the trigger that refuses it and rewrite an amount, as somebody with the file in hand would."""
    connection = sqlite3.connect(database)
    connection.execute("DROP TRIGGER log_entry_refuses_update")
    connection.execute(
        "UPDATE log_entry SET data = CAST(replace(CAST(data AS TEXT), '240000000', '340000000') AS BLOB) "
        "WHERE CAST(data AS TEXT) LIKE '%CommitmentRecorded%240000000%'"
    )
    connection.commit()
    connection.close()
