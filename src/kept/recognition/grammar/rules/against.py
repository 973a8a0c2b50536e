"""Refusals, denials, threats, withdrawals (T6, T7, T9, T12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.model.statements import StatementType
from kept.recognition.fields.forms import stands
from kept.recognition.grammar.clauses import Mark
from kept.recognition.grammar.cues import base_of, forms_of, operative
from kept.recognition.grammar.rules.common import cue, has_any, is_action, question, who
from kept.recognition.grammar.verdicts import Out, Verdict
from kept.recognition.lexicon import data

if TYPE_CHECKING:
    from kept.recognition.grammar.case import Case

_REPORTS = ("report", "rumour", "rumor", "claim", "allegation", "accusation")
_OBJECTS = ("offer", "plan", "pledge", "promise", "treaty", "agreement", "deal", "contract", "commitment")
_UNCHECKED = Out(rule="C1.5", why="refuses nothing that could be checked")


def not_future(case: Case) -> Verdict | Out | None:
    """Read “will not …”, “will never …”, “will no longer …”."""
    out = question(case)
    if out or case.verb is None:
        return out
    tail = case.tail()
    if "not hesitate to" in tail:
        return Verdict(type=StatementType.THREAT, sure=False, reasons=(cue(case), who(case)), doubt=_UNCHECKED)
    if "no longer" in tail[:24] and case.subject.acts and is_action(case.base):
        return Verdict(type=StatementType.WITHDRAWAL, reasons=(cue(case), who(case), "takes back (T12)"))
    if (stands(tail, "come at the cost") or stands(tail, "come at the expense")) and case.said.codes:
        return Verdict(
            type=StatementType.REFUSAL, actors=case.said.codes, reasons=(cue(case), "a red line (T6)"), rank=4
        )
    if case.subject.kind == "private" or not case.subject.acts:
        return Out(rule="X4", why="no accountable actor refuses")
    if not case.is_own:
        return Out(rule="C1.2", why="another speaks about it")
    why = (cue(case), who(case), "negative future of the actor (T6)")
    return Verdict(type=StatementType.REFUSAL, reasons=why, doubt=_UNCHECKED)


def refuse(case: Case) -> Verdict | Out | None:
    """Read “rules out”, “refuses to”, “rejects the proposal”, “has no plans to”."""
    out = question(case)
    if out or case.said.kind == "private":
        return out
    token = case.sentence.tokens[case.hit.begin]
    base = base_of(token)
    tail = case.tail(case.hit.end)
    actors = _infinitive_subject(case) if base == "dismiss" and not case.subject.acts else case.subject.codes
    if not actors or (case.hit.negated and base in ("rule", "refuse", "reject", "oppose")) or _is_passive(case):
        return None
    if base in ("dismiss", "reject") and any(stands(tail[:40], word) for word in _REPORTS):
        return Verdict(type=StatementType.DENIAL, actors=actors, reasons=(cue(case), who(case), "denies a report (T7)"))
    offers = data("rules")["refusal"]["offers"]
    if base in ("reject", "dismiss", "oppose", "decline") and not any(stands(tail[:60], word) for word in offers):
        return None
    if base == "can" and not _accepts(case):
        return None
    if not case.is_own and case.subject.acts:
        return Out(rule="C1.2", why="another speaks about it")
    why = (cue(case), who(case), "refuses (T6)")
    doubt = None if base in ("reject", "dismiss", "rule") else _UNCHECKED
    return Verdict(type=StatementType.REFUSAL, actors=actors, reasons=why, doubt=doubt)


def _is_passive(case: Case) -> bool:
    token = case.sentence.tokens[case.hit.begin]
    before = case.lows(max(0, case.hit.begin - 1), case.hit.begin)
    return case.is_passive or (forms_of(token, "participle") and before[:1] in (["was"], ["were"], ["been"], ["be"]))


def _accepts(case: Case) -> bool:
    after = operative(case.sentence.tokens, case.hit.end, case.end)
    accepting = ("accept", "agree", "allow", "tolerate", "recognise", "recognize")
    return after is not None and base_of(case.sentence.tokens[after]) in accepting


def _infinitive_subject(case: Case) -> tuple[str, ...]:
    """Read “leading leaders from A and B to dismiss …”: the object of the verb before is the subject."""
    named = case.sentence.inside(case.clause.begin, case.hit.begin)
    return tuple(dict.fromkeys(code for mention in named for code in mention.codes))


def deny(case: Case) -> Verdict | Out | None:
    """Read “denied that …”, “dismissed reports”, “has not agreed to any …” (T7)."""
    out = question(case)
    if out:
        return out
    denies = base_of(case.sentence.tokens[case.hit.begin]) == "deny"
    if not case.subject.acts or (denies and (case.hit.negated or not _denies_claim(case))):
        return None
    why = (cue(case), who(case), "denies (T7); no refusal")
    return Verdict(type=StatementType.DENIAL, end=_whole(case), rank=4, reasons=why)


def _denies_claim(case: Case) -> bool:
    tail = case.tail(case.hit.end)
    first = tail.split(" ")[0]
    return first in ("that", "it", "any") or first.endswith("ing") or any(stands(tail, word) for word in _REPORTS)


def _whole(case: Case) -> int | None:
    tokens = case.sentence.tokens
    return len(tokens) if case.tail(case.hit.end).startswith("that") and case.end >= len(tokens) - 1 else None


def threat(case: Case) -> Verdict | Out | None:
    """Read “threatens”, “legitimate targets”, “consequences” under a condition (T9, ruling 9)."""
    out = question(case)
    if out or (case.hit.negated and "hesitate" not in case.hit.words):
        return out
    if base_of(case.sentence.tokens[case.hit.begin]) == "threaten":
        return _threatens(case)
    whole = f" {case.sentence.words(0, len(case.sentence.tokens)).lower()} "
    target = "target" in case.hit.words
    ahead = target or any(word in whole for word in (" will ", " would ", "’ll ", "'ll "))
    actors = case.said.codes or case.subject.codes
    if not ahead or not actors or has_any(case.sentence.words(case.clause.begin, case.end).lower(), "measures"):
        return None
    conditional = target or any(clause.mark == Mark.CONDITION for clause in case.sentence.clauses)
    why = (cue(case), "unnamed consequences (ruling 9)")
    others = tuple(code for code in case.subject.codes if code not in actors)
    doubt = Out(rule="X1", why="consequences without a condition")
    return Verdict(
        type=StatementType.THREAT, actors=actors, addressee=others, sure=conditional, reasons=why, doubt=doubt
    )


def _threatens(case: Case) -> Verdict | None:
    after = case.lows(case.hit.end, case.hit.end + 1)
    if not case.subject.acts or not forms_of(case.sentence.tokens[case.hit.begin], "s", "past", "ing") or not after:
        return None
    return Verdict(type=StatementType.THREAT, sure=False, reasons=(cue(case), who(case)), doubt=_UNCHECKED)


def withdraw(case: Case) -> Verdict | Out | None:
    """Read “withdrew its offer”, “scrapped the plan” (T12); “will no longer” is read with its future."""
    out = question(case)
    if out or not case.subject.acts or not case.is_own or case.hit.words == "no longer":
        return out
    base = base_of(case.sentence.tokens[case.hit.begin])
    tail = case.tail(case.hit.end)
    if (base == "take" and "part of" in tail) or not tail:
        return Out(rule="X9", why="sums up what is taken back; the object is not named here")
    if base in ("cancel", "scrap", "pull") and not any(stands(tail, word) for word in _OBJECTS):
        return None
    return Verdict(type=StatementType.WITHDRAWAL, reasons=(cue(case), who(case), "takes back (T12)"))
