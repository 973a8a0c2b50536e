"""Contrast of text and its ground, in both schemes: at least 4.5 to 1 (WCAG 2.2, AA)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kept.web

STYLESHEET = (Path(kept.web.__file__).parent / "static" / "web" / "kept.css").read_text(encoding="utf-8")
PAIRS = (
    ("ink", "paper"),
    ("ink", "sheet"),
    ("soft", "paper"),
    ("soft", "sheet"),
    ("hue", "paper"),
    ("hue", "sheet"),
    ("hue", "hue-3"),
    ("hue-ink", "hue"),
    ("ink", "hue-2"),
    ("ink", "hue-3"),
    ("ink", "mark"),
    ("soft", "hue-3"),
    ("lit-ink", "lit"),
)
"""Text colour and the ground it stands on."""


def colours(scheme: str) -> dict[str, str]:
    """Read the colours of a scheme; the dark one is written second."""
    blocks = re.findall(r":root \{(.*?)\}", STYLESHEET, re.DOTALL)
    block = blocks[0 if scheme == "light" else 1]
    return dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6})", block))


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_black_on_white_has_the_highest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(scheme: str, text: str, ground: str) -> None:
    found = colours(scheme)
    assert contrast(found[text], found[ground]) >= 4.5


def test_the_stylesheet_has_one_hue() -> None:
    hues = {colours(scheme)[name] for scheme in ("light", "dark") for name in ("hue", "hue-2", "hue-3", "mark")}
    assert all(_is_petrol(each) for each in hues)


def _is_petrol(colour: str) -> bool:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red < green <= blue
