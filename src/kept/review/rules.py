"""What a decision must carry before it may be taken (`lifecycle.toml`, review)."""

from __future__ import annotations

from kept.errors import MissingField
from kept.model.decisions import Decision, Verdict


def check_decision(decision: Decision) -> None:
    """Refuse a decision without what its verdict needs: an exclusion rule, a target, a reason, a change."""
    match decision.verdict:
        case Verdict.REJECT:
            _need(decision.exclusion, "a rejection names its exclusion rule", "Give one of X1, X2, X4–X9")
        case Verdict.MERGE:
            _need(decision.target, "a merge names what it is merged into", "Give a reference, for example XN-2026-0001")
        case Verdict.AMEND:
            _need(decision.changes, "an amendment changes something", "Set a field, or accept")
            _need(decision.why, "an amendment says why", "Give a reason")
        case Verdict.UNSURE:
            _need(decision.why, "an unsure verdict says what is unclear", "Give a reason")
        case Verdict.ACCEPT | Verdict.SPLIT:
            return


def _need(value: object, what: str, remedy: str) -> None:
    if not value:
        raise MissingField(what, remedy=remedy)
