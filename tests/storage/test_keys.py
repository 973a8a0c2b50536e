"""The signing key: private, never replaced, and signatures that fit only what was signed."""

import stat
from pathlib import Path

import pytest

from kept.errors import StorageFailure
from kept.storage.keys import FileSigner, verify


def test_only_its_owner_can_read_the_key(tmp_path: Path) -> None:
    FileSigner.create(tmp_path / "key", "log")
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600


def test_a_key_is_never_replaced(tmp_path: Path) -> None:
    FileSigner.create(tmp_path / "key", "log")
    with pytest.raises(FileExistsError):
        FileSigner.create(tmp_path / "key", "log")


def test_the_key_read_back_signs_as_before(tmp_path: Path) -> None:
    made = FileSigner.create(tmp_path / "key", "log")
    read = FileSigner.open(tmp_path / "key", "log")
    assert verify(made.public_key(), b"head", read.sign(b"head"))


def test_a_signature_fits_nothing_else(tmp_path: Path) -> None:
    signer = FileSigner.create(tmp_path / "key", "log")
    assert not verify(signer.public_key(), b"other", signer.sign(b"head"))
    assert not verify(b"short", b"head", signer.sign(b"head"))


@pytest.mark.parametrize("content", [None, "no hexadecimal", "00"])
def test_a_lost_or_spoilt_key_is_named(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "key").write_text(content)
    with pytest.raises(StorageFailure, match="key"):
        FileSigner.open(tmp_path / "key", "log")
