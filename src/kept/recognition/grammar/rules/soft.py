"""Intentions: plans, readiness, offers, options (T2, F1–F2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.model.statements import Firmness, StatementType
from kept.recognition.grammar.cues import base_of
from kept.recognition.grammar.rules.common import cue, question, who
from kept.recognition.grammar.verdicts import Out, Verdict

if TYPE_CHECKING:
    from kept.recognition.grammar.case import Case


def intend(case: Case) -> Verdict | Out | None:
    """Read “plans to”, “intends to”, “is ready to”, “offered”."""
    out = question(case)
    if out:
        return out
    actors = None if case.subject.acts else _inferred(case)
    if actors == () or case.said.kind == "private" or case.subject.kind == "private" or case.hit.negated:
        return Out(rule="X4", why="no accountable actor")
    doubt = Out(rule="C1.5", why="plans nothing that could be checked")
    if not case.is_own:
        doubt = Out(rule="C1.2", why="another speaks about it")
    why = (cue(case), who(case), "stated will, not bound (F2)")
    return Verdict(
        type=StatementType.INTENTION,
        firmness=Firmness.INTENTION,
        actors=actors,
        sure=actors is None,
        reasons=why,
        doubt=doubt,
    )


def _inferred(case: Case) -> tuple[str, ...]:
    """Take the institution for a plan without a named actor in its own text (A4)."""
    planned = case.hit.cue.phrase.endswith("planned")
    return case.said.codes if planned or (case.subject.kind == "nobody" and case.said.kind == "document") else ()


def floating(case: Case) -> Verdict | Out | None:
    """Read “could”, “is considering”, “does not rule out” (F1)."""
    out = question(case)
    if out:
        return out
    if not case.subject.acts or not case.is_own or (case.hit.negated and "rule" not in case.hit.cue.phrase):
        return None
    base = base_of(case.sentence.tokens[case.hit.begin])
    if base in ("discuss", "weigh") or case.sentence.tokens[case.hit.begin].low.endswith("ed"):
        return None
    why = (cue(case), who(case), "an option (F1)")
    doubt = Out(rule="X5", why="a possibility, nobody names it as an option of its own")
    return Verdict(type=StatementType.INTENTION, firmness=Firmness.FLOATED, reasons=why, doubt=doubt)
