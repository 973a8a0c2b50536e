"""Conditions, and the kinds they are (codebook K1–K3)."""

import pytest

from kept.recognition.fields.conditions import clause_condition, kind_of, phrases
from kept.recognition.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("if a ceasefire enters into force", "ceasefire"),
        ("once a peace deal is signed", "peace_agreement"),
        ("if it invades its neighbour", "adversary_behaviour"),
        ("unless our partners contribute", "contribution_by_others"),
        ("if the shelling goes on", "trigger_event"),
    ],
)
def test_a_conditional_clause_has_a_kind(text: str, kind: str) -> None:
    found = clause_condition(tokenise(text, 0, len(text)), text)
    assert found is not None
    assert (found.kind, found.text) == (kind, text)


def test_a_phrase_states_a_condition_without_a_clause() -> None:
    text = "send help in the event of an attack, they say"
    assert [(each.kind, each.text) for each in phrases(tokenise(text, 0, len(text)), text)] == [
        ("adversary_behaviour", "in the event of an attack")
    ]


def test_a_word_inside_another_is_no_condition_word() -> None:
    assert kind_of("if the outlaws win") == "other"
