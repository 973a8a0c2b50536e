"""What several families of rules ask of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.recognition.fields.forms import stands
from kept.recognition.fields.money import sums
from kept.recognition.grammar.parties import party
from kept.recognition.grammar.verdicts import Out
from kept.recognition.lexicon import data, verb_class

if TYPE_CHECKING:
    from kept.recognition.grammar.case import Case


def has_any(text: str, name: str) -> bool:
    """Tell whether one of the words of a list in `rules.toml` starts a word of a text."""
    return any(stands(text, word) for word in data("rules")[name]["words"])


def question(case: Case) -> Out | None:
    """Leave out questions and hypotheses (X5)."""
    if case.scene.questioned or case.sentence.is_question():
        return Out(rule="X5", why="a question")
    if case.is_hypothetical:
        return Out(rule="X5", why="stands in a condition")
    return None


def who(case: Case) -> str:
    """Say whom the subject was read as, for the reasons."""
    return f"subject: {case.subject.label or 'none'} = {', '.join(case.subject.codes) or 'unknown'}"


def cue(case: Case) -> str:
    """Say which cue was read, for the reasons."""
    return f"cue “{case.hit.words}” ({case.hit.cue.rule})"


def has_sum(case: Case) -> bool:
    """Whether the clause names a sum of money."""
    tokens = case.sentence.tokens[case.hit.begin : case.end]
    return bool(sums(tokens, case.sentence.text))


def has_number(case: Case) -> bool:
    """Whether the clause names any number."""
    return any(token.low[0].isdigit() for token in case.sentence.tokens[case.hit.begin : case.end])


def is_action(base: str) -> bool:
    """Whether a verb names something that an observer could check (C1.5)."""
    return base in verb_class("action")


def is_vague(base: str) -> bool:
    """Whether a verb names nothing that could be checked."""
    return base in verb_class("vague")


def addressed(case: Case, begin: int, end: int) -> tuple[str, ...]:
    """Name who is asked: the first names behind the verb, joined ones too."""
    read = party(case.sentence.tokens, case.sentence.mentions, begin, end, case.scene)
    if read.codes and read.kind not in ("thing", "deed"):
        return tuple(code for code in read.codes if code not in case.subject.codes) or read.codes
    return ()


def is_scheduling(case: Case) -> bool:
    """Whether the verb puts something on the calendar (ruling 10)."""
    return case.base in data("rules")["scheduling"]["verbs"].split()
