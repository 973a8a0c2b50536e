"""Translations hang on a quote and never replace it."""

from collections.abc import Callable
from datetime import date

import pytest

from kept.errors import MissingField, UnknownSubject, UsageError
from kept.model.decisions import Decision, Verdict
from kept.pipeline.decide import decide
from kept.pipeline.desk import Desk
from kept.pipeline.translate import Translation, Translator, place_of, translate


@pytest.fixture
def place(desk: Desk, add: Callable) -> str:
    promise = desk.queue.waiting(add("01").capture.sha256)[0]
    decide(desk, promise, Decision(verdict=Verdict.ACCEPT))
    return promise.place


def french(place: str, **other: object) -> Translation:
    said = {
        "place": place,
        "language": "fr",
        "text": "Norland donnera 240 millions d’euros",
        "by": Translator.MACHINE,
        "translator": "a machine, version 1",
        "on": date(2026, 7, 10),
    }
    return Translation(**{**said, **other})


def test_a_translation_stands_beside_its_quote(desk: Desk, place: str) -> None:
    translate(desk, french(place))
    evidence = desk.record().commitment("XN-2026-0001").evidence[0]
    (found,) = desk.record().translations[place_of(evidence.text, evidence.quote)]
    assert (found.payload["language"], found.payload["checked"]) == ("fr", False)
    assert evidence.quote.exact.startswith("Norland will give")


def test_a_checked_one_comes_after_the_unchecked(desk: Desk, place: str) -> None:
    translate(desk, french(place))
    translate(desk, french(place, checked=True, by=Translator.PERSON, translator="a translator"))
    (found,) = desk.record().translations.values()
    assert [each.payload["checked"] for each in found] == [False, True]


@pytest.mark.parametrize("missing", [{"text": " "}, {"translator": ""}])
def test_it_has_words_and_a_name(desk: Desk, place: str, missing: dict) -> None:
    with pytest.raises(MissingField):
        translate(desk, french(place, **missing))


def test_its_language_is_a_tag(desk: Desk, place: str) -> None:
    with pytest.raises(UsageError, match="French"):
        translate(desk, french(place, language="French"))


def test_an_undecided_quote_has_none(desk: Desk, place: str) -> None:
    with pytest.raises(UnknownSubject):
        translate(desk, french("0" * 64))
