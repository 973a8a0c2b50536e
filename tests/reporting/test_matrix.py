"""The matrix: strongest words, counts, marks, three empties, rows by the alphabet."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kept.frameworks.load import load_framework
from kept.ledger.fold import fold
from kept.ledger.kinds import Kind
from kept.ledger.lifecycle import Stage
from kept.ledger.state import Filing
from kept.model.evidence import EvidenceClass
from kept.model.frameworks import Framework
from kept.model.times import Clocks, PartialDate
from kept.reporting.matrix import (
    Cell,
    Empty,
    Mark,
    Matrix,
    column_of,
    look_subject,
    matrix,
    state_of,
)
from tests.web.story import BY, Desk, Draft, said, tell_story

TODAY = date(2026, 7, 10)


def laid(desk: Desk, *, as_of: date = TODAY, by: Any = "topic", framework: Framework | None = None) -> Matrix:
    record = fold(desk.store.opened(), Clocks(as_of=as_of), public=False)
    return matrix(record, framework or desk.kept.framework, by=by)


def cell(table: Matrix, actor: str, column: str) -> Cell:
    row = next(row for row in (*table.rows, *table.others) if row.actor == actor)
    return next(each for each in row.cells if each.column == column)


def look(desk: Desk, subject: str, until: str, *, found: bool = False) -> None:
    payload = {"what": "words", "where": "press pages", "since": None, "until": until, "found": found, "note": None}
    desk.write(Draft(kind=Kind.CHECK_RECORDED, subject=subject, by=BY, payload=payload, valid=PartialDate.of(until)))


@pytest.fixture
def desk() -> Desk:
    return tell_story()


def test_a_cell_shows_the_furthest_stage_first_and_counts_each(desk: Desk) -> None:
    found = cell(laid(desk), "XN", "demo.armed-forces")
    assert found.strongest is Stage.IN_DELIVERY
    assert found.counts == ((Stage.IN_DELIVERY, 1), (Stage.PLEDGED, 1))


def test_what_is_over_never_hides_what_stands(desk: Desk) -> None:
    found = cell(laid(desk), "XW", "demo.mnf")
    assert found.strongest is Stage.AUTHORISED
    assert dict(found.counts)[Stage.WITHDRAWN] == 1


def test_a_promise_to_hold_a_vote_is_counted_apart(desk: Desk) -> None:
    found = cell(laid(desk), "XW", "demo.mnf")
    assert (found.total, found.procedural) == (2, 1)


def test_an_open_condition_and_a_needed_vote_are_marked_until_they_are_settled(desk: Desk) -> None:
    before = cell(laid(desk, as_of=date(2026, 1, 31)), "XW", "demo.mnf")
    after_the_vote = cell(laid(desk, as_of=date(2026, 4, 1)), "XW", "demo.mnf")
    assert before.marks == {Mark.CONDITION, Mark.VOTE}
    assert after_the_vote.marks == {Mark.CONDITION}
    assert cell(laid(desk), "XW", "demo.mnf").marks == frozenset()


def test_a_promise_taken_back_marks_nothing_any_more(desk: Desk) -> None:
    by_form = laid(desk, as_of=date(2026, 4, 1), by="form")
    soldiers_and_ships = cell(by_form, "XW", "force")
    assert soldiers_and_ships.counts == ((Stage.AUTHORISED, 1), (Stage.WITHDRAWN, 1))


def test_a_refusal_stands_in_its_cell_without_a_promise(desk: Desk) -> None:
    found = cell(laid(desk), "XN", "demo.mnf")
    assert (found.strongest, found.refused, found.empty) == (None, 1, None)


def test_an_unconfirmed_report_stands_in_no_cell(desk: Desk) -> None:
    refs = {ref for row in laid(desk).rows for each in row.cells for ref in each.refs}
    assert all(ref.startswith(("XN-", "XW-")) for ref in refs)
    assert cell(laid(desk), "XW", "demo.mnf").total == 2


def test_what_has_come_is_told_in_the_unit_of_the_promise(desk: Desk) -> None:
    (part,) = cell(laid(desk), "XN", "demo.armed-forces").delivered
    assert (part.ref, part.value, part.promised, part.unit) == ("XN-2026-0001", 150_000_000, 240_000_000, "EUR")
    assert str(part.share) == "0.625"


def test_a_cell_with_sources_that_rewrite_others_only_is_weak() -> None:
    weak = tell_story(changed={"gazette": {"klass": EvidenceClass.E8}})
    assert cell(laid(weak), "XN", "demo.oversight").weak is False, "the monitors' own report is a better source"
    assert cell(laid(weak, as_of=date(2026, 1, 14)), "XN", "demo.oversight").weak
    assert cell(laid(weak), "XN", "demo.mnf").refused_weak
    assert not cell(laid(weak), "XW", "demo.mnf").weak


def test_an_empty_cell_says_that_nobody_looked(desk: Desk) -> None:
    found = cell(laid(desk), "XN", "demo.future-attack")
    assert (found.empty, found.last_look) == (Empty.NOT_LOOKED_FOR, None)


def test_an_empty_cell_says_that_somebody_looked_and_found_nothing(desk: Desk) -> None:
    look(desk, look_subject("demo", "XN", "demo.future-attack"), "2026-07-01")
    found = cell(laid(desk), "XN", "demo.future-attack")
    assert (found.empty, found.last_look) == (Empty.NOTHING_FOUND, date(2026, 7, 1))


def test_a_look_for_all_words_of_an_actor_fills_each_of_its_empty_cells(desk: Desk) -> None:
    look(desk, look_subject("demo", "XN"), "2026-07-01")
    table = laid(desk)
    assert cell(table, "XN", "demo.defence-cooperation").empty is Empty.NOTHING_FOUND
    assert cell(table, "XW", "demo.oversight").empty is Empty.NOT_LOOKED_FOR


def test_a_look_older_than_90_days_is_no_finding_but_its_day_is_kept(desk: Desk) -> None:
    look(desk, look_subject("demo", "XN", "demo.future-attack"), "2026-04-10")
    found = cell(laid(desk), "XN", "demo.future-attack")
    assert (found.empty, found.last_look) == (Empty.NOT_LOOKED_FOR, date(2026, 4, 10))


def test_a_look_that_found_something_does_not_say_that_nothing_was_found(desk: Desk) -> None:
    look(desk, look_subject("demo", "XN", "demo.future-attack"), "2026-07-01", found=True)
    assert cell(laid(desk), "XN", "demo.future-attack").empty is Empty.NOT_LOOKED_FOR


def test_rows_stand_in_the_order_of_the_alphabet_and_groups_come_first(desk: Desk) -> None:
    group = _promise_of(desk, "grp:neighbours", "GRP-2026-0001")
    desk.write(group)
    assert [row.actor for row in laid(desk).rows] == ["grp:neighbours", "XN", "XW"]
    assert [row.joint for row in laid(desk).rows] == [True, False, False]


def test_participants_without_a_record_are_listed_apart() -> None:
    framework = load_framework("ukraine-security-guarantees")
    table = matrix(fold([], Clocks(as_of=TODAY)), framework)
    assert table.rows == ()
    assert len(table.others) > 20
    assert [row.title.casefold() for row in table.others] == sorted(row.title.casefold() for row in table.others)
    assert {row.actor for row in table.others}.isdisjoint(framework.beneficiaries)


def test_a_parliament_speaks_in_the_row_of_its_state() -> None:
    assert [state_of(code) for code in ("XW:parliament", "org:nato", "grp:g20", "XW")] == [
        "XW",
        "org:nato",
        "grp:g20",
        "XW",
    ]


def test_columns_are_the_topics_in_the_order_of_the_framework(desk: Desk) -> None:
    assert [column.id for column in laid(desk).columns] == [topic.id for topic in desk.kept.framework.topics]


def test_columns_by_kind_of_help_are_those_in_use_by_the_alphabet(desk: Desk) -> None:
    titles = [column.title for column in laid(desk, by="form").columns]
    assert titles == sorted(titles)
    assert {"Money", "Monitoring", "Troops"} <= set(titles)


def test_a_finer_topic_stands_in_the_column_it_is_part_of() -> None:
    framework = load_framework("ukraine-security-guarantees")
    filing = Filing(framework="usg", topic="usg.mnf.land", forms=())
    assert column_of(framework, filing, "topic") == {"usg.mnf"}


def test_an_envelope_whose_parts_are_recorded_is_not_counted_itself(desk: Desk) -> None:
    whole = _promise_of(desk, "XW", "XW-2026-0010", id="c:whole", envelope=True, topic="demo.oversight")
    part = _promise_of(desk, "XW", "XW-2026-0011", id="c:part", parent="c:whole", topic="demo.oversight")
    desk.write(whole)
    assert cell(laid(desk), "XW", "demo.oversight").refs == ("XW-2026-0010",)
    desk.write(part)
    assert cell(laid(desk), "XW", "demo.oversight").refs == ("XW-2026-0011",)


def test_a_record_of_another_subject_stands_in_no_cell(desk: Desk) -> None:
    other = load_framework("ukraine-security-guarantees")
    assert laid(desk, framework=other).rows == ()


def _promise_of(desk: Desk, actor: str, ref: str, **more: Any) -> Draft:
    from tests.web.story import promise, sources
    from tests.web.story_norland import MONEY

    topic, subject = more.pop("topic", "demo.mnf"), more.pop("id", f"c:{ref}")
    payload = promise(ref, actor, "a thing", topic, ["force.land"], **more)
    return said(Kind.COMMITMENT_RECORDED, subject, sources()["gazette"], "2026-01-14", MONEY, payload)
