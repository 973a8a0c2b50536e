"""A demo ledger as played once, and empty desks for those who write."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kept.bootstrap import create_ledger, open_ledger
from kept.cli.demo_walk import NOON, demo_ports
from kept.frameworks.demo import demo_pages
from kept.pipeline.add import Added, PageInput, add_page
from kept.pipeline.demo import Played, play_demo
from kept.pipeline.desk import Desk


@pytest.fixture(scope="session")
def _empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ledger") / "empty"
    create_ledger(folder, framework="demo", purpose="demo", origin="test/ledger", ports=demo_ports())
    return folder


@pytest.fixture
def desk(_empty: Path, tmp_path: Path) -> Desk:
    """Give a desk at a fresh demo ledger: nothing in it but its opening."""
    shutil.copytree(_empty, tmp_path / "ledger")
    return open_ledger(tmp_path / "ledger", ports=demo_ports())


@pytest.fixture
def add(desk: Desk) -> Callable[[str], Added]:
    """Add a demo page by the beginning of its name."""

    def adding(prefix: str, **source: object) -> Added:
        page = next(path for path in demo_pages() if path.name.startswith(prefix))
        return add_page(desk, PageInput(data=page.read_bytes(), address=page.name, **source))

    return adding


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, tuple[Played, ...]]:
    """Give the demo as played: read only, it is shared."""
    folder = tmp_path_factory.mktemp("demo") / "ledger"
    ports = demo_ports()
    made = create_ledger(folder, framework="demo", purpose="demo", origin="test/ledger", ports=ports)
    rows = play_demo(made)
    assert ports.clock() == NOON
    return made, rows
