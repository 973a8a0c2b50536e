"""Character encodings: what is declared wrongly is read rightly, and said."""

import gzip

import pytest

from kept.errors import UnreadableInput
from kept.reading.decode import LARGEST, decode

TEXT = "Café “quoted” – naïve"


def test_utf8_needs_no_declaration() -> None:
    assert decode(TEXT.encode()).text == TEXT


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), media_type="text/html; charset=iso-8859-1").text == TEXT


def test_the_server_says_the_encoding() -> None:
    decoded = decode("Žluťoučký".encode("cp1250"), media_type="text/html; charset=windows-1250")
    assert (decoded.text, decoded.notes) == ("Žluťoučký", ())


def test_the_page_says_the_encoding() -> None:
    page = '<html><head><meta charset="koi8-r"></head><body>мир</body></html>'
    assert decode(page.encode("koi8-r")).text == page


def test_utf8_declared_as_latin_is_read_as_utf8_and_noted() -> None:
    decoded = decode(TEXT.encode(), media_type="text/html; charset=ISO-8859-1")
    assert decoded.text == TEXT
    assert decoded.notes == ("declared as cp1252, but it is utf-8",)


def test_latin_declared_as_utf8_is_read_as_windows_and_noted() -> None:
    decoded = decode(TEXT.encode("cp1252"), media_type="text/html; charset=utf-8")
    assert decoded.text == TEXT
    assert "read as cp1252" in decoded.notes[0]


def test_an_undeclared_windows_page_is_read_and_noted() -> None:
    assert decode(TEXT.encode("cp1252")).notes == ("no valid encoding was declared; read as cp1252",)


def test_an_unknown_declaration_is_passed_over() -> None:
    assert decode(TEXT.encode(), media_type="text/html; charset=klingon").text == TEXT


def test_unmarked_utf16_is_recognised() -> None:
    assert decode(("plain words " * 40).encode("utf-16-le")).encoding == "utf-16-le"


def test_a_gzipped_page_is_unpacked() -> None:
    assert decode(gzip.compress(TEXT.encode())).text == TEXT


def test_a_gzip_bomb_is_refused_before_it_unfolds() -> None:
    with pytest.raises(UnreadableInput, match="more than the 20 MB"):
        decode(gzip.compress(bytes(LARGEST * 4)))


def test_a_damaged_archive_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="damaged"):
        decode(b"\x1f\x8b\x08\x00garbage that is no stream")
