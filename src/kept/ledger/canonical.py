"""Canonical bytes: RFC 8785 JSON of whole numbers, so that equal values have equal hashes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from kept.errors import RuleRefusal

LARGEST_ENTRY = 65_535
"""Bytes of the largest entry (`design.md`, The record)."""

_SAFE_INTEGER = 2**53 - 1


def canonical(value: object) -> bytes:
    """Write a JSON value as RFC 8785 bytes.

    Refuses what has no single form: fractions (write amounts as text), integers beyond 2^53 − 1, NUL and lone
    surrogates in text, keys that are no text.
    """
    return json.dumps(_ordered(value), ensure_ascii=False, separators=(",", ":")).encode()


def parse(data: bytes) -> Any:
    """Read canonical bytes; refuse bytes that are not the canonical form of what they say."""
    try:
        value = json.loads(data)
    except ValueError as error:
        raise RuleRefusal("an entry is no JSON", remedy="Run kept verify") from error
    if canonical(value) != data:
        raise RuleRefusal("an entry's bytes are not in canonical form", remedy="Run kept verify")
    return value


def _ordered(value: object) -> object:
    match value:
        case None | bool():
            return value
        case str():
            return _clean(value)
        case int():
            return _whole(value)
        case Mapping():
            return {_key(key): _ordered(value[key]) for key in sorted(value, key=_utf16)}
        case Sequence() if not isinstance(value, bytes | bytearray | memoryview):
            return [_ordered(each) for each in value]
        case _:
            raise RuleRefusal(f"{value!r} cannot stand in an entry", remedy="Write amounts as text, dates as EDTF")


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise RuleRefusal(f"the key {key!r} is no text", remedy="Name fields by text")
    return _clean(key)


def _utf16(key: object) -> bytes:
    return _key(key).encode("utf-16-be")


def _clean(text: str) -> str:
    if "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise RuleRefusal("a text holds NUL or half a surrogate pair", remedy="Take the character out")
    return text


def _whole(number: int) -> int:
    if abs(number) > _SAFE_INTEGER:
        raise RuleRefusal(f"{number} is larger than whole numbers may be here", remedy="Write it as text")
    return number
