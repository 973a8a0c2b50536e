"""Checkpoints: the signed head of the log (C2SP tlog-checkpoint and signed-note).

kept.example/ledger            origin
42                             size of the tree
CsUYapGGPo4dkMgIAUqom/Xaj…     root hash, base64
                               an empty line
— kept.example/ledger AbCd…    signature: 4 bytes of the key's hash, then 64 of Ed25519
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kept.errors import RecordTampered

_ED25519 = b"\x01"


class Signer(Protocol):
    """Signs for the log; storage fulfils it with the ledger's Ed25519 key."""

    @property
    def name(self) -> str:
        """Give the name under which the key signs: the origin of the log."""
        ...

    def public_key(self) -> bytes:
        """Give the 32 raw bytes of the public key."""
        ...

    def sign(self, message: bytes) -> bytes:
        """Give the 64 bytes of an Ed25519 signature."""
        ...


Verify = Callable[[bytes, bytes, bytes], bool]
"""Tells whether (public key, message, signature) fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """The head of a log as it was signed once."""

    origin: str
    size: int
    root: bytes

    def body(self) -> str:
        """Write the three lines that are signed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


def key_hash(name: str, public_key: bytes) -> bytes:
    """Give the four bytes that name a key in a signature (signed-note, Ed25519)."""
    return hashlib.sha256(name.encode() + b"\n" + _ED25519 + public_key).digest()[:4]


def sign_checkpoint(checkpoint: Checkpoint, signer: Signer) -> str:
    """Write a checkpoint as a signed note."""
    body = checkpoint.body()
    blob = key_hash(signer.name, signer.public_key()) + signer.sign(body.encode())
    return f"{body}\n— {signer.name} {base64.b64encode(blob).decode()}\n"


def read_checkpoint(note: str, *, public_key: bytes, verify: Verify) -> Checkpoint:
    """Read a signed note and check its signature; refuse one that this key did not sign."""
    try:
        body, signatures = note.split("\n\n", 1)
        origin, size, root = body.split("\n")
        checkpoint = Checkpoint(origin=origin, size=int(size), root=base64.b64decode(root, validate=True))
        lines = [line.removeprefix("— ").rsplit(" ", 1) for line in signatures.splitlines() if line.startswith("— ")]
        blobs = [(name, base64.b64decode(blob, validate=True)) for name, blob in lines]
    except ValueError as error:
        raise RecordTampered("a checkpoint is no signed note", remedy="Fetch it again from the publisher") from error
    if not any(_signs(blob, name, checkpoint.body().encode(), public_key, verify) for name, blob in blobs):
        raise RecordTampered(
            f"the checkpoint at size {checkpoint.size} is not signed by this ledger's key",
            where=checkpoint.origin,
            remedy="Check which key belongs to the ledger",
        )
    return checkpoint


def _signs(blob: bytes, name: str, body: bytes, public_key: bytes, verify: Verify) -> bool:
    return blob[:4] == key_hash(name, public_key) and verify(public_key, body, blob[4:])
