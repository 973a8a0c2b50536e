"""Intentions: plans, readiness, offers, options (T2, F1–F2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.model.statements import Firmness, StatementType
from kept.recognition.grammar.cues import base_of, operative
from kept.recognition.grammar.rules.common import cue, has_any, has_number, has_sum, is_action, is_vague, question, who
from kept.recognition.grammar.verdicts import Out, Verdict

if TYPE_CHECKING:
    from kept.recognition.grammar.case import Case

_WEAK_WANT = frozenset(["want", "hope", "like"])


def intend(case: Case) -> Verdict | Out | None:
    """Read “plans to”, “intends to”, “is ready to”, “offered”."""
    out = question(case)
    if out:
        return out
    if not case.subject.acts or case.said.kind == "private":
        return Out(rule="X4", why="no accountable actor")
    if not case.is_own:
        return Out(rule="C1.2", why="another speaks about it")
    verb = operative(case.sentence.tokens, case.hit.end, case.end)
    base = base_of(case.sentence.tokens[verb]) if verb is not None else ""
    tail = case.tail(case.hit.end)
    if has_any(tail, "rhetoric") or (is_vague(base) and not is_action(base) and not has_sum(case)):
        return Out(rule="C1", why="plans nothing that could be checked")
    if base_of(case.sentence.tokens[case.hit.begin]) in _WEAK_WANT:
        return Out(rule="X1", why="a wish")
    return Verdict(
        type=StatementType.INTENTION,
        firmness=Firmness.INTENTION,
        reasons=(cue(case), who(case), "stated will, not bound (F2)"),
    )


def floating(case: Case) -> Verdict | Out | None:
    """Read “could”, “is considering”, “does not rule out” (F1)."""
    out = question(case)
    if out:
        return out
    if not case.subject.acts or not case.is_own or (case.hit.negated and "rule" not in case.hit.cue.phrase):
        return None
    base = base_of(case.sentence.tokens[case.hit.begin])
    verb = operative(case.sentence.tokens, case.hit.end, case.end)
    done = base_of(case.sentence.tokens[verb]) if verb is not None else ""
    if base in ("could", "may", "might"):
        if (
            not is_action(done)
            or (not (has_sum(case) or has_number(case) or has_any(case.tail(), "contribution"))
            and not has_any(case.tail(), "measures"))
        ):
            return None
    elif base in ("discuss", "look", "study", "examine", "weigh") or case.sentence.tokens[case.hit.begin].low.endswith(
        "ed"
    ):
        return None
    return Verdict(
        type=StatementType.INTENTION, firmness=Firmness.FLOATED, reasons=(cue(case), who(case), "an option (F1)")
    )
