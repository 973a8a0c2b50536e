"""The demo's pages are those that were written for it, byte for byte."""

import re
from pathlib import Path

from kept.frameworks.demo import demo_pages
from kept.frameworks.load import load_framework


def test_five_pages_are_read_in_order() -> None:
    assert [path.name for path in demo_pages()] == [
        "01-haldvik-gazette.txt",
        "02-westmark-statement.html",
        "03-harbour-post.txt",
        "04-assembly-record.html",
        "05-mission-report.txt",
    ]


def test_each_page_says_that_its_states_do_not_exist() -> None:
    for path in demo_pages():
        assert "Sample page written for Kept." in path.read_text(encoding="utf-8")


def test_the_pages_are_the_written_ones_byte_for_byte(reference: Path) -> None:
    written = (reference / "domain" / "demo-pages.md").read_bytes()
    blocks = re.findall(rb"\n```page\d\n(.*?)```", written, re.DOTALL)
    assert [path.read_bytes() for path in demo_pages()] == blocks


def test_every_office_of_the_framework_is_named_in_a_page() -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in demo_pages())
    assert [person.name for person in load_framework("demo").persons if person.name not in pages] == []
