"""Adding pages: captured once, queued once, and nothing of it where a page cannot be read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kept.bootstrap import create_ledger
from kept.cli.demo_walk import demo_ports
from kept.errors import RuleRefusal, UnreadableInput
from kept.frameworks.demo import demo_pages
from kept.pipeline.add import PageInput, add_page
from kept.pipeline.desk import Desk


def test_a_page_is_captured_with_bytes_hash_and_text(desk: Desk, add: Callable) -> None:
    added = add("01")
    source = desk.record().sources[added.capture.sha256]
    assert desk.captures.data(added.capture.sha256) == demo_pages()[0].read_bytes()
    assert (source.address, source.published_on) == ("01-haldvik-gazette.txt", "2026-01-14")


def test_adding_a_page_twice_changes_nothing(desk: Desk, add: Callable) -> None:
    add("01")
    before = desk.store.root()
    again = add("01")
    assert (again.was_known, again.queued, desk.store.root()) == (True, 0, before)


def test_the_same_wire_on_another_site_is_one_story(desk: Desk, add: Callable) -> None:
    first, second = add("01"), add("03")
    assert second.same_story_as == first.capture.sha256


def test_another_story_is_its_own(add: Callable) -> None:
    add("01")
    assert add("02").same_story_as is None


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02\x03" * 999], ids=["empty", "binary"])
def test_an_unreadable_page_leaves_the_ledger_as_it_was(desk: Desk, data: bytes) -> None:
    before = desk.store.root()
    with pytest.raises(UnreadableInput, match="broken"):
        add_page(desk, PageInput(data=data, address="broken"))
    assert (desk.store.root(), list(desk.captures.all())) == (before, [])


def test_a_publishing_ledger_refuses_invented_pages(tmp_path: Path) -> None:
    desk = create_ledger(tmp_path, framework="ukraine-security-guarantees", ports=demo_ports())
    with pytest.raises(RuleRefusal, match="written-for-demo"):
        add_page(desk, PageInput(data=demo_pages()[0].read_bytes(), address="01"))
    assert desk.store.size() == 1
