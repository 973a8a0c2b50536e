"""The subject of a cue: the noun phrase before it, or the one its clause shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.recognition.grammar.clauses import Clause, Mark
from kept.recognition.grammar.parties import Party, party
from kept.recognition.lexicon import words

if TYPE_CHECKING:
    from kept.recognition.grammar.scene import Scene
    from kept.recognition.names import Mention
    from kept.recognition.tokens import Token

_ASIDES = frozenset(
    ["including", "together", "along", "alongside", "with", "in", "on", "as", "after", "before", "under", "at", "by", "for", "from", "during", "following", "despite", "given"]
)


def subject_range(tokens: list[Token], clause: Clause, cue: int) -> tuple[int, int]:
    """Find the tokens of the subject of a cue in its clause; an empty range where the clause has none of its own."""
    begin, end = clause.begin, cue
    while begin < end and (
        tokens[begin].low in words("conjunction")
        or not tokens[begin].is_word
        or tokens[begin].low in ("that", "then", "so")
    ):
        begin += 1
    commas = [place for place in range(begin, end) if tokens[place].low == ","]
    for comma in reversed(commas):
        if comma + 1 >= end or _is_empty(tokens, comma + 1, end):
            end = comma
            continue
        if _is_aside(tokens, comma + 1):
            end = comma
            continue
        if _is_list(tokens, begin, comma, end):
            continue
        begin = comma + 1
        break
    return _after_opening(tokens, begin, end)


def _is_empty(tokens: list[Token], begin: int, end: int) -> bool:
    passing = words("adverb") | words("aux") | words("front", "trim")
    return all(not token.is_word or token.low in passing for token in tokens[begin:end])


def _is_aside(tokens: list[Token], begin: int) -> bool:
    return tokens[begin].low in _ASIDES or tokens[begin].low.endswith("ing") or tokens[begin].low in ("who", "which")


def _is_list(tokens: list[Token], begin: int, comma: int, end: int) -> bool:
    """Tell “Denmark, Norway and Sweden” from “In January, Norway”."""
    opening = tokens[begin].low in words("preposition") or tokens[begin].low in words("adverb")
    short = comma - begin <= 6 and not opening
    return short and any(token.low == "and" for token in tokens[comma + 1 : end][:4])


def _after_opening(tokens: list[Token], begin: int, end: int) -> tuple[int, int]:
    """Step over an opening adverbial without a comma: “on Tuesday the government”, “today I”."""
    place = begin
    while place < end and tokens[place].low in words("adverb") and tokens[place].low not in ("all", "both", "each"):
        place += 1
    if place < end and tokens[place].low in words("preposition"):
        pronoun = next(
            (at for at in range(place + 1, end) if tokens[at].low in ("we", "i", "he", "she", "they", "it")), None
        )
        if pronoun is not None:
            return pronoun, end
        named = next(
            (
                at
                for at in range(place + 1, end)
                if tokens[at].low in ("the",) and at > place + 2 and tokens[at - 1].low not in words("preposition")
            ),
            None,
        )
        return (named, end) if named is not None else (place + 2 if place + 2 < end else place, end)
    return place, end


def subject_of(
    tokens: list[Token], mentions: tuple[Mention, ...], clause: Clause, cue: int, scene: Scene
) -> tuple[Party, tuple[int, int]]:
    """Read the subject of a cue; a clause without one shares that of the clause before, a relative one its antecedent."""
    if clause.mark == Mark.RELATIVE and clause.before is not None:
        return _antecedent(tokens, mentions, clause, scene)
    begin, end = subject_range(tokens, clause, cue)
    read = party(tokens, mentions, begin, end, scene)
    if read.kind == "nobody" and clause.mark == Mark.SHARED and clause.before is not None:
        return _shared(tokens, mentions, clause.before, scene)
    inner = next(
        (
            place
            for place in range(begin + 1, end)
            if tokens[place].low in ("that", "which", "who") and place >= end - 3
        ),
        None,
    )
    if inner is not None and read.kind != "private":
        return party(tokens, mentions, begin, inner, scene), (begin, inner)
    return read, (begin, end)


def _antecedent(
    tokens: list[Token], mentions: tuple[Mention, ...], clause: Clause, scene: Scene
) -> tuple[Party, tuple[int, int]]:
    before = clause.before
    assert before is not None
    begin = max(before.begin, clause.begin - 12)
    for mention in reversed(mentions):
        if mention.end <= clause.begin and clause.begin - mention.end <= 2:
            return party(tokens, mentions, mention.begin, mention.end, scene), (mention.begin, mention.end)
    return party(tokens, mentions, begin, clause.begin, scene), (begin, clause.begin)


def _shared(
    tokens: list[Token], mentions: tuple[Mention, ...], before: Clause, scene: Scene
) -> tuple[Party, tuple[int, int]]:
    verb = first_finite(tokens, before)
    if verb is None:
        return Party(), (before.begin, before.begin)
    return subject_of(tokens, mentions, before, verb, scene)


def first_finite(tokens: list[Token], clause: Clause) -> int | None:
    """Find the first finite verb of a clause."""
    from kept.recognition.grammar.clauses import _is_finite

    found = next((place for place in range(clause.begin, clause.end) if _is_finite(tokens[place])), None)
    if found is None and clause.mark == Mark.SHARED:
        return clause.begin
    return found
