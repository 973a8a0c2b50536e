"""Every rewriting is found and named."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from kept.bootstrap import DATABASE, open_sealed
from kept.cli.demo_walk import tamper
from kept.pipeline.demo import Played
from kept.pipeline.desk import Desk
from kept.pipeline.verify import Verified, verify_ledger
from kept.storage.keys import verify

Demo = tuple[Desk, tuple[Played, ...]]


@pytest.fixture
def copy(played: Demo, tmp_path: Path) -> Path:
    """Copy the played demo's folder, to be tampered with."""
    desk = played[0]
    desk.store.forget()
    shutil.copytree(desk.captures.folder.parent, tmp_path / "copy")
    return tmp_path / "copy"


def run(folder: Path) -> Verified:
    return verify_ledger(open_sealed(folder), verify=verify)


def sql(folder: Path, *statements: str) -> None:
    with sqlite3.connect(folder / DATABASE) as plain:
        for (name,) in plain.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            plain.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            plain.execute(statement)
    plain.close()


def test_an_untouched_ledger_is_as_it_was_sealed(copy: Path) -> None:
    found = run(copy)
    assert not found.findings
    assert found.quotes > found.entries / 2


def test_a_changed_amount_is_named_with_its_commitment(copy: Path) -> None:
    tamper(copy / DATABASE)
    first = run(copy).findings[0]
    assert "CommitmentRecorded, XN-2026-0001" in first.where
    assert "not those that were sealed" in first.what


def test_a_change_with_a_new_leaf_hash_breaks_the_signed_root(copy: Path) -> None:
    from kept.ledger.merkle import leaf_hash

    with sqlite3.connect(copy / DATABASE) as plain:
        ((data,),) = plain.execute("SELECT data FROM log_entry WHERE seq = 0").fetchall()
    changed = data.replace(b"demo", b"desk", 1)
    sql(copy, f"UPDATE log_entry SET data = x'{changed.hex()}', leaf = x'{leaf_hash(changed).hex()}' WHERE seq = 0")
    assert any("root is not the one that was signed" in finding.what for finding in run(copy).findings)


def test_a_missing_entry_is_named(copy: Path) -> None:
    sql(copy, "DELETE FROM log_entry WHERE seq = 5")
    assert run(copy).findings[0].seq == 5


def test_a_cut_off_end_is_found_by_the_checkpoints(copy: Path) -> None:
    sql(copy, "DELETE FROM log_entry WHERE seq > 20", "DELETE FROM log_disclosure WHERE seq > 20")
    assert any("cut off" in finding.what for finding in run(copy).findings)


def test_a_changed_quote_is_found(copy: Path) -> None:
    sql(copy, "UPDATE log_disclosure SET content = CAST(replace(CAST(content AS TEXT), 'Norland', 'Westmark') AS BLOB)")
    assert "is not what was sealed" in run(copy).findings[0].what


def test_a_changed_text_is_found(copy: Path) -> None:
    text = max((path for path in copy.rglob("*") if path.is_file() and b"240 million" in path.read_bytes()), key=str)
    text.chmod(0o600)
    text.write_bytes(text.read_bytes().replace(b"240 million", b"340 million"))
    assert run(copy).findings


def test_a_lost_checkpoint_folder_is_said(copy: Path) -> None:
    shutil.rmtree(copy / "checkpoints")
    assert any("no checkpoint" in finding.what for finding in run(copy).findings)


def test_a_note_that_nobody_signed_is_refused(copy: Path) -> None:
    (copy / "checkpoints" / "000000000001.txt").write_text("nonsense")
    assert any("signed note" in finding.what for finding in run(copy).findings)


def test_a_note_signed_by_another_key_is_refused(copy: Path) -> None:
    (copy / "key.pub").write_text("11" * 32)
    assert any("not signed by this ledger's key" in finding.what for finding in run(copy).findings)
