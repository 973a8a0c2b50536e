"""What the five demo pages must yield (the project's own table, `frameworks/data/demo/decisions.toml`)."""

from collections import Counter
from datetime import date

import pytest

from kept.ledger.state import Record
from kept.model.money import Amount
from kept.model.times import Clocks
from kept.pipeline.demo import How, Played
from kept.pipeline.desk import Desk
from kept.pipeline.publish import unpublished

Demo = tuple[Desk, tuple[Played, ...]]

YIELDS = {
    "01-haldvik-gazette.txt": {"commitment": 3, "refusal": 1, "demand": 1, "expectation": 1},
    "02-westmark-statement.html": {"commitment": 4, "intention": 1, "denial": 1, "condition": 1},
    "03-harbour-post.txt": {"commitment": 3, "refusal": 1, "threat": 1, "fact": 2},
    "04-assembly-record.html": {"fact": 2, "withdrawal": 1},
    "05-mission-report.txt": {"commitment": 1, "demand": 1, "denial": 1, "fact": 7},
}
BY_HAND_AT_MOST = 0
"""Rows that recognition does not read: it reads them all."""


@pytest.fixture
def record(played: Demo) -> Record:
    return played[0].record()


@pytest.mark.parametrize("page", sorted(YIELDS))
def test_each_page_yields_its_row_of_the_table(played: Demo, page: str) -> None:
    assert Counter(row.type for row in played[1] if row.page == page) == YIELDS[page]


def test_few_rows_are_entered_by_hand(played: Demo) -> None:
    by_hand = [row.row for row in played[1] if row.how is How.BY_HAND]
    assert len(by_hand) <= BY_HAND_AT_MOST, by_hand


def test_seven_promises_stand_after_folding(record: Record) -> None:
    firm = [each.ref for each in record.commitments.values() if each.is_firm]
    assert Counter(ref[:2] for ref in firm) == {"XN": 3, "XW": 4}


def test_two_outlets_are_one_promise_and_240_million_once(record: Record) -> None:
    promise = record.commitment("XN-2026-0001")
    assert promise
    assert {each.capture for each in promise.all_evidence if each.quote.exact.startswith("Norland will give")} == {
        source.capture for source in record.sources.values() if source.address[:2] in ("01", "03")
    }
    sums = [each.amount for each in record.commitments.values() if each.amount]
    assert [(each.value, each.currency) for each in sums] == [(240_000_000, "EUR")]
    assert isinstance(sums[0], Amount)


def test_two_outlets_with_one_wire_are_one_independent_source(record: Record) -> None:
    groups = {source.address[:2]: source.group for source in record.sources.values()}
    assert groups["01"] == groups["03"]
    assert len(set(groups.values())) == 4


@pytest.mark.parametrize(
    ("ref", "stage"),
    [
        ("XN-2026-0001", "in_delivery"),
        ("XN-2026-0002", "delivered"),
        ("XN-2026-0003", "pledged"),
        ("XW-2026-0001", "authorised"),
        ("XW-2026-0002", "withdrawn"),
        ("XW-2026-0003", "delivered"),
        ("XW-2026-0004", "pledged"),
    ],
)
def test_each_promise_has_its_stage_on_10_july(record: Record, ref: str, stage: str) -> None:
    found = record.commitment(ref)
    assert found
    assert found.stage == stage


def test_the_delivered_share_is_in_the_pledges_own_unit(record: Record) -> None:
    found = record.commitment("XN-2026-0001")
    assert found
    assert found.delivered_share == "0.625"


def test_dates_run_from_the_day_the_ceasefire_began(record: Record) -> None:
    due = {each.ref: each.due for each in record.commitments.values()}
    assert due["XN-2026-0002"] == date(2026, 5, 31)
    assert due["XW-2026-0001"] == due["XW-2026-0002"] == date(2026, 6, 30)


def test_the_vote_keeps_its_limits(record: Record) -> None:
    (gate,) = record.gates.values()
    assert (gate.status, gate.vote, gate.limits["number"]) == ("passed", "71-48", 400)


def test_only_the_ceasefire_is_a_condition_and_it_is_one_object(record: Record) -> None:
    assert [(each.kind, each.status) for each in record.conditions.values()] == [("ceasefire", "met")]


def test_the_anonymous_report_stays_a_lead_and_is_closed_by_the_denial(record: Record) -> None:
    (lead,) = [each for each in record.statements.values() if each.disposition == "lead"]
    assert (lead.status, lead.actors) == ("closed", ("XW",))


def test_the_demand_for_radar_data_is_answered(record: Record) -> None:
    status = {each.title: each.status for each in record.statements.values() if each.type == "demand"}
    assert status == {"Share radar data around the clock": "answered", "Allow patrols at night": "open"}


def test_the_term_and_the_incident_are_no_promises(record: Record) -> None:
    assert [term.payload["article"] for term in record.terms.values()] == ["4"]
    (incident,) = record.incidents.values()
    assert [claim["kind"] for claim in incident.payload["claims"]] == ["claim", "denial", "observation"]
    assert (incident.payload["verification"], incident.payload["attribution"]) == ("V1", "A1")


def test_looking_for_soldiers_and_finding_nothing_is_a_check(record: Record) -> None:
    found = record.commitment("XW-2026-0001")
    assert found
    assert [(check.until, check.found) for check in found.checks] == [(date(2026, 7, 5), False)]


def test_nothing_of_july_is_known_in_january(played: Demo) -> None:
    then = played[0].record(Clocks(as_of=date(2026, 1, 31)))
    assert {each.stage for each in then.commitments.values() if each.is_firm} == {"pledged"}
    assert not then.incidents


def test_nothing_is_public_before_it_is_published(played: Demo) -> None:
    assert not played[0].record(public=True).commitments
    assert unpublished(played[0].entries())
