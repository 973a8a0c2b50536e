"""A table of a TOML file that is read key by key, so that each wrong, missing or unknown key is named."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from kept.errors import BrokenFramework, UnreadableInput
from kept.model.actors import actor_code


class Table:
    """Hand out checked values of one table, and refuse what nobody asked for.

    `where` names the file and the table in it. Every getter raises BrokenFramework: file, key, remedy in one
    line. A key without a default must stand; call `end` when all known keys were read.
    """

    def __init__(self, data: dict[str, Any], where: str) -> None:
        self._data, self.where = data, where
        self._asked: set[str] = set()

    def has(self, key: str) -> bool:
        """Tell whether the key stands, without reading it."""
        return key in self._data

    def text(self, key: str, default: str | None = None) -> str:
        """Give a text that is not blank."""
        value = self._value(key, str, "a text", default)
        if not value.strip() and default is None:
            raise self.broken(key, "is blank", "Write a text in it")
        return str(value)

    def choice(self, key: str, values: tuple[str, ...], default: str | None = None) -> str:
        """Give one of a closed list of words."""
        value = self.text(key, default)
        if value not in values:
            raise self.broken(key, f"says “{value}”", f"Choose one of {', '.join(values)}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a list of texts, empty where the key is missing."""
        values = self._value(key, list, "a list", [])
        for value in values:
            if not isinstance(value, str) or not value.strip():
                raise self.broken(key, f"holds {value!r}, which is no text", "Put quotation marks around it")
        if len(set(values)) < len(values):
            raise self.broken(key, "holds a text twice", "Delete the second one")
        return tuple(values)

    def stems(self, key: str) -> tuple[str, ...]:
        """Give a list of lower-case words, empty where the key is missing."""
        values = self.texts(key)
        for value in values:
            if value != value.lower():
                raise self.broken(key, f"holds “{value}” with capitals", f"Write “{value.lower()}”")
        return values

    def code(self, key: str, default: str | None = None) -> str:
        """Give the code of an actor."""
        return self._coded(key, self.text(key, default))

    def codes(self, key: str) -> tuple[str, ...]:
        """Give a list of actors' codes, empty where the key is missing."""
        return tuple(self._coded(key, value) for value in self.texts(key))

    def day(self, key: str) -> date | None:
        """Give a whole date, None where the key is missing."""
        value = self._value(key, date, "a date", ...)
        if value is ...:
            return None
        if isinstance(value, datetime):
            raise self.broken(key, "is a time", "Write a day without quotation marks: 2026-07-10")
        return value if isinstance(value, date) else None

    def needed_day(self, key: str) -> date:
        """Give a whole date that must stand."""
        value = self.day(key)
        if value is None:
            raise self.broken(key, "is missing", "Add it: a day without quotation marks, 2026-07-10")
        return value

    def number(self, key: str, default: int | None = None) -> int:
        """Give a whole number."""
        value = self._value(key, int, "a whole number", default)
        if isinstance(value, bool):
            raise self.broken(key, "is no whole number", "Write digits")
        return int(value)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Give true or false."""
        return bool(self._value(key, bool, "true or false", default))

    def pairs(self, key: str) -> dict[str, str]:
        """Give a table of texts by key, empty where the key is missing."""
        values = self._value(key, dict, "a table", {})
        for name, value in values.items():
            if not isinstance(value, str):
                raise self.broken(f"{key}.{name}", "is no text", "Put it in quotation marks")
        return dict(values)

    def tables(self, key: str) -> list[Table]:
        """Give the tables of a list, each with its place for messages."""
        values = self._value(key, list, "a list of tables", [])
        for value in values:
            if not isinstance(value, dict):
                raise self.broken(key, f"holds {value!r}, no table", f"Write [[{key}]] and its keys below")
        return [Table(value, f"{self.where}, {key} {number}") for number, value in enumerate(values, 1)]

    def table(self, key: str) -> Table:
        """Give the table under a key, empty where it is missing."""
        return Table(self._value(key, dict, "a table", {}), f"{self.where}, {key}")

    def end(self) -> None:
        """Refuse keys that nobody asked for."""
        for key in self._data:
            if key not in self._asked:
                known = ", ".join(sorted(self._asked))
                raise self.broken(key, "is unknown here", f"Delete it, or choose one of {known}")

    def broken(self, key: str, what: str, remedy: str) -> BrokenFramework:
        """Make the error about a key of this table."""
        return BrokenFramework(f"key “{key}” {what}", where=self.where, remedy=remedy)

    def _value(self, key: str, kind: type, kind_name: str, default: Any) -> Any:
        self._asked.add(key)
        if key not in self._data:
            if default is None:
                raise self.broken(key, "is missing", f"Add it: {kind_name}")
            return default
        value = self._data[key]
        if not isinstance(value, kind):
            raise self.broken(key, f"is not {kind_name}", f"Write {kind_name}")
        return value

    def _coded(self, key: str, value: str) -> str:
        try:
            return actor_code(value)
        except UnreadableInput as error:
            raise self.broken(key, f"holds “{value}”, which is no actor code", error.remedy) from error
