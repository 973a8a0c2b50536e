"""What was computed from a log stays true as long as its root does: a small memory keyed by the root."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

Value = TypeVar("Value")


class Remembered:
    """Keeps the values asked for last, `most` of them; several threads may ask."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._values: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._values.clear()

    def get(self, key: Hashable, compute: Callable[[], Value]) -> Value:
        """Give the value of a key, computed once; what was not asked for longest is forgotten first."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                known: Value = self._values[key]
                return known
        value = compute()
        with self._lock:
            self._values[key] = value
            while len(self._values) > self.most:
                self._values.popitem(last=False)
        return value


LOGS = Remembered(most=64)
"""What was computed over a whole log: its history, the days of change, the count at a point of the clocks."""

PAGES = Remembered(most=256)
"""Rendered pages by their ETag."""
