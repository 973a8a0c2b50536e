"""The outcome of a promise that has fallen due, exactly one (rule 4 of `follow-through/1`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kept.ledger.lifecycle import Nature
from kept.ledger.state import CommitmentState, Step
from kept.model.money import Qualifier
from kept.reporting.follow_through.buckets import Bucket
from kept.reporting.follow_through.chains import Chain
from kept.reporting.follow_through.figures import (
    CONFIRMING,
    confirmed,
    confirmed_by,
    day_reached,
    highest_firm,
    is_confirmed,
)
from kept.reporting.follow_through.floor import (
    carries_a_negative,
    is_own_act,
    promise_is_established,
    withdrawal_of,
)
from kept.reporting.follow_through.negatives import why_not_done
from kept.reporting.wording import Figure, day_text, figure_text, look_text, part_text, value_of

_DONE = {
    "complete": "was done",
    "enter_into_force": "entered into force",
    "claim_delivery": "the government says that this was all",
}
_CONFIRMERS = {"recipient": "the recipient", "third_party": "a third party", "registry": "a register"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a promise: its bucket, why, on which day, and the figure beside it."""

    bucket: Bucket
    reason: str
    on: date | None = None
    figure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deeds:
    """A promise measured: the figure to reach, how much is confirmed, and what the record says was done."""

    commitment: CommitmentState
    goal: Figure | None
    came: Decimal | None
    finish: Step | None
    as_of: date

    @property
    def figure(self) -> str:
        """Write the figure beside the outcome; empty where no number is known."""
        if self.goal is None or self.came is None:
            return ""
        exact = self.goal.qualifier is Qualifier.EXACT and value_of(self.goal) == self.came
        return figure_text(self.goal) if exact else part_text(self.came, self.goal)


def outcome_of(chain: Chain, as_of: date) -> Outcome:
    """Give what became of a promise by a day: kept, taken back, partly kept, not done, or cannot tell."""
    deeds = [_deeds(chain, each, as_of) for each in chain.firm]
    found = next((kept for kept in map(_kept, deeds) if kept), None) or taken_back(chain, as_of)
    return found or _partly(deeds) or _not_done_or_cannot_tell(deeds)


def kept_by(chain: Chain, as_of: date) -> Outcome | None:
    """Give the outcome of a promise that was kept, whether or not it has fallen due."""
    return next((kept for kept in (_kept(_deeds(chain, each, as_of)) for each in chain.firm) if kept), None)


def taken_back(chain: Chain, as_of: date) -> Outcome | None:
    """Give the outcome of a promise that the actor took back, or replaced by less; others' reports do not do."""
    head, last = chain.head, chain.firm[-1]
    step = withdrawal_of(last) or (_replacement(head) if chain.shrank else None)
    if step is None or not is_own_act(step) or not promise_is_established(head):
        return None
    if not (carries_a_negative(step.evidence) or (chain.shrank and promise_is_established(chain.firm[-1]))):
        return None
    word = "replaced by less" if withdrawal_of(last) is None else "taken back"
    deeds = _deeds(chain, head, as_of)
    figure = deeds.figure or (figure_text(deeds.goal) if deeds.goal else "")
    return Outcome(
        bucket=Bucket.TAKEN_BACK, reason=f"{word} on {day_text(step.day, as_of)}", on=step.day, figure=figure
    )


def _replacement(head: CommitmentState) -> Step | None:
    return next((step for step in reversed(head.steps) if step.development == "supersede"), None)


def _deeds(chain: Chain, commitment: CommitmentState, as_of: date) -> _Deeds:
    return _Deeds(
        commitment=commitment,
        goal=highest_firm(chain.head),
        came=confirmed(commitment),
        finish=_finish(commitment),
        as_of=as_of,
    )


def _finish(commitment: CommitmentState) -> Step | None:
    """Give the step that says all was done, unless what was done went back later."""
    standing = commitment.nature in (Nature.STANDING, Nature.CONTINGENT)
    names = {"enter_into_force"} if standing else {"complete", "claim_delivery"}
    undone = [at for at, step in enumerate(commitment.steps) if step.development == "reverse_delivery"]
    after = undone[-1] if undone else -1
    found = [step for step in commitment.steps[after + 1 :] if step.development in names and step.in_order]
    return next((step for step in found if is_confirmed(step)), found[-1] if found else None)


