"""The invented story behind the site's pages."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.web import story_norland, story_westmark
from tests.web.story import Desk, MemoryKept, sources

from kept.frameworks.load import load_framework
from kept.frameworks.words import load_words


def tell_story() -> Desk:
    """Write the whole story and publish it."""
    desk = Desk(load_framework("demo"), load_words())
    pages = sources()
    for source in pages.values():
        desk.capture(source)
    desk.write(*story_norland.drafts(pages))
    desk.write(*story_westmark.drafts(pages))
    desk.publish()
    return desk


@pytest.fixture
def desk(settings) -> Desk:
    """Give a desk with the story, served by the site."""
    told = tell_story()
    settings.KEPT_PROVIDER = lambda: told.kept
    return told


@pytest.fixture
def kept(desk: Desk) -> MemoryKept:
    """Give the opened ledger of the story."""
    return desk.kept


@pytest.fixture
def client(desk: Desk) -> Client:
    """Give a reader's browser without a screen."""
    return Client()
