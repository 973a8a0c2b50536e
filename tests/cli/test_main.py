"""The program as a whole: help without loading, filters, the demo."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from kept.cli.main import GROUPS, VERBS
from tests.cli.conftest import Kept


def test_every_verb_stands_in_one_group_of_the_help() -> None:
    grouped = [name for _, names in GROUPS for name in names]
    assert sorted(grouped) == sorted(VERBS)


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_verb_teaches(kept: Kept, verb: str) -> None:
    ran = kept(verb, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"Usage: kept {verb}")


def test_an_unknown_verb_is_usage(kept: Kept) -> None:
    assert kept("frobnicate").code == 2


def test_the_demo_walks_to_its_end(kept: Kept) -> None:
    ran = kept("demo", "--no-serve")
    assert ran.code == 0
    for words in ("Five pages are added", "Partly delivered", "1 of the 4 promises", "kept verify: entry"):
        assert words in ran.out


def test_the_filters_take_and_give_json_lines(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    page = {"id": "a", "lines": ["Menu", "A ministry will send ten trucks by 30 June, its minister said on Monday."]}
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(page) + "\n"))
    assert len(json.loads(kept("extract", "--jsonl").out)["labels"]) == 2
    said = {"id": "b", "text": "Norland will send ten trucks to Sudria by 30 June.", "date": "2026-01-14"}
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(said) + "\n"))
    (statement,) = json.loads(kept("recognise", "--jsonl", "--framework", "demo").out)["statements"]
    assert (statement["type"], statement["actors"]) == ("commitment", ["XN"])


def test_the_program_runs_as_a_module(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "kept", "--version"], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert ran.stdout.startswith("kept, version")
