"""`kept evaluate`: the figures are those of the project's scorer, and bad input is named."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Kept

GOLD = {
    "id": "a",
    "text": "Norland will send ten trucks to Sudria by 30 June.",
    "date": "2026-01-14",
    "statements": [
        {
            "type": "commitment",
            "quote": "Norland will send ten trucks to Sudria by 30 June",
            "actors": ["XN"],
            "beneficiary": "XS",
            "firmness": "pledged",
        }
    ],
}


def test_a_right_reading_scores_one(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text(json.dumps(GOLD) + "\n")
    measured = json.loads(kept("evaluate", tmp_path / "gold.jsonl", "--framework", "demo", "--json").out)
    assert measured["all"]["sentence_commitment"]["value"] == 1
    assert measured["worst"] == []
    assert "sentence_commitment" in kept("evaluate", tmp_path / "gold.jsonl", "--framework", "demo").out


def test_a_wrong_reading_is_among_the_worst(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text(json.dumps({**GOLD, "statements": []}) + "\n")
    ran = kept("evaluate", tmp_path / "gold.jsonl", "--framework", "demo")
    assert "coded: nothing; found: commitment" in ran.out


@pytest.mark.parametrize("line", ["no json", '{"id": 1}', ""])
def test_a_file_that_holds_no_coding_is_named(kept: Kept, tmp_path: Path, line: str) -> None:
    (tmp_path / "gold.jsonl").write_text(line + "\n")
    ran = kept("evaluate", tmp_path / "gold.jsonl")
    assert ran.code == 3
    assert "gold.jsonl" in ran.err


def test_its_figures_are_the_scorers(kept: Kept, reference: Path, tmp_path: Path) -> None:
    rows = (reference / "gold" / "codebook-examples.jsonl").read_text(encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(rows, encoding="utf-8")
    measured = json.loads(kept("evaluate", tmp_path / "gold.jsonl", "--json").out)["all"]
    said = subprocess.run(
        [sys.executable, "-m", "kept", "recognise", "--jsonl"], input=rows, capture_output=True, text=True, check=True
    )
    (tmp_path / "found.jsonl").write_text(said.stdout, encoding="utf-8")
    tool = reference / "tools" / "score_statements.py"
    words = [sys.executable, str(tool), str(tmp_path / "gold.jsonl"), str(tmp_path / "found.jsonl"), "--json"]
    scored = json.loads(subprocess.run(words, capture_output=True, text=True, check=True).stdout)
    for name in ("sentence_commitment", "sentence_binding"):
        assert measured[name]["value"] == pytest.approx(scored[name]["f1"], abs=0.0006)
