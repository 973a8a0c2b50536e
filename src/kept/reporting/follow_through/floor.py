"""What a negative needs before it may be said (`follow-through.md`, What it needs from the record)."""

from __future__ import annotations

from collections.abc import Iterable

from kept.ledger.lifecycle import Stage
from kept.ledger.state import CommitmentState, Step
from kept.model.evidence import Evidence, EvidenceClass

_ENOUGH_ALONE = frozenset({EvidenceClass.E1, EvidenceClass.E2, EvidenceClass.E4, EvidenceClass.E5})
_OWN = frozenset({"actor", "registry"})


def carries_a_negative(evidence: Iterable[Evidence]) -> bool:
    """Tell whether evidence holds up a negative: one source of class E1, E2, E4, E5, or two independent of E6."""
    evidence = tuple(evidence)
    if any(each.klass in _ENOUGH_ALONE for each in evidence):
        return True
    return len({each.group or each.capture for each in evidence if each.klass is EvidenceClass.E6}) >= 2


def promise_is_established(commitment: CommitmentState) -> bool:
    """Tell whether the promise itself may carry a negative; a narrator's “pledged” may not."""
    first = () if _is_narrated(commitment) else commitment.evidence
    again = [each for step in commitment.steps[1:] if step.klass == "words" for each in step.evidence]
    return carries_a_negative((*first, *again))


def _is_narrated(commitment: CommitmentState) -> bool:
    return commitment.attribution == "narrator" or (commitment.speaker or {}).get("kind") == "narrator"


def withdrawal_of(commitment: CommitmentState) -> Step | None:
    """Give the step that took the promise back, if it still is."""
    from_words = [step for step in commitment.steps if step.development == "withdraw" and step.in_order]
    return from_words[-1] if from_words and commitment.stage is Stage.WITHDRAWN else None


def is_own_act(step: Step) -> bool:
    """Tell whether taking back rests on the actor's own words or act, and not on others' reports."""
    return step.payload.get("confirmed_by", "actor") in _OWN
