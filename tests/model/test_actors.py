"""Codes of those who can be bound."""

import pytest

from kept.errors import UnreadableInput
from kept.model.actors import actor_code, reference_prefix


@pytest.mark.parametrize(
    "code", ["XN", "XW:parliament", "org:nato", "grp:g20", "org:joint-monitoring-mission", "person:Per Anhalt"]
)
def test_a_legal_code_is_accepted(code) -> None:
    assert actor_code(code) == code


@pytest.mark.parametrize(
    "code", ["", "xn", "XNX", "XN:", "XN:Parliament", "org:", "org:NATO", "person:", "Norland", "XN\n", "person:a\nb"]
)
def test_an_illegal_code_is_refused_with_examples(code) -> None:
    with pytest.raises(UnreadableInput, match="is no actor code"):
        actor_code(code)


@pytest.mark.parametrize(
    ("code", "prefix"),
    [
        ("XN", "XN"),
        ("XW:parliament", "XW"),
        ("org:nato", "ORG"),
        ("grp:g20", "GRP"),
        ("person:Per Anhalt", "UNK"),
        ("unknown", "UNK"),
        ("", "UNK"),
    ],
)
def test_a_reference_starts_with_the_letters_of_its_actor(code, prefix) -> None:
    assert reference_prefix(code) == prefix
