"""Commitments: will, pledge, commit, agree, announce, decide (T1, C1, F3–F5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.model.statements import Attribution, Firmness, StatementType
from kept.recognition.grammar.cues import base_of, operative
from kept.recognition.grammar.rules.common import (
    addressed,
    cue,
    has_any,
    has_number,
    has_sum,
    is_action,
    is_vague,
    question,
    who,
)
from kept.recognition.grammar.verdicts import Out, Verdict
from kept.recognition.lexicon import data

if TYPE_CHECKING:
    from kept.recognition.grammar.case import Case

_SOFTER = {
    "explore": Firmness.FLOATED,
    "consider": Firmness.FLOATED,
    "examine": Firmness.FLOATED,
    "discuss": Firmness.FLOATED,
}
_ASKING = frozenset(["call", "urge", "ask", "press", "request", "demand"])
_GIVING = frozenset(
    ["provide", "send", "deliver", "give", "supply", "donate", "impose", "deploy", "train", "fund", "finance", "allocate", "contribute", "transfer", "host", "announce", "join", "start", "lift", "ban", "extend", "sign", "ratify", "receive", "cut", "launch", "ship"]
)


def future(case: Case) -> Verdict | Out | None:
    """Read “will”, “shall”, “going to”."""
    out = question(case)
    if out or case.verb is None:
        return out
    if case.subject.kind == "private" or case.said.kind == "private":
        return Out(rule="ruling 15", why=f"“{case.said.speaker.label}” binds no government")
    tail = case.tail()
    if case.base in _ASKING and case.is_own and case.subject.acts:
        return Verdict(
            type=StatementType.DEMAND,
            sure=False,
            addressee=addressed(case, case.verb + 1, case.end),
            reasons=(cue(case), who(case)),
        )
    if case.is_passive or not case.subject.acts:
        return _unnamed(case, tail)
    if not case.is_own:
        return _third(case, tail)
    return _own(case, tail)


def _own(case: Case, tail: str) -> Verdict | Out:
    if case.base == "continue":
        return continued(case, tail)
    if case.base in _SOFTER:
        return Verdict(
            type=StatementType.INTENTION,
            firmness=_SOFTER[case.base],
            sure=False,
            reasons=(cue(case), who(case), f"“{case.base}” binds to nothing (F1)"),
        )
    weak = _unchecked(case, tail)
    if weak:
        return weak
    return bound(case, Firmness.PLEDGED)


def _unchecked(case: Case, tail: str) -> Out | None:
    rules = data("rules")
    if case.base in rules["scheduling"]["verbs"].split() and not has_sum(case):
        return Out(rule="ruling 10", why="scheduling")
    if has_any(tail, "rhetoric"):
        return Out(rule="X1", why="rhetoric: nothing an observer could check")
    if is_vague(case.base) or not is_action(case.base):
        if not (
            has_sum(case)
            or (case.base in ("make", "take", "bring", "begin", "start") and has_any(tail, "contribution"))
        ):
            return Out(rule="C1", why=f"“{case.base}” names no action that could be checked")
    return None


def continued(case: Case, tail: str) -> Verdict | Out:
    """Read “will continue to …”: in where an action or object is named (X3, ruling 6)."""
    tokens = case.sentence.tokens
    place = case.verb + 1 if case.verb is not None else case.hit.end
    verb = operative(tokens, place, case.end)
    base = base_of(tokens[verb]) if verb is not None else ""
    if has_any(tail, "rhetoric") or (base in ("support", "work", "engage") and not has_any(tail, "contribution")):
        return Out(rule="ruling 6", why="continues without a named action")
    if is_vague(base) or not (is_action(base) or base in ("support", "ensure", "press")):
        return Out(rule="ruling 6", why=f"“continue to {base}” names no action")
    if base in _ASKING:
        return Verdict(type=StatementType.DEMAND, sure=False, reasons=(cue(case), who(case)))
    return bound(case, Firmness.PLEDGED, continuation=True)


def bound(
    case: Case,
    firmness: Firmness,
    *,
    continuation: bool = False,
    sure: bool = True,
    actors: tuple[str, ...] | None = None,
) -> Verdict:
    """Give a commitment: public, own, future, firm, checkable (C1); a hedge lowers it (rule b), a joint text lifts it (F4)."""
    tail = case.tail()
    if case.hit.hedge:
        return Verdict(
            type=StatementType.INTENTION,
            firmness=Firmness.INTENTION,
            actors=actors,
            sure=False,
            reasons=(cue(case), who(case), f"hedge “{case.hit.hedge}” lowers one step (rule b)"),
        )
    if _is_threat(case, tail):
        return Verdict(
            type=StatementType.THREAT,
            actors=actors,
            sure=False,
            reasons=(cue(case), who(case), "unnamed consequences (ruling 9)"),
        )
    if (
        (case.said.kind == "text"
        and firmness == Firmness.PLEDGED)
        or (case.said.attribution == Attribution.DOCUMENT
        and (len(case.scene.joint) > 1 or _is_group(case))
        and firmness == Firmness.PLEDGED)
    ):
        firmness = Firmness.AGREED
    named = bool(has_sum(case) or has_number(case))
    return Verdict(
        type=StatementType.COMMITMENT,
        firmness=firmness,
        actors=actors,
        continuation=continuation,
        sure=sure,
        reasons=(
            cue(case),
            who(case),
            "C1: public, own, future, firm, checkable: 5 of 5" + (" (a number is named)" if named else ""),
        ),
    )


def _is_group(case: Case) -> bool:
    return any(code.startswith(("org:g7", "grp:")) for code in case.scene.joint or case.subject.codes)


def _is_threat(case: Case, tail: str) -> bool:
    whole = case.sentence.words(0, len(case.sentence.tokens)).lower()
    return (
        has_any(tail, "consequences")
        and not has_any(tail, "measures")
        and (" if " in f" {whole}" or case.base in ("respond", "retaliate", "impose", "hold"))
    )


def _unnamed(case: Case, tail: str) -> Verdict | Out | None:
    """Read a promise without a named actor: the institution's own where it is its text (A4), otherwise nothing."""
    if (
        case.said.codes
        and case.is_passive
        and (has_sum(case) or has_number(case) or _passive_action(case))
        and not case.hit.negated
    ):
        if case.said.kind == "document" or case.said.attribution == Attribution.SELF:
            return bound(case, Firmness.PLEDGED, sure=False, actors=case.said.codes)
    if (
        has_any(tail, "consequences")
        and case.said.codes
        and not case.subject.acts
        and ("consequence" in tail or "cost" in tail)
    ):
        return Verdict(
            type=StatementType.THREAT,
            sure=False,
            actors=case.said.codes,
            reasons=(cue(case), "unnamed consequences (ruling 9)"),
        )
    return Out(rule="X4", why="no accountable actor")


