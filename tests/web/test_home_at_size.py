"""The first page of a large record stays short, and leads to what it leaves out."""

from __future__ import annotations

from kept.ledger.kinds import Kind
from tests.web.conftest import served
from tests.web.story import promise, said, sources, tell_story
from tests.web.story_norland import MONEY
from tests.web.walk import links, words_of


def test_beyond_sixty_promises_a_box_stands_for_many_and_leads_to_their_list() -> None:
    desk, gazette = tell_story(), sources()["gazette"]
    drafts = [
        said(
            Kind.COMMITMENT_RECORDED,
            f"c:{number}",
            gazette,
            "2026-01-14",
            MONEY,
            promise(f"XN-2025-{number:04d}", "XN", f"thing {number}", "demo.mnf", [f"force.{kind}"], due="2026-12-31"),
        )
        for number in range(60)
        for kind in (("land", "sea", "air")[number % 3],)
    ]
    desk.write(*drafts)
    desk.publish()
    with served(desk) as client:
        page = client.get("/")
        text = page.content.decode()
        assert text.count('class="box ') < 10
        assert "/list/?bucket=date_ahead" in links(page, "/")
        assert "more: see the list" in words_of(page)
        assert len(text) < 60_000
