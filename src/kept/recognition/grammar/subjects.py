"""The subject of a cue: the noun phrase before it, or the one its clause shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.recognition.grammar.clauses import Clause, Mark
from kept.recognition.grammar.cues import forms_of, is_finite
from kept.recognition.grammar.parties import Party, party
from kept.recognition.lexicon import words

if TYPE_CHECKING:
    from kept.recognition.grammar.scene import Scene
    from kept.recognition.names import Mention
    from kept.recognition.tokens import Token

_PRONOUNS = frozenset(("we", "i", "he", "she", "they", "it"))

Found = tuple[Party, tuple[int, int]]


def subject_of(
    tokens: list[Token], mentions: tuple[Mention, ...], clause: Clause, cue: int, scene: Scene
) -> tuple[Party, tuple[int, int]]:
    """Read the subject of a cue; a clause without one shares that of the clause before, a relative its antecedent."""
    end = _before_auxiliaries(tokens, clause.begin, cue)
    if end > clause.begin and tokens[end - 1].low in _PRONOUNS:
        return party(tokens, mentions, end - 1, end, scene), (end - 1, end)
    if clause.mark == Mark.RELATIVE and clause.before is not None and _only_pronoun(tokens, clause.begin, end):
        return _antecedent(tokens, mentions, clause, scene)
    begin, end = subject_range(tokens, mentions, clause, end)
    read = _phrase(tokens, mentions, begin, end, scene)
    if read is not None and read[0].kind == "nobody" and clause.mark == Mark.SHARED and clause.before is not None:
        return _shared(tokens, mentions, clause.before, scene)
    if read is None or read[0].kind in ("thing", "nobody"):
        return _adjacent(tokens, mentions, begin, end, scene) or read or (Party(), (end, end))
    return read


def _phrase(tokens: list[Token], mentions: tuple[Mention, ...], begin: int, end: int, scene: Scene) -> Found | None:
    """Read a noun phrase, without a relative clause behind it; None where a finite verb stands in it."""
    relative = next((place for place in range(begin + 1, end) if tokens[place].low in ("who", "which", "that")), end)
    if any(is_finite(token) for token in tokens[begin:relative]):
        return None
    return party(tokens, mentions, begin, relative, scene), (begin, relative)


def _adjacent(tokens: list[Token], mentions: tuple[Mention, ...], begin: int, end: int, scene: Scene) -> Found | None:
    """Take the name that stands right before the verb, where what is before it is no part of its phrase."""
    mention = next((each for each in reversed(mentions) if begin <= each.begin and each.end == end), None)
    if mention is None or mention.kind == "demonym":
        return None
    front = mention.begin
    while front > begin and tokens[front - 1].low in ("the", "president", "minister", "secretary", "prime", "foreign"):
        front -= 1
    before = tokens[front - 1].low if front > begin else ""
    if before in words("preposition") or before in ("and", "or", "'s", "'"):
        return None
    return party(tokens, mentions, front, end, scene), (front, end)


def _before_auxiliaries(tokens: list[Token], begin: int, cue: int) -> int:
    passing = words("adverb") | words("aux") | words("negation")
    end = cue
    while end > begin and (tokens[end - 1].low in passing and tokens[end - 1].low not in ("all", "both", "each")):
        end -= 1
    if end - begin > 3 and tokens[end - 1].low == ")" and tokens[end - 3].low == "(":
        return end - 3
    return end


def _only_pronoun(tokens: list[Token], begin: int, end: int) -> bool:
    return end - begin <= 1 or all(token.low in words("relative") for token in tokens[begin:end])


def subject_range(tokens: list[Token], mentions: tuple[Mention, ...], clause: Clause, cue: int) -> tuple[int, int]:
    """Find the tokens of the subject of a cue in its clause; an empty range where the clause has none of its own."""
    begin, end = clause.begin, cue
    joining = words("conjunction") | frozenset(("that", "then", "so", "while", "because", "although", "though", "as"))
    while begin < end and (tokens[begin].low in joining or not tokens[begin].is_word):
        begin += 1
    for comma in reversed([place for place in range(begin, end) if tokens[place].low == ","]):
        if comma + 1 >= end or _is_empty(tokens, comma + 1, end) or _is_aside(tokens, comma + 1):
            end = comma
        elif not _is_list(tokens, mentions, begin, comma, end):
            begin = comma + 1
            break
    return _after_opening(tokens, begin, end)


def _is_empty(tokens: list[Token], begin: int, end: int) -> bool:
    passing = words("adverb") | words("aux") | words("front", "trim")
    return all(not token.is_word or token.low in passing for token in tokens[begin:end])


def _is_aside(tokens: list[Token], begin: int) -> bool:
    return (
        tokens[begin].low in words("aside")
        or tokens[begin].low.endswith("ing")
        or tokens[begin].low in ("who", "which")
    )


def _is_list(tokens: list[Token], mentions: tuple[Mention, ...], begin: int, comma: int, end: int) -> bool:
    """Tell “Denmark, Norway and Sweden” from “In January, Norway”."""
    opening = tokens[begin].low in words("preposition") or tokens[begin].low in words("adverb")
    short = comma - begin <= 6 and not opening
    named = any(begin <= mention.begin < comma for mention in mentions)
    return short and named and any(token.low == "and" for token in tokens[comma + 1 : end])


def _after_opening(tokens: list[Token], begin: int, end: int) -> tuple[int, int]:
    """Step over an opening adverbial without a comma: “on Tuesday the government”, “today I”."""
    place = begin
    while place < end and (
        (tokens[place].low in words("adverb") and tokens[place].low not in ("all", "both", "each"))
        or _is_day(tokens[place])
    ):
        place += 1
    if place >= end or tokens[place].low not in words("preposition"):
        return place, end
    inner = next((at for at in range(place + 2, end) if tokens[at].low == "the" and _is_free(tokens[at - 1])), None)
    return (inner if inner is not None else min(place + 2, end), end) if end - place > 2 else (place, end)


def _is_day(token: Token) -> bool:
    return token.low in words("day")


def _is_free(token: Token) -> bool:
    return token.low not in words("preposition") and token.low not in words("conjunction") and token.low != "'s"


def _antecedent(tokens: list[Token], mentions: tuple[Mention, ...], clause: Clause, scene: Scene) -> Found:
    """Read the noun phrase that a relative clause stands behind."""
    for mention in reversed(mentions):
        if mention.end <= clause.begin and clause.begin - mention.end <= 2:
            return party(tokens, mentions, mention.begin, mention.end, scene), (mention.begin, mention.end)
    begin = max(clause.before.begin if clause.before else 0, clause.begin - 12)
    return party(tokens, mentions, begin, clause.begin, scene), (begin, clause.begin)


def _shared(tokens: list[Token], mentions: tuple[Mention, ...], before: Clause, scene: Scene) -> Found:
    verb = first_finite(tokens, before)
    if verb is None:
        return Party(), (before.begin, before.begin)
    return subject_of(tokens, mentions, before, verb, scene)


def first_finite(tokens: list[Token], clause: Clause) -> int | None:
    """Find the first finite verb of a clause; of one that shares its subject, its first word."""
    if clause.mark == Mark.SHARED:
        return clause.begin + 1
    found = next((place for place in range(clause.begin + 1, clause.end) if is_finite(tokens[place])), None)
    return found if found is not None or not forms_of(tokens[clause.begin], "ing") else clause.begin
