"""The sentence of each rule of coding, so that a card says what a number means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from kept.frameworks.files import read_toml

_CODE = re.compile(r"\b(C1\.\d|[ACDFGKMRTUX]\d{1,2}|rul(?:e [a-f]|ing \d{1,2}))(?![\w.]\d|\w)")
_RANGE = re.compile(r"\b([A-Z])(\d)[–-]\1?(\d)\b")


@cache
def rulebook() -> dict[str, str]:
    """Give all rules with their sentence, by number."""
    rules: dict[str, str] = read_toml(Path(__file__).with_name("rulebook.toml"))["rules"]
    return rules


def rules_named(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Give the rules that some texts name, each once with its sentence; unknown numbers are left out."""
    codes = [code for text in texts for code in _codes(text)]
    return tuple((code, rulebook()[code]) for code in dict.fromkeys(codes) if code in rulebook())


def _codes(text: str) -> list[str]:
    spelled = _RANGE.sub(
        lambda found: " ".join(f"{found[1]}{n}" for n in range(int(found[2]), int(found[3]) + 1)), text
    )
    return _CODE.findall(spelled)
