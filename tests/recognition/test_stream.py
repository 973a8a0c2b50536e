"""The filter from texts to statements."""

import json

import pytest

from kept.errors import UnreadableInput
from kept.frameworks.load import load_framework
from kept.recognition.stream import recognise_lines


def answers(*rows: str, any_speaker: bool = False) -> list[dict[str, object]]:
    return [json.loads(line) for line in recognise_lines(rows, load_framework("demo"), any_speaker=any_speaker)]


def test_offsets_count_in_the_text_itself() -> None:
    text = "Norland will send Sudria 40 trucks by June."
    (answer,) = answers(json.dumps({"id": "a", "text": text, "before": "Norland spoke.", "after": "It rained."}))
    (found,) = answer["statements"]  # type: ignore[misc]  # one statement
    assert (answer["id"], text[found["start"] : found["end"]]) == ("a", found["quote"])


def test_context_is_never_recorded() -> None:
    row = {"id": "a", "text": "It rained.", "before": "Norland will send Sudria 40 trucks by June."}
    assert answers(json.dumps(row)) == [{"id": "a", "statements": []}]


def test_any_speaker_may_bind_where_asked() -> None:
    row = json.dumps({"id": "a", "text": "We will build 40 hospitals by 2030."})
    assert answers(row)[0]["statements"] == []
    assert answers(row, any_speaker=True)[0]["statements"]


def test_blank_lines_are_passed_over() -> None:
    assert answers("", "  ") == []


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '{"text": "x"}'])
def test_a_line_that_is_no_passage_is_named_by_its_number(line: str) -> None:
    with pytest.raises(UnreadableInput, match="line 2"):
        answers('{"id": "a", "text": "It rained."}', line)
