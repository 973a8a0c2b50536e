"""What the terminal shows: one console, one look for tables, JSON and CSV for programs."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

QUIET, STRONG, WARN = "dim", "bold", "yellow"


def console() -> Console:
    """Give the console for people; colours go when output is no terminal."""
    return Console(highlight=False, soft_wrap=False)


def write_json(value: Any) -> None:
    """Write JSON for programs, in UTF-8, readable by people too."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def write_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write CSV with its header; a cell that a spreadsheet would run as a formula is quoted with an apostrophe."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)


def _harmless(cell: object) -> str:
    text = "" if cell is None else str(cell)
    return f"'{text}" if text[:1] in "=+-@\t\r" and not text[1:2].isdigit() else text


def table(title: str, columns: Sequence[str]) -> Table:
    """Make a table in the one look."""
    made = Table(title=title, title_justify="left", title_style=STRONG, header_style=STRONG, box=None, pad_edge=False)
    for column in columns:
        made.add_column(column, overflow="fold")
    return made


def plain(text: str, style: str = "") -> Text:
    """Make text in which brackets are no markup."""
    return Text(text, style=style)
