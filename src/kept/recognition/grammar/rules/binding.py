"""Commitments: will, pledge, commit, agree, announce, decide (T1, C1, F3–F5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.model.statements import Attribution, Firmness, StatementType
from kept.recognition.fields.forms import stands
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

_SOFTER = {"explore": Firmness.FLOATED, "consider": Firmness.FLOATED, "examine": Firmness.FLOATED}
_NOBODY = Out(rule="X4", why="no accountable actor")


def future(case: Case) -> Verdict | Out | None:
    """Read “will”, “shall”, “going to”, and “would” of indirect speech (rule d)."""
    out = question(case)
    if out or case.verb is None:
        return out
    if case.subject.kind == "private" or case.said.kind == "private":
        return Out(rule="ruling 15", why=f"“{case.said.speaker.label}” binds no government")
    tail = case.tail()
    if case.base in ("call", "urge", "press", "demand") and case.is_own and case.subject.acts:
        asked = addressed(case, case.verb + 1, case.end)
        return Verdict(type=StatementType.DEMAND, sure=False, addressee=asked, reasons=(cue(case), who(case)))
    if case.is_passive or not case.subject.acts:
        return _unnamed(case, tail)
    if not case.is_own:
        return _third(case, tail)
    return _own(case, tail)


def _own(case: Case, tail: str) -> Verdict | Out:
    if has_any(tail, "rhetoric") and not (has_sum(case) or has_number(case) or has_any(tail, "contribution")):
        rule = "ruling 6" if case.base == "continue" else "X1"
        return Out(rule=rule, why="rhetoric: nothing an observer could check")
    if case.base == "continue":
        return continued(case, tail)
    if case.base in _SOFTER:
        why: tuple[str, ...] = (cue(case), who(case), f"“{case.base}” binds to nothing (F1)")
        return Verdict(type=StatementType.INTENTION, firmness=_SOFTER[case.base], sure=False, reasons=why)
    return bound(case, Firmness.PLEDGED, doubt=_unchecked(case, tail))


def _unchecked(case: Case, tail: str) -> Out:
    """Say by which rule a promise falls out where its words are not specific enough."""
    if has_any(tail, "rhetoric"):
        return Out(rule="X1", why="rhetoric: nothing an observer could check")
    if case.base in data("rules")["scheduling"]["verbs"].split():
        return Out(rule="ruling 10", why="scheduling")
    if is_vague(case.base) and not is_action(case.base):
        return Out(rule="C1", why=f"“{case.base}” names no action that could be checked")
    return Out(rule="C1.5", why="not specific enough to be checked")


def continued(case: Case, tail: str) -> Verdict:
    """Read “will continue to …”, “will continue its …”: in where an action or object is named (X3, ruling 6)."""
    why = "continues without a named action" if has_any(tail, "rhetoric") else f"“{_aspect(case)}” names no action"
    return bound(case, Firmness.PLEDGED, continuation=True, doubt=Out(rule="ruling 6", why=why))


def _aspect(case: Case) -> str:
    tokens = case.sentence.tokens
    verb = operative(tokens, (case.verb or case.hit.end) + 1, case.end)
    return f"continue to {base_of(tokens[verb])}" if verb is not None else "continue"


def bound(
    case: Case,
    firmness: Firmness,
    *,
    continuation: bool = False,
    sure: bool = True,
    actors: tuple[str, ...] | None = None,
    doubt: Out | None = None,
) -> Verdict:
    """Give a commitment: public, own, future, firm, checkable (C1).

    A hedge lowers it (rule b), a joint text lifts it (F4), unnamed consequences make it a threat (ruling 9).
    """
    tail = case.tail()
    why: tuple[str, ...] = (cue(case), who(case))
    if case.hit.hedge:
        why = (*why, f"hedge “{case.hit.hedge}” lowers one step (rule b)")
        return Verdict(
            type=StatementType.INTENTION,
            firmness=Firmness.INTENTION,
            actors=actors,
            sure=sure,
            reasons=why,
            doubt=doubt,
        )
    if _is_threat(case, tail):
        why = (*why, "unnamed consequences (ruling 9)")
        return Verdict(type=StatementType.THREAT, actors=actors, sure=False, reasons=why)
    if _is_joint(case) and firmness == Firmness.PLEDGED:
        firmness = Firmness.AGREED
    return Verdict(
        type=StatementType.COMMITMENT,
        firmness=firmness,
        actors=actors,
        continuation=continuation,
        sure=sure,
        reasons=(*why, "C1: public, own, future, firm, checkable: 5 of 5"),
        doubt=doubt or Out(rule="C1.5", why="not specific enough to be checked"),
    )


def _is_joint(case: Case) -> bool:
    """Tell an operative text of two or more (F4, ruling 2)."""
    if case.said.kind == "text":
        return True
    together = case.scene.joint or case.subject.codes
    group = any(code.startswith(("org:g7", "grp:")) for code in together)
    return case.said.attribution == Attribution.DOCUMENT and (len(case.scene.joint) > 1 or group)


def _is_threat(case: Case, tail: str) -> bool:
    whole = f" {case.sentence.words(0, len(case.sentence.tokens)).lower()}"
    harm = case.base in ("respond", "retaliate", "impose", "hold", "punish", "strike")
    return has_any(tail, "consequences") and not has_any(tail, "measures") and (" if " in whole or harm)


def _unnamed(case: Case, tail: str) -> Verdict | Out:
    """Read a promise without a named actor: the institution's own where it is its text (A4), otherwise nothing."""
    if has_any(tail, "consequences") and case.said.codes and ("consequence" in tail or "cost" in tail):
        why: tuple[str, ...] = (cue(case), "unnamed consequences (ruling 9)")
        return Verdict(type=StatementType.THREAT, sure=False, actors=case.said.codes, reasons=why)
    actors = case.said.codes
    if not actors or case.hit.negated or case.subject.kind == "nobody":
        return _NOBODY
    return bound(case, Firmness.PLEDGED, sure=False, actors=actors, doubt=_NOBODY)


