"""One request's view of the ledger: the record at the point of the clocks that the address names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.module_loading import import_string

from kept.frameworks.words import Words
from kept.ledger.state import Record
from kept.model.evidence import Evidence
from kept.model.frameworks import Framework
from kept.model.times import Clocks
from kept.web.clocks import NAMES, asked, clocks_of
from kept.web.names import actor_name
from kept.web.ports import Kept

DEFAULT_PROVIDER = "kept.bootstrap.current"


def current() -> Kept:
    """Give the opened ledger that the settings name (`KEPT_PROVIDER`: a callable or its dotted path)."""
    provider: Callable[[], Kept] | str = getattr(settings, "KEPT_PROVIDER", DEFAULT_PROVIDER)
    opened = import_string(provider) if isinstance(provider, str) else provider
    found: Kept = opened()
    return found


@dataclass(frozen=True)
class Reading:
    """A ledger, read at a point of the three clocks; `query` holds the clocks that the address names."""

    kept: Kept
    clocks: Clocks
    query: Mapping[str, str]

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Reading:
        """Open the ledger at the clocks of an address; raises UsageError for a date that cannot be."""
        kept = current()
        return cls(kept=kept, clocks=clocks_of(query, today=kept.today), query=asked(query))

    @cached_property
    def record(self) -> Record:
        """The public record at the clocks."""
        return self.kept.record(self.clocks)

    @property
    def framework(self) -> Framework:
        """The subject."""
        return self.kept.framework

    @property
    def words(self) -> Words:
        """The table of readers' words."""
        return self.kept.words

    @property
    def today(self) -> date:
        """The last day of the record."""
        return self.kept.today

    @property
    def is_back(self) -> bool:
        """Tell whether the page shows another point than now."""
        return bool(self.query) and self.clocks != Clocks(as_of=self.kept.today)

    def on(self, day: date) -> Record:
        """Give the public record as of another day, the other clocks unchanged."""
        clocks = Clocks(as_of=day, known_at=self.clocks.known_at, recorded_at=self.clocks.recorded_at)
        return self.kept.record(clocks)

    def day_before(self) -> date:
        """Give the day before the one that is shown."""
        return self.clocks.as_of - timedelta(days=1)

    def name(self, code: str | None) -> str:
        """Name an actor."""
        return actor_name(self.framework, code)

    def say(self, kind: str, code: str) -> str:
        """Give a reader's words for a code."""
        return self.words.of(kind, str(code))

    def url(self, view: str, *args: Any, **query: Any) -> str:
        """Give the address of a page at the same clocks; query values that are empty are left out."""
        asks = {**self.query, **{name: value for name, value in query.items() if value not in (None, "")}}
        return reverse(view, args=args) + (f"?{urlencode(asks)}" if asks else "")

    def here(self, path: str, query: Mapping[str, str], *, keep: bool = False, **changed: Any) -> str:
        """Give the address of the page that is shown, some of its query changed; its clocks are left out or kept."""
        asks = {name: value for name, value in query.items() if keep or name not in NAMES} | changed
        return f"{path}?{urlencode(asks)}" if asks else path

    def sentence_url(self, evidence: Evidence) -> str:
        """Give the address of a quote in its source page, lit."""
        return f"{self.url('source', evidence.capture)}#{anchor(evidence.quote.start, evidence.quote.end)}"


def anchor(start: int, end: int) -> str:
    """Name the place of a quote on its source page."""
    return f"q{start}-{end}"
