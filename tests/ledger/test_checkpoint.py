"""Signed heads of the log."""

import base64

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kept.errors import RecordTampered
from kept.ledger.checkpoint import Checkpoint, key_hash, read_checkpoint, sign_checkpoint
from kept.ledger.merkle import EMPTY_ROOT

HEAD = Checkpoint(origin="kept.example/ledger", size=42, root=EMPTY_ROOT)


class Key:
    """A signer with a key that is the same in every run."""

    def __init__(self, seed: int = 7, name: str = "kept.example/ledger") -> None:
        self.name, self._key = name, Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)

    def public_key(self) -> bytes:
        return self._key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        return self._key.sign(message)


def verify(public_key: bytes, message: bytes, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def read(note: str, key: Key | None = None) -> Checkpoint:
    return read_checkpoint(note, public_key=(key or Key()).public_key(), verify=verify)


def test_a_note_has_the_form_of_the_specification() -> None:
    lines = sign_checkpoint(HEAD, Key()).splitlines()
    assert lines[:4] == ["kept.example/ledger", "42", base64.b64encode(EMPTY_ROOT).decode(), ""]
    name, blob = lines[4].removeprefix("— ").rsplit(" ", 1)
    assert (name, base64.b64decode(blob)[:4]) == ("kept.example/ledger", key_hash(name, Key().public_key()))


def test_what_was_signed_reads_back() -> None:
    assert read(sign_checkpoint(HEAD, Key())) == HEAD


def test_one_of_several_signatures_is_enough() -> None:
    note = sign_checkpoint(HEAD, Key())
    other = sign_checkpoint(HEAD, Key(9, "witness.example")).splitlines()[-1]
    assert read(f"{note}{other}\n") == HEAD


def test_the_signature_of_another_key_is_refused() -> None:
    with pytest.raises(RecordTampered, match="is not signed by this ledger's key"):
        read(sign_checkpoint(HEAD, Key(9)))


@pytest.mark.parametrize(("old", "new"), [("\n42\n", "\n43\n"), ("kept.example/ledger\n42", "kept.example/other\n42")])
def test_an_altered_head_is_refused(old, new) -> None:
    with pytest.raises(RecordTampered):
        read(sign_checkpoint(HEAD, Key()).replace(old, new, 1))


def test_another_root_is_refused() -> None:
    other = base64.b64encode(bytes(32)).decode()
    note = sign_checkpoint(HEAD, Key()).replace(base64.b64encode(EMPTY_ROOT).decode(), other, 1)
    with pytest.raises(RecordTampered):
        read(note)


@pytest.mark.parametrize(
    "note", ["", "a\nb", "origin\nmany\nAAAA\n\n— k AAAA\n", "origin\n1\n!!!\n\n— k AAAA\n", "one\n\n"]
)
def test_what_is_no_note_is_refused(note) -> None:
    with pytest.raises(RecordTampered, match="is no signed note"):
        read(note)


def test_a_note_without_a_signature_is_refused() -> None:
    body = sign_checkpoint(HEAD, Key()).split("\n\n")[0]
    with pytest.raises(RecordTampered):
        read(f"{body}\n\nno signature here\n")
