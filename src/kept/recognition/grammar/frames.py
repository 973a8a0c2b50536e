"""Reporting frames: “X said that …”, “…, X said”, “according to X”, “MR X: …”; who says what part of a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kept.recognition.grammar.cues import base_of, forms_of, is_finite
from kept.recognition.lexicon import inflections, words
from kept.recognition.tokens import QUOTES, Token

_FAR = 14
"""Words that a speaker with title and name may take."""
_BREAKS = frozenset((",", "-", "–", "—", ".", *QUOTES))


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A reporting clause: tokens of its subject, its verb, the range it takes, and the range of what is said."""

    subject: tuple[int, int]
    verb: int
    begin: int
    end: int
    said: tuple[int, int]
    how: str


def frames(tokens: list[Token]) -> tuple[Frame, ...]:
    """Find the reporting frames of a sentence, from left to right."""
    found: list[Frame] = []
    label = _label(tokens)
    if label:
        found.append(label)
    for at, token in enumerate(tokens):
        frame = _at(tokens, at, found) if _is_reporting(token) else _according(tokens, at)
        if frame:
            found.append(frame)
    return tuple(found)


def _is_reporting(token: Token) -> bool:
    return token.low in reporting_forms() and (not token.is_capital or token.text.isupper())


@cache
def reporting_forms() -> frozenset[str]:
    """Give all forms of the verbs that report speech."""
    return frozenset(form for base in words("verbs", "reporting") for _, form in inflections(base))


def _at(tokens: list[Token], at: int, found: list[Frame]) -> Frame | None:
    if at and tokens[at - 1].low in ("to", "of", "the", "a", "be"):
        return None
    if at + 1 < len(tokens) and (tokens[at + 1].low == "that" or _clause_at_once(tokens, at + 1)):
        return _opening(tokens, at, found) or _closing(tokens, at)
    return _closing(tokens, at) or _opening(tokens, at, found)


def _label(tokens: list[Token]) -> Frame | None:
    """Read a transcript's label: capital words up to a colon at the front."""
    for at, token in enumerate(tokens[:9]):
        if token.low == ":":
            name = [word for word in tokens[:at] if word.is_word]
            if name and all(word.text.isupper() or word.text[0].isupper() for word in name):
                return Frame(subject=(0, at), verb=at, begin=0, end=at + 1, said=(at + 1, len(tokens)), how="label")
            return None
    return None


def _opening(tokens: list[Token], at: int, found: list[Frame]) -> Frame | None:
    start = _content(tokens, at)
    if start is None:
        return None
    begin = found[-1].said[0] if found and found[-1].how in ("opening", "label") else 0
    front = _subject_front(tokens, at, begin)
    return Frame(subject=(front, at), verb=at, begin=front, end=start, said=(start, len(tokens)), how="opening")


def _content(tokens: list[Token], at: int) -> int | None:
    """Find where the words said begin: at once, after “that”, a colon, or an opening quote."""
    after = at + 1
    if after < len(tokens) and base_of(tokens[at]) not in ("tell", "inform") and _clause_at_once(tokens, after):
        return after
    for place in range(after, min(len(tokens), at + _FAR)):
        low = tokens[place].low
        if low == "that":
            return place + 1 if _begins_clause(tokens, place + 1) else None
        if low == ":" or (low in QUOTES and (place <= at + 2 or tokens[place - 1].low in (",", "that"))):
            return place + 1
        if low in (",", ";", ".", "which", "who") or low in words("aux"):
            return None
    return None


