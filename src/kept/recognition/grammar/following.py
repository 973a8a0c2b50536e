"""What one sentence tells the next: who spoke, whether a quotation is open, who was named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.model.statements import Speaker
from kept.recognition.grammar.parties import party
from kept.recognition.lexicon import words
from kept.recognition.tokens import Token

if TYPE_CHECKING:
    from kept.recognition.grammar.scene import Scene
    from kept.recognition.grammar.sentence import Sentence


def before_reading(sentence: Sentence, scene: Scene) -> bool:
    """Take a transcript's label at the front; tell whether a quotation is open when the sentence starts."""
    open_before = scene.quoting
    label = next((frame for frame in sentence.frames if frame.how == "label"), None)
    if label is not None:
        _label(sentence, scene, label.subject)
        open_before = False
    _speaker(sentence, scene)
    return open_before


def _label(sentence: Sentence, scene: Scene, subject: tuple[int, int]) -> None:
    name = sentence.words(*subject)
    low = name.lower()
    questioner = words("questioner", "speakers")
    scene.questioned = any(word in questioner for word in low.replace(".", " ").split())
    who = party(sentence.tokens, sentence.mentions, *subject, scene)
    if not who.codes and not name.isupper():
        return
    foreign = not who.codes and any(
        word in low for word in ("foreign minister", "prime minister", "chancellor", "foreign secretary")
    )
    code = who.codes[0] if who.codes else None if foreign else next(iter(scene.institution), None)
    scene.label = Speaker(label=name, speaks_for=code, kind="person")
    scene.quoting = False


def _speaker(sentence: Sentence, scene: Scene) -> None:
    for frame in sentence.frames:
        if frame.how == "label":
            continue
        who = party(sentence.tokens, sentence.mentions, *frame.subject, scene)
        if who.codes and who.kind in ("person", "office", "named", "parliament", "group"):
            scene.speaker = Speaker(
                label=who.label, speaks_for=who.codes[0], kind="person" if who.kind == "person" else "office"
            )
            scene.private = False
        elif who.kind in ("private", "anonymous"):
            scene.speaker = Speaker(label=who.label, speaks_for=None, kind=who.kind)


def after_reading(sentence: Sentence, scene: Scene) -> None:
    """Remember who was named, and whether a quotation stays open."""
    scene.quoting = _open_after(sentence.tokens, scene.quoting)
    acting = [
        mention
        for mention in sentence.mentions
        if mention.kind in ("state", "body", "person", "group", "metonym", "parliament")
    ]
    if acting and acting[0].kind == "person" and acting[0].begin <= 8 and not sentence.frames:
        scene.speaker = Speaker(label=acting[0].name.label, speaks_for=acting[0].codes[0], kind="person")
    if acting:
        scene.subject = acting[0].codes
        scene.named = acting[-1].codes
    scene.seen.update(code for mention in sentence.mentions for code in mention.codes)


def _open_after(tokens: list[Token], is_open: bool) -> bool:
    for token in tokens:
        if token.low in "“«„":
            is_open = True
        elif token.low in "”»":
            is_open = False
        elif token.low == '"':
            is_open = not is_open
    return is_open
