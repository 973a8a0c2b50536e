"""Three derivations side by side, never combined: the readers' status, the −1/0/+1 score, the delivered share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kept.ledger.lifecycle import Stage
from kept.ledger.state import CommitmentState, Record
from kept.model.frameworks import Framework
from kept.reporting.follow_through import Bucket, Row, follow_through


class ReaderStatus(StrEnum):
    """What readers see of an outcome (codebook 2.11); rated on outcomes, not on effort."""

    KEPT = "kept"
    COMPROMISE = "compromise"
    NOT_KEPT = "not_kept"
    IN_THE_WORKS = "in_the_works"
    STALLED = "stalled"
    NOT_YET_RATED = "not_yet_rated"
    CONDITION_UNMET = "condition_unmet"


_OF_OUTCOME = {
    Bucket.KEPT: ReaderStatus.KEPT,
    Bucket.PARTLY: ReaderStatus.COMPROMISE,
    Bucket.NOT_DONE: ReaderStatus.NOT_KEPT,
    Bucket.TAKEN_BACK: ReaderStatus.NOT_KEPT,
    Bucket.TAKEN_BACK_EARLY: ReaderStatus.NOT_KEPT,
}
_SCORE = {ReaderStatus.KEPT: 1, ReaderStatus.COMPROMISE: 0, ReaderStatus.IN_THE_WORKS: 0, ReaderStatus.NOT_KEPT: -1}
_AT_WORK = frozenset({Stage.AUTHORISED, Stage.FUNDED, Stage.IN_DELIVERY, Stage.IN_FORCE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a commitment stands by each of the three, None where one cannot be told.

    `score` is +1 done, 0 partly or under way, −1 not done or contrary; `share` counts in the pledge's own unit and is a
    lower bound where `share_is_lower_bound`.
    """

    ref: str
    status: ReaderStatus
    score: int | None
    share: str | None
    share_is_lower_bound: bool


def standings(record: Record, framework: Framework) -> tuple[Standing, ...]:
    """Derive the three for every commitment of a framework, by reference."""
    rows = {row.id: row for row in follow_through(record, framework).rows}
    found = sorted(record.commitments.values(), key=lambda each: each.ref)
    return tuple(standing(each, rows[each.id]) for each in found if each.id in rows)


def standing(commitment: CommitmentState, row: Row) -> Standing:
    """Derive the three for one commitment from its state and its place in the count."""
    status = _status(commitment, row)
    return Standing(
        ref=commitment.ref,
        status=status,
        score=_SCORE.get(status),
        share=commitment.delivered_share,
        share_is_lower_bound=commitment.delivered_bound is not None,
    )


def _status(commitment: CommitmentState, row: Row) -> ReaderStatus:
    if row.bucket in _OF_OUTCOME:
        return _OF_OUTCOME[row.bucket]
    if row.kept_already:
        return ReaderStatus.KEPT
    if "conditional" in commitment.flags:
        return ReaderStatus.CONDITION_UNMET
    if commitment.stage is Stage.SUSPENDED or "dormant" in commitment.flags:
        return ReaderStatus.STALLED
    return ReaderStatus.IN_THE_WORKS if commitment.stage in _AT_WORK else ReaderStatus.NOT_YET_RATED


def mean_score(scores: tuple[int, ...]) -> tuple[float, float] | None:
    """Give mean and percent of scores, (mean + 1) / 2 × 100 (G7/G20 manual); None for none."""
    if not scores:
        return None
    mean = sum(scores) / len(scores)
    return mean, (mean + 1) / 2 * 100
