"""What PostgreSQL adds to the contract: its triggers, its lock, lost connections, and a ledger's whole life on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kept.bootstrap import create_ledger, open_ledger, open_sealed
from kept.cli.demo_walk import demo_ports
from kept.errors import StorageFailure, UsageError
from kept.pipeline.demo import play_demo
from kept.pipeline.verify import verify_ledger
from kept.storage.address import DatabaseAddress
from kept.storage.keys import verify
from kept.storage.log import SqlStore
from tests.storage.cluster import Cluster
from tests.storage.conftest import a_store
from tests.storage.test_contract import writing


@pytest.fixture
def store(postgres_url: str) -> Iterator[SqlStore]:
    """Give a store on a fresh PostgreSQL database."""
    opened = a_store(DatabaseAddress.of_url(postgres_url).connect)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log_entry SET data = ''",
        "DELETE FROM log_entry",
        "UPDATE log_disclosure SET content = ''",
        "DELETE FROM log_key",
    ],
)
def test_the_log_refuses_to_be_changed(store: SqlStore, statement: str) -> None:
    store.append("a", writing("one"))
    with pytest.raises(StorageFailure, match="append-only"):
        store._writer.run(statement)


def test_the_head_is_locked_while_somebody_writes(store: SqlStore, postgres_url: str) -> None:
    other = DatabaseAddress.of_url(postgres_url).connect()
    with other.transaction():
        other.query("SELECT size FROM log_head WHERE id = 1 FOR UPDATE")
        store._writer.run("SET lock_timeout = '50ms'")
        with pytest.raises(StorageFailure, match="lock timeout"):
            store.append("a", writing("one"))
    assert store.append("a", writing("one"))


def test_it_writes_through_to_the_disk_whatever_the_server_says(store: SqlStore) -> None:
    store._writer.run("SET synchronous_commit = off")
    with store._writer.transaction():
        assert store._writer.query("SHOW synchronous_commit") == [("on",)]


def test_a_lost_connection_is_opened_again(store: SqlStore, postgres_url: str) -> None:
    store.append("a", writing("one"))
    other = DatabaseAddress.of_url(postgres_url).connect()
    other.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
    )
    with pytest.raises(StorageFailure, match="Check that the server runs"):
        store.append("b", writing("two"))
    assert store.append("b", writing("two"))[0].seq == 1


def test_a_server_that_is_not_there_is_named_without_the_password(tmp_path: Path) -> None:
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    address = DatabaseAddress.of_url(f"postgresql://kept:secret@/none?host={tmp_path}")
    with pytest.raises(StorageFailure, match="KEPT_DATABASE_URL") as refused:
        address.connect()
    assert "secret" not in refused.value.where


def test_a_ledger_lives_on_it_as_on_a_file(cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = create_ledger(
        tmp_path / "plain", framework="demo", purpose="demo", origin="test/ledger", ports=demo_ports()
    )
    play_demo(plain)
    monkeypatch.setenv("KEPT_DATABASE_URL", cluster.copy_of("template1"))
    folder = tmp_path / "ledger"
    play_demo(create_ledger(folder, framework="demo", purpose="demo", origin="test/ledger", ports=demo_ports()))
    monkeypatch.delenv("KEPT_DATABASE_URL")
    assert not (folder / "kept.sqlite3").exists()
    again = open_ledger(folder, ports=demo_ports())
    assert again.store.size() == plain.store.size()
    assert not verify_ledger(open_sealed(folder), verify=verify).findings
    monkeypatch.setenv("KEPT_DATABASE_URL", (folder / "database.url").read_text().strip())
    with pytest.raises(UsageError, match="in this database already"):
        create_ledger(tmp_path / "third", framework="demo", purpose="demo", ports=demo_ports())
