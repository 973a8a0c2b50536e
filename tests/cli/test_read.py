"""`kept read`: what it prints, and one clear line for what cannot be read."""

import json
import re
from pathlib import Path

import pytest

from kept.frameworks.demo import demo_pages
from tests.cli.conftest import Kept

GAZETTE = demo_pages()[0]


def test_it_prints_title_byline_date_furniture_statements_and_counts(kept: Kept) -> None:
    ran = kept("read", "--framework", "demo", GAZETTE)
    assert ran.code == 0
    for words in (
        "Norland promises Sudria 240 million euros, rules out troops",
        "by Signe Aldous",
        "2026-01-14",
        "prompt        Get our morning letter.",
        "“Norland will give Sudria 240 million euros for air defence by 30 June”",
        "3 commitments · 1 expectation · 1 demand · 1 refusal",
    ):
        assert words in ran.out


def test_its_json_points_into_the_stored_text(kept: Kept) -> None:
    read = json.loads(kept("read", "--json", "--framework", "demo", GAZETTE).out)
    text = read["article"]["text"]
    assert read["article"]["bylines"] == ["Signe Aldous"]
    for part in read["furniture"]:
        assert text[part["start"] : part["end"]] == part["text"]
    for said in read["statements"]:
        assert text[said["start"] : said["end"]] == said["quote"]


def test_nobody_commits_to_anything_on_the_founding_page(kept: Kept, reference: Path) -> None:
    ran = kept("read", reference / "pages" / "paris-talks.txt")
    counts = ran.out.strip().splitlines()[-1]
    assert re.match(
        r"Nobody commits to anything here: 0 commitments · 1 expectation · [23] demands · 2 refusals", counts
    )
    assert "1 decision needed" in counts


def test_a_page_comes_from_standard_input_too(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    with GAZETTE.open("rb") as page:
        monkeypatch.setattr("sys.stdin", type("In", (), {"buffer": page})())
        assert "3 commitments" in kept("read", "--framework", "demo", "-").out


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.bin", bytes(range(256)) * 40, "binary"),
        ("furniture.txt", b"Skip to content\nMenu\nSign in to start your reading list.\n", "furniture"),
        ("large.txt", b"word " * 10_000_000, "MB"),
    ],
)
def test_bad_input_is_one_line_naming_file_and_remedy(
    kept: Kept, tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(data)
    ran = kept("read", tmp_path / name)
    assert (ran.code, ran.out) == (3, "")
    assert says in ran.err
    assert name in ran.err
    assert len(ran.err.strip().splitlines()) == 1


def test_a_file_that_does_not_exist_is_named(kept: Kept) -> None:
    ran = kept("read", "nowhere.txt")
    assert (ran.code, ran.err) == (3, "kept: nowhere.txt: no such file. Check the path.\n")


def test_an_address_that_may_not_be_asked_is_named(kept: Kept) -> None:
    ran = kept("read", "http://127.0.0.1:9/")
    assert ran.code == 6
    assert len(ran.err.strip().splitlines()) == 1


def test_text_in_the_wrong_encoding_is_read_with_a_note(kept: Kept, tmp_path: Path) -> None:
    page = GAZETTE.read_text(encoding="utf-8").encode("cp1252")
    (tmp_path / "page.txt").write_bytes(page)
    ran = kept("read", "--framework", "demo", tmp_path / "page.txt")
    assert ran.code == 0
    assert "Note:" in ran.out
    assert "3 commitments" in ran.out


def test_an_unknown_framework_says_which_there_are(kept: Kept) -> None:
    ran = kept("read", "--framework", "nonsense", GAZETTE)
    assert ran.code == 2
    assert "g20-summit" in ran.err