def _third(case: Case, tail: str) -> Verdict | Out:
    """Read what one actor says another will do: an expectation (ruling 1); in a joint text its own promise."""
    if case.said.attribution == Attribution.ANONYMOUS:
        why: tuple[str, ...] = (cue(case), who(case), "anonymous: a lead (A5)")
        return Verdict(type=StatementType.FACT, fact_kind="claim", sure=False, reasons=why)
    if has_any(tail, "consequences") and ("face" in tail or "pay" in tail):
        why = (cue(case), who(case))
        return Verdict(
            type=StatementType.THREAT, actors=case.said.codes, addressee=case.subject.codes, sure=False, reasons=why
        )
    doubt = Out(rule="C1.2", why="another speaks about it")
    if case.said.kind == "document" and set(case.subject.codes) & set(case.scene.title):
        return bound(case, Firmness.PLEDGED, sure=False, doubt=doubt)
    why = (cue(case), who(case), "another speaks for it (ruling 1)")
    return Verdict(type=StatementType.EXPECTATION, sure=False, reasons=why, doubt=doubt)


def pledge(case: Case) -> Verdict | Out | None:
    """Read “pledges”, “promised to”, “decided to”, “has committed to”."""
    out = question(case)
    if out:
        return out
    if not case.subject.acts or case.said.kind == "private":
        return _NOBODY
    if case.hit.negated:
        return Out(rule="C1", why="not promised")
    tail = case.tail(case.hit.end)
    if not tail or not (case.hit.cue.phrase.endswith(" to") or has_number(case) or has_any(tail, "contribution")):
        return Out(rule="C1.5", why="no action or object is named")
    return bound(case, Firmness.PLEDGED, doubt=Out(rule="X1", why="rhetoric: nothing an observer could check"))


def committed(case: Case) -> Verdict | Out | None:
    """Read “is committed to …”, “reaffirms its commitment to …”: a named action is a commitment, edge (ruling 7)."""
    out = question(case)
    if out:
        return out
    if not case.subject.acts or case.subject.kind == "private":
        return _NOBODY
    return bound(case, Firmness.PLEDGED, sure=False, doubt=Out(rule="ruling 7", why="a value, no action"))


def agree(case: Case) -> Verdict | Out | None:
    """Read “agreed to …”, “agreed that … will …” (F4)."""
    out = question(case)
    if out:
        return out
    if case.hit.negated:
        why: tuple[str, ...] = (cue(case), who(case), "denies having agreed (T7)")
        return Verdict(type=StatementType.DENIAL, reasons=why) if case.subject.acts else None
    if not case.subject.acts or case.said.kind == "private":
        return _NOBODY
    if case.said.attribution == Attribution.ANONYMOUS and not set(case.said.codes) & set(case.subject.codes):
        why = (cue(case), who(case), "anonymous and of another side: a lead (A5, A6)")
        return Verdict(type=StatementType.FACT, fact_kind="claim", reasons=why)
    tail = case.tail(case.hit.end)
    if case.hit.cue.phrase.endswith("that") and " will " not in tail and " would " not in tail:
        return Out(rule="X2", why="agreed on a view")
    return bound(case, Firmness.AGREED, doubt=Out(rule="ruling 6", why="agreed on nothing that could be checked"))


def announce(case: Case) -> Verdict | Out | None:
    """Read “announced …”: firm only with a contribution as its object (rule e, ruling 4)."""
    out = question(case)
    before = case.lows(max(0, case.hit.begin - 2), case.hit.begin)
    if out or case.hit.negated or (before[-1:] == ["to"] and before[:1] not in (["pleased"], ["proud"], ["glad"])):
        return out
    if not case.subject.acts or case.said.kind == "private":
        return _NOBODY
    base = base_of(case.sentence.tokens[case.hit.begin])
    if base in ("approve", "authorise", "authorize"):
        return bound(case, Firmness.AUTHORISED) if _is_present(case) else None
    head = " ".join(case.lows(case.hit.end, min(case.end, case.hit.end + 14)))
    doubt = Out(rule="rule e", why="announced, but no contribution")
    if any(stands(" ".join(head.split()[:4]), word) for word in ("plan", "intent")):
        why: tuple[str, ...] = (cue(case), who(case), "announced plans: the operative verb decides (ruling 5)")
        return Verdict(type=StatementType.INTENTION, firmness=Firmness.INTENTION, reasons=why, doubt=doubt)
    if head.startswith(("that ", ", ", "on ", "in ", "by ", "at ")) or not has_any(head, "contribution"):
        return doubt
    return bound(case, Firmness.PLEDGED, doubt=doubt)


def _is_present(case: Case) -> bool:
    """Tell “I am authorising” (a commitment, ruling 4) from “authorised”."""
    low = case.sentence.tokens[case.hit.begin].low
    return low.endswith("ing") and bool({"am", "'m", "is", "are"} & set(case.lows(case.clause.begin, case.hit.begin)))


def doing(case: Case) -> Verdict | Out | None:
    """Read “we are providing 200 million”: under way and still to come, where a contribution is named."""
    out = question(case)
    if out or case.hit.negated or not case.subject.acts or not case.is_own:
        return out
    head = " ".join(case.lows(case.hit.end, min(case.end, case.hit.end + 14)))
    if not has_any(head, "contribution"):
        return None
    return bound(case, Firmness.PLEDGED, doubt=Out(rule="C1.3", why="under way, nothing still to come is named"))
