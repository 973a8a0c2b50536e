"""The streaming filter: one answer a record, in order, whatever the record."""

import json
from pathlib import Path
from typing import Any

from kept.reading.stream import extract_lines

PAGES = Path(__file__).parent / "pages"


def run(*records: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in extract_lines(json.dumps(record) for record in records)]


def test_a_flattened_page_gives_one_label_a_line() -> None:
    lines = (PAGES / "01-haldvik-gazette.txt").read_text(encoding="utf-8").splitlines()
    [answer] = run({"id": 1, "lines": lines})
    assert answer == {"id": 1, "labels": [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0]}


def test_an_html_page_gives_its_article() -> None:
    [answer] = run(
        {
            "id": "a",
            "html": (PAGES / "04-assembly-record.html").read_text(encoding="utf-8"),
            "url": "https://westmark.example/31",
        }
    )
    assert answer["title"] == "Assembly approves soldiers for Sudria, with limits"
    assert answer["date"] == "2026-03-18"
    assert answer["author"] is None
    assert answer["text"].startswith("The Assembly approved")


def test_a_path_is_read_from_disk() -> None:
    [answer] = run({"id": "a", "path": str(PAGES / "01-haldvik-gazette.txt")})
    assert answer["author"] == "Signe Aldous"


def test_a_bad_record_gives_an_error_and_the_next_is_read() -> None:
    good = {"id": 9, "lines": ["Home", "Menu"]}
    bad = [{"id": 1, "html": ""}, {"id": 2, "lines": "no list"}, {"id": 3, "path": "/nowhere/at/all"}, {"id": 4}, [5]]
    answers = run(*bad, good)
    assert all(answer["error"] for answer in answers[:5])
    assert [answer["id"] for answer in answers] == [1, 2, 3, 4, None, 9]
    assert len(answers[5]["labels"]) == 2


def test_what_is_no_json_gives_an_error() -> None:
    assert json.loads(next(iter(extract_lines(["{broken"]))))["error"] == "the line is no JSON"


def test_an_empty_page_of_lines_has_no_labels() -> None:
    assert run({"id": 1, "lines": []}) == [{"id": 1, "labels": []}]


def test_blank_lines_are_passed_over_and_order_is_kept() -> None:
    source = [line for number in range(150) for line in (json.dumps({"id": number, "lines": ["a", "b"]}), "\n")]
    assert [json.loads(line)["id"] for line in extract_lines(source)] == list(range(150))