def _passive_action(case: Case) -> bool:
    assert case.verb is not None
    after = operative(case.sentence.tokens, case.verb + 1, case.end)
    return after is not None and base_of(case.sentence.tokens[after]) in _GIVING


def _third(case: Case, tail: str) -> Verdict | Out:
    """Read what one actor says another will do: an expectation (ruling 1), never a commitment."""
    if case.said.attribution == Attribution.ANONYMOUS:
        return Verdict(
            type=StatementType.FACT,
            fact_kind="claim",
            sure=False,
            reasons=(cue(case), who(case), "anonymous: a lead (A5)"),
        )
    if has_any(tail, "consequences") and ("face" in tail or "pay" in tail):
        return Verdict(
            type=StatementType.THREAT,
            actors=case.said.codes,
            addressee=case.subject.codes,
            sure=False,
            reasons=(cue(case), who(case)),
        )
    if case.base in _GIVING:
        return Verdict(
            type=StatementType.EXPECTATION,
            sure=False,
            reasons=(cue(case), who(case), "another speaks for it (ruling 1)"),
        )
    return Out(rule="C1.2", why="another speaks about it")


def pledge(case: Case) -> Verdict | Out | None:
    """Read “pledges”, “promised to”, “decided to”, “has committed to”."""
    out = question(case)
    if out:
        return out
    if not case.subject.acts or case.said.kind == "private":
        return Out(rule="X4", why="no accountable actor")
    tail = case.tail(case.hit.end)
    if has_any(tail, "rhetoric") or not tail:
        return Out(rule="X1", why="rhetoric: nothing an observer could check")
    if case.hit.negated:
        return Out(rule="C1", why="not promised")
    if (
        case.hit.cue.phrase.endswith(" to")
        or has_sum(case)
        or has_number(case)
        or has_any(tail, "contribution")
        or tail.startswith("that ")
    ):
        return bound(case, Firmness.PLEDGED)
    return Out(rule="C1.5", why="no action or object is named")


