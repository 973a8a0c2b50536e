"""The record at a point of the three clocks: what held, what was public, what the ledger said."""

from datetime import date, timedelta

import pytest

from kept.ledger.fold import fold
from kept.ledger.kinds import Kind
from kept.ledger.lifecycle import Stage
from kept.model.times import Clocks
from tests.ledger.cast import (
    NOON,
    SECOND,
    Clock,
    captured,
    check,
    condition,
    corrected,
    development,
    draft,
    evidence,
    gate,
    merged,
    notice,
    promise,
    record_of,
    reply,
    retracted,
    statement,
    store_with,
)

FIRST = promise("c:1", ref="XN-2026-0001", title="ten tanks")
DELIVERED = development("c:1", "complete", "2026-03-01", known="2026-04-01")


def stage(*drafts, as_of="2026-07-10", **clocks) -> Stage | None:
    found = record_of(drafts, as_of, **clocks).commitment("XN-2026-0001")
    return found.stage if found else None


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-01-13", None),
        ("2026-01-14", Stage.PLEDGED),
        ("2026-02-28", Stage.PLEDGED),
        ("2026-03-01", Stage.DELIVERED),
    ],
)
def test_a_deed_counts_from_the_day_it_held(as_of, expected) -> None:
    assert stage(FIRST, DELIVERED, as_of=as_of) == expected


@pytest.mark.parametrize(("known_at", "expected"), [("2026-03-31", Stage.PLEDGED), ("2026-04-01", Stage.DELIVERED)])
def test_a_deed_is_known_from_the_day_a_source_said_it(known_at, expected) -> None:
    assert stage(FIRST, DELIVERED, known_at=known_at) == expected


def test_a_deed_that_was_written_down_late_is_read_back_as_the_ledger_had_it() -> None:
    clock = Clock()
    store = store_with(FIRST, clock=clock)
    clock.pass_days(5)
    store.append("later", lambda _: [DELIVERED])
    entries = list(store.opened())
    then, now = (
        fold(entries, Clocks(as_of=date(2026, 7, 10), recorded_at=at)).commitment("c:1").stage
        for at in (NOON, NOON + timedelta(days=5))
    )
    assert (then, now) == (Stage.PLEDGED, Stage.DELIVERED)


def test_the_three_clocks_are_read_at_once() -> None:
    assert stage(FIRST, DELIVERED, as_of="2026-03-15", known_at="2026-03-15") is Stage.PLEDGED
    assert stage(FIRST, DELIVERED, as_of="2026-03-15", known_at="2026-04-01", recorded_at=NOON) is Stage.DELIVERED


@pytest.mark.parametrize(
    ("valid", "as_of", "expected"),
    [
        ("2026-03", "2026-03-30", Stage.PLEDGED),
        ("2026-03", "2026-03-31", Stage.DELIVERED),
        ("2026-33", "2026-03-30", Stage.PLEDGED),
        ("2026-33", "2026-03-31", Stage.DELIVERED),
        ("2026-21", "2026-05-30", Stage.PLEDGED),
        ("2026-21", "2026-05-31", Stage.DELIVERED),
        ("2026", "2026-12-30", Stage.PLEDGED),
        ("2026", "2026-12-31", Stage.DELIVERED),
    ],
)
def test_a_partial_date_takes_effect_on_its_last_day(valid, as_of, expected) -> None:
    assert stage(FIRST, development("c:1", "complete", valid), as_of=as_of) == expected


def test_what_has_no_day_of_its_own_counts_from_the_day_it_was_known() -> None:
    assert stage(FIRST, development("c:1", "complete", None, known="2026-05-01"), as_of="2026-04-30") is Stage.PLEDGED


def test_what_has_no_day_at_all_counts_from_the_day_it_was_recorded() -> None:
    undated = development("c:1", "complete", None)
    assert stage(FIRST, undated, as_of="2026-07-09") is Stage.PLEDGED
    assert stage(FIRST, undated, as_of="2026-07-10") is Stage.DELIVERED
    assert stage(FIRST, undated, known_at="2026-07-10") is Stage.DELIVERED


def test_a_day_that_was_known_only_by_itself_counts_as_public_that_day() -> None:
    undisclosed = development("c:1", "complete", "2026-03-01")
    assert stage(FIRST, undisclosed, known_at="2026-02-28") is Stage.PLEDGED


def test_developments_of_one_day_go_by_when_they_were_known_then_by_the_log() -> None:
    drafts = (
        FIRST,
        development("c:1", "resume", "2026-03-01", known="2026-03-03"),
        development("c:1", "suspend", "2026-03-01", known="2026-03-02"),
        development("c:1", "restate", "2026-03-01", known="2026-03-03"),
    )
    steps = record_of(drafts).commitment("c:1").steps
    assert [step.development for step in steps] == ["record", "suspend", "resume", "restate"]


def test_a_corrected_date_moves_the_deed_in_time() -> None:
    drafts = (FIRST, DELIVERED, corrected(1, "valid", "2026-03-01", "2026-05-01"))
    assert stage(*drafts, as_of="2026-04-15") is Stage.PLEDGED


