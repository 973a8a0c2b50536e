"""The review in a real terminal: keys, prompts, and what is kept when somebody stops."""

import os
import pty
import select
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kept.bootstrap import create_ledger, open_ledger
from kept.cli.demo_walk import demo_ports
from kept.frameworks.demo import demo_pages
from kept.pipeline.add import PageInput, add_page

PATIENCE = 15.0
KEYS = b"[q]uit "


class Terminal:
    """`kept review` on a pseudo terminal: types when it is asked."""

    def __init__(self, ledger: Path) -> None:
        self._screen, line = pty.openpty()
        env = {**os.environ, "COLUMNS": "120", "TERM": "dumb", "KEPT_PERSON": "analyst"}
        words = [sys.executable, "-m", "kept", "review", "--ledger", str(ledger)]
        self._running = subprocess.Popen(words, stdin=line, stdout=line, stderr=line, env=env, close_fds=True)
        os.close(line)
        self.seen, self._past = b"", 0

    def waits_for(self, prompt: bytes) -> None:
        """Read until the prompt stands behind what was waited for last."""
        while prompt not in self.seen[self._past :]:
            ready, _, _ = select.select([self._screen], [], [], PATIENCE)
            if not ready:
                raise AssertionError(self.seen.decode(errors="replace"))
            self.seen += os.read(self._screen, 65_536)
        self._past = self.seen.index(prompt, self._past) + len(prompt)

    def types(self, words: bytes, after: bytes = KEYS) -> None:
        """Type once the prompt is there; a single key only once the terminal hands out single keys."""
        self.waits_for(after)
        deadline = time.monotonic() + PATIENCE
        while after == KEYS and termios.tcgetattr(self._screen)[3] & termios.ICANON and time.monotonic() < deadline:
            time.sleep(0.01)
        os.write(self._screen, words)

    def ends(self) -> int:
        """Wait for the end; give the exit code."""
        while True:
            ready, _, _ = select.select([self._screen], [], [], PATIENCE)
            if not ready:
                raise AssertionError(self.seen.decode(errors="replace"))
            try:
                self.seen += os.read(self._screen, 65_536)
            except OSError:
                return self._running.wait(PATIENCE)

    def close(self) -> None:
        """End the program if it still runs."""
        self._running.kill()
        self._running.wait(PATIENCE)
        os.close(self._screen)


@pytest.fixture
def terminal(ledger: Path) -> Iterator[Terminal]:
    opened = Terminal(ledger)
    yield opened
    opened.close()


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    desk = create_ledger(tmp_path / "l", framework="demo", purpose="demo", origin="t/l", ports=demo_ports())
    page = demo_pages()[0]
    add_page(desk, PageInput(data=page.read_bytes(), address=page.name))
    return tmp_path / "l"


def test_a_person_decides_by_single_keys(terminal: Terminal, ledger: Path) -> None:
    terminal.types(b"?")
    terminal.types(b"a")
    terminal.types(b"k")
    terminal.types(b"x")
    terminal.types(b"X1\n", after=b"Rule")
    terminal.types(b"no deed\n", after=b"Why")
    terminal.types(b"u")
    terminal.types(b"who is bound?\n", after=b"What is unclear")
    terminal.types(b"q")
    assert terminal.ends() == 0
    assert b"Rules of a rejection" in terminal.seen
    desk = open_ledger(ledger)
    assert [each.verdict for each in desk.record().decisions] == ["accept", "reject", "unsure"]
    assert desk.record().commitment("XN-2026-0001")
    assert len(desk.queue.waiting()) == 3


def test_a_refused_decision_is_told_and_asked_again(terminal: Terminal, ledger: Path) -> None:
    terminal.types(b"m")
    terminal.types(b"XN-2026-0099\n", after=b"Into")
    terminal.types(b"the same\n", after=b"Why")
    terminal.waits_for(b"the record has no XN-2026-0099")
    terminal.types(b"q")
    assert terminal.ends() == 0


def test_fields_are_set_otherwise_one_by_one(terminal: Terminal, ledger: Path) -> None:
    terminal.types(b"e")
    for prompt, answer in ((b"type", b""), (b"firmness", b"agreed"), (b"topic", b""), (b"actors", b""), (b"form", b"")):
        terminal.types(answer + b"\n", after=prompt)
    terminal.types(b"both signed\n", after=b"Why")
    terminal.types(b"q")
    assert terminal.ends() == 0
    found = open_ledger(ledger).record().commitment("XN-2026-0001")
    assert found
    assert found.firmness == "agreed"


def test_nothing_waiting_says_what_to_do(tmp_path: Path) -> None:
    create_ledger(tmp_path / "l", framework="demo", purpose="demo", origin="t/l", ports=demo_ports())
    terminal = Terminal(tmp_path / "l")
    assert terminal.ends() == 0
    assert b"kept add" in terminal.seen
    terminal.close()
