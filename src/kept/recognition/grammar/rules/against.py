"""Refusals, denials, threats, withdrawals (T6, T7, T9, T12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.model.statements import StatementType
from kept.recognition.fields.forms import stands
from kept.recognition.grammar.clauses import Mark
from kept.recognition.grammar.cues import base_of, forms_of, operative
from kept.recognition.grammar.rules.common import cue, has_any, is_action, question, who
from kept.recognition.grammar.verdicts import Out, Verdict

if TYPE_CHECKING:
    from kept.recognition.grammar.case import Case

_WONT = frozenset(
    ["accept", "recognise", "recognize", "allow", "give", "send", "participate", "compromise", "surrender", "attend", "negotiate", "stop", "agree", "support", "tolerate", "leave", "cede", "abandon", "trade", "join", "sign", "lift", "let", "permit", "use", "seek", "engage", "deploy", "supply", "travel", "attack", "fight", "change", "provide", "sell", "deliver", "do", "put", "forget", "return"]
)
_OFFERS = (
    "proposition",
    "proposal",
    "demand",
    "request",
    "idea",
    "offer",
    "call",
    "plan",
    "talks",
    "transit",
    "troops",
    "sending",
    "suggestion",
    "ultimatum",
    "possibility",
    "deployment",
    "negotiat",
    "concession",
    "mediation",
)
_REPORTS = ("report", "rumour", "rumor", "claim", "allegation", "accusation")


def not_future(case: Case) -> Verdict | Out | None:
    """Read “will not …”, “will never …”, “will no longer …”."""
    out = question(case)
    if out or case.verb is None:
        return out
    tail = case.tail()
    if "not hesitate to" in tail:
        return (
            Verdict(type=StatementType.THREAT, sure=False, reasons=(cue(case), who(case)))
            if has_any(tail, "consequences") or "respond" in tail
            else None
        )
    if "no longer" in tail[:24] and case.subject.acts and is_action(case.base):
        return Verdict(type=StatementType.WITHDRAWAL, reasons=(cue(case), who(case), "takes back (T12)"))
    if stands(tail, "come at the cost") or stands(tail, "come at the expense"):
        return (
            Verdict(type=StatementType.REFUSAL, actors=case.said.codes or None, reasons=(cue(case), "a red line (T6)"))
            if case.said.codes
            else None
        )
    if case.subject.kind == "private" or not case.subject.acts:
        return Out(rule="X4", why="no accountable actor refuses")
    if not case.is_own:
        return Out(rule="C1.2", why="another speaks about it")
    if case.base in _WONT or (is_action(case.base) and case.base not in ("be", "have")):
        return Verdict(type=StatementType.REFUSAL, reasons=(cue(case), who(case), "negative future of the actor (T6)"))
    return Out(rule="C1.5", why="refuses nothing that could be checked")


def refuse(case: Case) -> Verdict | Out | None:
    """Read “rules out”, “refuses to”, “rejects the proposal”, “has no plans to”."""
    out = question(case)
    if out:
        return out
    token = case.sentence.tokens[case.hit.begin]
    base = base_of(token)
    tail = case.tail(case.hit.end)
    subject = _infinitive_subject(case) if base == "dismiss" and not case.subject.acts else case.subject.codes
    if (
        not subject
        or (case.hit.negated and base in ("rule", "refuse", "reject", "oppose"))
        or case.said.kind == "private"
    ):
        return None
    if (
        case.is_passive
        or (forms_of(token, "participle")
        and case.sentence.tokens[case.hit.begin - 1].low in ("was", "were", "been", "be"))
    ):
        return None
    if base in ("dismiss", "reject") and any(stands(tail[:40], word) for word in _REPORTS):
        return Verdict(
            type=StatementType.DENIAL, actors=subject, reasons=(cue(case), who(case), "denies a report (T7)")
        )
    if base in ("reject", "dismiss", "oppose", "decline") and not any(stands(tail[:60], word) for word in _OFFERS):
        return None
    if base == "can" and not _accepts(case):
        return None
    if not case.is_own and case.subject.acts:
        return Out(rule="C1.2", why="another speaks about it")
    return Verdict(type=StatementType.REFUSAL, actors=subject, reasons=(cue(case), who(case), "refuses (T6)"))


def _accepts(case: Case) -> bool:
    after = operative(case.sentence.tokens, case.hit.end, case.end)
    return after is not None and base_of(case.sentence.tokens[after]) in (
        "accept",
        "agree",
        "allow",
        "tolerate",
        "recognise",
        "recognize",
    )


def _infinitive_subject(case: Case) -> tuple[str, ...]:
    """Read “leading leaders from A and B to dismiss …”: the object of the verb before is the subject."""
    names = [code for mention in case.sentence.inside(case.clause.begin, case.hit.begin) for code in mention.codes]
    return tuple(dict.fromkeys(names))


def deny(case: Case) -> Verdict | Out | None:
    """Read “denied that …”, “dismissed reports”, “has not agreed to any …” (T7)."""
    out = question(case)
    if out:
        return out
    if not case.subject.acts or (case.hit.negated and base_of(case.sentence.tokens[case.hit.begin]) == "deny"):
        return None
    if base_of(case.sentence.tokens[case.hit.begin]) == "deny" and not _denies_claim(case):
        return None
    return Verdict(
        type=StatementType.DENIAL,
        end=len(case.sentence.tokens) if _whole(case) else None,
        reasons=(cue(case), who(case), "denies (T7); no refusal"),
    )


def _denies_claim(case: Case) -> bool:
    tail = case.tail(case.hit.end)
    return (
        tail.startswith("that ")
        or any(stands(tail, word) for word in _REPORTS)
        or (bool(case.lows(case.hit.end, case.hit.end + 1))
        and tail.split(" ")[0].endswith("ing"))
        or tail.startswith(("it ", "any "))
    )


def _whole(case: Case) -> bool:
    return case.tail(case.hit.end).startswith("that") and case.end >= len(case.sentence.tokens) - 1


def threat(case: Case) -> Verdict | Out | None:
    """Read “threatens”, “legitimate targets”, “consequences” under a condition (T9, ruling 9)."""
    out = question(case)
    if out or (case.hit.negated and "hesitate" not in case.hit.words):
        return out
    base = base_of(case.sentence.tokens[case.hit.begin])
    if base == "threaten":
        named = (
            case.subject.acts
            and forms_of(case.sentence.tokens[case.hit.begin], "s", "past")
            and case.lows(case.hit.end, case.hit.end + 1) in (["to"], ["with"])
        )
        return Verdict(type=StatementType.THREAT, sure=False, reasons=(cue(case), who(case))) if named else None
    whole = case.sentence.words(0, len(case.sentence.tokens)).lower()
    conditional = any(clause.mark == Mark.CONDITION for clause in case.sentence.clauses) or "target" in case.hit.words
    ahead = any(word in f" {whole} " for word in (" will ", " would ", "’ll ", "'ll ")) or "target" in case.hit.words
    actors = case.said.codes or case.subject.codes
    if not conditional or not ahead or not actors:
        return None
    if has_any(case.sentence.words(case.clause.begin, case.end).lower(), "measures"):
        return None
    return Verdict(
        type=StatementType.THREAT,
        actors=actors,
        addressee=tuple(code for code in case.subject.codes if code not in actors),
        reasons=(cue(case), "unnamed consequences (ruling 9)"),
    )


def withdraw(case: Case) -> Verdict | Out | None:
    """Read “no longer send”, “withdrew its offer”, “scrapped” (T12)."""
    out = question(case)
    if out:
        return out
    if not case.subject.acts or not case.is_own:
        return None
    base = base_of(case.sentence.tokens[case.hit.begin])
    if case.hit.words == "no longer":
        return None
    tail = case.tail(case.hit.end)
    if (base == "take" and "part of" in tail) or not tail:
        return Out(rule="X9", why="sums up what is taken back; the object is not named here")
    if base in ("cancel", "scrap", "pull") and not any(
        stands(tail, word)
        for word in ("offer", "plan", "pledge", "promise", "treaty", "agreement", "deal", "contract", "commitment")
    ):
        return None
    return Verdict(type=StatementType.WITHDRAWAL, reasons=(cue(case), who(case), "takes back (T12)"))
