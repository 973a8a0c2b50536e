"""A PostgreSQL server of the tests' own: made in a folder that goes away, reached by its socket, ended by its id."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

_NUMBERS = count(1)
_UNPRIVILEGED = ("postgres", "nobody")
"""Who runs the server when the tests are run by root, whom initdb refuses."""


@dataclass(frozen=True)
class Cluster:
    """A running server: `folder` holds its socket."""

    folder: Path

    def url(self, name: str = "postgres") -> str:
        return f"postgresql:///{name}?host={self.folder}&user=kept"

    def copy_of(self, template: str) -> str:
        """Make a database like another; give its URL."""
        import psycopg

        name = f"kept_{next(_NUMBERS)}"
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name)


def server_programs() -> Path:
    """Give the folder of initdb and postgres, or skip with what is missing."""
    pytest.importorskip("psycopg", reason="psycopg is not installed: PostgreSQL is not tested")
    folders = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]
    on_path = shutil.which("initdb")
    folders += [Path(on_path).resolve().parent] if on_path else []
    found = next((folder for folder in folders if (folder / "postgres").exists()), None)
    if found is None:
        pytest.skip("PostgreSQL's server programs are not installed (Debian: postgresql): PostgreSQL is not tested")
    return found


@contextmanager
def running_cluster() -> Iterator[Cluster]:
    """Start a server, and end it and its folder afterwards."""
    programs, user = server_programs(), _user()
    folder = Path(tempfile.mkdtemp(prefix="kept-postgresql-"))
    if user:
        os.chown(folder, user.pw_uid, user.pw_gid)
    as_user = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
    quiet = {"cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        made = [
            programs / "initdb",
            "-D",
            folder / "data",
            "-U",
            "kept",
            "--auth=trust",
            "-E",
            "UTF8",
            "--locale=C",
            "-N",
        ]
        subprocess.run(made, check=True, **as_user, **quiet)
        started = [programs / "postgres", "-D", folder / "data", "-k", folder, "-h", "", "-F"]
        server = subprocess.Popen(started, **as_user, **quiet)
        try:
            cluster = Cluster(folder)
            _wait(cluster, server)
            yield cluster
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _user() -> pwd.struct_passwd | None:
    if os.geteuid() != 0:
        return None
    known = {each.pw_name: each for each in pwd.getpwall()}
    found = next((known[name] for name in _UNPRIVILEGED if name in known), None)
    return found or pytest.skip("no unprivileged user is here to run PostgreSQL's server")


def _wait(cluster: Cluster, server: subprocess.Popen[bytes]) -> None:
    import psycopg

    for _ in range(300):
        try:
            psycopg.connect(cluster.url()).close()
        except psycopg.OperationalError:
            assert server.poll() is None, "the server did not start"
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server does not answer")
