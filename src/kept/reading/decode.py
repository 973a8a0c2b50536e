"""Turn the bytes of a page into text, or say in one line why they are none."""

from __future__ import annotations

import codecs
import re
import zlib
from dataclasses import dataclass

from kept.errors import UnreadableInput

LARGEST = 20 * 1024 * 1024
"""Bytes that are read; more is refused before anything is parsed."""

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_MAGIC = ((b"%PDF-", "a PDF file"), (b"\x89PNG", "an image (PNG)"), (b"\xff\xd8\xff", "an image (JPEG)"), (b"GIF8", "an image (GIF)"),
          (b"PK\x03\x04", "a ZIP archive or an office document"), (b"\x7fELF", "a program"),
          (b"\xd0\xcf\x11\xe0", "an old office document"), (b"RIFF", "sound, video or an image (RIFF)"), (b"OggS", "sound or video"))
_DECLARED = re.compile(rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([a-zA-Z0-9_.:-]{2,40})")
_HTTP = re.compile(r"charset\s*=\s*[\"']?\s*([a-zA-Z0-9_.:-]{2,40})", re.IGNORECASE)
_WEB_NAMES = {"iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252", "iso8859-9": "cp1254"}
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of a page, its character encoding, and what had to be guessed."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, *, media_type: str | None = None, where: str = "") -> Decoded:
    """Decode a page: byte order mark, then what the server, then what the page declares, then UTF-8, then Windows-1252.

    What is declared wrongly is noted. Raises UnreadableInput for an empty, oversized or binary input.
    """
    data = _unpacked(data, where)
    _refuse(data, where)
    decoded = _by_mark(data, where) or _by_declaration(data, media_type)
    if len(_CONTROL.findall(decoded.text[:20_000])) > max(3, len(decoded.text[:20_000]) // 50):
        raise UnreadableInput("the file is binary, not text", where=where, remedy="Give the page as HTML or plain text")
    if not decoded.text.strip("\ufeff \t\r\n\f\v\xa0"):
        raise UnreadableInput("the file holds nothing but white space", where=where, remedy="Give a page with text")
    return decoded


def _unpacked(data: bytes, where: str) -> bytes:
    """Unpack a gzipped page, no further than one byte beyond what is read."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        return zlib.decompressobj(wbits=31).decompress(data, LARGEST + 1)
    except zlib.error as error:
        raise UnreadableInput("the gzip archive is damaged", where=where, remedy="Pack the page again") from error


def _refuse(data: bytes, where: str) -> None:
    if not data:
        raise UnreadableInput("the file is empty", where=where, remedy="Give a page with text")
    if len(data) > LARGEST:
        raise UnreadableInput(f"the page has {len(data) / 1048576:.0f} MB, more than the {LARGEST // 1048576} MB that are read",
                              where=where, remedy="Save the article alone, or split the file")
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise UnreadableInput(f"the file is {name}, not a page", where=where, remedy="Give the page as HTML or plain text")


def _by_mark(data: bytes, where: str) -> Decoded | None:
    for mark, name in _BOMS:
        if data.startswith(mark):
            text, notes = _strictly(data[len(mark):] if name == "utf-8" else data, name)
            return Decoded(text=text, encoding=name, notes=notes)
    null = data.find(b"\0")
    if null < 0:
        return None
    wide = _wide(data)
    if wide is None:
        raise UnreadableInput(f"byte {null} is a null byte: the file is binary or damaged", where=where,
                              remedy="Give the page as HTML or plain text")
    text, _ = _strictly(data, wide)
    return Decoded(text=text, encoding=wide, notes=(f"no encoding was marked; read as {wide}",))


def _wide(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark: nearly every other byte is null, always on the same side."""
    head = data[:4000]
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if head[first::2].count(0) > 0.4 * len(head) and head[1 - first::2].count(0) == 0 and len(data) % 2 == 0:
            return name
    return None


def _strictly(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(name), ()
    except UnicodeDecodeError as error:
        return data.decode(name, "replace"), (f"byte {error.start} is not {name}; unreadable characters are shown as �",)


def _by_declaration(data: bytes, media_type: str | None) -> Decoded:
    declared = _declared(data, media_type)
    unmarked = _try(data, "utf-8")
    if unmarked is not None and (declared in (None, "utf-8") or not data.isascii()):
        wrong = declared is not None and declared != "utf-8" and not _is_multibyte(declared)
        return Decoded(text=unmarked, encoding="utf-8", notes=(f"declared as {declared}, but it is utf-8",) if wrong else ())
    if declared is not None and (text := _try(data, declared)) is not None:
        return Decoded(text=text, encoding=declared)
    text, more = _strictly(data, "cp1252")
    note = f"declared as {declared}, but it is not; read as cp1252" if declared else "no valid encoding was declared; read as cp1252"
    return Decoded(text=text, encoding="cp1252", notes=(note, *more))


def _is_multibyte(name: str) -> bool:
    return name.startswith(("gb", "big5", "euc", "shift", "iso2022", "utf-16", "utf-32"))


def _declared(data: bytes, media_type: str | None) -> str | None:
    told = _HTTP.search(media_type or "")
    within = _XML.match(data[:300]) or _DECLARED.search(data[:4096])
    for name in (told.group(1) if told else None, within.group(1).decode("ascii") if within else None):
        known = _known(name)
        if known:
            return known
    return None


def _known(name: str | None) -> str | None:
    try:
        found = codecs.lookup(name or "").name
    except LookupError:
        return None
    if found.startswith(("utf-16", "utf-32")):
        return "utf-8"
    return _WEB_NAMES.get(found, found)


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None
