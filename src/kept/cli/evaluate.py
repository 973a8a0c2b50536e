"""`kept evaluate`: how good recognition is on coded passages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kept.cli.options import json_option
from kept.cli.output import QUIET, STRONG, console, plain, table, write_json

if TYPE_CHECKING:
    from kept.recognition.quality.measure import Measured
    from kept.recognition.quality.table import Figure

EXCERPT = 160


@click.command(name="evaluate")
@click.argument("gold", metavar="GOLD", type=click.Path(path_type=Path))
@click.option("--framework", default="ukraine-security-guarantees", show_default=True, help="Subject, by id or slug.")
@json_option
def evaluate(gold: Path, framework: str, as_json: bool) -> None:
    """Recognise the coded passages of GOLD and compare: precision, recall, F1, shares, each with its 95 % interval.

    GOLD holds one {"id", "text", "before"?, "title"?, "date"?, "source"?, "statements"} a line. Every figure stands
    twice: over all coded statements, and over those that the coders were sure of. Then the ten worst cases.
    """
    from kept.frameworks.load import load_framework
    from kept.recognition.quality.measure import coded_rows
    from kept.recognition.quality.recognised import measure_recognition

    measured = measure_recognition(coded_rows(gold), load_framework(framework))
    if as_json:
        write_json(measured.to_json())
        return
    show_measured(measured, str(gold))


def show_measured(measured: Measured, gold: str) -> None:
    """Print the table and the worst cases."""
    shown = table(f"{gold}: {measured.passages} passages", ("measure", "all", "95 %", "P", "R", "n", "sure", "n"))
    sure = {each.name: each for each in measured.sure}
    for each in measured.figures:
        other = sure.get(each.name)
        shown.add_row(
            each.name.removeprefix("types."),
            _number(each.value),
            _interval(each),
            _number(each.precision),
            _number(each.recall),
            str(each.cases),
            _number(other.value) if other else "–",
            str(other.cases) if other else "–",
        )
    out = console()
    out.print(shown)
    out.print(plain("\nThe worst cases", STRONG))
    for case in measured.worst:
        out.print(plain(f"{case.id}  coded: {_names(case.coded)}; found: {_names(case.found)}"))
        out.print(plain(f"  {' '.join(case.text.split())[:EXCERPT]}", QUIET))


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _interval(figure: Figure) -> str:
    return "–" if figure.low is None else f"{_number(figure.low)} to {_number(figure.high)}"


def _names(kinds: tuple[str, ...]) -> str:
    return ", ".join(kinds) or "nothing"
