"""Demands and appeals: words about what others must do (T4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.model.statements import Attribution, StatementType
from kept.recognition.fields.forms import stands
from kept.recognition.grammar.clauses import Mark
from kept.recognition.grammar.cues import base_of
from kept.recognition.grammar.rules.common import addressed, cue, question, who
from kept.recognition.grammar.verdicts import Out, Verdict
from kept.recognition.lexicon import data

if TYPE_CHECKING:
    from kept.recognition.grammar.case import Case

_NOUN_BEFORE = frozenset(
    ("the", "a", "its", "their", "of", "this", "our", "his", "her", "any", "no", "these", "urgent", "humanitarian")
)
_APPEAL = Out(rule="X1", why="an appeal, asks for nothing that could be checked")


def demand(case: Case) -> Verdict | Out | None:
    """Read “calls on”, “urges”, “must”, “should”, “needs”, “is pursuing guarantees”."""
    out = question(case)
    if out or case.said.kind == "private" or case.subject.kind == "private":
        return out or Out(rule="ruling 15", why="a private voice")
    base = base_of(case.sentence.tokens[case.hit.begin])
    if case.hit.begin and case.sentence.tokens[case.hit.begin - 1].low in _NOUN_BEFORE:
        return None
    if base in data("rules")["demand"]["modal"].split() or case.hit.words in ("has to", "have to"):
        return _modal(case)
    if base in data("rules")["demand"]["asks"].split():
        return _asks(case)
    return _pursues(case) if base in ("pursue", "seek", "want", "expect") else None


def _asks(case: Case) -> Verdict | Out | None:
    token = case.sentence.tokens[case.hit.begin]
    if case.hit.negated:
        return None
    if not case.subject.acts:
        return _asked(case, case.said.codes) if token.low.endswith("ing") and case.said.codes else None
    perfect = bool({"has", "have", "had"} & set(case.lows(case.clause.begin, case.hit.begin)[-3:]))
    if not case.is_own and perfect:
        return Out(rule="X9", why="another tells of a demand made before")
    return _asked(case, None)


def _asked(case: Case, actors: tuple[str, ...] | None) -> Verdict:
    asked = addressed(case, case.hit.end, _object_end(case))
    why = (cue(case), who(case), "asks another (T4)")
    return Verdict(type=StatementType.DEMAND, actors=actors, addressee=asked, reasons=why, doubt=_APPEAL)


def _object_end(case: Case) -> int:
    for place in range(case.hit.end, case.end):
        if case.sentence.tokens[place].low in ("to", "for", "that", ",", "not"):
            return place
    return case.end


def _modal(case: Case) -> Verdict | Out | None:
    """Read “must”, “should”, “need to”: a demand by whoever speaks, on whoever is the subject."""
    by = case.said.codes or (case.subject.codes if case.hit.words in ("need", "needs") else ())
    if not by and case.said.attribution == Attribution.NARRATOR:
        return Out(rule="X6", why="the author's own opinion")
    if case.said.attribution == Attribution.ANONYMOUS:
        return Out(rule="A5", why="anonymous")
    if case.subject.kind == "nobody":
        return None
    if case.hit.words in ("need", "needs") and (asked := _needed_of(case)):
        why: tuple[str, ...] = (cue(case), who(case), "needs another to act (T4)")
        return Verdict(type=StatementType.DEMAND, actors=by or None, addressee=asked, reasons=why)
    others = tuple(code for code in case.subject.codes if code not in by)
    begin = case.span[0] if case.span[0] < case.hit.begin and case.clause.mark != Mark.SHARED else None
    why = (cue(case), who(case), "an obligation (T4)")
    sure = case.hit.words == "must"
    actors = by or None
    return Verdict(
        type=StatementType.DEMAND, actors=actors, addressee=others, sure=sure, begin=begin, reasons=why, doubt=_APPEAL
    )


def _needed_of(case: Case) -> tuple[str, ...]:
    """Name who is needed to act: “we need the House to pass …”."""
    tokens = case.sentence.tokens
    end = _object_end(case)
    if end >= case.end or tokens[end].low != "to" or end == case.hit.end:
        return ()
    return tuple(code for code in addressed(case, case.hit.end, end) if code not in case.subject.codes)


def _pursues(case: Case) -> Verdict | None:
    """Read “is pursuing guarantees from …”: a demand of goods from others."""
    if not case.subject.acts or case.hit.negated:
        return None
    head = " ".join(case.lows(case.hit.end, min(case.end, case.hit.end + 8)))
    if not any(stands(head, good) for good in data("rules")["demand"]["pursued"]):
        return None
    why = (cue(case), who(case), "asks others for it (T4)")
    return Verdict(type=StatementType.DEMAND, addressee=addressed(case, _from(case), case.end), reasons=why, rank=4)


def _from(case: Case) -> int:
    tokens = case.sentence.tokens
    return next((place + 1 for place in range(case.hit.end, case.end) if tokens[place].low == "from"), case.end)


def vital(case: Case) -> Verdict | Out | None:
    """Read “is vital”, “is necessary”, “it is time to”: an appeal, where an actor makes it."""
    out = question(case)
    if out or case.said.kind == "private" or case.hit.negated:
        return out or Out(rule="ruling 15", why="a private voice")
    if case.hit.words.endswith("demand for") or not case.said.codes or case.said.kind == "document":
        return None
    named = case.sentence.inside(case.clause.begin, case.hit.begin)
    others = tuple(dict.fromkeys(code for each in named for code in each.codes if code not in case.said.codes))
    why = (cue(case), "an appeal (T4)")
    subject = case.sentence.words(case.clause.begin, case.hit.begin).lower()
    named_good = case.said.frame is not None and any(stands(subject, good) for good in data("rules")["demand"]["goods"])
    doubt = None if named_good else _APPEAL
    return Verdict(
        type=StatementType.DEMAND, actors=case.said.codes, addressee=others, sure=False, reasons=why, doubt=doubt
    )
