"""Reading a page: the article is kept, everything else is shown as what it is, offsets are exact."""

import itertools
import json
from pathlib import Path

import pytest

from kept.errors import UnreadableInput
from kept.model.sources import Article, FurnitureKind
from kept.reading.article import read_article

PAGES = Path(__file__).parent / "pages"


def read(name: str) -> Article:
    return read_article((PAGES / name).read_bytes(), name=name)


def kinds(article: Article) -> dict[str, FurnitureKind]:
    return {part.text: part.kind for part in article.furniture}


def test_blocks_and_furniture_cover_the_page_but_for_white_space() -> None:
    for page in sorted(PAGES.iterdir()):
        article = read(page.name)
        parts = sorted([*article.blocks, *article.furniture], key=lambda part: part.start)
        assert all(article.text[part.start : part.end] == part.text for part in parts)
        assert all(before.end <= after.start for before, after in itertools.pairwise(parts))
        assert "".join("".join(part.text.split()) for part in parts) == "".join(article.text.split())


def test_a_stored_text_is_the_file_letter_by_letter() -> None:
    assert read("03-harbour-post.txt").text == (PAGES / "03-harbour-post.txt").read_text(encoding="utf-8")


def test_a_news_page_gives_title_byline_and_date() -> None:
    article = read("01-haldvik-gazette.txt")
    assert article.title == "Norland promises Sudria 240 million euros, rules out troops"
    assert article.bylines == ("Signe Aldous",)
    assert str(article.published.value) == "2026-01-14"
    assert "14 January 2026" in article.published.provenance
    assert len(article.blocks) == 4


def test_teasers_and_prompts_of_a_news_page_are_set_aside() -> None:
    found = kinds(read("01-haldvik-gazette.txt"))
    assert found["You have no saved stories yet. Sign in to start your reading list."] is FurnitureKind.BOOKMARK
    assert found["Get our morning letter. Join 4,000 readers. We promise: no spam."] is FurnitureKind.PROMPT
    assert found["Westmark will build 10,000 homes by 2030, minister pledges"] is FurnitureKind.TEASER_TITLE
    assert found["Sudria’s handball team vows revenge"] is FurnitureKind.TEASER_TITLE
    assert sum(kind is FurnitureKind.TEASER_BLURB for kind in found.values()) == 2


def test_comments_menus_and_agency_of_a_wire_copy_are_set_aside() -> None:
    article = read("03-harbour-post.txt")
    found = kinds(article)
    assert found["Tilda: Norland will pay, it always has."] is FurnitureKind.COMMENT
    assert found["Menu Log in Subscribe"] is FurnitureKind.MENU
    assert found["Parliament to decide on sea tunnel"] is FurnitureKind.TEASER_TITLE
    assert found["© The Harbour Post. Reproduction forbidden."] is FurnitureKind.LEGAL
    assert article.bylines == ("Meridian News Agency",)
    assert article.site == "The Harbour Post"
    assert len(article.blocks) == 5


def test_a_plain_report_keeps_its_numbered_paragraphs() -> None:
    article = read("05-mission-report.txt")
    assert [block.text[:2] for block in article.blocks] == ["1.", "2.", "3.", "4.", "5.", "6."]
    assert article.title == "JOINT MONITORING MISSION TO THE ASTER LINE"
    assert str(article.published.value) == "2026-07-06"


@pytest.mark.parametrize("name", sorted(page.name for page in PAGES.iterdir()))
def test_a_sample_says_that_it_was_written_for_the_demo(name: str) -> None:
    assert read(name).provenance == "written-for-demo"


def test_an_official_statement_in_html_is_read_without_menu_footer_and_aside() -> None:
    article = read("02-westmark-statement.html")
    assert article.title == "Statement by Prime Minister Oda Vell on Sudria"
    assert str(article.published.value) == "2026-01-20"
    assert article.language == "en"
    assert len(article.blocks) == 5
    found = kinds(article)
    assert found["The ministry will open the line in May, with two ships and,"] is FurnitureKind.TEASER_BLURB
    assert found["Home News Ministries"] is FurnitureKind.MENU
    assert found["We use cookies. We will never share your data."] is FurnitureKind.LEGAL
    assert found["Tarnstadt, 20 January 2026"] is FurnitureKind.DATELINE


def test_a_record_of_a_vote_is_read_with_all_its_paragraphs() -> None:
    assert len(read("04-assembly-record.html").blocks) == 5


def test_a_page_without_title_and_date_says_unknown_and_what_bounds_it() -> None:
    page = "\n".join(
        [
            "Join 10k+ people to get notified about new posts.",
            *[
                (
                    "The ministers of the five states met again on "
                    "Monday and spoke at length about the river, its ports and its fish, and agreed on nothing at all."
                )
            ]
            * 4,
        ]
    )
    article = read_article(page.encode())
    assert article.title is None
    assert article.published.value is None
    assert "names no year" in article.published.bounds


def test_a_wrapped_statement_is_read_by_paragraphs() -> None:
    text = (
        "STATEMENT ON THE RIVER\n\nThe ministers of the five states that border on the river agreed\n"
        "to meet again in May, and to bring their maps with them to the\nmeeting, which will be held in Vessa.\n\n"
        "They also agreed that the fishing season will begin on the first\nof April, as it did in the years before, and that nobody\n"  # noqa: E501
        "will fish before that day.\n"
    )
    article = read_article(text.encode())
    assert [block.text.split()[0] for block in article.blocks] == ["The", "They"]
    assert article.title == "STATEMENT ON THE RIVER"


BAD = {
    "empty": (b"", "empty"),
    "white space": (b" \n\t\n", "white space"),
    "image": (b"\x89PNG\r\n\x1a\n" + bytes(100), "an image"),
    "null bytes": (b"<html><body><p>Hello\0 there</p></body></html>", "null byte"),
    "noise": (bytes(range(1, 32)) * 50, "binary"),
    "too large": (b"<p>" + b"x" * 50_000_000, "more than the 20 MB"),
    "too deep": (b"<html><body>" + b"<div>" * 10_000 + b"deep" + b"</div>" * 10_000, "nests its tags"),
    "furniture": (b"Home\nMenu\nLog in\nSubscribe\n\xc2\xa9 2026 The Post\n", "furniture only"),
    "furniture in tags": (
        b"<html><body><nav><a>Home</a><a>News</a></nav><footer>Imprint</footer></body></html>",
        "furniture only",
    ),
}


@pytest.mark.parametrize("case", sorted(BAD))
def test_bad_input_gives_one_clear_line(case: str) -> None:
    data, words = BAD[case]
    with pytest.raises(UnreadableInput, match=words) as caught:
        read_article(data, name="page.html")
    assert str(caught.value).startswith("page.html: ")
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 3


@pytest.mark.reference
def test_the_first_page_is_read_as_its_gold_reading_says(reference: Path) -> None:
    gold = json.loads((reference / "gold" / "paris-talks.jsonl").read_text(encoding="utf-8").splitlines()[0])
    article = read_article((reference / "pages" / "paris-talks.txt").read_bytes())
    assert [(part.start, part.end, str(part.kind)) for part in article.furniture] == [
        (part["start"], part["end"], part["kind"]) for part in gold["furniture"]
    ]
    assert len(article.blocks) == 10
    assert article.bylines == ("Saif Rahman",)
    assert article.title is None
    assert article.published.value is None
    assert "2026" in article.published.bounds
