"""Demands, expectations, proposals: words about what others do (T3, T4, T8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.model.statements import Attribution, StatementType
from kept.recognition.fields.forms import stands
from kept.recognition.grammar.cues import base_of, forms_of, operative
from kept.recognition.grammar.rules.common import addressed, cue, has_any, is_vague, question, who
from kept.recognition.grammar.verdicts import Out, Verdict

if TYPE_CHECKING:
    from kept.recognition.grammar.case import Case

_MODAL = frozenset(["must", "should", "need", "needs", "ought"])
_ASKS = frozenset(
    ["call", "urge", "demand", "insist", "ask", "request", "appeal", "press", "implore", "plead", "encourage", "push", "order", "instruct"]
)
_GOODS = (
    "guarantee",
    "weapon",
    "sanction",
    "support",
    "assistance",
    "aid",
    "tank",
    "missile",
    "air defen",
    "funding",
    "membership",
    "security",
    "commitment",
    "contribution",
)


def demand(case: Case) -> Verdict | Out | None:
    """Read “calls on”, “urges”, “must”, “should”, “needs”."""
    out = question(case)
    if out or case.said.kind == "private" or case.subject.kind == "private":
        return out or Out(rule="ruling 15", why="a private voice")
    base = base_of(case.sentence.tokens[case.hit.begin])
    if case.hit.begin and case.sentence.tokens[case.hit.begin - 1].low in (
        "the",
        "a",
        "its",
        "their",
        "of",
        "this",
        "our",
        "his",
        "her",
        "any",
        "no",
    ):
        return None
    if base in _MODAL or case.hit.words in ("has to", "have to"):
        return _modal(case, base)
    if base in _ASKS:
        return _asks(case)
    if base in ("pursue", "seek", "want"):
        return _pursues(case)
    return None


def _asks(case: Case) -> Verdict | Out | None:
    token = case.sentence.tokens[case.hit.begin]
    if not case.subject.acts:
        return None if not (token.low.endswith("ing") and case.said.codes) else _asked(case, case.said.codes)
    if not forms_of(token, "s", "past", "ing", "base") or case.hit.negated:
        return None
    if not case.is_own and any(
        low in ("has", "have", "had") for low in case.lows(case.clause.begin, case.hit.begin)[-3:]
    ):
        return Out(rule="X9", why="another tells of a demand made before")
    return _asked(case, None)


def _asked(case: Case, actors: tuple[str, ...] | None) -> Verdict:
    return Verdict(
        type=StatementType.DEMAND,
        actors=actors,
        addressee=addressed(case, case.hit.end, _object_end(case)),
        reasons=(cue(case), who(case), "asks another (T4)"),
    )


def _object_end(case: Case) -> int:
    for place in range(case.hit.end, case.end):
        if case.sentence.tokens[place].low in ("to", "for", "that", ",", "not"):
            return place
    return case.end


def _modal(case: Case, base: str) -> Verdict | Out | None:
    """Read “must”, “should”, “need to”: a demand by whoever speaks, on whoever is the subject."""
    by = case.said.codes
    if not by and case.said.attribution == Attribution.NARRATOR:
        return Out(rule="X6", why="the author's own opinion")
    if case.said.attribution == Attribution.ANONYMOUS:
        return Out(rule="A5", why="anonymous")
    after = operative(case.sentence.tokens, case.hit.end, case.end)
    verb = base_of(case.sentence.tokens[after]) if after is not None else ""
    own = case.subject.kind == "we" or set(case.subject.codes) & set(by)
    tail = case.tail(case.hit.end)
    if base == "need" and not (own and any(stands(tail, good) for good in _GOODS)):
        return None if own or is_vague(verb) else _on_other(case, by)
    if own and base != "need" and (is_vague(verb) or not any(stands(tail, good) for good in _GOODS)):
        return Out(rule="X1", why="an appeal to oneself")
    if verb in ("have", "note", "understand", "remember", "say", "see", "mention", "know", "admit"):
        return None
    return (
        _on_other(case, by)
        if not own
        else Verdict(type=StatementType.DEMAND, actors=by, sure=False, reasons=(cue(case), who(case)))
    )


def _on_other(case: Case, by: tuple[str, ...]) -> Verdict | None:
    if case.hit.words == "should" and not case.subject.acts:
        return None
    return Verdict(
        type=StatementType.DEMAND,
        actors=by or None,
        addressee=tuple(code for code in case.subject.codes if code not in by),
        sure=case.hit.words == "must",
        begin=case.span[0] if case.span[0] < case.hit.begin else None,
        reasons=(cue(case), who(case), "an obligation of another (T4)"),
    )


def _pursues(case: Case) -> Verdict | None:
    """Read “is pursuing guarantees from …”: a demand of goods from others."""
    if not case.subject.acts or case.hit.negated:
        return None
    head = " ".join(case.lows(case.hit.end, min(case.end, case.hit.end + 8)))
    if not any(stands(head, good) for good in ("guarantee", "weapon", "commitment from", "assurance", "answer")):
        return None
    return Verdict(
        type=StatementType.DEMAND,
        addressee=addressed(case, _from(case), case.end),
        reasons=(cue(case), who(case), "asks others for it (T4)"),
    )


def _from(case: Case) -> int:
    return next(
        (place + 1 for place in range(case.hit.end, case.end) if case.sentence.tokens[place].low == "from"), case.end
    )


def vital(case: Case) -> Verdict | Out | None:
    """Read “is vital”, “is necessary”, “demand for”: an appeal, where an actor makes it."""
    out = question(case)
    if out or case.said.kind == "private" or case.hit.negated:
        return out or Out(rule="ruling 15", why="a private voice")
    if case.hit.words.endswith("demand for") and case.hit.begin:
        return None
    if not case.said.codes or case.said.attribution == Attribution.DOCUMENT or case.said.frame is None:
        return None
    subject = case.sentence.words(case.clause.begin, case.hit.begin).lower()
    if not any(stands(subject, good) for good in _GOODS):
        return None
    named = tuple(
        code
        for mention in case.sentence.inside(case.clause.begin, case.hit.begin)
        for code in mention.codes
        if code not in case.said.codes
    )
    return Verdict(
        type=StatementType.DEMAND,
        actors=case.said.codes,
        addressee=tuple(dict.fromkeys(named)),
        sure=False,
        reasons=(cue(case), "an appeal (T4)"),
    )


def expect(case: Case) -> Verdict | Out | None:
    """Read “expects X to …”, “hopes that X will …”, “X would pledge” under hope (T3)."""
    out = question(case)
    if out or case.said.kind == "private" or case.hit.negated:
        return out or Out(rule="ruling 15", why="a private voice")
    if case.hit.words == "would":
        return _would(case)
    if case.hit.cue.phrase.endswith(("expected to", "likely to")):
        return _is_expected(case)
    if (
        not case.subject.acts
        or "hopeful" in case.hit.words
        or "confident" in case.hit.words
        or case.hit.words.startswith("look")
    ):
        return None
    others = addressed(case, case.hit.end, _until_verb(case))
    others = tuple(code for code in others if code not in case.subject.codes)
    if not others:
        return None
    return Verdict(
        type=StatementType.EXPECTATION, actors=others, reasons=(cue(case), who(case), "about the action of others (T3)")
    )


def _until_verb(case: Case) -> int:
    begin = case.hit.end
    for place in range(begin, case.end):
        if case.sentence.tokens[place].low in ("to", "will", "would", "can", "could"):
            return place
    return min(case.end, begin + 6)


def _would(case: Case) -> Verdict | None:
    """Read “would” under words of hope: what others would do."""
    frame = case.said.frame
    if frame is None:
        return None
    before = case.sentence.words(0, case.hit.begin).lower()
    hoping = any(word in before for word in ("hope", "expect", "confiden"))
    if not hoping or not case.subject.acts or set(case.subject.codes) & set(case.said.codes):
        return None
    return Verdict(
        type=StatementType.EXPECTATION,
        actors=case.subject.codes,
        begin=frame.verb if frame.verb >= case.clause.begin - 3 else None,
        reasons=(cue(case), who(case), "hoped of others (T3)"),
    )


def _is_expected(case: Case) -> Verdict | None:
    if not case.subject.acts or case.is_passive:
        return None
    after = operative(case.sentence.tokens, case.hit.end, case.end)
    if after is None or is_vague(base_of(case.sentence.tokens[after])):
        return None
    return Verdict(
        type=StatementType.EXPECTATION,
        actors=case.subject.codes,
        sure=False,
        reasons=(cue(case), who(case), "awaited, not said by itself (T3)"),
    )


def propose(case: Case) -> Verdict | Out | None:
    """Read “proposes”, “suggests”, “could also”: an option put to others (T8)."""
    out = question(case)
    if out or case.said.kind == "private":
        return out or Out(rule="ruling 15", why="a private voice")
    if case.hit.words == "could also":
        return (
            Verdict(
                type=StatementType.PROPOSAL, actors=case.said.codes, reasons=(cue(case), "an option put to others (T8)")
            )
            if case.said.codes and case.said.frame
            else None
        )
    token = case.sentence.tokens[case.hit.begin]
    if token.low in ("table", "tables", "suggests", "suggest", "suggested", "suggesting") or case.hit.negated:
        return None
    if not case.subject.acts and not ("proposed" in case.hit.words and case.said.codes):
        return None
    return Verdict(
        type=StatementType.PROPOSAL,
        actors=None if case.subject.acts else case.said.codes,
        sure=has_any(case.tail(), "contribution"),
        reasons=(cue(case), who(case), "puts an option to others (T8)"),
    )
