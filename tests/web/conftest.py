"""The invented story behind the site's pages."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import django
import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kept.storage.settings")
django.setup()

from django.test import Client, override_settings  # noqa: E402  settings first

from kept.web.cache import LOGS, PAGES  # noqa: E402
from tests.web.story import Desk, MemoryKept, tell_story  # noqa: E402


@pytest.fixture
def desk() -> Iterator[Desk]:
    """Give a desk with the story, served by the site."""
    told = tell_story()
    with served(told):
        yield told


@pytest.fixture
def kept(desk: Desk) -> MemoryKept:
    """Give the opened ledger of the story."""
    return desk.kept


@pytest.fixture
def client(desk: Desk) -> Client:
    """Give a reader's browser without a screen."""
    return Client()


@contextmanager
def served(desk: Desk) -> Iterator[Client]:
    """Let the site read a desk's ledger; rendered pages are forgotten, since two stories may have one root."""
    PAGES.clear()
    LOGS.clear()
    with override_settings(KEPT_PROVIDER=lambda: desk.kept):
        yield Client()
