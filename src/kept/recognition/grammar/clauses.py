"""Where clauses begin and end in a sentence, and which of them share their subject."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kept.recognition.grammar.cues import forms_of, is_finite
from kept.recognition.grammar.frames import Frame
from kept.recognition.lexicon import words
from kept.recognition.tokens import QUOTES, Token

_AHEAD = 12
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "there"))


class Mark(StrEnum):
    """What begins at a token."""

    START = "start"
    CONTENT = "content"
    CLAUSE = "clause"
    SHARED = "shared"
    SUBORDINATE = "subordinate"
    CONDITION = "condition"
    MAIN = "main"
    RELATIVE = "relative"
    FRAME = "frame"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A range of tokens, how it begins, and the one before it that lends its subject."""

    begin: int
    end: int
    mark: Mark
    before: Clause | None = None


def clauses(tokens: list[Token], found: tuple[Frame, ...]) -> tuple[Clause, ...]:
    """Cut a sentence into clauses, from left to right."""
    marks = _marks(tokens, found)
    places = sorted(marks)
    cut: list[Clause] = []
    for order, begin in enumerate(places):
        end = places[order + 1] if order + 1 < len(places) else len(tokens)
        cut.append(Clause(begin=begin, end=end, mark=marks[begin], before=cut[-1] if cut else None))
    return tuple(cut)


def _marks(tokens: list[Token], found: tuple[Frame, ...]) -> dict[int, Mark]:
    marks = {0: Mark.START}
    for frame in found:
        marks[frame.begin] = Mark.FRAME
        if frame.end < len(tokens):
            marks[frame.end] = Mark.CONTENT
    finite = False
    for at, token in enumerate(tokens):
        finite = _step(tokens, at, marks, finite or is_finite(token))
    return marks


def _step(tokens: list[Token], at: int, marks: dict[int, Mark], finite: bool) -> bool:
    """Put down what begins at or after a token; give whether the running clause still has its finite verb."""
    low = tokens[at].low
    if at and at in marks and marks[at] != Mark.FRAME and not _opens_other(tokens, at):
        return is_finite(tokens[at])
    if low in (";", ":", "–", "—") or (low == "-" and at) or (finite and _quote_turns(tokens, at)):
        marks.setdefault(at + 1, Mark.START) if at + 1 < len(tokens) else None
        return False
    if low in words("conditional"):
        return _condition(tokens, at, marks, finite)
    if low in words("subordinate") and _subordinates(tokens, at):
        marks[at] = Mark.SUBORDINATE
        _main_after(tokens, at, marks)
        return False
    if low == ",":
        return _comma(tokens, at, marks, finite)
    if low in ("and", "but", "or") and finite:
        mark = _coordination(tokens, at, spoken=low == "but")
        if mark:
            marks.setdefault(at, mark)
            return False
    return finite


def _opens_other(tokens: list[Token], at: int) -> bool:
    """Tell whether a clause opens with a condition or another subordinate one, past “and”, “but”."""
    return tokens[at].low in words("conditional") or tokens[at].low in (
        "because",
        "while",
        "although",
        "though",
        "whereas",
    )


def _quote_turns(tokens: list[Token], at: int) -> bool:
    """Tell whether speech begins or ends at a quotation mark; around a few words it changes nothing."""
    return tokens[at].low in QUOTES and at > 0 and tokens[at - 1].low in (",", ":", ".", "!", "?")


def _subordinates(tokens: list[Token], at: int) -> bool:
    """Tell “since they left” from “since 28 May”, “, as they said” from “as well”."""
    low = tokens[at].low
    if low in ("that", "when", "before", "after"):
        return False
    return low not in ("as", "since", "where", "so") or _comma_before(tokens, at)


