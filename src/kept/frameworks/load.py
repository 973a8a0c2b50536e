"""Frameworks by name: package data, and files of the same form beside a ledger."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kept.frameworks.actors import read_actor, read_group, read_person
from kept.frameworks.checks import check
from kept.frameworks.conditions import CONDITION_KINDS
from kept.frameworks.files import SCHEMA, find_file, framework_files, read_toml
from kept.frameworks.forms import forms
from kept.frameworks.schema import Table
from kept.frameworks.taxonomy import (
    read_agreement,
    read_gate,
    read_score,
    read_sector,
    read_topic,
    read_transaction,
)
from kept.model.frameworks import Framework

if TYPE_CHECKING:
    from pathlib import Path


def load_framework(name: str, *, folder: Path | None = None) -> Framework:
    """Load a framework by its id or slug; a file in `folder` stands in for package data of the same slug.

    Raises UsageError for an unknown name, and BrokenFramework naming file, key and remedy for a broken file.
    """
    return _load(find_file(name, folder))


def framework_names(*, folder: Path | None = None) -> tuple[str, ...]:
    """List the slugs of all frameworks, in order."""
    return tuple(sorted(framework_files(folder)))


def _load(path: Path) -> Framework:
    return _loaded(path, path.stat().st_mtime_ns)


@cache
def _loaded(path: Path, _changed: int) -> Framework:
    """Read a file once as long as it does not change."""
    framework = read_framework(Table(read_toml(path), path.name))
    check(framework, path.name)
    return framework


def read_framework(table: Table) -> Framework:
    """Read the tables of a framework's file; what must agree across them is for `check`."""
    schema = table.text("schema")
    if schema != SCHEMA:
        raise table.broken("schema", f"says “{schema}”", f"Write {SCHEMA}")
    framework = Framework(
        id=table.text("id"),
        slug=table.text("slug"),
        title=table.text("title"),
        forms=forms(),
        topics=tuple(map(read_topic, table.tables("topic"))),
        beneficiaries=table.codes("beneficiaries"),
        master_condition=_condition(table),
        actors=tuple(map(read_actor, table.tables("actor"))),
        persons=tuple(map(read_person, table.tables("person"))),
        gates=tuple(map(read_gate, table.tables("gate"))),
        groups=tuple(map(read_group, table.tables("group"))),
        agreements=tuple(map(read_agreement, table.tables("agreement"))),
        collective=table.flag("collective"),
        scale=tuple(map(read_score, table.tables("score"))),
        transactions=tuple(map(read_transaction, table.tables("transaction"))),
        sectors=tuple(map(read_sector, table.tables("sector"))),
        purposes=table.pairs("purposes"),
        fictitious=table.flag("fictitious"),
        calendar=table.day("calendar"),
        sources=table.pairs("sources"),
    )
    table.end()
    return framework


def _condition(table: Table) -> str | None:
    return table.choice("master_condition", CONDITION_KINDS) if table.has("master_condition") else None
