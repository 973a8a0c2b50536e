"""Changing a ledger's framework by entries."""

from pathlib import Path

import pytest

from kept.errors import BrokenFramework, MissingField, UsageError
from kept.frameworks.edit import Change
from kept.frameworks.load import load_framework
from kept.pipeline.desk import Desk
from kept.pipeline.framework import FrameworkChange, change_framework, export_framework

OFFICE = {"name": "Tove Lind", "roles": [{"title": "Prime Minister", "for": "XN", "since": "2026-02-01"}]}


def change(desk: Desk, table: str, row: dict, *, remove: bool = False, source: str = "https://example.org/") -> None:
    change_framework(desk, FrameworkChange(change=Change(table=table, row=row, remove=remove), source=source))


def names(desk: Desk) -> set[str]:
    return {person.name for person in desk.framework.persons}


def test_a_new_office_is_an_entry_and_holds_at_once(desk: Desk) -> None:
    change(desk, "person", OFFICE)
    assert "Tove Lind" in names(desk)
    assert desk.entries()[-1].kind == "FrameworkChanged"


def test_a_row_of_the_same_identity_is_replaced(desk: Desk) -> None:
    change(desk, "person", OFFICE)
    change(desk, "person", {**OFFICE, "aliases": ["Lind"]})
    (found,) = [person for person in desk.framework.persons if person.name == "Tove Lind"]
    assert found.aliases == ("Lind",)


def test_a_row_can_be_taken_out_and_put_back(desk: Desk) -> None:
    for remove in (False, True, False):
        change(desk, "person", OFFICE, remove=remove)
    assert "Tove Lind" in names(desk)


def test_a_meeting_joins_its_group(desk: Desk) -> None:
    change(desk, "group", {"code": "grp:coast", "title": "Friends of the Coast"})
    meeting = {"group": "grp:coast", "date": "2026-03-01", "format": "video call", "members": ["XN", "XW"]}
    change(desk, "participation", meeting)
    (group,) = desk.framework.groups
    assert group.participations[0].members == ("XN", "XW")


def test_a_change_without_a_source_is_refused(desk: Desk) -> None:
    with pytest.raises(MissingField, match="source"):
        change(desk, "person", OFFICE, source="")


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("person", {"name": "Nobody"}),
        ("person", {"roles": []}),
        ("actor", {"code": "nonsense", "title": "X"}),
        ("participation", {"group": "grp:none", "date": "2026-03-01", "format": "x"}),
    ],
)
def test_a_row_that_breaks_the_form_is_refused_and_not_written(desk: Desk, table: str, row: dict) -> None:
    size = desk.store.size()
    with pytest.raises(BrokenFramework):
        change(desk, table, row)
    assert desk.store.size() == size


def test_taking_out_what_is_not_there_is_refused(desk: Desk) -> None:
    with pytest.raises(BrokenFramework, match="Nobody"):
        change(desk, "person", {"name": "Nobody"}, remove=True)


def test_an_unknown_table_says_which_there_are(desk: Desk) -> None:
    with pytest.raises(UsageError, match="participation"):
        change(desk, "form", {"id": "x"})


def test_the_exported_file_loads_as_the_same_framework(desk: Desk, tmp_path: Path) -> None:
    change(desk, "person", OFFICE)
    (tmp_path / "demo.toml").write_text(export_framework(desk), encoding="utf-8")
    assert load_framework("demo", folder=tmp_path) == desk.framework
