"""Sentences and what they say, rule by rule."""

from __future__ import annotations

from typing import Any

import pytest

from kept.frameworks.load import load_framework
from kept.model.statements import Statement
from kept.model.times import PartialDate
from kept.recognition.document import document_of_text
from kept.recognition.recognise import recognise


def read(text: str, **about: Any) -> list[Statement]:
    document = document_of_text(text, date=PartialDate.of("2026-01-14"), **about)
    return list(recognise(document, load_framework("demo")).statements)


def only(text: str, **about: Any) -> Statement:
    (found,) = read(text, **about)
    return found


@pytest.mark.parametrize(
    ("text", "type_", "firmness"),
    [
        ("Norland will send Sudria 40 trucks by June.", "commitment", "pledged"),
        ("Norland agreed to send 40 trucks to Sudria.", "commitment", "agreed"),
        ("Norland has delivered 40 trucks to Sudria.", "fact", "delivered"),
        ("Norland plans to send 40 trucks to Sudria.", "intention", "intention"),
        ("Norland is considering new weapons for Sudria.", "intention", "floated"),
        ("Norland will probably send 40 trucks to Sudria by June.", "intention", "intention"),
        ("Norland will not send soldiers to Sudria.", "refusal", None),
        ("Norland called on Westmark to send weapons to Sudria.", "demand", None),
        ("Norland denied that it had agreed to send troops.", "denial", None),
        ("Norland has withdrawn its offer to host the repair centre.", "withdrawal", None),
        ("Norland said it would send 40 trucks to Sudria by June.", "commitment", "pledged"),
    ],
)
def test_the_operative_verb_decides_type_and_firmness(text: str, type_: str, firmness: str | None) -> None:
    found = only(text)
    assert (str(found.type), str(found.firmness) if found.firmness else None) == (type_, firmness)


@pytest.mark.parametrize(
    "text",
    [
        "Will Norland send troops to Sudria?",
        "Norland will stand with Sudria for as long as it takes.",
        "We will continue to work closely with our partners.",
        "Analysts said that Norland would send 40 trucks to Sudria.",
        "The opposition leader said that his party would send 40 trucks to Sudria.",
    ],
)
def test_what_binds_nobody_is_not_recorded(text: str) -> None:
    assert [each for each in read(text) if each.type in ("commitment", "intention")] == []


def test_we_binds_the_government_of_the_speaker() -> None:
    assert only("“We will send 40 trucks to Sudria by June,” Runa Eskel said.").actors == ("XN",)


def test_we_binds_the_institution_whose_page_it_is() -> None:
    found = only("We will send 40 trucks to Sudria by June.", source="Government of Westmark")
    assert (found.actors, str(found.attribution)) == (("XW",), "document")


def test_two_joined_states_are_both_bound() -> None:
    assert only("Norland and Westmark will send 40 trucks to Sudria by June.").actors == ("XN", "XW")


def test_a_capital_is_its_government_only_as_a_subject() -> None:
    found = only("Haldvik will send 40 trucks to Sudria by June, the ministry said in Tarnstadt.")
    assert found.actors == ("XN",)


def test_joined_verbs_that_count_different_things_are_two_statements() -> None:
    found = read("Norland will send 40 trucks to Sudria and train 200 drivers this year.")
    assert [each.quote.exact for each in found] == [
        "Norland will send 40 trucks to Sudria",
        "train 200 drivers this year",
    ]


def test_a_condition_may_follow() -> None:
    found = only("Norland will send 40 trucks to Sudria if a ceasefire holds.")
    assert [(each.kind, each.text) for each in found.conditions] == [("ceasefire", "if a ceasefire holds")]


def test_what_another_says_it_will_do_is_no_commitment() -> None:
    found = read("Norland will send 40 trucks to Sudria by June, Ilan Dorre said.")
    assert {str(each.type) for each in found} <= {"expectation"}


def test_every_statement_tells_its_path() -> None:
    why = only("Norland will send Sudria 40 trucks by June.").why
    assert why[0] == "cue “will” (F3)"
    assert why[1] == "subject: Norland = XN"


@pytest.mark.parametrize(
    "text",
    [
        "we will, " * 1500,
        "word " * 5000,
        "NORLAND WILL SEND TRUCKS " * 800,
        "“" * 3000,
        "if " * 3000,
        "\x00 will send" * 300,
    ],
)
def test_strange_texts_are_read_without_harm(text: str) -> None:
    assert all(each.quote.is_in(f"\n{text}\n") for each in read(text, source="Government of Westmark"))
