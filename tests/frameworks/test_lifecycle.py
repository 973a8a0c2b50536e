"""The lifecycle's table is true to itself and to its draft."""

import tomllib
from pathlib import Path

from kept.frameworks.files import DATA, read_toml

LIFE = read_toml(DATA / "lifecycle.toml")
STAGES = set(LIFE["commitment"]["states"])
EVENTS = LIFE["commitment"]["event"]


def test_every_development_leaves_and_reaches_stages_that_exist() -> None:
    for each in EVENTS:
        assert set(each["from"]) <= {*STAGES, "*"}, each["event"]
        assert each["to"].split(",")[0] in {*STAGES, "same", "previous"}, each["event"]


def test_initial_and_terminal_stages_exist() -> None:
    assert {*LIFE["commitment"]["initial"], *LIFE["commitment"]["terminal"]} <= STAGES


def test_a_terminal_stage_is_left_only_by_words_that_pledge_again() -> None:
    terminal = set(LIFE["commitment"]["terminal"])
    assert [each["event"] for each in EVENTS if set(each["from"]) & terminal and each["to"] in STAGES] == ["pledge"]


def test_every_review_step_joins_states_that_exist() -> None:
    for step in LIFE["review"]["transitions"]:
        assert {step["from"], step["to"]} <= set(LIFE["review"]["states"])


def test_what_only_looks_or_tells_changes_no_stage() -> None:
    assert {each["to"] for each in EVENTS if each["class"] == "record"} == {"same"}


def test_the_machines_are_those_of_the_draft(reference: Path) -> None:
    draft = (reference / "domain" / "frameworks" / "lifecycle.toml").read_text(encoding="utf-8")
    assert tomllib.loads(draft) == LIFE
