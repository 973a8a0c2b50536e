"""The lifecycle as data: complete, and true to itself."""

import tomllib
from pathlib import Path

from kept.frameworks.files import DATA
from kept.frameworks.lifecycle import lifecycle

LIFE = lifecycle()


def test_every_transition_leaves_and_reaches_stages_that_exist() -> None:
    for transition in LIFE.transitions.values():
        assert set(transition.leaves) <= {*LIFE.stages, "*"}, transition.event
        assert transition.to.split(",")[0] in {*LIFE.stages, "same", "previous"}, transition.event


def test_initial_and_terminal_stages_exist() -> None:
    assert {*LIFE.initial, *LIFE.terminal} <= set(LIFE.stages)


def test_a_terminal_stage_is_left_only_by_words_that_pledge_again() -> None:
    leaving = {each.event for each in LIFE.transitions.values()
               if set(each.leaves) & set(LIFE.terminal) and each.to in LIFE.stages}
    assert leaving == {"pledge"}


def test_every_review_step_joins_states_that_exist() -> None:
    for step in LIFE.review:
        assert {step.leaves, step.to} <= set(LIFE.review_states)


def test_what_only_looks_or_tells_changes_no_stage() -> None:
    assert {each.to for each in LIFE.transitions.values() if each.klass == "record"} == {"same"}


def test_a_delivery_on_the_actors_word_alone_changes_no_stage() -> None:
    assert LIFE.transitions["claim_delivery"].to == "same"
    assert LIFE.transitions["complete"].needs


def test_money_may_come_before_the_vote_and_a_return_from_the_dead_is_no_funding() -> None:
    assert LIFE.transitions["fund"].leaves_stage("pledged")
    assert not LIFE.transitions["fund"].leaves_stage("withdrawn")
    assert LIFE.transitions["supersede"].leaves_stage("withdrawn")


def test_the_machines_are_those_of_the_draft(reference: Path) -> None:
    draft = (reference / "domain" / "frameworks" / "lifecycle.toml").read_text(encoding="utf-8")
    assert tomllib.loads((DATA / "lifecycle.toml").read_text(encoding="utf-8")) == tomllib.loads(draft)
