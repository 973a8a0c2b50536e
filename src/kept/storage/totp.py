"""Time-based one-time passwords (RFC 6238 over RFC 4226), six digits a 30-second step, SHA-1 as apps expect it."""

from __future__ import annotations

import base64
import hmac
import secrets
import struct
from urllib.parse import quote

STEP_SECONDS, DIGITS = 30, 6
DRIFT = 1
"""Steps that a clock may be off, each way."""


def new_secret() -> str:
    """Make a secret of 160 random bits, in base 32."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def code_at(secret: str, step: int, *, digits: int = DIGITS) -> str:
    """Give the code of a time step (seconds since 1970 divided by 30)."""
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", step), "sha1")
    offset = digest[-1] & 0x0F
    (number,) = struct.unpack(">I", digest[offset : offset + 4])
    return str((number & 0x7FFFFFFF) % 10**digits).zfill(digits)


def step_of(secret: str, code: str, *, seconds: float, after: int = 0) -> int | None:
    """Give the time step that a code fits, near an instant and later than step `after`; None where it fits none."""
    now = int(seconds // STEP_SECONDS)
    typed = code.replace(" ", "")
    fits = [
        step
        for step in range(now - DRIFT, now + DRIFT + 1)
        if hmac.compare_digest(code_at(secret, step).encode(), typed.encode())
    ]
    return next((step for step in fits if step > after), None)


def address(secret: str, account: str, issuer: str) -> str:
    """Write the address that an authenticator app reads."""
    return f"otpauth://totp/{quote(issuer)}:{quote(account)}?secret={secret}&issuer={quote(issuer)}"


def new_recovery_codes(count: int = 10) -> tuple[str, ...]:
    """Make codes for the day on which the app is lost: 80 random bits each, in groups of four letters."""
    words = (base64.b32encode(secrets.token_bytes(10)).decode().lower() for _ in range(count))
    return tuple("-".join(word[at : at + 4] for at in range(0, 16, 4)) for word in words)
