"""Fetch one page from the public web, within limits: the only door outwards.

Each hop is resolved once, checked, and pinned to the checked IP, so that a second answer of the name
server changes nothing.
"""

from __future__ import annotations

import time
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urljoin, urlsplit

import httpx

from kept.errors import NetworkFailure
from kept.net.addresses import Target, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 20 * 1024 * 1024
"""Bytes of a page after unpacking."""

LONGEST = 20.0
"""Seconds for a page, redirects included."""

HOPS = 5
RATIO = 100
"""How many times larger than sent a page may unpack to, once it has passed a megabyte."""

_STEP = 1 << 16
_HEADERS = {
    "User-Agent": "Kept/0.1 (reads public statements; one page at a time)",
    "Accept-Encoding": "gzip, deflate",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came back: the unpacked bytes, the Content-Type, the headers, and the address after all redirects."""

    data: bytes
    media_type: str
    headers: tuple[tuple[str, str], ...]
    address: str


def fetch(address: str, *, allow_loopback: bool = False, seconds: float = LONGEST) -> Fetched:
    """Fetch a page. Raises NetworkFailure in one clear line for whatever goes wrong.

    No cookies, credentials or proxies of the environment are used; at most five redirects are followed, each
    checked like the first.
    """
    deadline = time.monotonic() + seconds
    with httpx.Client(trust_env=False, follow_redirects=False, timeout=httpx.Timeout(min(10.0, seconds))) as client:
        for _ in range(HOPS + 1):
            target = resolve(address, allow_loopback=allow_loopback)
            answer = _ask(client, target, address, deadline)
            if isinstance(answer, Fetched):
                return answer
            address = _next(address, answer)
    raise NetworkFailure(f"the page redirects more than {HOPS} times", where=address, remedy="Give the final address")


def _next(address: str, location: str) -> str:
    following = urljoin(address, location)
    if address.startswith("https:") and following.startswith("http:"):
        raise NetworkFailure("the page redirects from https to http", where=address, remedy="Give the final address")
    return urlsplit(following)._replace(fragment="").geturl()


def _ask(client: httpx.Client, target: Target, address: str, deadline: float) -> Fetched | str:
    """Ask once; give the page, or where it redirects to."""
    headers = {**_HEADERS, "Host": target.host_header}
    try:
        with client.stream("GET", target.pinned, headers=headers, extensions={"sni_hostname": target.host}) as response:
            if response.is_redirect:
                return response.headers["location"]
            _accept(response, address)
            data = _body(response, address, deadline)
            return Fetched(
                data=data, media_type=response.headers.get("content-type", ""), headers=_kept(response), address=address
            )
    except httpx.TimeoutException as error:
        raise NetworkFailure("the page did not answer in time", where=address, remedy="Try again later") from error
    except httpx.HTTPError as error:
        raise NetworkFailure(
            f"the page could not be fetched ({_reason(error)})",
            where=address,
            remedy="Check the address and the connection",
        ) from error


def _reason(error: httpx.HTTPError) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:120] or type(error).__name__


def _kept(response: httpx.Response) -> tuple[tuple[str, str], ...]:
    """Keep the headers that tell something of the page; cookies are nobody's business."""
    return tuple((name, value) for name, value in response.headers.multi_items() if name.lower() != "set-cookie")


def _accept(response: httpx.Response, address: str) -> None:
    if response.status_code != 200:
        raise NetworkFailure(
            f"the server answered {response.status_code} {response.reason_phrase}".rstrip(),
            where=address,
            remedy="Check the address in a browser",
        )
    told = response.headers.get("content-length", "")
    if told.isdigit() and int(told) > LARGEST:
        raise _too_large(address)


def _body(response: httpx.Response, address: str, deadline: float) -> bytes:
    decoder = _decoder(response.headers.get("content-encoding", ""), address)
    whole = bytearray()
    sent = 0
    try:
        for raw in response.iter_raw():
            sent += len(raw)
            if time.monotonic() > deadline:
                raise NetworkFailure("the page did not come in time", where=address, remedy="Try again later")
            for part in decoder.parts(raw):
                whole += part
                _watch(len(whole), sent, address)
    except zlib.error as error:
        raise NetworkFailure(
            "the page came damaged (its compression is broken)", where=address, remedy="Try again later"
        ) from error
    return bytes(whole)


def _watch(size: int, sent: int, address: str) -> None:
    if size > LARGEST:
        raise _too_large(address)
    if size > 1 << 20 and size > RATIO * sent:
        raise NetworkFailure(
            f"the page unpacks to more than {RATIO} times what was sent", where=address, remedy="Do not trust this page"
        )


def _too_large(address: str) -> NetworkFailure:
    return NetworkFailure(
        f"the page has more than {LARGEST >> 20} MB", where=address, remedy="Save the article alone and read the file"
    )


class _Decoder(Protocol):
    def parts(self, raw: bytes) -> Iterator[bytes]:
        """Unpack what came, in parts of bounded size."""


class _Plain:
    def parts(self, raw: bytes) -> Iterator[bytes]:
        """Hand on what came."""
        yield raw


class _Inflating:
    """Unpacks gzip and deflate, never more than one step at a time."""

    def __init__(self) -> None:
        self.inflate = zlib.decompressobj(wbits=47)

    def parts(self, raw: bytes) -> Iterator[bytes]:
        """Unpack what came; what is left over waits inside."""
        while raw and not self.inflate.eof:
            yield self.inflate.decompress(raw, _STEP)
            raw = self.inflate.unconsumed_tail


def _decoder(encoding: str, address: str) -> _Decoder:
    match encoding.strip().lower():
        case "" | "identity":
            return _Plain()
        case "gzip" | "x-gzip" | "deflate":
            return _Inflating()
        case other:
            raise NetworkFailure(
                f"the page is packed as “{other[:20]}”, which was not asked for",
                where=address,
                remedy="Save the page and read the file",
            )
