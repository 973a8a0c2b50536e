"""Read a page: decide what it is, and hand back its article with everything around it classified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.reading.decode import decode
from kept.reading.page import is_html, read_html
from kept.reading.plain import read_plain

if TYPE_CHECKING:
    from kept.model.sources import Article


def read_article(data: bytes, *, media_type: str | None = None, address: str | None = None, name: str = "") -> Article:
    """Read the bytes of a page: HTML, a flattened page (one line a block), or a plain statement.

    `media_type` is the Content-Type header, `address` where it was fetched, `name` what an error calls it.
    Raises UnreadableInput for what is empty, binary, too large, nested too deep, or has no article in it.
    """
    where = name or address or ""
    decoded = decode(data, media_type=media_type, where=where)
    read = read_html if is_html(decoded.text) else read_plain
    return read(decoded.text, where=where, address=address, notes=decoded.notes)
