"""Is it specific enough? Points for what the words name, a threshold for each type (C1.5, 2.5, rulings 3–10)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kept.recognition.fields.counts import count
from kept.recognition.fields.dates import times
from kept.recognition.fields.forms import stands
from kept.recognition.grammar.cues import base_of, operative
from kept.recognition.grammar.rules.common import has_any, has_number, has_sum, is_action, is_vague
from kept.recognition.lexicon import data

if TYPE_CHECKING:
    from kept.recognition.grammar.case import Case
    from kept.recognition.grammar.verdicts import Verdict

_SUPPORT = (
    "finance",
    "weapons",
    "humanitarian",
    "energy",
    "force",
    "training",
    "monitoring",
    "intelligence",
    "procedural",
)
_LISTS = ("rhetoric", "contribution", "values", "consequences", "measures")


def features(case: Case, verdict: Verdict) -> tuple[str, ...]:
    """Name what counts for or against a reading: verb, subject, speaker, sums, dates, forms, kinds of words."""
    clause = case.sentence.words(case.clause.begin, case.end).lower().replace("’", "'")
    found = [
        f"cue {case.hit.kind} {base_of(case.sentence.tokens[case.hit.begin])}",
        *_verbs(case),
        f"subject {case.subject.kind}",
        f"said {case.said.kind}",
        f"clause {case.clause.mark}",
        *_page(case),
        *(
            f"form {form}"
            for form, stems in data("forms")["forms"].items()
            if any(stands(clause, stem) for stem in stems)
        ),
        *(f"words {name}" for name in _LISTS if has_any(clause, name)),
        *_flags(case, verdict),
    ]
    return tuple(found)


def _verbs(case: Case) -> list[str]:
    tokens = case.sentence.tokens
    if case.verb is None:
        return ["verb none"]
    found = [f"verb {case.base}"]
    kinds = {"action": is_action(case.base), "vague": is_vague(case.base)}
    found += [f"verb is {kind}" for kind, holds in kinds.items() if holds] or ["verb is unknown"]
    if case.base in ("continue", "be", "work", "help", "begin"):
        after = operative(tokens, case.verb + 1, case.end)
        found += (
            [f"then {base_of(tokens[after])}", "then action"]
            if after is not None and is_action(base_of(tokens[after]))
            else []
        )
        found += [f"then {base_of(tokens[after])}"] if after is not None and is_vague(base_of(tokens[after])) else []
    return found


def _page(case: Case) -> list[str]:
    scene = case.scene
    found = ["page transcript" if scene.label else "page official" if scene.official else "page news"]
    if scene.official and set(scene.institution) & set(scene.beneficiaries):
        found.append("page of the beneficiary")
    return [*found, *(f"title {kind}" for kind in scene.heading)]


def _flags(case: Case, verdict: Verdict) -> list[str]:
    tokens = case.sentence.tokens[case.hit.begin : case.end]
    flags = {
        "sum": has_sum(case),
        "number": has_number(case),
        "time": bool(times(tokens, None)),
        "passive": case.is_passive,
        "hedge": case.hit.hedge is not None,
        "not own": not case.is_own,
        "names another": any(
            mention.codes[0] not in case.subject.codes for mention in case.sentence.inside(case.hit.begin, case.end)
        ),
        "short": len(tokens) < 7,
        "long": len(tokens) > 20,
        "joint": len(case.scene.joint) > 1,
        "framed": case.said.frame is not None,
        "edge": not verdict.sure,
        "condition before": any(clause.mark == "condition" for clause in case.sentence.clauses),
        "first": case.clause.begin == 0,
        "actors none": not (verdict.actors or case.subject.codes),
    }
    found = [name for name, holds in flags.items() if holds]
    if verdict.doubt is not None:
        found.append(f"doubt {verdict.doubt.rule}")
    if verdict.fact_kind:
        found.append(f"fact {verdict.fact_kind}")
    return found


def specificity(case: Case) -> int:
    """Count what could be checked: action, number, another actor, time, form of support (2.5)."""
    tokens = case.sentence.tokens[case.hit.begin : case.end]
    clause = case.sentence.words(case.hit.begin, case.end).lower()
    stems = (stem for form in _SUPPORT for stem in data("forms")["forms"][form])
    parts = (
        is_action(case.base) or is_action(base_of(case.sentence.tokens[case.hit.begin])),
        has_sum(case) or has_number(case) or count(tokens, case.sentence.text) is not None,
        any(mention.codes[0] not in case.subject.codes for mention in case.sentence.inside(case.hit.begin, case.end)),
        bool(times(tokens, None)),
        any(stands(clause, stem) for stem in stems),
    )
    return sum(parts)


def is_certain(case: Case, verdict: Verdict) -> bool:
    """Tell a reading that stands by itself: nobody doubts it, or three of the five parts are named."""
    if verdict.doubt is None:
        return True
    if case.scene.anyone and verdict.type in ("commitment", "intention") and case.subject.acts:
        return is_action(case.base) and not has_any(case.tail(), "rhetoric")
    plain = case.subject.kind in ("named", "person", "office", "we", "group", "parliament", "pronoun") and case.is_own
    needed = {"commitment": 3, "intention": 3, "refusal": 3, "demand": 4, "fact": 3}.get(verdict.type)
    return needed is not None and plain and verdict.sure and specificity(case) >= needed


@cache
def table(type_: str) -> tuple[dict[str, int], int] | None:
    """Give the points of a type's words and its threshold; None where every reading of the type stands."""
    row = data("points").get(type_)
    return (row["points"], row["threshold"]) if row else None


def points(case: Case, verdict: Verdict) -> tuple[int, int, tuple[str, ...]]:
    """Count the points of a reading; give them, the threshold, and what counted most."""
    row = table(str(verdict.type))
    if row is None or is_certain(case, verdict):
        return 0, 0, ()
    worth, threshold = row
    counted = [(worth[name], name) for name in features(case, verdict) if worth.get(name)]
    top = sorted(counted, key=lambda each: -abs(each[0]))[:4]
    return sum(count for count, _ in counted), threshold, tuple(f"{name} {count:+d}" for count, name in top)
