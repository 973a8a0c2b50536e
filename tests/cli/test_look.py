"""What the looking verbs print, for people and for programs."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Kept


@pytest.fixture(autouse=True)
def _ledger(filled: Path) -> None:
    """All of these look at the demo's ledger."""


def test_the_headline_of_10_july(kept: Kept) -> None:
    out = kept("follow-through").out
    assert "1 of the 4 promises that have fallen due was kept (1 to 2: one cannot be told)." in out


@pytest.mark.parametrize("day", ["2026-01-31", "2026-04-01"])
def test_the_headline_of_the_days_before(kept: Kept, day: str) -> None:
    assert "Nothing has fallen due yet." in kept("follow-through", "--as-of", day).out


def test_every_record_has_its_row_and_reason(kept: Kept) -> None:
    rows = list(csv.DictReader(io.StringIO(kept("follow-through", "--csv").out)))
    assert all(row["bucket"] and row["reason"] for row in rows)
    assert sum(row["counted"] == "True" for row in rows) == 6


def test_the_matrix_has_a_row_a_country(kept: Kept) -> None:
    assert [row["actor"] for row in json.loads(kept("matrix", "--json").out)] == ["XN", "XW"]
    assert "Delivered 1" in kept("matrix").out
    assert "Money" in kept("matrix", "--by", "form").out


def test_the_vote_stands_with_its_limits(kept: Kept) -> None:
    assert "vote allows 400, promise says up to 600" in kept("gates").out
    (row,) = json.loads(kept("gates", "--json").out)
    assert (row["status"], row["vote"], row["until"]) == ("passed", "71-48", "2027-03-31")


def test_the_derivation_is_told_in_sentences(kept: Kept) -> None:
    out = kept("show", "XW-2026-0001", "--why").out
    assert "Approved because Assembly decided in favour" in out
    assert "Due on 30 June" in out


def test_an_unknown_reference_is_refused(kept: Kept) -> None:
    ran = kept("show", "XN-2026-0099")
    assert ran.code == 4
    assert "kept list" in ran.err


def test_due_lists_by_date(kept: Kept) -> None:
    found = json.loads(kept("due", "--json").out)
    assert [item["ref"] for item in found["coming"]] == ["XN-2026-0003"]


def test_changes_name_the_clock(kept: Kept) -> None:
    found = json.loads(kept("changes", "--from", "2026-01-31", "--json").out)
    assert {"XW-2026-0002", "XN-2026-0002"} <= {change["ref"] for change in found}
    assert {change["clock"] for change in found} == {"as_of"}


def test_the_list_has_commitments_and_the_rest(kept: Kept) -> None:
    rows = json.loads(kept("list", "--json").out)
    assert {"commitment", "intention", "refusal", "demand", "lead"} <= {row["type"] for row in rows}
    assert kept("list", "--csv").out.startswith("ref,type,actors")
    assert "XN-2026-0001" in kept("list").out


def test_the_frameworks_are_listed(kept: Kept) -> None:
    assert "ukraine-security-guarantees" in kept("frameworks").out
    assert "demo.oversight" in kept("frameworks", "demo").out


def test_a_date_that_is_none_is_refused(kept: Kept) -> None:
    ran = kept("list", "--as-of", "yesterday")
    assert ran.code == 3
    assert "2026-03-31" in ran.err


def test_sums_name_stage_and_currency_and_say_what_they_leave_out(kept: Kept) -> None:
    (row,) = csv.DictReader(io.StringIO(kept("totals", "--csv").out))
    assert (row["actor"], row["stage"], row["currency"], row["value"]) == ("XN", "in_delivery", "EUR", "240000000")
    assert len(json.loads(kept("totals", "--json").out)["left_out"]) == 7
    assert "left out: XW-2026-0001, names no sum of money" in kept("totals").out


def test_demands_stand_with_their_answers(kept: Kept) -> None:
    found = json.loads(kept("demands", "--json").out)
    assert [each["status"] for each in found["asked"]] == ["open", "answered", "answered"]
    assert "Radar data" in kept("demands").out