def _begins_clause(tokens: list[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].low not in ("of", ",", ".")


def _clause_at_once(tokens: list[Token], place: int) -> bool:
    """Tell whether a clause follows without “that”: a subject, then soon a finite auxiliary."""
    low = tokens[place].low
    if low not in words("clause_starts", "nouns") and not tokens[place].is_capital:
        return False
    for token in tokens[place + 1 : place + 9]:
        if token.low in _BREAKS or token.low in ("to", "that", "which", "who", "of"):
            return False
        if (
            token.low in words("aux")
            or forms_of(token, "s")
            or (low in words("clause_starts", "nouns") and forms_of(token, "past"))
        ):
            return True
    return False


def _subject_front(tokens: list[Token], at: int, begin: int) -> int:
    place = at
    while place > begin and at - place < 25:
        low = tokens[place - 1].low
        if (
            low in (";", ":", *QUOTES)
            or low in ("that", "because", "while", "although", "but")
            or (low == "and" and at - place < 1)
        ):
            break
        place -= 1
    return place


def _closing(tokens: list[Token], at: int) -> Frame | None:
    """Read “…, X said …” and “…, said X …”, where a comma, dash or quote closes what was said."""
    front = _closing_front(tokens, at)
    if front is None or front < 3 or not any(is_finite(token) for token in tokens[: front - 1]):
        return None
    end = _closing_end(tokens, at)
    subject = (front, at) if front < at else (at + 1, _subject_end(tokens, at + 1, end))
    return Frame(subject=subject, verb=at, begin=front - 1, end=end, said=(0, front - 1), how="closing")


def _closing_front(tokens: list[Token], at: int) -> int | None:
    place = at
    while place > 0 and at - place <= _FAR:
        low = tokens[place - 1].low
        if low in _BREAKS:
            closed = low in QUOTES or low in (",", "-", "–", "—")
            return place if closed and _is_speaker(tokens[place:at], tokens[at], tokens, at) else None
        if low in words("aux") or low in ("that", "to", "and", "but", "which", ":", ";"):
            return None
        place -= 1
    return None


def _is_speaker(subject: list[Token], verb: Token, tokens: list[Token], at: int) -> bool:
    if verb.low.endswith("ing"):
        return False
    if subject and base_of(verb) in ("tell", "inform", "assure"):
        return True
    after = tokens[at + 1].low if at + 1 < len(tokens) else "."
    if subject:
        open_end = after in (".", ",", ":", *QUOTES) or after in (
            "in",
            "on",
            "at",
            "to",
            "during",
            "after",
            "reporters",
            "when",
            "as",
            "this",
            "last",
            "earlier",
        )
        person = after != "that" and (tokens[at + 1].is_capital if at + 1 < len(tokens) else True)
        return open_end or person
    return at + 1 < len(tokens) and (
        tokens[at + 1].is_capital or after in ("the", "a", "an", "he", "she", "his", "her")
    )


def _closing_end(tokens: list[Token], at: int) -> int:
    for place in range(at + 1, len(tokens)):
        low = tokens[place].low
        if low in QUOTES or low in (":", ";", "-", "–", "—") or (low == "," and _goes_on(tokens, place + 1)):
            return place
    return len(tokens)


def _goes_on(tokens: list[Token], place: int) -> bool:
    return place < len(tokens) and (tokens[place].low in ("but", "and", *QUOTES) or tokens[place].low.endswith("ing"))


def _subject_end(tokens: list[Token], begin: int, end: int) -> int:
    for place in range(begin, min(end, begin + _FAR)):
        if tokens[place].low in (",", ".", "in", "on", "during", "at", "to", "after", "when", "that"):
            return place
    return min(end, begin + _FAR)


def _according(tokens: list[Token], at: int) -> Frame | None:
    if tokens[at].low != "according" or at + 1 >= len(tokens) or tokens[at + 1].low != "to":
        return None
    comma = next((place for place in range(at + 2, len(tokens)) if tokens[place].low == ","), None)
    if at <= 1 and comma:
        return Frame(
            subject=(at + 2, comma), verb=at, begin=0, end=comma + 1, said=(comma + 1, len(tokens)), how="according"
        )
    end = min(comma or len(tokens), len(tokens))
    begin = at - 1 if at and tokens[at - 1].low == "," else at
    return Frame(subject=(at + 2, end), verb=at, begin=begin, end=end, said=(0, begin), how="according")


def enclosing(found: tuple[Frame, ...], place: int) -> tuple[Frame, ...]:
    """Give the frames whose words hold a token, the innermost last."""
    around = [
        frame for frame in found if frame.said[0] <= place < frame.said[1] and not frame.begin <= place < frame.end
    ]
    after = [frame for frame in found if frame.how == "closing" and place >= frame.end and frame not in around]
    return tuple(sorted(around or after[-1:], key=lambda frame: frame.said[1] - frame.said[0], reverse=True))
