"""Running the program in this process, and demo ledgers to run it on."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kept.cli.demo_walk import fill
from kept.cli.main import run


@dataclass(frozen=True)
class Ran:
    """What a run printed, and its exit code."""

    code: int
    out: str
    err: str


Kept = Callable[..., Ran]


@pytest.fixture
def kept(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Kept:
    """Run `kept` with some words; its ledger lies in a folder of the test."""
    monkeypatch.setenv("KEPT_LEDGER", str(tmp_path / "ledger"))
    monkeypatch.setenv("KEPT_PERSON", "analyst")
    monkeypatch.setenv("COLUMNS", "200")

    def running(*words: object) -> Ran:
        code = run([str(word) for word in words])
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return running


@pytest.fixture(scope="session")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled") / "ledger"
    desk = fill(folder)
    desk.store.forget()
    return folder


@pytest.fixture
def filled(_filled: Path, tmp_path: Path) -> Path:
    """Give a copy of the demo's ledger, where `kept` looks for one."""
    return Path(shutil.copytree(_filled, tmp_path / "ledger"))
