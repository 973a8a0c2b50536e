"""One sentence: every cue goes to the rules of its kind; of those in one clause the first that is recorded stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kept.recognition.grammar.case import Case, case_of
from kept.recognition.grammar.rules import against, asking, binding, facts, soft
from kept.recognition.grammar.verdicts import Out, Verdict

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
    "intend": soft.intend,
    "float": soft.floating,
    "demand": asking.demand,
    "vital": asking.vital,
    "expect": asking.expect,
    "propose": asking.propose,
    "refuse": against.refuse,
    "deny": against.deny,
    "threat": against.threat,
    "withdraw": against.withdraw,
    "fact": facts.fact,
    "condition": facts.condition,
}
"""The rules by kind of cue (`cues.toml`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A cue that was judged: its case, and a verdict or the rule that leaves it out."""

    case: Case
    answer: Verdict | Out


def readings(sentence: Sentence, scene: Scene, *, quote_open: bool) -> tuple[list[Reading], list[Reading]]:
    """Judge the cues of a sentence; give what is recorded and what is left out."""
    kept: list[Reading] = []
    left: list[Reading] = []
    for hit in sentence.hits:
        reading = _judge(sentence, hit, scene, quote_open=quote_open)
        if reading is None:
            continue
        if isinstance(reading.answer, Out):
            left.append(reading)
        else:
            kept.append(reading)
    return _one_each(kept), left


def _judge(sentence: Sentence, hit: Hit, scene: Scene, *, quote_open: bool) -> Reading | None:
    if any(frame.begin <= hit.begin < frame.end and frame.how != "opening" for frame in sentence.frames):
        return None
    case = case_of(sentence, hit, scene, quoted=sentence.is_quoted(hit.begin, open_before=quote_open))
    answer = RULES[hit.kind](case)
    return Reading(case=case, answer=answer) if answer is not None else None


def _one_each(kept: list[Reading]) -> list[Reading]:
    """Keep one reading a clause: the lowest rank, then the first."""
    best: dict[int, Reading] = {}
    for reading in kept:
        assert isinstance(reading.answer, Verdict)
        key = reading.case.clause.begin
        other = best.get(key)
        if other is None or (isinstance(other.answer, Verdict) and reading.answer.rank < other.answer.rank):
            best[key] = reading
    return [best[key] for key in sorted(best)]
