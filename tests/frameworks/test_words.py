"""Every code of the model, the lifecycle and the frameworks has a reader's words."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

import kept.ledger
import kept.model
from kept.errors import BrokenFramework
from kept.frameworks import conditions, taxonomy
from kept.frameworks.files import DATA, read_toml
from kept.frameworks.load import framework_names, load_framework
from kept.frameworks.words import load_words

WORDS = load_words()


NAMED_OTHERWISE = {"kind": "entry_kind"}
"""Lists whose class has too short a name for a table of words."""


def closed_lists() -> Iterator[tuple[str, type[StrEnum]]]:
    for room in (kept.model, kept.ledger):
        for module in pkgutil.iter_modules(room.__path__):
            for value in vars(importlib.import_module(f"{room.__name__}.{module.name}")).values():
                if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum:
                    name = re.sub(r"(?<!^)(?=[A-Z])", "_", value.__name__).lower()
                    yield NAMED_OTHERWISE.get(name, name), value


def test_every_closed_list_of_model_and_ledger_has_words() -> None:
    lists = dict(closed_lists())
    assert {"statement_type", "firmness", "furniture_kind", "verdict"} <= set(lists)
    for kind, codes in lists.items():
        for code in codes:
            assert WORDS.of(kind, code)


def test_every_stage_development_and_flag_of_the_lifecycle_has_words() -> None:
    life = read_toml(DATA / "lifecycle.toml")
    developments = [each["event"] for each in life["commitment"]["event"]]
    for kind, codes in (
        ("stage", life["commitment"]["states"]),
        ("development", developments),
        ("flag", life["flags"]),
        ("review_state", life["review"]["states"]),
    ):
        for code in codes:
            assert WORDS.of(kind, code)


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("condition_kind", conditions.CONDITION_KINDS),
        ("condition_status", conditions.CONDITION_STATES),
        ("gate_kind", taxonomy.GATE_KINDS),
        ("gate_status", conditions.GATE_STATES),
        ("gate_force", taxonomy.FORCES),
        ("gate_named_by", taxonomy.NAMED_BY),
    ],
)
def test_every_kind_and_state_of_gates_and_conditions_has_words(kind: str, codes: tuple[str, ...]) -> None:
    assert [code for code in codes if not WORDS.of(kind, code)] == []


def test_every_score_leads_to_an_outcome_with_words() -> None:
    outcomes = [score.outcome for name in framework_names() for score in load_framework(name).scale]
    assert outcomes
    assert all(WORDS.of("reader_status", outcome) for outcome in outcomes)


def test_a_code_without_words_is_an_error_with_a_remedy() -> None:
    with pytest.raises(BrokenFramework, match=r"words\.toml: “half_done” has no words under \[stage\]\. Add half_done"):
        WORDS.of("stage", "half_done")
    with pytest.raises(BrokenFramework, match=r"no kind of code is called “mood”"):
        WORDS.of("mood", "good")


def test_words_of_readers_never_show_a_code() -> None:
    for kind, codes in WORDS.table.items():
        for code, word in codes.items():
            assert "_" not in word.text + word.help, f"{kind}.{code}"


def test_help_is_one_line_and_may_be_missing() -> None:
    assert WORDS.help("stage", "pledged") == "They said they will."
    assert WORDS.help("speaker_kind", "person") == ""


def test_a_word_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text("[stage]\npledged = 3\n", encoding="utf-8")
    with pytest.raises(BrokenFramework, match=r"words\.toml, stage: key “pledged” has no words"):
        load_words(path)
