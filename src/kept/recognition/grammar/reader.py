"""One sentence: every cue goes to the rules of its kind; of those in one clause the first that is recorded stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kept.recognition.grammar.case import Case, case_of
from kept.recognition.grammar.cues import base_of, forms_of
from kept.recognition.grammar.points import points
from kept.recognition.grammar.rules import against, asking, binding, facts, hoping, soft
from kept.recognition.grammar.verdicts import Out, Verdict
from kept.recognition.lexicon import words

if TYPE_CHECKING:
    from kept.recognition.grammar.cues import Hit
    from kept.recognition.grammar.scene import Scene
    from kept.recognition.grammar.sentence import Sentence


def _future(case: Case) -> Verdict | Out | None:
    return against.not_future(case) if case.hit.negated else binding.future(case)


RULES: dict[str, Callable[[Case], Verdict | Out | None]] = {
    "future": _future,
    "pledge": binding.pledge,
    "committed": binding.committed,
    "agree": binding.agree,
    "announce": binding.announce,
    "doing": binding.doing,
    "intend": soft.intend,
    "float": soft.floating,
    "demand": asking.demand,
    "vital": asking.vital,
    "expect": hoping.expect,
    "propose": hoping.propose,
    "refuse": against.refuse,
    "deny": against.deny,
    "threat": against.threat,
    "withdraw": against.withdraw,
    "fact": facts.fact,
    "condition": facts.condition,
}
"""The rules by kind of cue (`cues.toml`)."""


MOST = 16
"""Cues of one stretch of words that are judged: no real sentence has more, and the time stays linear."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A cue that is recorded, with its points over the threshold."""

    case: Case
    verdict: Verdict
    margin: int


def readings(sentence: Sentence, scene: Scene, *, quote_open: bool) -> tuple[list[Kept], list[Out]]:
    """Judge the cues of a sentence; give what is recorded, one a clause, and why the others are left out."""
    kept: list[Kept] = []
    left: list[Out] = []
    for case, answer in candidates(sentence, scene, quote_open=quote_open):
        judged = answer if isinstance(answer, Out) else _weighed(case, answer)
        if isinstance(judged, Out):
            left.append(judged)
        else:
            kept.append(judged)
    return _one_each(kept), left


def candidates(sentence: Sentence, scene: Scene, *, quote_open: bool) -> list[tuple[Case, Verdict | Out]]:
    """Give what the rules answer to each cue of a sentence, before points are counted."""
    found: list[tuple[Case, Verdict | Out]] = []
    for hit in sentence.hits[:MOST]:
        if _is_reporting(sentence, hit) or _is_governed(sentence, hit):
            continue
        case = case_of(sentence, hit, scene, quoted=sentence.is_quoted(hit.begin, open_before=quote_open))
        answer = RULES[hit.kind](case)
        if answer is not None:
            found.append((case, answer))
    return found


def _is_reporting(sentence: Sentence, hit: Hit) -> bool:
    return any(frame.begin <= hit.begin < frame.end and frame.how != "opening" for frame in sentence.frames)


def _is_governed(sentence: Sentence, hit: Hit) -> bool:
    """Tell a verb behind a modal or “to”: what governs it is read, not the verb itself (“would pledge”)."""
    if hit.kind not in ("pledge", "agree", "announce", "demand", "propose", "withdraw"):
        return False
    before = [token.low for token in sentence.tokens[max(0, hit.begin - 2) : hit.begin]]
    if [base_of(token) for token in sentence.tokens[max(0, hit.begin - 2) : hit.begin]] == ["continue", "to"]:
        return False
    modal = any(low in words("modal") for low in before[-2:])
    return modal and forms_of(sentence.tokens[hit.begin], "base")


def _weighed(case: Case, verdict: Verdict) -> Kept | Out:
    """Let a reading stand if its words are specific enough; otherwise its doubt leaves it out."""
    count, threshold, counted = points(case, verdict)
    if count >= threshold:
        why = (f"specific: {count} points of {threshold} ({', '.join(counted)})",) if counted else ()
        return Kept(case=case, verdict=replace(verdict, reasons=(*verdict.reasons, *why)), margin=count - threshold)
    return verdict.doubt or Out(rule="C1.5", why="not specific enough to be checked")


def _one_each(kept: list[Kept]) -> list[Kept]:
    """Keep one reading a clause: the lowest rank, then the most specific, then the first."""
    best: dict[int, Kept] = {}
    for each in kept:
        key = each.case.clause.begin
        if key not in best or (each.verdict.rank, -each.margin) < (best[key].verdict.rank, -best[key].margin):
            best[key] = each
    return [best[key] for key in sorted(best)]
