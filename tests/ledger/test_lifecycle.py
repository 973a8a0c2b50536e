"""Which development moves which stage where: every pair is walked."""

import subprocess
import sys
from pathlib import Path

import pytest

from kept.errors import RuleRefusal
from kept.frameworks.lifecycle import lifecycle
from kept.ledger.lifecycle import (
    FIRM_OPEN,
    LADDER,
    OF_FIRMNESS,
    Moved,
    Nature,
    Stage,
    move,
    terminal_stages,
    transition,
)
from kept.model.statements import Firmness

ROOT = Path(__file__).parents[2]
PAIRS = [(stage, name) for stage in Stage for name in lifecycle().transitions]


def moved(stage: Stage, name: str, **rest) -> Moved:
    return move(stage, name, **({"nature": Nature.SINGLE, "previous": Stage.PLEDGED} | rest))


def documented() -> dict[tuple[str, str], str]:
    """Read the table of the document: (stage, development) → cell."""
    lines = (ROOT / "docs" / "lifecycle.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    stages = rows[0][2:]
    return {(stage, row[0]): cell for row in rows[2:] for stage, cell in zip(stages, row[2:], strict=True)}


@pytest.mark.parametrize("stage", Stage)
def test_every_development_does_at_every_stage_what_the_document_says(stage) -> None:
    table = documented()
    for name in lifecycle().transitions:
        result = moved(stage, name)
        said = "-" if not result.in_order else "=" if result.stage is stage else str(result.stage)
        assert table[stage, name] == said, (stage, name)


def test_the_document_has_every_pair_and_no_other() -> None:
    assert set(documented()) == {(str(stage), name) for stage, name in PAIRS}


def test_the_document_is_the_one_that_the_tool_writes() -> None:
    tool = ROOT / "tools" / "make_lifecycle_doc.py"
    done = subprocess.run(
        [sys.executable, str(tool), "--check"],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT / "src")},
    )
    assert (done.returncode, done.stdout.strip()) == (0, "unchanged"), done.stderr or f"run {tool.name}"


@pytest.mark.parametrize(("stage", "name"), PAIRS)
def test_what_the_table_does_not_list_changes_nothing_and_is_marked(stage, name) -> None:
    row = transition(name)
    if "*" in row.leaves or stage in row.leaves:
        assert moved(stage, name).in_order
    else:
        assert (moved(stage, name).stage, moved(stage, name).in_order) == (stage, False)


@pytest.mark.parametrize(("stage", "name"), [pair for pair in PAIRS if set(pair) & set(LADDER) and pair[0] in LADDER])
def test_only_an_explicit_step_leads_down_the_ladder(stage, name) -> None:
    result = moved(stage, name).stage
    went_down = result in LADDER and LADDER.index(result) < LADDER.index(stage)
    assert not went_down or name == "reverse_delivery"


def test_a_step_behind_the_stage_says_that_it_stays() -> None:
    result = moved(Stage.DELIVERED, "fund")
    assert (result.stage, result.in_order) == (Stage.DELIVERED, True)
    assert result.because == "“fund” lies behind delivered: the stage stays"


@pytest.mark.parametrize(
    ("stage", "gates_open", "result"),
    [
        (Stage.PLEDGED, 0, Stage.AUTHORISED),
        (Stage.PLEDGED, 1, Stage.PLEDGED),
        (Stage.BLOCKED, 0, Stage.AUTHORISED),
        (Stage.BLOCKED, 1, Stage.BLOCKED),
        (Stage.FUNDED, 0, Stage.FUNDED),
        (Stage.SUSPENDED, 0, Stage.SUSPENDED),
    ],
)
def test_a_passed_vote_authorises_once_no_vote_is_left_open(stage, gates_open, result) -> None:
    assert moved(stage, "gate_passed", gates_open=gates_open).stage is result


@pytest.mark.parametrize("nature", [Nature.STANDING, Nature.CONTINGENT])
def test_what_stands_or_waits_for_its_case_is_never_delivered(nature) -> None:
    result = moved(Stage.PLEDGED, "complete", nature=nature)
    assert (result.stage, result.in_order) == (Stage.PLEDGED, False)
    assert result.because == f"a {nature} commitment reaches in_force, never delivered"


@pytest.mark.parametrize("nature", [Nature.SINGLE, Nature.RECURRING])
def test_other_promises_are_delivered(nature) -> None:
    assert moved(Stage.PLEDGED, "complete", nature=nature).stage is Stage.DELIVERED


def test_resuming_leads_back_to_where_it_was() -> None:
    assert moved(Stage.SUSPENDED, "resume", previous=Stage.FUNDED).stage is Stage.FUNDED


def test_a_change_says_where_it_led_and_no_change_says_nothing() -> None:
    assert moved(Stage.PLEDGED, "agree").because == "“agree” leads to agreed"
    assert moved(Stage.PLEDGED, "restate").because == ""


def test_an_unknown_development_names_those_there_are() -> None:
    with pytest.raises(RuleRefusal, match=r"“forgive” is no development\. Use one of: add_evidence, agree"):
        transition("forgive")


def test_a_record_enters_with_the_stage_of_its_first_words() -> None:
    assert [OF_FIRMNESS[firmness] for firmness in Firmness] == [
        Stage.FLOATED,
        Stage.INTENDED,
        Stage.PLEDGED,
        Stage.AGREED,
        Stage.AUTHORISED,
        Stage.FUNDED,
        Stage.DELIVERED,
    ]


def test_the_terminal_stages_are_those_of_the_file() -> None:
    assert terminal_stages() == {Stage.WITHDRAWN, Stage.SUPERSEDED, Stage.EXPIRED}


def test_a_promise_stands_open_from_pledged_to_in_delivery() -> None:
    assert FIRM_OPEN == (Stage.PLEDGED, Stage.AGREED, Stage.AUTHORISED, Stage.FUNDED, Stage.IN_DELIVERY)
