"""Signed heads kept as files."""

from pathlib import Path

import pytest

from kept.errors import StorageFailure
from kept.storage.checkpoints import CheckpointFolder


def test_notes_come_back_oldest_first(tmp_path: Path) -> None:
    kept = CheckpointFolder(tmp_path / "checkpoints")
    kept.add(12, "twelve\n")
    kept.add(3, "three\n")
    assert kept.all() == ("three\n", "twelve\n")


def test_a_note_that_is_kept_stays(tmp_path: Path) -> None:
    kept = CheckpointFolder(tmp_path)
    kept.add(3, "first\n")
    kept.add(3, "second\n")
    assert kept.all() == ("first\n",)


def test_no_half_written_note_is_left(tmp_path: Path) -> None:
    CheckpointFolder(tmp_path).add(3, "three\n")
    assert [path.name for path in tmp_path.iterdir()] == ["000000000003.txt"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageFailure, match="checkpoint"):
        CheckpointFolder(tmp_path / "file" / "checkpoints").add(1, "one")
