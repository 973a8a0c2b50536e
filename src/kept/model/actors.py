"""Codes of those who can be bound, asked or supported."""

from __future__ import annotations

import re
from typing import NewType

from kept.errors import UnreadableInput

ActorCode = NewType("ActorCode", str)
"""ISO 3166-1 alpha-2 for states, `org:…` and `grp:…` otherwise, `XX:parliament` for a parliament, `person:Name` for
private acts."""

_SHAPE = re.compile(r"[A-Z]{2}(?::[a-z][a-z-]*)?|(?:org|grp):[a-z0-9][a-z0-9-]*|person:.+")


def actor_code(text: str) -> ActorCode:
    """Check the shape of an actor's code."""
    if not _SHAPE.fullmatch(text):
        raise UnreadableInput(f"“{text}” is no actor code", remedy="Write XN, org:nato, grp:g20 or DE:parliament")
    return ActorCode(text)


def reference_prefix(code: str) -> str:
    """Give the letters that start a commitment's reference: the state's code, `ORG`, `GRP` or `UNK`."""
    if re.match(r"^[A-Z]{2}(?::|$)", code):
        return code[:2]
    return {"org": "ORG", "grp": "GRP"}.get(code.split(":", 1)[0], "UNK")
