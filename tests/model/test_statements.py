"""What somebody said, once, at one place: shape and identity."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kept.model.evidence import Quote
from kept.model.money import Amount, Qualifier, Quantity
from kept.model.statements import (
    Attribution,
    Firmness,
    LeftOut,
    Speaker,
    StatedCondition,
    StatedGate,
    Statement,
    StatementType,
    coding_id,
    place_id,
    statement_from_json,
)

TEXT = "If a ceasefire holds, Norland will send 40 monitors and 1.5 million euros."
SHORT = Statement(type=StatementType.REFUSAL, quote=Quote.at(TEXT, 0, 5))
FULL = Statement(
    type=StatementType.COMMITMENT,
    quote=Quote.at(TEXT, 0, 40),
    actors=("XN",),
    addressee=("XS",),
    beneficiary="XS",
    speaker=Speaker(label="Eskel", speaks_for="XN", kind="person", role="foreign minister"),
    attribution=Attribution.SELF,
    topic="demo.oversight",
    form=("monitoring.personnel",),
    firmness=Firmness.PLEDGED,
    conditions=(
        StatedCondition(kind="ceasefire", text="If a ceasefire holds"),
        StatedCondition(kind="mandate", text="above", inherited=True),
    ),
    gates=(
        StatedGate(kind="parliament", body=None, text="parliament"),
        StatedGate(kind="cabinet", body="XN:cabinet", text="cabinet", inherited=True),
    ),
    amount=Amount(
        currency="EUR",
        value=Decimal("1500000.5"),
        qualifier=Qualifier.RANGE,
        minimum=Decimal(1),
        maximum=Decimal("2.5"),
    ),
    quantity=Quantity(unit="monitors", value=Decimal(40)),
    deadline="within 30 days",
    due="condition+P30D",
    start_date="2026-02-01",
    fact_kind="delivery",
    continuation=True,
    restatement=True,
    sure=False,
    detector="grammar/1",
    why=("will: F3",),
)


@pytest.mark.parametrize("statement", [FULL, SHORT], ids=["full", "short"])
def test_a_statement_reads_back_from_its_text(statement) -> None:
    assert statement_from_json(statement.to_json(), TEXT) == statement


def test_a_statement_is_written_in_the_shape_of_the_gold_files() -> None:
    data = FULL.to_json()
    assert (data["type"], data["start"], data["end"], data["firmness"]) == ("commitment", 0, 40, "pledged")
    assert data["amount"] == {"value": 1500000.5, "currency": "EUR", "qualifier": "range", "min": 1, "max": 2.5}
    assert data["quantity"] == {"value": 40, "unit": "monitors", "qualifier": "exact"}
    assert data["conditions"][1] == {"kind": "mandate", "text": "above", "inherited": True}
    assert data["gates"][0] == {"kind": "parliament", "body": None, "text": "parliament"}
    assert data["speaker"] == {"label": "Eskel", "for": "XN", "kind": "person", "role": "foreign minister"}


def test_what_is_unknown_is_written_as_null() -> None:
    data = SHORT.to_json()
    assert [data[name] for name in ("speaker", "firmness", "amount", "quantity", "due")] == [None] * 5


def test_a_range_without_bounds_has_none() -> None:
    bare = replace(FULL, amount=Amount(currency="EUR", value=None))
    assert bare.to_json()["amount"] == {"value": None, "currency": "EUR", "qualifier": "exact"}


def test_a_speaker_without_details_is_the_narrator() -> None:
    assert Speaker.from_json({}) == Speaker(label="")
    assert Speaker(label="x").to_json() == {"label": "x", "for": None, "kind": "narrator"}


def test_firmness_is_a_ladder() -> None:
    assert [firmness.rank for firmness in Firmness] == [1, 2, 3, 4, 5, 6, 7]


def test_a_place_is_the_text_the_quote_and_its_surroundings() -> None:
    place = place_id("a" * 64, FULL.quote)
    assert place == place_id("a" * 64, FULL.quote)
    assert len({place, place_id("b" * 64, FULL.quote), place_id("a" * 64, SHORT.quote)}) == 3
    assert place_id("a" * 64, replace(FULL.quote, suffix="other")) != place


def test_a_coding_is_the_place_the_detector_and_what_it_says() -> None:
    coding = coding_id("place", FULL)
    assert coding == coding_id("place", replace(FULL, why=("another path",)))
    others = [
        coding_id("other", FULL),
        coding_id("place", replace(FULL, detector="grammar/2")),
        coding_id("place", SHORT),
    ]
    assert len({coding, *others}) == 4


def test_parts_of_a_place_cannot_run_together() -> None:
    one, other = (
        Quote(exact="ab", prefix="", suffix="c", start=0, end=2),
        Quote(exact="a", prefix="", suffix="bc", start=0, end=1),
    )
    assert place_id("t", one) != place_id("t", other)


def test_what_was_left_out_says_where_and_why() -> None:
    left = LeftOut(start=0, end=5, text="If a ", rule="X1", why="nobody could check it")
    assert left.to_json() == {"start": 0, "end": 5, "text": "If a ", "rule": "X1", "why": "nobody could check it"}
