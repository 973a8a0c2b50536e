"""Counts of things (codebook M1, M4)."""

import pytest

from kept.recognition.fields.counts import count, singular
from kept.recognition.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("40 ceasefire monitors within 30 days", (40, "ceasefire monitor", "exact")),
        ("up to 600 soldiers", (600, "soldier", "up_to")),
        ("two patrol ships", (2, "patrol ship", "exact")),
        ("1,200 Sudrian medics this year", (1200, "medic", "exact")),
        ("several thousand soldiers", (None, "soldier", "exact")),
    ],
)
def test_things_are_counted_with_their_unit(text: str, wanted: tuple[int | None, str, str]) -> None:
    found = count(tokenise(text, 0, len(text)), text)
    assert found is not None
    assert (found.value, found.unit, str(found.qualifier)) == wanted


@pytest.mark.parametrize("text", ["on 30 June 2026", "within 30 days", "71 votes", "12 percent", "in 2030"])
def test_dates_periods_and_shares_are_no_things(text: str) -> None:
    assert count(tokenise(text, 0, len(text)), text) is None


def test_a_plural_loses_its_ending() -> None:
    assert [singular(word) for word in ("countries", "boxes", "ships", "troops")] == [
        "country",
        "box",
        "ship",
        "troops",
    ]
