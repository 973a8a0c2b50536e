"""Where the room's files lie, and how one of them is opened."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from kept.errors import BrokenFramework, UsageError

DATA = Path(__file__).parent / "data"
"""The folder of package data."""

SCHEMA = "framework/1"
"""The schema that every framework's file names."""

_HEAD = re.compile(r"^(schema|id|slug)[ \t]*=[ \t]*\"([^\"\n]*)\"", re.MULTILINE)


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file; a broken one raises BrokenFramework with the parser's line and column."""
    try:
        return tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise BrokenFramework(f"the file is no TOML ({error})", where=path.name, remedy="Mend that line") from error


def read_text(path: Path) -> str:
    """Read a file as UTF-8; one that cannot be read raises BrokenFramework."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenFramework(
            f"the file cannot be read ({error})", where=path.name, remedy="Store it as UTF-8 text that you may read"
        ) from error


def framework_files(folder: Path | None = None) -> dict[str, Path]:
    """List the files of all frameworks by slug; one in `folder` stands in for package data of its slug."""
    found: dict[str, Path] = {}
    for place in (DATA, folder):
        for path in sorted(place.glob("*.toml")) if place else ():
            head = _head(path)
            if head.get("schema", "").startswith("framework/"):
                found[head.get("slug") or path.stem] = path
    return found


def find_file(name: str, folder: Path | None = None) -> Path:
    """Find a framework's file by its id or slug; an unknown name raises UsageError."""
    files = framework_files(folder)
    by_id = {_head(path).get("id"): path for path in files.values()}
    path = files.get(name) or by_id.get(name)
    if path is None:
        choices = ", ".join(sorted(files))
        raise UsageError(f"no framework is called “{name}”", remedy=f"Choose one of {choices}")
    return path


def _head(path: Path) -> dict[str, str]:
    """Read the keys before the first table, without parsing: a broken file must not hide the others."""
    return dict(_HEAD.findall(read_text(path).split("\n[", 1)[0]))