def committed(case: Case) -> Verdict | Out | None:
    """Read “is committed to …”, “reaffirms its commitment to …”: a named action is a commitment, edge (ruling 7)."""
    out = question(case)
    if out:
        return out
    if not case.subject.acts or not case.is_own:
        return Out(rule="X4", why="no accountable actor")
    tokens = case.sentence.tokens
    verb = operative(tokens, case.hit.end, case.end)
    tail = case.tail(case.hit.end)
    base = base_of(tokens[verb]) if verb is not None else ""
    if (
        verb is None
        or not (tokens[verb].low.endswith("ing") or is_action(base))
        or has_any(tail, "rhetoric")
        or base in ("be", "do", "work", "support", "uphold", "promote")
    ):
        return Out(rule="ruling 7", why="a value, no action")
    return bound(case, Firmness.PLEDGED, sure=False)


def agree(case: Case) -> Verdict | Out | None:
    """Read “agreed to …”, “agreed that … will …” (F4)."""
    out = question(case)
    if out:
        return out
    if case.hit.negated:
        if not case.subject.acts:
            return None
        return Verdict(type=StatementType.DENIAL, reasons=(cue(case), who(case), "denies having agreed (T7)"))
    if not case.subject.acts or case.said.kind == "private":
        return Out(rule="X4", why="no accountable actor")
    if case.said.attribution == Attribution.ANONYMOUS and not set(case.said.codes) & set(case.subject.codes):
        return Verdict(
            type=StatementType.FACT,
            fact_kind="claim",
            reasons=(cue(case), who(case), "anonymous and of another side: a lead (A5, A6)"),
        )
    tail = case.tail(case.hit.end)
    verb = operative(case.sentence.tokens, case.hit.end, case.end)
    base = base_of(case.sentence.tokens[verb]) if verb is not None else ""
    if case.hit.cue.phrase.endswith("that") and " will " not in tail and " would " not in tail:
        return Out(rule="X2", why="agreed on a view")
    if has_any(tail, "rhetoric") or base in ("work", "be", "remain", "keep", "meet", "discuss"):
        return Out(rule="ruling 6", why="agreed on nothing that could be checked")
    return bound(case, Firmness.AGREED)


def announce(case: Case) -> Verdict | Out | None:
    """Read “announced …”: firm only with a contribution as its object (rule e, ruling 4)."""
    out = question(case)
    if out or case.hit.negated or "to" in case.lows(case.hit.begin - 1, case.hit.begin):
        return out
    if not case.subject.acts or case.said.kind == "private":
        return Out(rule="X4", why="no accountable actor")
    head = " ".join(case.lows(case.hit.end, min(case.end, case.hit.end + 14)))
    base = base_of(case.sentence.tokens[case.hit.begin])
    if base in ("approve", "authorise", "authorize"):
        return None if not _is_present(case) else bound(case, Firmness.AUTHORISED)
    if head.startswith(("that ", ", ", "on ", "in ", "by ", "at ", "plans ", "its plan", "our plan")) or not has_any(
        head, "contribution"
    ):
        return Out(rule="rule e", why="announced, but no contribution")
    return bound(case, Firmness.PLEDGED)


def _is_present(case: Case) -> bool:
    low = case.sentence.tokens[case.hit.begin].low
    return (
        (low.endswith("ing")
        and "am" in case.lows(case.clause.begin, case.hit.begin))
        or (low.endswith("ing")
        and "is" in case.lows(case.clause.begin, case.hit.begin))
    )
