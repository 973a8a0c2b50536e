"""Options that several verbs share, and how they are read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kept.errors import KeptError
from kept.model.times import Clocks, PartialDate, parse_instant

if TYPE_CHECKING:
    from kept.pipeline.desk import Desk

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

ledger_option = click.option(
    "--ledger",
    "folder",
    metavar="DIR",
    envvar="KEPT_LEDGER",
    default="ledger",
    show_default=True,
    help="The ledger's folder.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Write JSON for programs.")
csv_option = click.option("--csv", "as_csv", is_flag=True, help="Write CSV for spreadsheets.")


def clock_options(function: Decorated) -> Decorated:
    """Add --as-of, --known-at and --recorded-at."""
    texts = {
        "recorded-at": "What the ledger said at that instant or day.",
        "known-at": "What was public by that day.",
        "as-of": "What held on that day (today, or where the framework's calendar stands).",
    }
    for name, text in texts.items():
        function = click.option(f"--{name}", metavar="DATE", help=text)(function)
    return function


class DateType(click.ParamType[PartialDate]):
    """A date that may be partial, in EDTF."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> PartialDate:
        """Read the date or fail as usage."""
        try:
            return PartialDate.of(value) if isinstance(value, str) else value
        except KeptError as error:
            self.fail(str(error), param, ctx)


def open_desk(folder: str) -> Desk:
    """Open the ledger in a folder for work."""
    from kept.bootstrap import ledger_folder, open_ledger

    return open_ledger(ledger_folder(folder))


def clocks_of(desk: Desk, as_of: str | None, known_at: str | None, recorded_at: str | None) -> Clocks:
    """Read the three clock options; what is not given stays open."""
    day: date = PartialDate.of(as_of).last if as_of else desk.today
    return Clocks(
        as_of=day,
        known_at=PartialDate.of(known_at).last if known_at else None,
        recorded_at=parse_instant(recorded_at) if recorded_at else None,
    )


def read_bytes(page: str, *, limit: int = 64_000_000) -> bytes:
    """Read a file, or standard input for `-`; say in one line why it cannot be read."""
    from kept.errors import UnreadableInput

    try:
        if page == "-":
            return sys.stdin.buffer.read()
        path = Path(page)
        if path.stat().st_size > limit:
            raise UnreadableInput(
                f"the file has {path.stat().st_size / 1e6:.0f} MB", where=page, remedy="Give a page, not an archive"
            )
        return path.read_bytes()
    except IsADirectoryError as error:
        raise UnreadableInput("this is a folder", where=page, remedy="Give a file, an address or -") from error
    except FileNotFoundError as error:
        raise UnreadableInput("no such file", where=page, remedy="Check the path") from error
    except OSError as error:
        raise UnreadableInput(f"cannot be read ({error.strerror})", where=page, remedy="Check the rights") from error


def is_address(page: str) -> bool:
    """Tell an address from a path."""
    return page.startswith(("http://", "https://"))
