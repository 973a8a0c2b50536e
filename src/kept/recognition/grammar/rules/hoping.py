"""Expectations and proposals: what others are hoped or asked to consider to do (T3, T8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.model.statements import Attribution, StatementType
from kept.recognition.grammar.cues import base_of
from kept.recognition.grammar.rules import against, binding
from kept.recognition.grammar.rules.common import addressed, cue, question, who
from kept.recognition.grammar.verdicts import Out, Verdict

if TYPE_CHECKING:
    from kept.recognition.grammar.case import Case

_HOPE = Out(rule="X1", why="a hope, no action of others is named")


def expect(case: Case) -> Verdict | Out | None:
    """Read “expects X to …”, “hopes that X will …”, “X would pledge” under hope (T3)."""
    out = question(case)
    if not out and case.hit.words == "would":
        return _would(case)
    if out or case.said.kind == "private" or case.hit.negated:
        return out or Out(rule="ruling 15", why="a private voice")
    if case.hit.cue.phrase.endswith(("expected to", "likely to")):
        return _is_expected(case)
    if not case.subject.acts:
        return None
    others = addressed(case, case.hit.end, _until_verb(case))
    others = tuple(code for code in others if code not in case.subject.codes)
    if not others:
        return None
    why = (cue(case), who(case), "about the action of others (T3)")
    return Verdict(type=StatementType.EXPECTATION, actors=others, reasons=why, doubt=_HOPE)


def _until_verb(case: Case) -> int:
    begin = case.hit.end
    for place in range(begin, case.end):
        if case.sentence.tokens[place].low in ("to", "will", "would", "can", "could"):
            return place
    return min(case.end, begin + 6)


def _would(case: Case) -> Verdict | Out | None:
    """Read “would” of indirect speech as “will” (rule d), and under words of hope as an expectation."""
    frame = case.said.frame
    if frame is None:
        return None
    if case.base in ("like", "love", "prefer"):
        return None
    if case.said.kind == "private":
        return Out(rule="ruling 15", why=f"“{case.said.speaker.label}” binds no government")
    if case.is_own and case.subject.acts and case.said.codes and frame.how == "opening":
        return against.not_future(case) if case.hit.negated else binding.future(case)
    before = case.sentence.words(0, case.hit.begin).lower()
    if not any(word in before for word in ("hope", "expect", "confiden")):
        return None
    if not case.subject.acts or set(case.subject.codes) & set(case.said.codes):
        return None
    begin = frame.verb if frame.verb >= case.clause.begin - 3 else None
    why = (cue(case), who(case), "hoped of others (T3)")
    return Verdict(type=StatementType.EXPECTATION, actors=case.subject.codes, begin=begin, reasons=why)


def _is_expected(case: Case) -> Verdict | None:
    if not case.subject.acts:
        return None
    why = (cue(case), who(case), "awaited, not said by itself (T3)")
    return Verdict(type=StatementType.EXPECTATION, actors=case.subject.codes, sure=False, reasons=why, doubt=_HOPE)


def propose(case: Case) -> Verdict | Out | None:
    """Read “proposes”, “suggests”, “could also”: an option put to others (T8)."""
    out = question(case)
    if out or case.said.kind == "private":
        return out or Out(rule="ruling 15", why="a private voice")
    why = (cue(case), who(case), "puts an option to others (T8)")
    if case.hit.words == "could also":
        framed = bool(case.said.codes) and case.said.frame is not None
        return Verdict(type=StatementType.PROPOSAL, actors=case.said.codes, reasons=why) if framed else None
    base = base_of(case.sentence.tokens[case.hit.begin])
    if case.hit.negated or (base == "suggest" and case.said.attribution == Attribution.NARRATOR):
        return None
    actors = None if case.subject.acts else case.said.codes
    if actors == ():
        return None
    doubt = Out(rule="X5", why="an option that nobody puts to others")
    return Verdict(type=StatementType.PROPOSAL, actors=actors, sure=False, reasons=why, doubt=doubt)
