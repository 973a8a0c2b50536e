"""What all tests share: the reference folder, where it stands."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def reference() -> Path:
    """Give the reference folder, or skip: its pages belong to their publishers and are not part of the project."""
    folder = Path(os.environ.get("KEPT_REFERENCE") or "/nonexistent")
    if not folder.is_dir():
        pytest.skip("KEPT_REFERENCE names no folder: the reference pages are not part of the project")
    return folder.resolve()
