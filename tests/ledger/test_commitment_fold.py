"""One commitment: its first words, its timeline, its figures, its votes."""

import pytest

from kept.ledger.lifecycle import Nature, Stage
from kept.ledger.state import CommitmentState
from kept.model.statements import Firmness
from tests.ledger.cast import condition, development, evidence, gate, promise, record_of

TANKS = {"value": "100", "unit": "tanks", "qualifier": "exact"}


def state(*drafts, as_of="2026-07-10") -> CommitmentState:
    return record_of(drafts, as_of).commitment("c:1")


def test_a_commitment_has_what_was_said_of_it() -> None:
    found = state(
        promise(
            "c:1",
            ref="XN-2026-0001",
            actors=["XN", "XW"],
            nature="recurring",
            firmness="agreed",
            quantity=TANKS,
            deadline_text="by June",
            due="2026-06",
            start="2026-02-01",
            envelope=True,
            parent="c:0",
            speaker={"label": "Eskel"},
            attribution="document",
            links=[["answers", "s:1"]],
        )
    )
    assert (found.ref, found.actors, found.nature, found.firmness) == (
        "XN-2026-0001",
        ("XN", "XW"),
        Nature.RECURRING,
        Firmness.AGREED,
    )
    assert (found.quantity.value, found.deadline_text, str(found.due), found.start) == (
        100,
        "by June",
        "2026-06-30",
        "2026-02-01",
    )
    assert (found.envelope, found.parent, found.speaker, found.attribution) == (
        True,
        "c:0",
        {"label": "Eskel"},
        "document",
    )
    assert found.links == (("answers", "s:1"),)
    assert [(filing.framework, filing.topic, filing.forms) for filing in found.filings] == [
        ("demo", "demo.armed-forces", ("weapons",))
    ]


def test_each_step_says_what_it_did_and_why() -> None:
    first, second = state(promise("c:1"), development("c:1", "fund", "2026-03-01", why="budget law")).steps
    assert (first.development, first.klass, first.because) == (
        "record",
        "words",
        "the first words are pledged: pledged",
    )
    assert (second.before, second.after, second.because, second.klass) == (
        Stage.PLEDGED,
        Stage.FUNDED,
        "“fund” leads to funded",
        "world",
    )
    assert (second.subject, second.by, second.why) == ("c:1", "person:ada", "budget law")


def test_a_pause_leads_back_to_where_it_was() -> None:
    moves = [
        development("c:1", name, f"2026-03-0{n}") for n, name in enumerate(("fund", "suspend", "suspend", "resume"), 1)
    ]
    assert state(promise("c:1"), *moves).stage is Stage.FUNDED


def voted(name: str, on: str, subject: str = "g:assembly", **fields):
    return development(subject, name, on, **fields)


def two_gates():
    return (gate(), gate("g:budget", title="Budget"), promise("c:1", gates=["g:assembly", "g:budget"]))


def test_the_last_required_vote_authorises() -> None:
    assert state(*two_gates(), voted("gate_passed", "2026-03-01")).stage is Stage.PLEDGED
    both = (voted("gate_passed", "2026-03-01"), voted("gate_passed", "2026-03-02", "g:budget"))
    assert state(*two_gates(), *both).stage is Stage.AUTHORISED


def test_a_waived_vote_is_not_left_open() -> None:
    both = (voted("gate_waived", "2026-03-01"), voted("gate_passed", "2026-03-02", "g:budget"))
    assert state(*two_gates(), *both).stage is Stage.AUTHORISED


@pytest.mark.parametrize("name", ["gate_opened", "mandate_ended"])
def test_a_vote_that_was_opened_again_is_left_open(name) -> None:
    moves = (
        voted("gate_passed", "2026-03-01"),
        voted(name, "2026-03-02"),
        voted("gate_passed", "2026-03-03", "g:budget"),
    )
    assert state(*two_gates(), *moves).stage is Stage.PLEDGED


def test_what_only_a_survey_lists_is_not_required() -> None:
    drafts = (gate(), gate("g:survey", named_by="survey"), promise("c:1", gates=["g:assembly", "g:survey"]))
    assert state(*drafts, voted("gate_passed", "2026-03-01")).stage is Stage.AUTHORISED


def test_a_vote_may_be_recorded_with_the_commitment_itself() -> None:
    passed = development("c:1", "gate_passed", "2026-03-01", gate="g:assembly")
    assert state(gate(), promise("c:1", gates=["g:assembly"]), passed).stage is Stage.AUTHORISED


