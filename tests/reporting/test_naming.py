"""Names of actors, and titles inside a sentence."""

import pytest

from kept.reporting.naming import actor_title, inside_a_sentence
from tests.ledger.demo_cast import FRAMEWORK


@pytest.mark.parametrize(
    ("code", "title"), [("XN", "Norland"), ("DE", "Germany"), ("org:unheard-of", "org:unheard-of")]
)
def test_an_actor_has_its_name(code, title) -> None:
    assert actor_title(code, FRAMEWORK) == title


@pytest.mark.parametrize(
    ("title", "inside"),
    [
        ("Radar data", "radar data"),
        ("radar data", "radar data"),
        ("Norland and Sudria share maps", "Norland and Sudria share maps"),
        ("NATO hubs", "NATO hubs"),
        ("France sends ships", "France sends ships"),
        ("240 million euros", "240 million euros"),
        ("", ""),
    ],
)
def test_a_title_starts_small_unless_it_is_a_name(title, inside) -> None:
    assert inside_a_sentence(title, FRAMEWORK) == inside
