"""Hostile words stay words; headers keep a page to itself; what did not change is not sent again."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from django.test import Client, override_settings
from lxml import html

from kept.errors import StorageFailure
from kept.frameworks.load import load_framework
from kept.ledger.entries import Draft
from kept.ledger.kinds import Kind
from kept.model.times import PartialDate
from kept.web.public.listing import disarmed
from tests.web.conftest import served
from tests.web.story import BY, Desk, promise, said, sources, tell_story
from tests.web.story_norland import MONEY
from tests.web.walk import walk

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"' onmouseover='alert(3)"


def hostile() -> Desk:
    """Tell the story with hostile titles, speakers, notes and addresses in every field that is printed."""
    framework = load_framework("demo")
    topics = tuple(replace(each, title=EVIL, short=EVIL, definition=EVIL) for each in framework.topics)
    actors = tuple(replace(each, title=EVIL) for each in framework.actors)
    desk = tell_story(
        framework=replace(framework, title=EVIL, topics=topics, actors=actors),
        changed={"gazette": {"site": EVIL, "address": "javascript:alert(4)"}, "harbour": {"redistribution": "quote"}},
    )
    gazette = sources()["gazette"]
    payload = promise(
        "XN-2026-0666",
        "XN",
        EVIL,
        "demo.mnf",
        ["force.land"],
        deadline_text=EVIL,
        due="2026-12-31",
        speaker={"label": EVIL, "role": EVIL, "kind": "person"},
        quantity={"value": "3", "unit": EVIL, "qualifier": "exact"},
    )
    note = {"development": "restate", "note": EVIL}
    look = {"what": EVIL, "where": EVIL, "since": None, "until": "2026-07-01", "found": False, "note": EVIL}
    demand = {"type": "demand", "title": EVIL, "actors": [f"person:{EVIL}"], "addressee": ["XN"], "filings": []}
    day = PartialDate.of("2026-02-01")
    desk.write(
        said(Kind.COMMITMENT_RECORDED, "c:evil", gazette, "2026-01-14", MONEY, payload),
        Draft(kind=Kind.DEVELOPMENT_RECORDED, subject="c:evil", by=BY, payload=note, valid=day, known=day),
        Draft(kind=Kind.CHECK_RECORDED, subject="c:evil", by=BY, payload=look, valid=day),
        said(Kind.STATEMENT_RECORDED, "s:evil", gazette, "2026-01-14", MONEY, demand),
    )
    desk.publish()
    return desk


def test_hostile_words_are_printed_as_words_on_every_page() -> None:
    with served(hostile()) as client:
        pages = {path: page for path, page in walk(client).items() if "text/html" in page["Content-Type"]}
    assert len(pages) > 30
    assert any("&lt;script&gt;" in page.content.decode() for page in pages.values())
    for page in pages.values():
        parsed = html.fromstring(page.content)
        assert parsed.xpath("//script | //img | //style | //iframe") == []
        assert parsed.xpath("//@*[starts-with(name(), 'on')] | //@style") == []
        assert not [each for each in parsed.xpath("//@href") if each.strip().lower().startswith("javascript")]


def test_a_hostile_query_is_printed_as_words(client: Client) -> None:
    for path in ("/", "/list/", "/changes/"):
        page = client.get(path, {"as_of": EVIL})
        assert page.status_code == 400
        assert b"<script>" not in page.content
        inside = client.get(path, {"actor": EVIL, "x": EVIL})
        assert b"<script>" not in inside.content


def test_a_spreadsheet_runs_no_cell_of_the_csv() -> None:
    assert [disarmed(each) for each in ("=1+1", "+1", "-1", "@x", "plain")] == ["'=1+1", "'+1", "'-1", "'@x", "plain"]
    desk = tell_story()
    gazette = sources()["gazette"]
    payload = promise("XN-2026-0667", "XN", '=HYPERLINK("x")', "demo.mnf", ["force.land"])
    desk.write(said(Kind.COMMITMENT_RECORDED, "c:formula", gazette, "2026-01-14", MONEY, payload))
    desk.publish()
    with served(desk) as client:
        rows = list(csv.DictReader(io.StringIO(client.get("/list.csv").content.decode())))
    assert {row["title"] for row in rows if row["ref"] == "XN-2026-0667"} == {'\'=HYPERLINK("x")'}


def test_every_answer_forbids_scripts_frames_and_foreign_content(client: Client) -> None:
    for path in ("/", "/nope/", "/matrix.json", "/list.csv"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "same-origin"


def test_pages_need_nothing_that_the_policy_forbids(client: Client) -> None:
    for page in walk(client).values():
        assert not re.search(rb"<(script|style)[ >]| style=", page.content)


def test_a_page_that_did_not_change_is_not_sent_again(client: Client) -> None:
    tag = client.get("/")["ETag"]
    again = client.get("/", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_a_new_entry_changes_every_tag(desk: Desk, client: Client) -> None:
    before = {path: client.get(path)["ETag"] for path in ("/", "/gates/", "/matrix.json")}
    desk.publish()
    assert all(client.get(path)["ETag"] != tag for path, tag in before.items())


def test_tags_differ_by_address_and_day(client: Client) -> None:
    paths = ("/", "/?as_of=2026-04-01", "/?as_of=2026-04-02", "/list/")
    assert len({client.get(path)["ETag"] for path in paths}) == len(paths)


def test_what_was_new_is_seen_at_once_though_pages_are_remembered(desk: Desk, client: Client) -> None:
    assert b"XN-2026-0099" not in client.get("/list/").content
    payload = promise("XN-2026-0099", "XN", "late news", "demo.mnf", ["force.land"])
    desk.write(said(Kind.COMMITMENT_RECORDED, "c:new", sources()["gazette"], "2026-01-14", MONEY, payload))
    desk.publish()
    assert b"XN-2026-0099" in client.get("/list/").content


def test_long_pages_travel_compressed(client: Client) -> None:
    answer = client.get("/method/", headers={"Accept-Encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert answer["ETag"].startswith("W/")


def test_a_ledger_that_cannot_be_read_gives_a_page_that_says_so(caplog: pytest.LogCaptureFixture) -> None:
    def gone() -> None:
        raise StorageFailure("no ledger is here", where="/secret/folder", remedy="Make one with kept init")

    with override_settings(KEPT_PROVIDER=gone):
        page = Client().get("/")
    assert page.status_code == 503
    assert b"The record cannot be read now" in page.content
    assert b"/secret/folder" not in page.content
    assert "no ledger is here" in caplog.text


def test_a_fault_of_the_site_shows_no_trace_of_itself() -> None:
    def broken() -> None:
        raise ZeroDivisionError("inside")

    with override_settings(KEPT_PROVIDER=broken):
        page = Client(raise_request_exception=False).get("/")
    assert page.status_code == 500
    assert b"The record cannot be read now" in page.content
    assert b"inside" not in page.content