def test_what_happens_to_its_condition_stands_in_its_timeline() -> None:
    drafts = (
        condition(),
        promise("c:1", conditions=["k:ceasefire"]),
        voted("condition_met", "2026-05-01", "k:ceasefire"),
    )
    assert [step.subject for step in state(*drafts).steps] == ["c:1", "k:ceasefire"]


def test_what_came_is_counted_in_the_pledges_own_unit() -> None:
    came = development("c:1", "deliver_part", "2026-03-01", quantity={"value": "25", "unit": "tanks"})
    found = state(promise("c:1", quantity=TANKS), came)
    assert (found.delivered, found.delivered_share) == ("25", "0.25")


def test_the_standing_figure_is_the_latest() -> None:
    less = development(
        "c:1", "revise", "2026-03-01", field="quantity", old=TANKS, new=TANKS | {"value": "60"}, direction="down"
    )
    assert state(promise("c:1", quantity=TANKS), less).quantity.value == 60


def test_sources_of_one_story_count_once() -> None:
    wire = [evidence("we will", source="wire"), evidence("they will", source="wire")]
    other = development("c:1", "restate", "2026-02-01", evidence=(evidence("again", source="another"),))
    assert state(promise("c:1", evidence=wire), other).sources == 2


@pytest.mark.parametrize(
    ("firmness", "moves", "firm"),
    [("pledged", [], True), ("intention", [], False), ("floated", ["pledge"], True), ("floated", ["withdraw"], False)],
)
def test_it_is_firm_if_its_words_are_or_were(firmness, moves, firm) -> None:
    drafts = [development("c:1", name, "2026-02-01") for name in moves]
    assert state(promise("c:1", firmness=firmness), *drafts).is_firm is firm


def test_a_promise_that_stands_keeps_being_firm_when_it_is_paused() -> None:
    assert state(
        promise("c:1", firmness="floated"),
        *[development("c:1", name, f"2026-02-0{n}") for n, name in enumerate(("pledge", "suspend"), 1)],
    ).is_firm


def test_a_step_without_a_day_takes_effect_when_it_was_recorded() -> None:
    step = state(promise("c:1"), development("c:1", "fund", None)).steps[1]
    assert str(step.day) == "2026-07-10"


def test_a_record_without_a_day_is_dated_by_nothing() -> None:
    assert state(promise("c:1", valid=None, due="condition+P30D")).said is None


def test_the_figures_that_stood_are_kept_with_their_days() -> None:
    less = TANKS | {"value": "60"}
    lowered = development("c:1", "revise", "2026-03-01", field="quantity", old=TANKS, new=less, direction="down")
    other = development("c:1", "revise", "2026-03-02", field="topic", old="a", new="b", direction="neutral")
    figures = state(promise("c:1", quantity=TANKS), lowered, other).figures
    assert [(int(each.value.value), str(each.since), each.direction, each.seq) for each in figures] == [
        (100, "2026-01-14", "first", 0),
        (60, "2026-03-01", "down", 1),
    ]


def test_a_first_sum_that_comes_later_stands_from_then_on() -> None:
    named = development(
        "c:1",
        "revise",
        "2026-03-01",
        field="amount",
        old=None,
        new={"value": "5", "currency": "EUR"},
        direction="neutral",
    )
    assert [str(each.since) for each in state(promise("c:1"), named).figures] == ["2026-03-01"]


def test_what_of_a_sum_is_shared_or_was_announced_before_is_kept() -> None:
    old = {"value": "40", "currency": "EUR"}
    money = {"value": "100", "currency": "EUR"}
    found = state(promise("c:1", amount=money, overlap=old, overlap_unknown=True, shares={"XN": "0.5", "XW": "0.5"}))
    assert (found.overlap.value, found.overlap_unknown, found.shares) == (40, True, {"XN": "0.5", "XW": "0.5"})
    assert state(promise("c:1")).overlap is None


def test_a_sum_with_unknown_parts_is_a_lower_bound() -> None:
    came = development("c:1", "deliver_part", "2026-03-01", quantity={"value": "25", "unit": "tanks"})
    assert state(promise("c:1", quantity=TANKS), came).delivered_bound is None
    more = development("c:1", "deliver_part", "2026-04-01", quantity={"value": "3", "unit": "ships"})
    assert state(promise("c:1", quantity=TANKS), came, more).delivered_bound == "at_least"