def test_a_retracted_deed_never_was() -> None:
    assert stage(FIRST, DELIVERED, retracted(1)) is Stage.PLEDGED


def test_a_retracted_promise_is_gone_from_the_record() -> None:
    assert record_of([FIRST, retracted(0)]).commitment("XN-2026-0001") is None


def test_a_correction_is_named_in_the_state() -> None:
    state = record_of([FIRST, corrected(0, "beneficiary", "XS", "XW")]).commitment("c:1")
    assert (state.beneficiary, state.corrections) == ("XW", (1,))


def test_a_merged_record_leads_to_the_one_it_was_merged_into() -> None:
    record = record_of([FIRST, promise("c:2", ref="XN-2026-0002"), merged("c:2", "c:1")])
    assert list(record.commitments) == ["c:1"]
    assert record.commitment("XN-2026-0002").ref == record.commitment("c:2").ref == "XN-2026-0001"


def test_a_merge_holds_on_every_day_and_from_when_it_was_recorded() -> None:
    clock = Clock()
    store = store_with(FIRST, promise("c:2", ref="XN-2026-0002"), clock=clock)
    clock.pass_days(1)
    store.append("merge", lambda _: [merged("c:2", "c:1")])
    entries = list(store.opened())
    early = fold(entries, Clocks(as_of=date(2026, 2, 1), known_at=date(2026, 2, 1)))
    before = fold(entries, Clocks(as_of=date(2026, 2, 1), recorded_at=NOON))
    assert (list(early.commitments), list(before.commitments)) == (["c:1"], ["c:1", "c:2"])


def test_merges_lead_on_to_the_last() -> None:
    drafts = (FIRST, promise("c:2"), promise("c:3"), merged("c:3", "c:2"), merged("c:2", "c:1"))
    assert record_of(drafts).redirects == {"c:3": "c:1", "c:2": "c:1"}


def test_merges_in_a_circle_leave_one_record() -> None:
    drafts = (FIRST, promise("c:2"), merged("c:2", "c:1"), merged("c:1", "c:2"), merged("c:1", "c:1"))
    assert record_of(drafts).redirects == {"c:2": "c:1"}


def test_the_first_merge_of_a_record_counts() -> None:
    drafts = (FIRST, promise("c:2"), promise("c:3"), merged("c:3", "c:2"), merged("c:3", "c:1"))
    assert record_of(drafts).redirects == {"c:3": "c:2"}


def test_a_record_merged_into_a_later_one_stands_until_that_one_does() -> None:
    drafts = (FIRST, promise("c:2", ref="XN-2026-0002", valid="2026-03-01"), merged("c:1", "c:2"))
    assert list(record_of(drafts, "2026-02-01").commitments) == ["c:1"]
    assert list(record_of(drafts, "2026-03-01").commitments) == ["c:2"]


def test_what_was_recorded_of_a_merged_record_goes_with_it() -> None:
    drafts = (
        FIRST,
        promise("c:2", ref="XN-2026-0002", valid="2026-02-01", evidence=(evidence("again", source="another"),)),
        gate(applies=["c:2"]),
        merged("c:2", "c:1"),
        development("c:2", "suspend", "2026-03-01"),
        check("c:2", "2026-04-01"),
        notice("c:2", "2026-04-02"),
        reply("c:2", "2026-04-03"),
        statement("s:1", "demand", "tanks", links=[["answered_by", "c:2"]]),
    )
    record = record_of(drafts)
    state = record.commitment("c:1")
    assert [step.development for step in state.steps] == ["record", "restate", "suspend"]
    assert [each.quote.exact for each in state.all_evidence] == ["as was said", "again"]
    assert (len(state.checks), len(state.notices), len(state.replies), state.sources) == (1, 1, 1, 2)
    assert [each.id for each in state.gates] == ["g:assembly"]
    assert record.statements["s:1"].links == (("answered_by", "c:2"), ("answered_by", "c:1"))


def test_a_merged_statement_leaves_its_quotes_and_is_gone() -> None:
    again = draft(Kind.STATEMENT_RESTATED, "s:2", {}, valid="2026-02-01", evidence=(evidence("no, again"),))
    drafts = (statement("s:1", "refusal", "no"), statement("s:2", "refusal", "never"), merged("s:2", "s:1"), again)
    record = record_of(drafts)
    assert list(record.statements) == ["s:1"]
    assert [each.quote.exact for each in record.statements["s:1"].evidence] == ["no", "no, again"]


def test_a_condition_may_name_what_hangs_on_it_later() -> None:
    record = record_of([FIRST, condition(applies=["c:1"])])
    assert [each.id for each in record.commitment("c:1").conditions] == ["k:ceasefire"]


def test_what_a_promise_names_but_the_record_has_not_yet_is_left_out() -> None:
    state = record_of([promise("c:1", conditions=["k:ceasefire"], gates=["g:assembly"])]).commitment("c:1")
    assert (state.conditions, state.gates) == ((), ())


def test_a_gate_that_is_named_twice_hangs_once() -> None:
    state = record_of([gate(applies=["c:1"]), gate(applies=["c:1"]), promise("c:1", gates=["g:assembly"])])
    assert len(state.commitment("c:1").gates) == 1
    assert len(state.gates) == 1


