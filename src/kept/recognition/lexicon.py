"""The words of the language, loaded once from the TOML files beside this one."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

VOWELS = "aeiou"


@cache
def data(name: str) -> dict[str, Any]:
    """Load one of the room's data files."""
    with resources.files("kept.recognition").joinpath("data", f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def words(name: str, section: str = "words") -> frozenset[str]:
    """Give a closed class of words of `words.toml`."""
    return frozenset(data("words")[section][name].split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of a verb: its base, and which form it is (base, s, past, participle, ing)."""

    base: str
    form: str


@cache
def verb_forms() -> dict[str, tuple[Form, ...]]:
    """Map every form of the verbs that matter to what it may be."""
    found: dict[str, list[Form]] = {}
    for base in _bases():
        for form, word in inflections(base):
            found.setdefault(word, []).append(Form(base=base, form=form))
    return {word: tuple(forms) for word, forms in found.items()}


@cache
def verb_class(name: str) -> frozenset[str]:
    """Give the base forms of a class of `verbs.toml`."""
    return frozenset(data("verbs")["classes"][name].split())


def inflections(base: str) -> list[tuple[str, str]]:
    """Give all forms of a verb with their names, the past and the participle apart."""
    irregular = data("verbs")["irregular"].get(base)
    past, participle = irregular or (_past(base), _past(base))
    return [("base", base), ("s", _third(base)), ("past", past), ("participle", participle), ("ing", _ing(base))]


def _bases() -> frozenset[str]:
    classes = frozenset().union(*(verb_class(name) for name in ("action", "vague", "harm")))
    cues = {
        base
        for cue in data("cues")["cue"]
        for phrase in cue["words"]
        for element in phrase.split()
        if element.startswith(("*", "+"))
        for base in element[1:].split("|")
    }
    return classes | cues | words("verbs", "reporting") | frozenset(data("verbs")["irregular"])


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in VOWELS else base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ied"
    return base + (base[-1] if base in verb_class("doubled") else "") + "ed"


def _ing(base: str) -> str:
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and len(base) > 2:
        return base[:-1] + "ing"
    return base + (base[-1] if base in verb_class("doubled") else "") + "ing"
