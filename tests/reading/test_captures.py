"""The capture store: what is kept stays as it was, and says so when it does not."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kept.errors import RecordTampered, StorageFailure, UnknownSubject
from kept.model.sources import Capture, Redistribution
from kept.reading.article import read_article
from kept.reading.captures import CaptureStore

PAGE = (Path(__file__).parent / "pages" / "02-westmark-statement.html").read_bytes()
NOON = datetime(2026, 7, 10, 12, tzinfo=UTC)


def put(store: CaptureStore, data: bytes = PAGE, fetched: datetime = NOON) -> Capture:
    return store.put(
        data,
        read_article(PAGE),
        address="https://westmark.example/statement",
        fetched=fetched,
        media_type="text/html",
        headers=(("content-type", "text/html"),),
        redistribution=Redistribution.FULL,
        licence="CC0-1.0",
    )


def test_a_capture_comes_back_as_it_was_put(tmp_path: Path) -> None:
    store = CaptureStore(tmp_path)
    capture = put(store)
    assert store.get(capture.sha256) == capture
    assert store.data(capture.sha256) == PAGE
    assert store.article(capture.sha256) == read_article(PAGE)
    assert store.text(capture.text_sha256) == read_article(PAGE).text
    assert (capture.fetched, capture.headers, capture.provenance) == (
        NOON,
        (("content-type", "text/html"),),
        "written-for-demo",
    )


def test_the_same_bytes_again_change_nothing(tmp_path: Path) -> None:
    store = CaptureStore(tmp_path)
    first = put(store)
    again = put(store, fetched=NOON.replace(year=2027))
    assert again == first
    assert list(store.all()) == [first]


def test_nothing_half_written_is_left_behind(tmp_path: Path) -> None:
    store = CaptureStore(tmp_path)
    put(store)
    assert not list(tmp_path.rglob(".new-*"))


def test_a_half_written_capture_is_not_seen(tmp_path: Path) -> None:
    store = CaptureStore(tmp_path)
    capture = put(store)
    (tmp_path / "captures" / capture.sha256[:2] / ".new-torn").mkdir()
    assert list(store.all()) == [capture]


def test_changed_bytes_are_found_out(tmp_path: Path) -> None:
    store = CaptureStore(tmp_path)
    capture = put(store)
    next(tmp_path.rglob("data")).write_bytes(PAGE + b" ")
    with pytest.raises(RecordTampered, match="has been changed"):
        store.data(capture.sha256)


def test_a_changed_text_is_found_out(tmp_path: Path) -> None:
    store = CaptureStore(tmp_path)
    capture = put(store)
    next(tmp_path.rglob("*.txt")).write_text("other")
    with pytest.raises(RecordTampered, match="has been changed"):
        store.article(capture.sha256)


def test_what_was_never_kept_is_unknown(tmp_path: Path) -> None:
    with pytest.raises(UnknownSubject, match="there is no capture"):
        CaptureStore(tmp_path).get("0" * 64)


def test_a_folder_that_cannot_be_written_is_a_failure_of_storage(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageFailure, match="could not be written"):
        put(CaptureStore(tmp_path / "file"))


def test_two_pages_with_one_text_share_it(tmp_path: Path) -> None:
    store = CaptureStore(tmp_path)
    assert put(store).text_sha256 == put(store, PAGE + b"\n").text_sha256
    assert len(list(tmp_path.rglob("*.txt"))) == 1


def test_the_sidecar_is_json_that_people_can_read(tmp_path: Path) -> None:
    put(CaptureStore(tmp_path))
    assert json.loads(next(tmp_path.rglob("capture.json")).read_text())["fetched"] == "2026-07-10T12:00:00.000000Z"


def test_an_article_without_a_date_comes_back_without_one(tmp_path: Path) -> None:
    store = CaptureStore(tmp_path)
    article = replace(read_article(PAGE), title=None, site=None, notes=("read as cp1252",))
    capture = store.put(PAGE, article, address="", fetched=NOON, media_type="")
    assert store.article(capture.sha256) == article
