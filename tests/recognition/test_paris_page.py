"""The page that the project starts from: no commitment, and all that it does hold."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from kept.frameworks.load import load_framework
from kept.reading.article import read_article
from kept.recognition.base import Recognition
from kept.recognition.document import document_of
from kept.recognition.recognise import recognise


@pytest.fixture(scope="module")
def text(reference: Path) -> str:
    return (reference / "pages" / "paris-talks.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def paris(reference: Path) -> Recognition:
    page = reference / "pages" / "paris-talks.txt"
    article = read_article(page.read_bytes(), name=page.name)
    return recognise(document_of(article), load_framework("ukraine-security-guarantees"))


def test_the_page_holds_no_commitment_and_no_intention(paris: Recognition) -> None:
    assert {str(each.type) for each in paris.statements}.isdisjoint({"commitment", "intention"})


def test_expectations_demands_refusals_conditions_and_proposals_are_all_found(
    paris: Recognition, reference: Path
) -> None:
    gold = json.loads((reference / "gold" / "paris-talks.jsonl").read_text(encoding="utf-8"))["statements"]
    wanted = [each for each in gold if each["type"] in ("expectation", "demand", "refusal", "condition", "proposal")]
    read = [(str(each.type), each.quote.start, each.quote.end) for each in paris.statements]
    hits = [
        each
        for each in wanted
        if any(kind == each["type"] and start < each["end"] and end > each["start"] for kind, start, end in read)
    ]
    assert len(wanted) == 8
    assert len(hits) >= 7


def test_the_parliaments_that_must_still_endorse_are_a_gate_lead(paris: Recognition) -> None:
    (gated,) = [each for each in paris.statements if each.gates]
    assert (str(gated.type), str(gated.attribution), gated.gates[0].kind) == ("fact", "third_party", "parliament")


def test_the_alternatives_to_troops_are_a_proposal_with_their_forms(paris: Recognition) -> None:
    (proposal,) = [each for each in paris.statements if each.type == "proposal"]
    assert {"weapons", "intelligence", "finance", "sanctions"} <= {form.split(".")[0] for form in proposal.form}


def test_every_quote_stands_in_the_page_letter_by_letter(paris: Recognition, text: str) -> None:
    assert all(each.quote.is_in(text) for each in paris.statements)


def test_each_type_is_counted_once_where_the_page_has_one(paris: Recognition) -> None:
    counted = Counter(str(each.type) for each in paris.statements)
    assert (counted["expectation"], counted["refusal"], counted["condition"], counted["proposal"]) == (1, 2, 1, 1)
