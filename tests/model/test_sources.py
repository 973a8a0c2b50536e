"""Pages and what of them is the article."""

from datetime import UTC, datetime

import pytest

from kept.model.sources import Article, Capture, Furniture, FurnitureKind, PublishedDate, Redistribution, Span
from kept.model.times import PartialDate


def test_an_article_is_written_with_its_blocks_and_where_its_date_came_from() -> None:
    article = Article(
        text="Title\nNorland will send monitors.",
        blocks=(Span(start=6, end=33, text="Norland will send monitors."),),
        furniture=(Furniture(start=0, end=5, text="Title", kind=FurnitureKind.TITLE, why="first line"),),
        title="Title",
        bylines=("Signe Aldous",),
        published=PublishedDate(value=PartialDate.of("2026-01-14"), provenance="dateline"),
    )
    data = article.to_json()
    assert (data["title"], data["bylines"], data["published"], data["modified"]) == (
        "Title",
        ["Signe Aldous"],
        "2026-01-14",
        None,
    )
    assert data["published_provenance"] == "dateline"
    assert data["blocks"] == [{"start": 6, "end": 33, "text": "Norland will send monitors."}]


def test_furniture_is_written_with_its_kind_and_the_reason() -> None:
    piece = Furniture(start=0, end=4, text="Menu", kind=FurnitureKind.MENU, why="links only")
    assert piece.to_json() == {"kind": "menu", "text": "Menu", "start": 0, "end": 4, "why": "links only"}


@pytest.mark.parametrize(
    ("published", "text"),
    [
        (PublishedDate(value=PartialDate.of("2026-01")), "2026-01"),
        (PublishedDate(value=None), "unknown"),
        (PublishedDate(value=None, bounds="before 15 January 2026"), "unknown (before 15 January 2026)"),
    ],
)
def test_an_unknown_date_says_what_limits_it(published, text) -> None:
    assert str(published) == text


def test_a_capture_shows_quotes_only_unless_its_rights_are_known() -> None:
    capture = Capture(
        sha256="a",
        address="x",
        fetched=datetime(2026, 7, 10, tzinfo=UTC),
        media_type="",
        size=1,
        text_sha256="b",
        extractor="e",
    )
    assert (capture.redistribution, capture.licence) == (Redistribution.QUOTE, "unknown")
