"""Where a quote begins and ends: the clause, with its condition, without what reports it; one for each joined verb."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kept.recognition.fields.numbers import number_at
from kept.recognition.grammar.clauses import Mark
from kept.recognition.grammar.cues import forms_of
from kept.recognition.lexicon import words

if TYPE_CHECKING:
    from kept.recognition.grammar.case import Case
    from kept.recognition.grammar.clauses import Clause
    from kept.recognition.grammar.sentence import Sentence
    from kept.recognition.grammar.verdicts import Verdict

_TRIM = frozenset(",;:.!?-–—\"“”«»„()[]*•…'’‘")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The tokens of one quote; `condition` is the clause that the sentence hangs it on."""

    begin: int
    end: int
    condition: Clause | None = None


def stretches(case: Case, verdict: Verdict) -> tuple[Stretch, ...]:
    """Give the quote of a verdict, split where one verb phrase joins two countable things (U2)."""
    sentence = case.sentence
    front = fronted(case.clause)
    begin = verdict.begin if verdict.begin is not None else _begin(case, front)
    end = verdict.end if verdict.end is not None else _end(case)
    begin, end = trim(sentence, *_without_link(sentence, begin, end))
    attached = front or _trailing(sentence, case.clause)
    if verdict.begin is not None or verdict.end is not None or verdict.type not in ("commitment", "intention"):
        return (Stretch(begin=begin, end=end, condition=attached),)
    cut = _second_verb(case, end)
    if cut is None:
        return (Stretch(begin=begin, end=end, condition=attached),)
    first = trim(sentence, begin, cut)
    second = trim(sentence, cut + 1, end)
    return (
        Stretch(begin=first[0], end=first[1], condition=attached),
        Stretch(begin=second[0], end=second[1], condition=attached),
    )


def _without_link(sentence: Sentence, begin: int, end: int) -> tuple[int, int]:
    """Leave out an opening that only links to the text before: “In answer to his request, …”."""
    begin, end = trim(sentence, begin, end)
    opening = " ".join(token.low for token in sentence.tokens[begin : begin + 3])
    if any(
        opening.startswith(link)
        for link in ("in answer to", "in addition", "as a result", "at the same time", "in this regard", "for example")
    ):
        comma = next((place for place in range(begin, min(end, begin + 12)) if sentence.tokens[place].low == ","), None)
        return (comma + 1, end) if comma is not None else (begin, end)
    return begin, end


def fronted(clause: Clause) -> Clause | None:
    """Give the conditional clause before a main one."""
    before = clause.before
    if clause.mark in (Mark.MAIN, Mark.SHARED, Mark.RELATIVE) and before is not None:
        return before if before.mark == Mark.CONDITION else fronted(before)
    return None


def _trailing(sentence: Sentence, clause: Clause) -> Clause | None:
    """Give the conditional clause that follows, past what is subordinate: “… will act, as we said, if …”."""
    end = clause.end
    for each in sentence.clauses:
        if each.begin < end:
            continue
        if each.mark == Mark.CONDITION:
            return each
        if each.mark not in (Mark.SUBORDINATE, Mark.RELATIVE, Mark.SHARED):
            return None
    return None


def _begin(case: Case, front: Clause | None) -> int:
    if front is not None and case.clause.mark == Mark.MAIN:
        return front.begin
    if case.clause.mark == Mark.SHARED:
        return case.clause.begin
    if case.clause.mark == Mark.RELATIVE:
        return case.span[0]
    return case.clause.begin


def _end(case: Case) -> int:
    sentence = case.sentence
    end = case.clause.end
    while True:
        after = next((each for each in sentence.clauses if each.begin == end), None)
        if after is None or not _belongs(sentence, after):
            break
        end = after.end
    return _before_apposition(case, end)


def _belongs(sentence: Sentence, clause: Clause) -> bool:
    if clause.mark == Mark.CONDITION:
        return True
    first = sentence.tokens[clause.begin].low
    return (
        clause.mark == Mark.SUBORDINATE
        and first in ("where", "until", "so")
        and sentence.tokens[clause.begin - 1].low != ","
    )


def _before_apposition(case: Case, end: int) -> int:
    """Cut “…, 6 kilometres south of the line” before a joined verb: it says where the thing is, not what is done."""
    tokens = case.sentence.tokens
    if end >= len(tokens) or tokens[end].low not in ("and", "but") or tokens[end - 1].low != ",":
        return end
    comma = next((place for place in range(end - 2, case.hit.end, -1) if tokens[place].low == ","), None)
    if comma is None or any(token.low in words("aux") or token.low in ("and", "or") for token in tokens[comma:end]):
        return end
    return comma


def trim(sentence: Sentence, begin: int, end: int) -> tuple[int, int]:
    """Take signs and joining words off both ends of a token range; quotation marks stay where they close inside."""
    tokens = sentence.tokens
    while begin < end and (tokens[begin].low in _TRIM or tokens[begin].low in words("front", "trim")):
        begin += 1
    while end > begin and (tokens[end - 1].low in _TRIM or tokens[end - 1].low in ("and", "but")):
        if _closes(sentence, begin, end - 1):
            break
        end -= 1
    return begin, end


def _closes(sentence: Sentence, begin: int, place: int) -> bool:
    """Tell whether a quotation mark or bracket at the end closes one that opens inside the range."""
    low = sentence.tokens[place].low
    pairs = {"”": "“", "»": "«", ")": "(", "]": "[", "’": "‘"}
    if low not in pairs:
        return False
    inside = [token.low for token in sentence.tokens[begin : place + 1]]
    return inside.count(pairs[low]) >= inside.count(low)


def _second_verb(case: Case, end: int) -> int | None:
    """Find “and” before a second bare verb where both verbs count something (U2)."""
    tokens = case.sentence.tokens
    for place in range((case.verb or case.hit.end) + 1, end - 2):
        if tokens[place].low != "and":
            continue
        after = place + 1
        while after < end and tokens[after].low in words("adverb"):
            after += 1
        if (
            after < end - 1
            and forms_of(tokens[after], "base")
            and _counts(case, after, end)
            and _counts(case, case.hit.end, place)
            and not any(token.low == "," for token in tokens[case.hit.end : place])
        ):
            return place
    return None


def _counts(case: Case, begin: int, end: int) -> bool:
    tokens = case.sentence.tokens
    return any(number_at(tokens, place) is not None and tokens[place].low != "one" for place in range(begin, end))
