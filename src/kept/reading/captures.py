"""Keep what was fetched: bytes and stored texts by their SHA-256, written once, never changed.

captures/ab/ab12…/   data           the bytes as they came
                     capture.json   where from, when, with which headers, on which terms
                     article.json   the reading: offsets of blocks and furniture into the stored text
texts/cd/cd34….txt   the stored text that quotes point into
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kept.errors import RecordTampered, StorageFailure, UnknownSubject
from kept.model.sources import Article, Capture, Redistribution
from kept.model.times import instant_text, parse_instant
from kept.reading.article_json import article_from_json, article_to_json

if TYPE_CHECKING:
    from collections.abc import Iterator


class CaptureStore:
    """A folder of captures. All methods raise StorageFailure when the folder cannot be read or written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(
        self,
        data: bytes,
        article: Article,
        *,
        address: str,
        fetched: datetime,
        media_type: str,
        headers: tuple[tuple[str, str], ...] = (),
        redistribution: Redistribution = Redistribution.QUOTE,
        licence: str = "unknown",
    ) -> Capture:
        """Keep the bytes of a page with its reading; the same bytes again give back the capture that is there."""
        sha256 = hashlib.sha256(data).hexdigest()
        if self._place(sha256).is_dir():
            return self.get(sha256)
        text = article.text.encode("utf-8")
        capture = Capture(
            sha256=sha256,
            address=address,
            fetched=fetched.astimezone(UTC),
            media_type=media_type,
            size=len(data),
            text_sha256=hashlib.sha256(text).hexdigest(),
            extractor=article.extractor,
            headers=headers,
            redistribution=redistribution,
            licence=licence,
            provenance=article.provenance,
        )
        try:
            self._write_text(capture.text_sha256, text)
            self._write_capture(capture, data, article)
        except OSError as error:
            raise StorageFailure(
                f"the capture could not be written ({error.strerror})",
                where=str(self.folder),
                remedy="Check the folder's rights and the free space",
            ) from error
        return self.get(sha256)

    def get(self, sha256: str) -> Capture:
        """Give a capture by the SHA-256 of its bytes. Raises UnknownSubject when there is none."""
        return _capture_from_json(json.loads(self._read(sha256, "capture.json")))

    def data(self, sha256: str) -> bytes:
        """Give the bytes of a capture. Raises RecordTampered when they are not what was kept."""
        return self._checked(self._read(sha256, "data"), sha256)

    def text(self, text_sha256: str) -> str:
        """Give a stored text by its own SHA-256. Raises RecordTampered when it is not what was kept."""
        try:
            data = self._text_place(text_sha256).read_bytes()
        except OSError as error:
            raise UnknownSubject(
                f"there is no stored text {text_sha256[:12]}",
                where=str(self.folder),
                remedy="Restore the folder of captures from a backup",
            ) from error
        return self._checked(data, text_sha256).decode("utf-8")

    def article(self, sha256: str) -> Article:
        """Give the reading of a capture, as it was when it was kept."""
        return article_from_json(
            json.loads(self._read(sha256, "article.json")), self.text(self.get(sha256).text_sha256)
        )

    def all(self) -> Iterator[Capture]:
        """Give all captures, in the order of their hashes."""
        for place in sorted(self.folder.glob("captures/??/*")):
            if len(place.name) == 64:
                yield self.get(place.name)

    def _place(self, sha256: str) -> Path:
        return self.folder / "captures" / sha256[:2] / sha256

    def _text_place(self, sha256: str) -> Path:
        return self.folder / "texts" / sha256[:2] / f"{sha256}.txt"

    def _read(self, sha256: str, name: str) -> bytes:
        try:
            return (self._place(sha256) / name).read_bytes()
        except OSError as error:
            raise UnknownSubject(
                f"there is no capture {sha256[:12]}",
                where=str(self.folder),
                remedy="Restore the folder of captures from a backup",
            ) from error

    def _checked(self, data: bytes, sha256: str) -> bytes:
        if hashlib.sha256(data).hexdigest() != sha256:
            raise RecordTampered(
                f"what is kept as {sha256[:12]} has been changed",
                where=str(self.folder),
                remedy="Restore it from a backup",
            )
        return data

    def _write_text(self, sha256: str, text: bytes) -> None:
        place = self._text_place(sha256)
        if place.exists():
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=".new-")
        with os.fdopen(handle, "wb") as stream:
            _write(stream, text)
        Path(name).replace(place)
        _sync(place.parent)

    def _write_capture(self, capture: Capture, data: bytes, article: Article) -> None:
        """Write a whole capture beside its place and move it there in one step; whoever comes second finds it there."""
        place = self._place(capture.sha256)
        place.parent.mkdir(parents=True, exist_ok=True)
        new = tempfile.mkdtemp(dir=place.parent, prefix=".new-")
        contents = {
            "data": data,
            "capture.json": _bytes(_capture_to_json(capture)),
            "article.json": _bytes(article_to_json(article)),
        }
        for name, content in contents.items():
            with open(os.path.join(new, name), "wb") as stream:  # noqa: PTH118, PTH123  mkdtemp gives text
                _write(stream, content)
        _sync(new)
        try:
            os.rename(new, place)  # noqa: PTH104  as above
        except OSError:
            shutil.rmtree(new, ignore_errors=True)
            if not place.is_dir():
                raise
        _sync(place.parent)


def _write(stream: Any, content: bytes) -> None:
    stream.write(content)
    stream.flush()
    os.fsync(stream.fileno())


def _sync(folder: Path | str) -> None:
    """Make the names in a folder durable too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _bytes(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode("utf-8")


def _capture_to_json(capture: Capture) -> dict[str, Any]:
    return {
        "sha256": capture.sha256,
        "address": capture.address,
        "fetched": instant_text(capture.fetched),
        "media_type": capture.media_type,
        "size": capture.size,
        "text_sha256": capture.text_sha256,
        "extractor": capture.extractor,
        "headers": [list(pair) for pair in capture.headers],
        "redistribution": str(capture.redistribution),
        "licence": capture.licence,
        "provenance": capture.provenance,
    }


def _capture_from_json(data: dict[str, Any]) -> Capture:
    headers = tuple((name, value) for name, value in data["headers"])
    return Capture(
        **{
            **data,
            "fetched": parse_instant(data["fetched"]),
            "headers": headers,
            "redistribution": Redistribution(data["redistribution"]),
        }
    )
