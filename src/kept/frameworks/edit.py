"""A framework changed row by row: its file is the first state, dated and sourced changes come after it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import tomli_w

from kept.errors import BrokenFramework, UsageError
from kept.frameworks.checks import check
from kept.frameworks.files import find_file, read_toml
from kept.frameworks.load import read_framework
from kept.frameworks.schema import Table
from kept.model.frameworks import Framework

IDENTITY: dict[str, tuple[str, ...]] = {
    "topic": ("id",),
    "actor": ("code",),
    "person": ("name",),
    "gate": ("country", "kind", "body"),
    "group": ("code",),
    "participation": ("group", "date"),
    "agreement": ("id",),
}
"""Tables that can be changed, and the keys that tell one row of them from another."""

_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_DAYS = frozenset({"since", "until", "date", "in_force", "first_seen", "verified_on", "checked_on"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One row set or taken out: `row` holds its identity and, where it is set, all its keys (days as ISO text)."""

    table: str
    row: Mapping[str, Any]
    remove: bool = False


def raw_framework(name: str, *, folder: Path | None = None) -> dict[str, Any]:
    """Read a framework's file as tables and keys, by id or slug."""
    return read_toml(find_file(name, folder))


def amended(raw: Mapping[str, Any], changes: Iterable[Change]) -> dict[str, Any]:
    """Apply changes in their order; the tables given are left as they are."""
    data = deepcopy(dict(raw))
    for change in changes:
        _apply(data, change)
    return data


def framework_of(raw: dict[str, Any], name: str) -> Framework:
    """Read amended tables as a framework; raises BrokenFramework for a row that breaks the form."""
    framework = read_framework(Table(raw, name))
    check(framework, name)
    return framework


def to_toml(raw: Mapping[str, Any]) -> str:
    """Write tables as the file that `load_framework` reads."""
    return tomli_w.dumps(raw, multiline_strings=False)


def _apply(data: dict[str, Any], change: Change) -> None:
    row = _dated(change.row)
    rows, identity = _rows(data, change, row)
    place = next((at for at, each in enumerate(rows) if all(each.get(key) == row.get(key) for key in identity)), None)
    if change.remove:
        if place is None:
            raise BrokenFramework(f"no {change.table} {_named(change)} stands here", remedy="See kept framework export")
        del rows[place]
    elif place is None:
        rows.append(row)
    else:
        rows[place] = row


def _rows(data: dict[str, Any], change: Change, row: dict[str, Any]) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
    """Find the list that a row belongs to; a meeting's participation stands under its group."""
    identity = IDENTITY.get(change.table)
    if identity is None:
        raise UsageError(f"“{change.table}” is no table that changes", remedy=f"Choose one of {', '.join(IDENTITY)}")
    missing = [key for key in identity if key not in row]
    if missing:
        raise BrokenFramework(f"a {change.table} needs “{missing[0]}”", remedy="Add it: it tells the row from others")
    if change.table != "participation":
        return data.setdefault(change.table, []), identity
    code = row.pop("group")
    group = next((each for each in data.get("group", ()) if each.get("code") == code), None)
    if group is None:
        raise BrokenFramework(f"no group {code} stands here", remedy="Add the group first")
    return group.setdefault("participation", []), ("date",)


def _named(change: Change) -> str:
    return " ".join(str(change.row.get(key)) for key in IDENTITY[change.table])


def _dated(value: Any, key: str = "") -> Any:
    """Turn ISO text under a key of days into days, all the way down."""
    match value:
        case Mapping():
            return {name: _dated(each, name) for name, each in value.items()}
        case list() | tuple():
            return [_dated(each) for each in value]
        case str() if key in _DAYS and _DAY.match(value):
            return date.fromisoformat(value)
        case _:
            return value


def undated(value: Any) -> Any:
    """Turn days into ISO text, all the way down: what an entry of the ledger can hold."""
    match value:
        case Mapping():
            return {name: undated(each) for name, each in value.items()}
        case list() | tuple():
            return [undated(each) for each in value]
        case date():
            return value.isoformat()
        case _:
            return value
