"""Signed heads of the log as files beside the database, one a size, written so that a crash leaves none half done."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from kept.errors import StorageFailure


@dataclass(frozen=True, slots=True)
class CheckpointFolder:
    """Keeps notes under `<folder>/<size>.txt`."""

    folder: Path

    def add(self, size: int, note: str) -> None:
        """Keep a signed note, durably; one that is kept already stays."""
        target = self.folder / f"{size:012d}.txt"
        if target.exists():
            return
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            draft = target.with_suffix(".part")
            with draft.open("w", encoding="utf-8", newline="") as file:
                file.write(note)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(target)
        except OSError as error:
            raise StorageFailure(
                f"the checkpoint cannot be kept ({error.strerror})",
                where=str(target),
                remedy="Make room or check rights",
            ) from error

    def all(self) -> tuple[str, ...]:
        """Give all notes, oldest first."""
        return tuple(path.read_text(encoding="utf-8") for path in sorted(self.folder.glob("*.txt")))
