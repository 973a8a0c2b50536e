"""Demands and their answers, refusals and what is offered instead."""

from dataclasses import replace
from datetime import date

import pytest

from kept.bootstrap import create_ledger
from kept.cli.demo_walk import demo_ports
from kept.ledger.state import Record
from kept.model.frameworks import Framework
from kept.model.times import Clocks
from kept.pipeline.demo import play_demo
from kept.pipeline.desk import Desk
from kept.reporting.demands import demands, instead


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("demands")
    made = create_ledger(folder, framework="demo", purpose="demo", origin="t/l", ports=demo_ports())
    play_demo(made)
    return made


@pytest.fixture
def now(desk: Desk) -> tuple[Record, Framework]:
    return desk.record(), desk.framework


def test_what_nobody_answered_stands_first(now: tuple[Record, Framework]) -> None:
    assert [(each.title, each.status) for each in demands(*now)] == [
        ("Allow patrols at night", "open"),
        ("Share radar data around the clock", "answered"),
        ("Westmark to announce troops", "answered"),
    ]


def test_an_answer_leads_to_its_commitment(now: tuple[Record, Framework]) -> None:
    answered = {each.title: [answer.ref for answer in each.answers] for each in demands(*now)}
    assert answered["Share radar data around the clock"] == ["XW-2026-0004"]


def test_before_the_answer_was_given_the_demand_is_open(desk: Desk) -> None:
    then = desk.record(Clocks(as_of=date(2026, 1, 15)))
    assert {each.status for each in demands(then, desk.framework)} == {"open"}


def test_a_refusal_stands_with_what_its_actor_offers_instead(now: tuple[Record, Framework]) -> None:
    (refusal,) = instead(*now)
    assert refusal.actors == ("XN",)
    assert [each.ref for each in refusal.named] == ["XN-2026-0001", "XN-2026-0002", "XN-2026-0003"]
    assert refusal.beside == ()


def test_what_the_actor_did_not_call_a_substitute_stands_beside(desk: Desk) -> None:
    record = desk.record()
    (refusal,) = [each for each in record.statements.values() if each.type == "refusal"]
    bare = replace(record, statements={refusal.id: replace(refusal, links=())})
    (found,) = instead(bare, desk.framework)
    assert (found.named, len(found.beside)) == ((), 3)


def test_an_expectation_is_somebodys_about_somebody_else(now: tuple[Record, Framework]) -> None:
    (expected,) = [each for each in demands(*now) if each.type == "expectation"]
    assert (expected.actors, expected.addressee) == (("XS",), ("XW",))
