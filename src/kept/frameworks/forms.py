"""The closed list of forms of support, one for all frameworks."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from kept.frameworks.files import DATA, read_toml
from kept.frameworks.schema import Table
from kept.model.frameworks import Form

_OWN_KEYS = ("title", "words", "verifiable", "verified_by")


@cache
def forms() -> tuple[Form, ...]:
    """Give every form of support, broad ones before their finer ones."""
    tables = read_toml(DATA / "forms.toml")
    tables.pop("schema", None)
    return tuple(form for name, data in tables.items() for form in read_forms(name, data))


def read_forms(name: str, data: dict[str, Any], parent: Form | None = None) -> list[Form]:
    """Read a form and the finer ones below it, which inherit whether and how delivery can be checked.

    A table without a title only groups its finer forms.
    """
    table = Table({key: value for key, value in data.items() if key in _OWN_KEYS}, f"forms.toml, {name}")
    form = _form(table, name, parent) if table.has("title") or table.has("words") else None
    finer = {key: value for key, value in data.items() if key not in _OWN_KEYS}
    return [
        *([form] if form else []),
        *(each for key, value in finer.items() for each in _finer(f"{name}.{key}", value, form)),
    ]


def _form(table: Table, name: str, parent: Form | None) -> Form:
    form = Form(
        id=name,
        title=table.text("title"),
        words=table.stems("words"),
        verifiable=table.flag("verifiable", default=True),
        verified_by=table.text("verified_by", ""),
    )
    if parent is None:
        return form
    return replace(
        form, verifiable=form.verifiable and parent.verifiable, verified_by=form.verified_by or parent.verified_by
    )


def _finer(name: str, data: Any, parent: Form | None) -> list[Form]:
    if not isinstance(data, dict):
        broad, _, key = name.rpartition(".")
        remedy = f"Choose one of {', '.join(_OWN_KEYS)}"
        raise Table({}, f"forms.toml, {broad}").broken(key, "is unknown here", remedy)
    return read_forms(name, data, parent)
