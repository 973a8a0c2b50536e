"""The first pass: cue words, and sentences around them."""

from kept.model.sources import Span
from kept.recognition.grammar.scan import lowered, sentences_with_cues


def found(text: str) -> list[str]:
    return [span.text for span in sentences_with_cues(text, (Span(start=0, end=len(text), text=text),))]


def test_only_sentences_with_cues_are_found() -> None:
    assert found("It rained. Norland will send trucks. The sun shone.") == ["Norland will send trucks."]


def test_lazy_and_dense_cutting_agree() -> None:
    cued = "Norland will send trucks."
    assert found(f"{cued} " * 20) == [cued] * 20
    assert found(f"{cued} " + "It rained. " * 200) == [cued]


def test_a_cue_inside_a_word_is_none() -> None:
    assert found("The goodwill of Wills.") == []


def test_lower_case_keeps_every_place() -> None:
    assert len(lowered("İİ WILL")) == len("İİ WILL")