def _kept(deeds: _Deeds) -> Outcome | None:
    day = _day_kept(deeds)
    if day is None:
        return None
    finish = deeds.finish
    who = _CONFIRMERS.get(confirmed_by(finish), "") if finish else ""
    words = _DONE[finish.development] if finish else "all of it came"
    confirmers = f", confirmed by {who}" if who else ""
    reason = f"{words} on {day_text(day, deeds.as_of)}{confirmers}"
    return Outcome(bucket=Bucket.KEPT, reason=reason, on=day, figure=deeds.figure)


def _day_kept(deeds: _Deeds) -> date | None:
    """Give the day on which the promise was kept in full, on somebody else's word than the actor's.

    “Up to” has no shortfall: with something delivered it is kept once the actor or the recipient says that this was
    all. Any other figure has to be reached; “about” is reached within 5 % (the tolerance of codebook R1).
    """
    if deeds.goal is not None and deeds.goal.qualifier is Qualifier.UP_TO:
        return deeds.finish.day if deeds.finish and _closes_up_to(deeds, deeds.finish) else _reach(deeds)
    if deeds.finish is not None and is_confirmed(deeds.finish) and _is_enough(deeds):
        return deeds.finish.day
    return _reach(deeds)


def _closes_up_to(deeds: _Deeds, finish: Step) -> bool:
    """Tell whether the actor or the recipient says that this was all, and something is known to have come."""
    something = deeds.came > 0 if deeds.came is not None else is_confirmed(finish)
    return something and confirmed_by(finish) in ("actor", "recipient")


def _is_enough(deeds: _Deeds) -> bool:
    wanted = _wanted(deeds.goal)
    return wanted is None or deeds.came is None or deeds.came >= wanted


def _wanted(goal: Figure | None) -> Decimal | None:
    value = value_of(goal)
    about = goal is not None and goal.qualifier is Qualifier.ABOUT
    return value * Decimal("0.95") if about and value is not None else value


def _reach(deeds: _Deeds) -> date | None:
    wanted = _wanted(deeds.goal)
    return day_reached(deeds.commitment, wanted) if wanted else None


def _partly(deeds: list[_Deeds]) -> Outcome | None:
    for each in deeds:
        last = _last_confirmed(each.commitment)
        came = each.came > 0 if each.came is not None else last is not None
        if last is not None and came and not _claims_after(each.commitment, last):
            figure = each.figure
            reason = f"{figure or 'part of it'} confirmed, last on {day_text(last.day, each.as_of)}"
            return Outcome(bucket=Bucket.PARTLY, reason=reason, on=last.day, figure=figure)
    return None


def _last_confirmed(commitment: CommitmentState) -> Step | None:
    names = {"deliver_part", "start_delivery", "reverse_delivery", *_DONE}
    steps = [step for step in commitment.steps if step.development in names and confirmed_by(step) in CONFIRMING]
    return steps[-1] if steps else None


def _claims_after(commitment: CommitmentState, step: Step) -> bool:
    """Tell whether the actor has said since that all was done, which nobody else confirms."""
    later = commitment.steps[commitment.steps.index(step) + 1 :]
    return any(each.development in _DONE and not is_confirmed(each) for each in later)


def _not_done_or_cannot_tell(deeds: list[_Deeds]) -> Outcome:
    """Give *not done* where all that it needs is there, else *cannot tell* with the day of the last look."""
    head, as_of = deeds[0].commitment, deeds[0].as_of
    found = why_not_done(head, as_of)
    if found.holds:
        return Outcome(bucket=Bucket.NOT_DONE, reason=found.reason, on=found.on)
    said = next((text for each in deeds for text in _says_done(each.commitment)), "")
    parts = [
        part
        for part in (
            said,
            _reported(head),
            found.reason,
            look_text(head.checks[-1].until if head.checks else None, as_of),
        )
        if part
    ]
    return Outcome(bucket=Bucket.CANNOT_TELL, reason="; ".join(parts), figure=deeds[0].figure)


def _says_done(commitment: CommitmentState) -> Iterator[str]:
    if any(step.development in {*_DONE, "deliver_part"} and not is_confirmed(step) for step in commitment.steps):
        yield "government says done, nobody else confirms it"


def _reported(commitment: CommitmentState) -> str:
    return "reported as taken back, which its sources cannot carry" if withdrawal_of(commitment) else ""
