"""Check where an address leads before anything is sent there."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlsplit

from kept.errors import NetworkFailure

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A checked address: what to connect to (`ip`, `port`) and whom to ask for (`host`)."""

    scheme: str
    host: str
    port: int
    ip: str
    path: str

    @property
    def pinned(self) -> str:
        """The address with the checked IP in the place of the name."""
        ip = f"[{self.ip}]" if ":" in self.ip else self.ip
        return f"{self.scheme}://{ip}:{self.port}{self.path}"

    @property
    def host_header(self) -> str:
        """The name as the server expects it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def resolve(address: str, *, allow_loopback: bool = False) -> Target:
    """Resolve an address once and check every answer. Raises NetworkFailure for anything that is not public web.

    Only http and https on their own ports; with `allow_loopback` also any port of this machine, for tests and demos.
    """
    parts = urlsplit(address)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise _refused(
            "only http and https addresses are fetched", address, "Give an address that starts with https://"
        )
    if parts.username is not None or parts.password is not None:
        raise _refused("the address carries a user name or password", address, "Leave them out")
    try:
        port = parts.port or _PORTS[parts.scheme]
        host = parts.hostname.encode("idna").decode("ascii") if not parts.hostname.isascii() else parts.hostname
    except ValueError as error:
        raise _refused("the address has no valid host or port", address, "Check its spelling") from error
    ip = _checked(_answers(host, port, address), address, allow_loopback)
    if port not in _PORTS.values() and not ip.is_loopback:
        raise _refused(f"port {port} is not asked", address, "Only ports 80 and 443 are")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(scheme=parts.scheme, host=host, port=port, ip=str(ip), path=path)


def _answers(host: str, port: int, address: str) -> list[IPv4Address | IPv6Address]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NetworkFailure(
            f"no machine is named {host}", where=address, remedy="Check the address and the connection"
        ) from error
    return [ip_address(str(answer[4][0]).split("%")[0]) for answer in found]


def _checked(answers: list[IPv4Address | IPv6Address], address: str, allow_loopback: bool) -> IPv4Address | IPv6Address:
    """Give the first answer, if all of them may be asked: one private answer among public ones is a trap."""
    for answer in answers:
        inner = getattr(answer, "ipv4_mapped", None) or answer
        if not (is_public(inner) or (allow_loopback and inner.is_loopback)):
            raise _refused(f"{answer} is not a public address", address, "Only the public web is fetched")
    return answers[0]


def is_public(ip: IPv4Address | IPv6Address) -> bool:
    """Tell whether an IP address belongs to the public internet; what tunnels to elsewhere does not."""
    tunnels = isinstance(ip, IPv6Address) and (ip.sixtofour is not None or ip.teredo is not None or ip in _NAT64)
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and not tunnels


class _Prefix:
    """The well-known prefix of NAT64, behind which any IPv4 address may stand (RFC 6052)."""

    def __contains__(self, ip: IPv6Address) -> bool:
        return ip.packed.startswith(bytes.fromhex("0064ff9b"))


_NAT64 = _Prefix()


def _refused(what: str, address: str, remedy: str) -> NetworkFailure:
    return NetworkFailure(what, where=address, remedy=remedy)
