"""Change the ledger's framework: a dated, sourced entry a row, so that no developer is needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kept.errors import MissingField
from kept.frameworks.edit import IDENTITY, Change, amended, framework_of, to_toml, undated
from kept.ledger.entries import Draft, Entry, Opened
from kept.ledger.kinds import Kind
from kept.ledger.state import Record
from kept.model.times import PartialDate
from kept.pipeline.desk import Desk, content_key


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkChange:
    """A change with the day it holds from, its source (a capture's hash or an address) and a reason."""

    change: Change
    source: str
    valid: PartialDate | None = None
    why: str = ""


def change_framework(desk: Desk, wanted: FrameworkChange) -> tuple[Entry, ...]:
    """Write a change of the framework; one that would break its form is refused and nothing is written."""
    if not wanted.source:
        raise MissingField("a change of the framework names its source", remedy="Give --source with an address or hash")
    row = undated(wanted.change.row)

    def build(_record: Record, entries: Sequence[Opened]) -> list[Draft]:
        changes = [*changes_of(entries), wanted.change]
        framework_of(amended(desk.base, changes), desk.slug)
        payload = {
            "framework": desk.slug,
            "table": wanted.change.table,
            "row": row,
            "remove": wanted.change.remove,
            "source": wanted.source,
        }
        return [
            Draft(
                kind=Kind.FRAMEWORK_CHANGED,
                subject="framework",
                by=desk.person,
                payload=payload,
                why=wanted.why,
                valid=wanted.valid,
                known=wanted.valid,
            )
        ]

    number = sum(entry.kind is Kind.FRAMEWORK_CHANGED for entry in desk.entries())
    return desk.write(content_key("framework", str(number), wanted.change.table, row, str(wanted.change.remove)), build)


def changes_of(entries: Sequence[Opened]) -> list[Change]:
    """Give the changes that the log holds, in their order."""
    return [
        Change(table=entry.payload["table"], row=entry.payload["row"], remove=entry.payload["remove"])
        for entry in entries
        if entry.kind is Kind.FRAMEWORK_CHANGED
    ]


def export_framework(desk: Desk) -> str:
    """Write the framework as it is now, as the file that a ledger's folder `frameworks` takes."""
    return to_toml(amended(desk.base, changes_of(desk.entries())))


def row_of(desk: Desk, table: str, identity: dict[str, Any]) -> dict[str, Any] | None:
    """Find a row as it is now by its identity, with days as ISO text."""
    data = undated(amended(desk.base, changes_of(desk.entries())))
    found = next((each for each in data.get(table, ()) if all(each.get(k) == v for k, v in identity.items())), None)
    return dict(found) if found and table in IDENTITY else None