def _comma_before(tokens: list[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].low == ","


def _comma(tokens: list[Token], at: int, marks: dict[int, Mark], finite: bool) -> bool:
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if after in words("relative"):
        marks.setdefault(at + 1, Mark.RELATIVE)
        return False
    if (
        after.endswith("ing")
        and after not in ("including", "during", "regarding", "concerning", "following", "according", "training")
        and finite
    ):
        marks.setdefault(at + 1, Mark.SUBORDINATE)
        return False
    if finite and after and _starts_clause(tokens, at + 1):
        marks.setdefault(at + 1, Mark.CLAUSE)
        return False
    return finite


def _starts_clause(tokens: list[Token], at: int) -> bool:
    """Tell whether a subject with a finite verb follows a comma at once (“…, he said”, “…, a claim Kyiv rejected”)."""
    return tokens[at].low in ("he", "she", "it", "they", "we", "i", "there", "this") and _finite_ahead(
        tokens, at + 1, 4
    )


def _condition(tokens: list[Token], at: int, marks: dict[int, Mark], finite: bool) -> bool:
    low = tokens[at].low
    if low in ("should", "once", "provided", "providing") and not _opens_condition(tokens, at, marks):
        return finite
    marks[at] = Mark.CONDITION
    _main_after(tokens, at, marks)
    return False


def _opens_condition(tokens: list[Token], at: int, marks: dict[int, Mark]) -> bool:
    low = tokens[at].low
    if low == "once":
        return at + 1 < len(tokens) and _finite_ahead(tokens, at + 1, 10)
    if low in ("provided", "providing"):
        return at + 1 < len(tokens) and tokens[at + 1].low == "that"
    before = tokens[at - 1] if at else None
    starts = before is None or at in marks or not _is_noun_like(before) or before.low == "that"
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    named = after is not None and (after.low in words("determiner") or after.is_capital or after.low in _PRONOUNS)
    return named and (starts or _after_object(tokens, at))


def _after_object(tokens: list[Token], at: int) -> bool:
    """Tell “topics should a ceasefire materialize” (a condition) from “states should send” (a demand)."""
    return at + 1 < len(tokens) and tokens[at + 1].low in words("determiner")


def _is_noun_like(token: Token) -> bool:
    return token.is_word and token.low not in words("conjunction")


def _main_after(tokens: list[Token], at: int, marks: dict[int, Mark]) -> None:
    """Find the comma that ends a fronted subordinate clause, where a main clause follows."""
    if not _is_front(tokens, at, marks):
        return
    for place in range(at + 1, len(tokens) - 1):
        if (
            tokens[place].low == ","
            and (tokens[place + 1].low in ("then", "so") or _finite_ahead(tokens, place + 1, 25))
            and not _list_goes_on(tokens, place)
        ):
            marks.setdefault(place + 1, Mark.MAIN)
            return
        if tokens[place].low in (";", ":", *QUOTES):
            return


def _list_goes_on(tokens: list[Token], place: int) -> bool:
    return tokens[place + 1].low in ("and", "or", "including", "perhaps", "such")


def _is_front(tokens: list[Token], at: int, marks: dict[int, Mark]) -> bool:
    before = at
    while (
        before > 0
        and before not in marks
        and (
            tokens[before - 1].low in words("front", "trim")
            or not tokens[before - 1].is_word
            or tokens[before - 1].low in ("even", "only")
        )
    ):
        before -= 1
    return (
        before == 0 or before in marks or (at in marks and tokens[at - 1].low in (",", "that", "and", "but", *QUOTES))
    )


def _coordination(tokens: list[Token], at: int, *, spoken: bool) -> Mark | None:
    """Tell what “and” joins: a new clause, a verb with the same subject, or only words (None)."""
    place = at + 1
    while place < len(tokens) and (tokens[place].low in words("adverb") or tokens[place].low in ("not", ",", "that")):
        place += 1
    if place >= len(tokens):
        return None
    token = tokens[place]
    if token.low in words("aux"):
        return Mark.SHARED
    if forms_of(token, "past", "s") and not token.is_capital and _is_verb_here(tokens, place):
        return Mark.SHARED
    if _finite_ahead(tokens, place, _AHEAD):
        return Mark.CLAUSE
    return Mark.CLAUSE if spoken else None


def _is_verb_here(tokens: list[Token], place: int) -> bool:
    """Tell a verb behind “and” from a noun: something it governs must follow."""
    token = tokens[place]
    if forms_of(token, "past"):
        return not _is_adjective(tokens, place)
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is not None and after.low == "to":
        return True
    return (
        after is not None
        and token.low not in words("noun")
        and (after.low in words("determiner") or after.low in ("to", "that", "on", "its") or after.is_capital)
    )


def _is_adjective(tokens: list[Token], place: int) -> bool:
    """Tell a participle before a noun (“trained and equipped forces”) from a verb with its object."""
    return (
        place + 1 < len(tokens)
        and tokens[place + 1].is_word
        and tokens[place + 1].low.endswith("s")
        and not tokens[place + 1].is_capital
        and tokens[place + 1].low not in words("determiner")
        and tokens[place + 1].low not in words("preposition")
    )


def _finite_ahead(tokens: list[Token], place: int, reach: int) -> bool:
    """Tell whether a finite verb follows before the next sign, with a subject first."""
    for order, token in enumerate(tokens[place : place + reach]):
        if token.low in (",", ";", ":", ".", "that", "which", "who", "whose", *QUOTES):
            return False
        if order and token.low in words("plural") and tokens[place + order - 1].low.endswith("s"):
            return True
        if order and (
            token.low in words("aux")
            or (forms_of(token, "s", "past") and _subject_is_short(tokens, place, place + order))
        ):
            return token.low not in ("being", "been", "be")
    return False


def _subject_is_short(tokens: list[Token], begin: int, end: int) -> bool:
    """Tell whether all before the verb is one name, pronoun or short noun phrase."""
    return (
        end - begin <= 3
        and (
            tokens[begin].is_capital
            or tokens[begin].low in words("determiner")
            or tokens[begin].low in words("pronoun_we")
            or tokens[begin].low in words("pronoun_they")
        )
    ) and tokens[end].low not in words("noun")


def clause_at(cut: tuple[Clause, ...], place: int) -> Clause:
    """Give the clause that holds a token."""
    return next(clause for clause in reversed(cut) if clause.begin <= place)
