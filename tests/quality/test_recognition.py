"""What recognition reaches on coded statements may only rise: the floors stand in `floors.json`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kept.frameworks.load import load_framework
from kept.recognition.stream import recognise_lines

FLOORS: dict[str, float] = {
    key: value
    for key, value in json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8")).items()
    if key.startswith("recognition.")
}


def scored(reference: Path, folder: Path, *options: str) -> dict[str, Any]:
    """Recognise the dev set and score it with the reference scorer."""
    gold = reference / "gold" / "statements-dev.jsonl"
    read = folder / "read.jsonl"
    framework = load_framework("ukraine-security-guarantees")
    with gold.open(encoding="utf-8") as lines:
        read.write_text("\n".join(recognise_lines(lines, framework)), encoding="utf-8")
    scorer = str(reference / "tools" / "score_statements.py")
    command = [sys.executable, scorer, str(gold), str(read), "--json", *options]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def flat(name: str, found: dict[str, Any]) -> dict[str, float]:
    """Name the figures as the floors do."""
    return {
        f"recognition.{name}.commitment.sentence_f1": found["sentence_commitment"]["f1"],
        f"recognition.{name}.binding.sentence_f1": found["sentence_binding"]["f1"],
        f"recognition.{name}.macro_f1": found["macro_f1"],
        f"recognition.{name}.any.f1": found["any_statement"]["f1"],
        f"recognition.{name}.actors": found["actors_exact"]["share"],
        f"recognition.{name}.beneficiary": found["beneficiary_exact"]["share"],
        f"recognition.{name}.firmness": found["firmness_exact"]["share"],
        f"recognition.{name}.firmness_within_one": found["firmness_within_one"]["share"],
        f"recognition.{name}.conditions.f1": found["conditions"]["f1"],
        f"recognition.{name}.gates.f1": found["gates"]["f1"],
        f"recognition.{name}.amounts": found["amount_exact"]["share"],
    }


@pytest.fixture(scope="module")
def reached(reference: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    folder = tmp_path_factory.mktemp("recognition")
    return flat("dev", scored(reference, folder)) | flat("dev_sure", scored(reference, folder, "--sure"))


@pytest.mark.reference
@pytest.mark.parametrize("floor", sorted(FLOORS))
def test_no_figure_falls_below_its_floor(floor: str, reached: dict[str, float]) -> None:
    assert reached[floor] >= FLOORS[floor]
