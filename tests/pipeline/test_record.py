"""Recording developments and checks: what each needs, and what is refused."""

from collections.abc import Callable
from datetime import date

import pytest

from kept.errors import KeptError, MissingField, QuoteNotFound, RuleRefusal, UnknownSubject
from kept.model.decisions import Decision, Verdict
from kept.model.times import PartialDate
from kept.pipeline.decide import decide
from kept.pipeline.desk import Desk
from kept.pipeline.record import Cited, Development, Look, record_check, record_development

DAY = PartialDate.of("2026-07-03")


@pytest.fixture
def source(desk: Desk, add: Callable) -> Cited:
    """Accept the promise of 240 million and cite the mission's report."""
    capture = add("01").capture.sha256
    promise = next(each for each in desk.queue.waiting(capture) if "240 million" in each.statement.quote.exact)
    decide(desk, promise, Decision(verdict=Verdict.ACCEPT))
    return Cited(capture=add("05").capture.sha256[:12], quote="the rest had not arrived by 30 June")


def develop(desk: Desk, source: Cited, name: str, **fields: object) -> None:
    cited = (source,)
    record_development(desk, Development(subject="XN-2026-0001", name=name, valid=DAY, fields=fields, cited=cited))


def test_a_part_delivered_moves_the_stage(desk: Desk, source: Cited) -> None:
    develop(desk, source, "deliver_part", amount={"value": "150000000", "currency": "EUR"})
    found = desk.record().commitment("XN-2026-0001")
    assert found
    assert (found.stage, found.delivered) == ("in_delivery", "150000000")


def test_the_same_development_twice_is_one_entry(desk: Desk, source: Cited) -> None:
    for _ in range(2):
        develop(desk, source, "deliver_part", amount={"value": "150000000", "currency": "EUR"})
    assert sum(entry.kind == "DevelopmentRecorded" for entry in desk.entries()) == 1


def test_it_is_known_since_its_source_appeared(desk: Desk, source: Cited) -> None:
    develop(desk, source, "deliver_part", share="0.5")
    assert str(desk.entries()[-1].known) == "2026-07-06"


@pytest.mark.parametrize(
    ("name", "fields", "rule"),
    [
        ("deliver_part", {}, "amount, a quantity or a share"),
        ("complete", {}, "independent of the actor"),
        ("complete", {"confirmed_by": "actor"}, "independent of the actor"),
        ("supersede", {}, "new record"),
        ("revise", {"field": "amount"}, "direction"),
    ],
)
def test_a_development_without_what_it_needs_is_refused(
    desk: Desk, source: Cited, name: str, fields: dict, rule: str
) -> None:
    size = desk.store.size()
    with pytest.raises(MissingField, match=rule):
        develop(desk, source, name, **fields)
    assert desk.store.size() == size


def test_a_deed_rests_on_a_quote(desk: Desk, source: Cited) -> None:
    with pytest.raises(MissingField, match="rests on no quote"):
        record_development(desk, Development(subject="XN-2026-0001", name="withdraw", valid=DAY))


def test_an_unknown_development_says_which_there_are(desk: Desk, source: Cited) -> None:
    with pytest.raises(RuleRefusal, match="gate_passed"):
        develop(desk, source, "vanish")


def test_an_unknown_commitment_is_refused(desk: Desk, source: Cited) -> None:
    with pytest.raises(UnknownSubject, match="XN-2026-0099"):
        record_development(desk, Development(subject="XN-2026-0099", name="withdraw", valid=DAY, cited=(source,)))


def test_a_quote_that_does_not_stand_there_is_refused(desk: Desk, source: Cited) -> None:
    wrong = Cited(capture=source.capture, quote="all of it arrived")
    with pytest.raises(QuoteNotFound, match="all of it arrived"):
        develop(desk, wrong, "deliver_part", share="1")


def test_an_unknown_source_is_refused(desk: Desk, source: Cited) -> None:
    with pytest.raises(UnknownSubject, match="kept add"):
        develop(desk, Cited(capture="ffff", quote=source.quote), "deliver_part", share="1")


def test_a_year_2922_is_refused() -> None:
    with pytest.raises(KeptError, match="1900–2199"):
        PartialDate.of("2922-07-27")


def test_completion_needs_evidence_of_grade_c3(desk: Desk, source: Cited, add: Callable) -> None:
    weak = Cited(capture=add("03", grade="D4").capture.sha256, quote="3 comments")
    with pytest.raises(MissingField, match="C3"):
        develop(desk, weak, "complete", confirmed_by="recipient")


def test_a_check_says_where_and_until_when(desk: Desk, source: Cited) -> None:
    look = Look(subject="XN-2026-0001", what="money", where="the ministry's table", until=date(2026, 7, 9))
    record_check(desk, look)
    found = desk.record().commitment("XN-2026-0001")
    assert found
    assert [(check.where, check.found) for check in found.checks] == [("the ministry's table", False)]
