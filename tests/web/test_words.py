"""No code word stands on a public page: every code has its readers' words."""

from __future__ import annotations

import re
from enum import EnumMeta
from importlib import import_module

import pytest
from django.test import Client

from kept.frameworks.forms import forms
from kept.frameworks.load import load_framework
from kept.frameworks.words import load_words
from tests.web.walk import walk, words_of

ROOMS = (
    "kept.model.statements",
    "kept.model.evidence",
    "kept.model.sources",
    "kept.model.money",
    "kept.model.times",
    "kept.model.decisions",
    "kept.ledger.lifecycle",
    "kept.ledger.kinds",
    "kept.reporting.cells",
    "kept.reporting.changes",
    "kept.reporting.follow_through",
)
ORDINARY = frozenset({"deployment", "exact", "none", "open"})
"""Codes that are plain words of the language, and stand on pages in their plain sense."""
RULES = re.compile(r"^[CTFKGADUMR]\d")
"""Rule numbers of the codebook may stand beside a reason: they are its source."""


def enum_values() -> set[str]:
    """Give every value of every enumeration that a page could print."""
    found = (each for room in ROOMS for each in vars(import_module(room)).values() if isinstance(each, EnumMeta))
    return {str(member) for enum in found for member in enum}


def table_codes() -> set[str]:
    """Give every code of the table of words."""
    words = load_words()
    return {code for kind in words.table for code in words.codes(kind)}


def plain_words() -> str:
    """Give all readers' words and help lines, in which a code that is a plain word may stand."""
    table = load_words().table
    return " ".join(f"{word.text} {word.help}" for kind in table.values() for word in kind.values()).lower()


def code_words() -> set[str]:
    """Give the codes that no reader should meet: those that are not plain words of the table themselves."""
    demo = load_framework("demo")
    ids = {form.id for form in forms() if "." in form.id} | {topic.id for topic in demo.topics}
    plain = set(re.findall(r"[a-z]+", plain_words()))
    coded = {code for code in enum_values() | table_codes() if code.lower() not in plain and not code.isdigit()}
    return {code for code in coded | ids if len(code) > 1 and not RULES.match(code)} - ORDINARY


def pattern(codes: set[str]) -> re.Pattern[str]:
    """Match a code as a word of its own."""
    alternatives = "|".join(re.escape(code) for code in sorted(codes, key=len, reverse=True))
    return re.compile(rf"(?<![\w.:-])(?:{alternatives})(?![\w:-]|\.\w)")


def test_the_codes_that_matter_are_looked_for() -> None:
    assert {
        "in_delivery",
        "gate_passed",
        "X1",
        "E8",
        "third_party",
        "demo.mnf",
        "force.land",
        "floated",
    } <= code_words()
    assert {"promised", "kept", "ceasefire"}.isdisjoint(code_words())


def test_a_code_is_found_where_one_stands() -> None:
    looked_for = pattern(code_words())
    assert looked_for.findall("it is in_delivery (E8), filed under demo.mnf.") == ["in_delivery", "E8", "demo.mnf"]
    assert looked_for.findall("partly delivered, see E88 and in_delivery_x") == []


@pytest.mark.parametrize("day", ["", "?as_of=2026-01-31", "?as_of=2026-04-01"])
def test_no_code_word_stands_on_a_page(client: Client, day: str) -> None:
    looked_for = pattern(code_words())
    found = {
        path: codes
        for path, page in walk(client, f"/{day}").items()
        if page["Content-Type"].startswith("text/html") and (codes := looked_for.findall(words_of(page)))
    }
    assert found == {}


def test_no_actor_is_called_by_its_code(client: Client) -> None:
    codes = re.compile(r"(?<![\w-])(?:X[NSW](?::\w+)?|org:[\w-]+|grp:[\w-]+|[csgktid]:\w+)(?![\w-])")
    found = {
        path: codes.findall(words_of(page))
        for path, page in walk(client).items()
        if "text/html" in page["Content-Type"]
    }
    assert {path: each for path, each in found.items() if each} == {}
