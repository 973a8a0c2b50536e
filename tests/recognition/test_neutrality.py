"""Swapping the names of two parties swaps the output, and nothing else (rule 6)."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kept.frameworks.demo import demo_pages
from kept.frameworks.load import load_framework
from kept.model.frameworks import Framework
from kept.model.sources import Span
from kept.reading.article import read_article
from kept.recognition.document import Document, document_of
from kept.recognition.recognise import recognise

PAIRS = (
    ("Norlandic", "Westmarkish"),
    ("Norlanders", "Westmarkers"),
    ("Norlander", "Westmarker"),
    ("Norland", "Westmark"),
    ("Haldvik", "Tarnstadt"),
    ("Runa Eskel", "Oda Vell"),
    ("Eskel", "Vell"),
    ("XN", "XW"),
)


def swapped(text: str) -> str:
    """Exchange both names of every pair."""
    for order, (left, right) in enumerate(PAIRS):
        text = text.replace(left, f"\0{order}\0").replace(right, f"\1{order}\1")
    for order, (left, right) in enumerate(PAIRS):
        text = text.replace(f"\0{order}\0", right).replace(f"\1{order}\1", left)
    return text


def exchanged(document: Document) -> Document:
    """Give the same document with the parties' names exchanged."""
    text, blocks = "", []
    at = 0
    for block in document.blocks:
        text += swapped(document.text[at : block.start])
        start = len(text)
        text += swapped(block.text)
        blocks.append(Span(start=start, end=len(text), text=text[start:]))
        at = block.end
    text += swapped(document.text[at:])
    return replace(
        document, text=text, blocks=tuple(blocks), title=swapped(document.title or ""), source=document.source
    )


def exchanged_framework(framework: Framework) -> Framework:
    """Give the framework with the codes of the parties' actors, offices and gates as the exchanged texts mean them."""
    actors = tuple(
        replace(actor, code=swapped(actor.code)) if "parliament" in actor.code else actor for actor in framework.actors
    )
    persons = tuple(
        replace(person, roles=tuple(replace(role, since=None, until=None) for role in person.roles))
        for person in framework.persons
    )
    return replace(framework, actors=actors, persons=persons)


@pytest.mark.parametrize("number", range(5))
def test_swapping_two_parties_swaps_the_output_and_nothing_else(number: int) -> None:
    framework = load_framework("demo")
    document = document_of(read_article(demo_pages()[number].read_bytes(), name=demo_pages()[number].name))
    undated = exchanged_framework(framework)
    plain = replace(undated, actors=framework.actors)

    before = [each.to_json() for each in recognise(document, plain).statements]
    after = [each.to_json() for each in recognise(exchanged(document), undated).statements]

    for each in (*before, *after):
        del each["start"], each["end"]
    assert before
    assert json.loads(swapped(json.dumps(before, ensure_ascii=False))) == after
