"""The demo: five invented pages and the framework that goes with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.frameworks.files import DATA

if TYPE_CHECKING:
    from pathlib import Path


def demo_pages() -> tuple[Path, ...]:
    """Give the paths of the five demo pages, in the order in which they are read."""
    return tuple(sorted(path for path in (DATA / "demo").iterdir() if path.suffix in {".txt", ".html"}))


def demo_decisions() -> Path:
    """Give the path of the analyst's decisions on the demo pages."""
    return DATA / "demo" / "decisions.toml"
