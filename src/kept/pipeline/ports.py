"""What the use cases need from outside: a queue of candidates and a shelf for checkpoints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from kept.model.decisions import Candidate


class Queue(Protocol):
    """Codings that wait for a person; an ordinary table, no part of the record."""

    def add(self, candidates: Iterable[Candidate]) -> int:
        """Queue what is not queued yet; count what was new."""
        ...

    def waiting(self, capture: str | None = None) -> tuple[Candidate, ...]:
        """Give what is undecided, page by page in the order of the text."""
        ...

    def find(self, prefix: str) -> Candidate:
        """Find one candidate by the beginning of its coding's hash; refuse none or several."""
        ...

    def of_capture(self, capture: str) -> tuple[Candidate, ...]:
        """Give all of a page, decided ones too."""
        ...

    def settle(self, coding: str, verdict: str) -> None:
        """Mark a candidate as decided; an empty verdict lets it wait again."""
        ...


class Checkpoints(Protocol):
    """Signed heads of the log, kept outside the database."""

    def add(self, size: int, note: str) -> None:
        """Keep a signed note, durably."""
        ...

    def all(self) -> tuple[str, ...]:
        """Give all notes, oldest first."""
        ...