@pytest.mark.parametrize(
    ("link", "status"),
    [("answers", "answered"), ("closes", "closed"), ("refuses", "refused")],
)
def test_a_demand_is_closed_by_what_answers_it(link, status) -> None:
    record = record_of([statement("s:1", "demand", "tanks"), promise("c:1", links=[[link, "s:1"]])])
    assert (record.statements["s:1"].status, record.statements["s:1"].links) == (status, ((f"{status}_by", "c:1"),))


def test_a_demand_stays_open_until_its_answer_is_given() -> None:
    drafts = (
        statement("s:1", "demand", "tanks", links=[["answered_by", "c:1"]]),
        promise("c:1", valid="2026-03-01"),
    )
    assert record_of(drafts, "2026-02-28").statements["s:1"].status == "open"
    assert record_of(drafts, "2026-03-01").statements["s:1"].status == "answered"


def test_a_link_that_closes_nothing_leaves_it_open() -> None:
    record = record_of([statement("s:1", "demand", "tanks"), promise("c:1", links=[["substitutes", "s:1"]])])
    assert record.statements["s:1"].status == "open"
    assert record.commitment("c:1").links == (("substitutes", "s:1"),)


def test_checks_stand_in_the_order_of_their_days() -> None:
    state = record_of([FIRST, check("c:1", "2026-06-01"), check("c:1", "2026-03-01", second=SECOND)]).commitment("c:1")
    assert [(str(each.until), each.second) for each in state.checks] == [("2026-03-01", SECOND), ("2026-06-01", "")]


def test_a_check_without_a_day_holds_from_the_last_day_it_looked_at() -> None:
    undated = check("c:1", "2026-06-01", valid=None, since="2026-05-01", note="registers")
    assert record_of([FIRST, undated], "2026-05-31").commitment("c:1").checks == ()
    (found,) = record_of([FIRST, undated], "2026-06-01").commitment("c:1").checks
    assert (found.since, found.note) == (date(2026, 5, 1), "registers")


def test_a_notice_and_its_reply_stand_with_their_words() -> None:
    state = record_of([FIRST, notice("c:1", "2026-06-01"), reply("c:1", "2026-06-03")]).commitment("c:1")
    assert [(each.party, each.text, str(each.on)) for each in (*state.notices, *state.replies)] == [
        ("XN", "we are about to say so", "2026-06-01"),
        ("XN", "we disagree", "2026-06-03"),
    ]


def test_a_captured_page_is_there_on_every_day_with_what_was_set_aside() -> None:
    record = record_of([captured("Haldvik Gazette")], "2020-01-01")
    (source,) = record.sources.values()
    assert (source.title, source.bylines, source.furniture, source.words) == (
        "Haldvik Gazette",
        ("Signe Aldous",),
        {"menu": 2},
        120,
    )


def test_a_decision_is_there_with_the_coding_that_stands() -> None:
    taken = {
        "place": "p",
        "coding": {"type": "commitment"},
        "verdict": "amend",
        "detector": "grammar/1",
        "capture": "c",
    }
    plain = draft(Kind.DECISION_TAKEN, "d:1", taken | {"verdict": "accept"}, why="clear")
    amended = draft(Kind.DECISION_TAKEN, "d:2", taken | {"amended": {"type": "intention"}, "target": "c:1"})
    one, other = record_of([plain, amended], "2020-01-01").decisions
    assert (one.coding, one.reason, one.target) == ({"type": "commitment"}, "clear", None)
    assert (other.coding, other.target) == ({"type": "intention"}, "c:1")


@pytest.mark.parametrize(
    ("kind", "where", "payload"),
    [
        (Kind.TERM_RECORDED, "terms", {"article": "Art. 4"}),
        (Kind.INCIDENT_RECORDED, "incidents", {"name": "I-0001"}),
        (Kind.MEETING_RECORDED, "meetings", {"name": "Paris"}),
    ],
)
def test_terms_incidents_and_meetings_are_kept_with_their_payload(kind, where, payload) -> None:
    record = record_of([draft(kind, "x:1", payload, valid="2026-05-01")])
    assert getattr(record, where)["x:1"].payload == payload
    assert getattr(record_of([draft(kind, "x:1", payload, valid="2026-05-01")], "2026-04-30"), where) == {}


def test_translations_stand_with_the_place_they_translate() -> None:
    drafts = [draft(Kind.TRANSLATION_RECORDED, "place", {"text": text, "language": "en"}) for text in ("one", "two")]
    assert [each.payload["text"] for each in record_of(drafts).translations["place"]] == ["one", "two"]


def test_the_record_knows_what_its_ledger_is_for() -> None:
    record = record_of([draft(Kind.LEDGER_OPENED, "ledger", {"origin": "kept.example", "purpose": "demo"}), FIRST])
    assert (record.ledger["purpose"], record.size) == ("demo", 2)
    assert record_of([FIRST]).ledger == {}


def test_what_is_not_on_record_is_not_found() -> None:
    assert record_of([FIRST]).commitment("XN-2026-0099") is None
