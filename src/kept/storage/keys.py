"""The ledger's Ed25519 key: made once, mode 0600, outside database and backups."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kept.errors import StorageFailure


@dataclass(frozen=True, slots=True)
class FileSigner:
    """Signs with the private key that lies in a file; `name` is the origin of the log."""

    name: str
    _key: Ed25519PrivateKey

    @classmethod
    def open(cls, path: Path, name: str) -> FileSigner:
        """Read the key, or say that it is lost: a lost key means a new origin."""
        try:
            return cls(name, Ed25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text().strip())))
        except (OSError, ValueError) as error:
            raise StorageFailure(
                "the ledger's key cannot be read", where=str(path), remedy="Put the key back from where you keep it"
            ) from error

    @classmethod
    def create(cls, path: Path, name: str) -> FileSigner:
        """Make a key that only its owner can read; refuse to replace one."""
        key = Ed25519PrivateKey.generate()
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(key.private_bytes_raw().hex() + "\n")
        public_path(path).write_text(key.public_key().public_bytes_raw().hex() + "\n")
        return cls(name, key)

    def public_key(self) -> bytes:
        """Give the 32 raw bytes of the public key."""
        return self._key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """Give the 64 bytes of the signature."""
        return self._key.sign(message)


def public_path(path: Path) -> Path:
    """Give where the public half of a key lies: beside it, for those who only check."""
    return path.with_name(path.name + ".pub")


def read_public_key(path: Path) -> bytes:
    """Read the 32 raw bytes of a public key."""
    try:
        return bytes.fromhex(path.read_text().strip())
    except (OSError, ValueError) as error:
        raise StorageFailure(
            "the ledger's public key cannot be read", where=str(path), remedy="Put back the key the publisher names"
        ) from error


def verify(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Tell whether an Ed25519 signature fits."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
