"""The five demo pages yield what their documents promise."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from typing import Any

import pytest

from kept.frameworks.demo import demo_decisions, demo_pages
from kept.frameworks.load import load_framework
from kept.model.statements import Statement
from kept.reading.article import read_article
from kept.recognition.base import Recognition
from kept.recognition.document import document_of
from kept.recognition.recognise import recognise

ROWS: list[dict[str, Any]] = tomllib.loads(demo_decisions().read_text(encoding="utf-8"))["row"]
TOTALS = {
    "commitment": (3, 4, 3, 0, 1),
    "intention": (0, 1, 0, 0, 0),
    "refusal": (1, 0, 1, 0, 0),
    "demand": (1, 0, 0, 0, 1),
    "expectation": (1, 0, 0, 0, 0),
    "withdrawal": (0, 0, 0, 1, 0),
    "denial": (0, 1, 0, 0, 1),
    "threat": (0, 0, 1, 0, 0),
}


@cache
def reading(name: str) -> Recognition:
    page = next(path for path in demo_pages() if path.name == name)
    article = read_article(page.read_bytes(), name=page.name)
    return recognise(document_of(article), load_framework("demo"))


def found(row: dict[str, Any]) -> Statement:
    return next(each for each in reading(row["page"]).statements if each.quote.exact == row["quote"])


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_each_row_of_the_demo_is_found_with_its_exact_quote_and_type(row: dict[str, Any]) -> None:
    assert str(found(row).type) == row["coding"]["type"]


@pytest.mark.parametrize("row", [row for row in ROWS if "actors" in row["coding"]], ids=lambda row: row["id"])
def test_each_row_names_who_is_bound(row: dict[str, Any]) -> None:
    assert list(found(row).actors) == row["coding"]["actors"]


@pytest.mark.parametrize(
    "field", ["beneficiary", "firmness", "attribution", "fact_kind", "deadline", "due", "start_date"]
)
def test_single_fields_are_read_as_the_demo_says(field: str) -> None:
    rows = [row for row in ROWS if field in row["coding"]]
    assert rows
    assert {row["id"]: found(row).to_json()[field] for row in rows} == {row["id"]: row["coding"][field] for row in rows}


@pytest.mark.parametrize("field", ["amount", "quantity"])
def test_numbers_are_bound_to_their_clauses(field: str) -> None:
    rows = [row for row in ROWS if field in row["coding"]]
    assert rows
    for row in rows:
        read, wanted = found(row).to_json()[field], row["coding"][field]
        assert (read["value"], read["qualifier"]) == (wanted["value"], wanted["qualifier"]), row["id"]


@pytest.mark.parametrize("field", ["conditions", "gates"])
def test_conditions_and_gates_are_kept_apart(field: str) -> None:
    rows = [row for row in ROWS if field in row["coding"]]
    assert rows
    for row in rows:
        read = [(each["kind"], each.get("body")) for each in found(row).to_json()[field]]
        assert read == [(each["kind"], each.get("body")) for each in row["coding"][field]], row["id"]


@pytest.mark.parametrize("row", [row for row in ROWS if row["coding"].get("form")], ids=lambda row: row["id"])
def test_forms_hold_what_the_demo_names(row: dict[str, Any]) -> None:
    tops = {form.split(".")[0] for form in found(row).form}
    assert {form.split(".")[0] for form in row["coding"]["form"]} <= tops


@pytest.mark.parametrize("type_", TOTALS)
def test_nothing_else_is_recorded_as(type_: str) -> None:
    counted = [Counter(str(each.type) for each in reading(page.name).statements)[type_] for page in demo_pages()]
    assert tuple(counted) == TOTALS[type_]


def test_rhetoric_is_left_out_with_its_rule() -> None:
    left = {each.rule for each in reading("04-assembly-record.html").left_out}
    assert "ruling 15" in left


def test_every_statement_says_why_it_was_read_so() -> None:
    for page in demo_pages():
        assert all(each.why and each.detector == "grammar/1" for each in reading(page.name).statements)
