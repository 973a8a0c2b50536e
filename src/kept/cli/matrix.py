"""`kept matrix`: who has said what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kept.cli.options import clock_options, clocks_of, json_option, ledger_option, open_desk
from kept.cli.output import write_json

if TYPE_CHECKING:
    from kept.reporting.matrix import Axis, Row


@click.command(name="matrix")
@ledger_option
@clock_options
@click.option(
    "--by", type=click.Choice(["topic", "form"]), default="topic", show_default=True, help="What the columns are."
)
@json_option
def matrix(
    folder: str, as_of: str | None, known_at: str | None, recorded_at: str | None, by: str, as_json: bool
) -> None:
    """Show who has said what: countries and topics, or kinds of help.

    Groups that speak as one come first, then actors by the alphabet; there is no ranking.
    """
    from kept.cli.views import show_matrix
    from kept.reporting.matrix import matrix as lay_out

    desk = open_desk(folder)
    record = desk.record(clocks_of(desk, as_of, known_at, recorded_at))
    axis: Axis = "form" if by == "form" else "topic"
    if as_json:
        write_json([_row(row) for row in lay_out(record, desk.framework, by=axis).rows])
        return
    show_matrix(desk, record, by=axis)


def _row(row: Row) -> dict[str, object]:
    cells = {
        cell.column: {"stage": cell.strongest, "records": cell.refs, "refused": cell.refused} for cell in row.cells
    }
    return {"actor": row.actor, "title": row.title, "cells": cells}
