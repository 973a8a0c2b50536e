"""What the site asks of the ledger: a small port that `bootstrap` fulfils, and tests with a ledger in memory."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from kept.frameworks.words import Words
from kept.ledger.entries import Opened
from kept.ledger.state import Record
from kept.model.frameworks import Framework
from kept.model.sources import Article
from kept.model.times import Clocks


class Captures(Protocol):
    """Reading the stored texts of captures."""

    def text(self, text_sha256: str) -> str:
        """Give a stored text by its hash."""
        ...

    def article(self, sha256: str) -> Article:
        """Give the article of a capture, with its furniture."""
        ...


class Kept(Protocol):
    """An opened ledger: its framework, words and captures, and the record at any point of the three clocks."""

    @property
    def framework(self) -> Framework:
        """The subject that the site is about."""
        ...

    @property
    def words(self) -> Words:
        """The table of readers' words."""
        ...

    @property
    def captures(self) -> Captures:
        """The stored texts."""
        ...

    @property
    def root_hex(self) -> str:
        """The root hash of the log: it changes with every entry."""
        ...

    @property
    def today(self) -> date:
        """The day the site reads as of; a demo's calendar stands still."""
        ...

    def record(self, clocks: Clocks | None = None, *, public: bool = True) -> Record:
        """Give the record at a point of the three clocks; on public pages what was published only."""
        ...

    def entries(self) -> tuple[Opened, ...]:
        """Give all entries of the log, in order."""
        ...
