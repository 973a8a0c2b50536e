"""Cue phrases in a sentence: what the operative verb says, and whether it is negated or hedged."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kept.recognition.lexicon import data, inflections, verb_forms, words
from kept.recognition.tokens import Token

_REACH = 4
"""Adverbs that may stand between two words of a phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A phrase that says something about a promise: the rules that read it, its firmness, and the codebook's rule."""

    kind: str
    firmness: str | None
    rule: str
    elements: tuple[frozenset[str], ...]
    phrase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A cue where it stands: tokens, `negated` (not, never, no), `hedge` (an adverb that lowers a step, rule b)."""

    cue: Cue
    begin: int
    end: int
    negated: bool = False
    hedge: str | None = None
    words: str = ""

    @property
    def kind(self) -> str:
        """Which rules read it."""
        return self.cue.kind


@cache
def cue_index() -> dict[str, tuple[Cue, ...]]:
    """Give all cues by their first word, longer phrases first, then the file's order."""
    index: dict[str, list[Cue]] = {}
    for row in data("cues")["cue"]:
        for phrase in row["words"]:
            elements = tuple(_surface(element) for element in phrase.split())
            cue = Cue(
                kind=row["kind"], firmness=row.get("firmness"), rule=row["rule"], elements=elements, phrase=phrase
            )
            for first in elements[0]:
                index.setdefault(first, []).append(cue)
    return {first: tuple(sorted(cues, key=lambda cue: -len(cue.elements))) for first, cues in index.items()}


def _surface(element: str) -> frozenset[str]:
    bases = element.lstrip("*+").split("|")
    if element.startswith("*"):
        return frozenset(word for base in bases for _, word in inflections(base))
    return frozenset(bases)


def hits(tokens: list[Token]) -> list[Hit]:
    """Find the cues of a sentence; at each word the longest phrase, then those of other kinds that start there."""
    found: list[Hit] = []
    index = cue_index()
    for at, token in enumerate(tokens):
        kinds: set[str] = set()
        for cue in index.get(token.low, ()):
            if cue.kind in kinds:
                continue
            end = _match(tokens, at, cue)
            if end:
                kinds.add(cue.kind)
                found.append(_hit(tokens, cue, at, end))
    return found


def _match(tokens: list[Token], at: int, cue: Cue) -> int | None:
    place = at + 1
    for element in cue.elements[1:]:
        place = _next(tokens, place, element)
        if place < 0:
            return None
    return place


def _next(tokens: list[Token], place: int, element: frozenset[str]) -> int:
    for step in range(_REACH):
        if place + step >= len(tokens):
            return -1
        low = tokens[place + step].low
        if low in element:
            return place + step + 1
        if low not in words("adverb") and low not in words("negation"):
            return -1
    return -1


def _hit(tokens: list[Token], cue: Cue, begin: int, end: int) -> Hit:
    inside = [token.low for token in tokens[begin:end]]
    after = _modifiers(tokens, end, 1) if cue.kind in ("future", "float", "demand") or cue.phrase == "would" else []
    before = _modifiers(tokens, begin - 1, -1)
    around = [*before, *inside[1:], *after]
    negation = words("negation")
    negated = any(low in negation for low in around) and not cue.phrase.startswith(("not ", "never ", "cannot ", "no "))
    hedge = next((low for low in around if low in words("hedge")), None)
    return Hit(cue=cue, begin=begin, end=end, negated=negated, hedge=hedge, words=" ".join(inside))


def _modifiers(tokens: list[Token], place: int, step: int) -> list[str]:
    """Collect adverbs, negations and auxiliaries beside a cue, as far as they go."""
    skipped: list[str] = []
    passing = words("adverb") | words("negation") | words("hedge") | (words("aux") if step < 0 else frozenset())
    while 0 <= place < len(tokens) and len(skipped) < _REACH and tokens[place].low in passing:
        skipped.append(tokens[place].low)
        place += step
    return skipped


def forms_of(token: Token, *names: str) -> bool:
    """Tell whether a word may be one of these verb forms (base, s, past, participle, ing)."""
    return any(form.form in names for form in verb_forms().get(token.low, ()))


def base_of(token: Token) -> str:
    """Give the base form of a verb, or the word itself."""
    forms = verb_forms().get(token.low)
    return forms[0].base if forms else token.low


def is_finite(token: Token) -> bool:
    """Tell whether a word is a finite verb: an auxiliary, or a past or third-person form."""
    if token.low in words("aux"):
        return True
    return not token.is_capital and forms_of(token, "past", "s") and token.low not in words("noun")


def operative(tokens: list[Token], place: int, end: int) -> int | None:
    """Find the verb that follows a modal or “to”, past adverbs and negations; None where there is none."""
    while place < end and (
        tokens[place].low in words("adverb")
        or tokens[place].low in words("negation")
        or tokens[place].low in ("to", ",")
    ):
        place += 1
    return place if place < end and tokens[place].is_word else None
