"""Fetching: public web only, pinned, within limits, one clear line for what goes wrong."""

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kept.errors import NetworkFailure
from kept.net.fetch import LARGEST, fetch

PAGE = b"<html><body><p>Norland will give Sudria 240 million euros.</p></body></html>"


class Handler(BaseHTTPRequestHandler):
    """A small web site with every kind of trouble."""

    def do_GET(self) -> None:
        getattr(self, "page_" + self.path.strip("/").split("/")[0].split("?")[0], self.page_missing)()

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def page_good(self) -> None:
        self.answer(
            PAGE,
            Content_Type="text/html; charset=utf-8",
            Set_Cookie="a=b",
            X_Host=self.headers["Host"],
            X_Cookie=self.headers.get("Cookie", ""),
        )

    def page_gzip(self) -> None:
        self.answer(gzip.compress(PAGE), Content_Encoding="gzip")

    def page_bomb(self) -> None:
        self.answer(gzip.compress(bytes(LARGEST - 1)), Content_Encoding="gzip")

    def page_torn(self) -> None:
        self.answer(b"\x1f\x8b\x08\x00 no such stream", Content_Encoding="gzip")

    def page_brotli(self) -> None:
        self.answer(PAGE, Content_Encoding="br")

    def page_large(self) -> None:
        self.answer(b"", Content_Length=str(LARGEST + 1))

    def page_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(400):
                self.wfile.write(bytes(range(256)) * 256)
        except OSError:
            return

    def page_slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(40):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            return

    def page_moved(self) -> None:
        left = int(self.path.rsplit("/", 1)[1])
        self.answer(b"", 302, Location=f"/moved/{left - 1}" if left else "/good")

    def page_inward(self) -> None:
        self.answer(b"", 302, Location="http://10.0.0.1/secret")

    def page_missing(self) -> None:
        self.answer(b"gone", 404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name is the base class's
        """Stay silent."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def refused(address: str, *, seconds: float = 20.0) -> str:
    with pytest.raises(NetworkFailure) as caught:
        fetch(address, allow_loopback=True, seconds=seconds)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 6
    return str(caught.value)


def test_a_page_comes_back_with_type_headers_and_address(site: str) -> None:
    fetched = fetch(f"{site}/good", allow_loopback=True)
    assert (fetched.data, fetched.media_type, fetched.address) == (PAGE, "text/html; charset=utf-8", f"{site}/good")
    headers = dict(fetched.headers)
    assert headers["x-host"] == site.removeprefix("http://")
    assert "set-cookie" not in headers


def test_a_name_is_sent_although_its_address_is_pinned(site: str) -> None:
    named = site.replace("127.0.0.1", "localhost")
    assert dict(fetch(f"{named}/good", allow_loopback=True).headers)["x-host"] == named.removeprefix("http://")


def test_a_packed_page_is_unpacked(site: str) -> None:
    assert fetch(f"{site}/gzip", allow_loopback=True).data == PAGE


def test_five_redirects_are_followed(site: str) -> None:
    assert fetch(f"{site}/moved/4", allow_loopback=True).address == f"{site}/good"


def test_six_redirects_are_not(site: str) -> None:
    assert "redirects more than 5 times" in refused(f"{site}/moved/5")


def test_a_redirect_inwards_is_refused(site: str) -> None:
    assert "not a public address" in refused(f"{site}/inward")


def test_this_machine_is_refused_without_the_switch(site: str) -> None:
    with pytest.raises(NetworkFailure, match="not a public address"):
        fetch(f"{site}/good")


@pytest.mark.parametrize(
    "host",
    [
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "0.0.0.0",
        "[::ffff:10.0.0.1]",
        "[fe80::1]",
        "[fc00::1]",
        "[64:ff9b::a00:1]",
        "[2002:a00:1::]",
        "224.0.0.1",
        "100.64.0.1",
    ],
)
def test_what_is_not_public_is_refused(host: str) -> None:
    assert "not a public address" in refused(f"http://{host}/")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("ftp://example.org/a", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("no address", "only http and https"),
        ("http://user:word@127.0.0.1/", "user name or password"),
        ("http://127.0.0.1:99999/", "no valid host or port"),
        ("http://93.184.216.34:22/", "port 22 is not asked"),
    ],
)
def test_other_doors_are_refused(address: str, words: str) -> None:
    assert words in refused(address)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("bomb", "unpacks to more than 100 times"),
        ("torn", "compression is broken"),
        ("brotli", "packed as “br”"),
        ("large", "more than 20 MB"),
        ("endless", "more than 20 MB"),
        ("nothing", "answered 404"),
    ],
)
def test_trouble_is_told_in_one_line(site: str, page: str, words: str) -> None:
    assert words in refused(f"{site}/{page}")


def test_a_page_that_drips_is_given_up(site: str) -> None:
    started = time.monotonic()
    assert "in time" in refused(f"{site}/slow", seconds=0.5)
    assert time.monotonic() - started < 3


def test_nobody_listening_is_told(site: str) -> None:
    assert "could not be fetched" in refused("http://127.0.0.1:9/")
