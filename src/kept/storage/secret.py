"""The site's secret key, beside the database and never in it; and what is encrypted under it."""

from __future__ import annotations

import base64
import os
import secrets
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kept.errors import StorageFailure

FILE, DATABASE = "secret", "kept.sqlite3"


def secret_key(folder: Path) -> str:
    """Give the secret key: `KEPT_SECRET_KEY`, else the file `secret` of the ledger's folder, made on first use.

    The file is readable by its owner only (mode 0600). Without a ledger there is nothing to keep: the key is then good
    for this process alone.
    """
    given = os.environ.get("KEPT_SECRET_KEY")
    if given:
        return given
    if not (folder / DATABASE).exists():
        return secrets.token_urlsafe(48)
    return _kept(folder / FILE)


def _kept(path: Path) -> str:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read(path)
    except OSError as error:
        raise StorageFailure(
            f"the secret key cannot be kept ({error.strerror})", where=str(path), remedy="Make the folder writable"
        ) from error
    made = secrets.token_urlsafe(48)
    with os.fdopen(descriptor, "w") as file:
        file.write(made + "\n")
        file.flush()
        os.fsync(file.fileno())
    return made


def _read(path: Path) -> str:
    try:
        found = path.read_text().strip()
    except OSError as error:
        raise StorageFailure(
            f"the secret key cannot be read ({error.strerror})", where=str(path), remedy="Check who owns the file"
        ) from error
    if len(found) < 32:
        raise StorageFailure(
            "the secret key is too short to be one", where=str(path), remedy="Remove the file: a new one will be made"
        )
    return found


def encrypted(key: str, text: str) -> str:
    """Encrypt a short text under the secret key, so that a copy of the database alone does not give it away."""
    return _box(key).encrypt(text.encode()).decode()


def decrypted(key: str, text: str) -> str:
    """Read what `encrypted` wrote; refuse it where the secret key is another one now."""
    try:
        return _box(key).decrypt(text.encode()).decode()
    except InvalidToken as error:
        raise StorageFailure(
            "the second factor was set up under another secret key", remedy="Let an admin switch it off: kept account"
        ) from error


def _box(key: str) -> Fernet:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"kept.desk.box").derive(key.encode())
    return Fernet(base64.urlsafe_b64encode(derived))
