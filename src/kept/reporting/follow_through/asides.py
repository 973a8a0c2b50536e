"""Which counted promises have not fallen due, and why (rules 2 and 3 of `follow-through/1`); the first match wins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kept.ledger.due import waits
from kept.ledger.lifecycle import Nature, Stage
from kept.ledger.state import CommitmentState, ConditionState, GateState
from kept.model.frameworks import Framework
from kept.reporting.follow_through.buckets import Bucket
from kept.reporting.follow_through.chains import Chain
from kept.reporting.follow_through.outcomes import taken_back
from kept.reporting.wording import day_text

CONDITION_WORDS = {
    "ceasefire": "a ceasefire",
    "peace_agreement": "a peace agreement",
    "adversary_behaviour": "what the other side does",
    "contribution_by_others": "others to take part",
    "backstop": "an ally’s backing",
    "mandate": "a mandate",
    "entry_into_force": "an agreement to enter into force",
    "sequence": "an earlier step",
    "resource": "the means for it",
    "legal": "a legal step",
    "trigger_event": "a new attack",
}
"""What a promise waits for, in readers' words, by kind of condition (codebook 2.4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Why a promise is set aside: its bucket, the reason, on which day, and what it waits for."""

    bucket: Bucket
    reason: str
    on: date | None = None
    waits_for: str = ""


def why_aside(chain: Chain, framework: Framework, as_of: date) -> Aside | None:
    """Say why a counted promise has not fallen due; None where it has.

    A promise taken back enters the number on its date whatever else it waited for: nobody improves it that way.
    """
    case = _Case(head=chain.head, framework=framework, as_of=as_of)
    back = taken_back(chain, as_of)
    if back is not None:
        early = Aside(bucket=Bucket.TAKEN_BACK_EARLY, reason=f"{back.reason}, before its date", on=back.on)
        return None if case.has_come else early
    return next((found for rule in _RULES if (found := rule(case))), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """A counted promise on a day; `due` is the first date of the actor's own firm words, never an analyst's."""

    head: CommitmentState
    framework: Framework
    as_of: date

    @property
    def due(self) -> date | None:
        return self.head.due if self.head.due_by == "actor" else None

    @property
    def has_come(self) -> bool:
        return self.due is not None and self.due <= self.as_of and not waits(self.head.conditions, self.due)

    def day(self, day: date) -> str:
        return day_text(day, self.as_of)


def _cannot_be_checked(case: _Case) -> Aside | None:
    here = (case.framework.id, case.framework.slug)
    names = [form for filing in case.head.filings if filing.framework in here for form in filing.forms]
    forms = [case.framework.form(name) for name in names]
    if not forms or any(form is None or form.verifiable for form in forms):
        return None
    return Aside(bucket=Bucket.CANNOT_BE_CHECKED, reason="delivery of this kind of help cannot be checked in public")


def _waits_for_condition(case: _Case) -> Aside | None:
    stopping = _stopping(case, trigger=False)
    if stopping is None:
        return None
    words = CONDITION_WORDS.get(stopping.kind, stopping.text)
    reason = f"waits for {words}"
    if stopping.status == "failed" and stopping.since:
        reason = f"hung on {words}, which failed on {case.day(stopping.since)}: neither kept nor broken"
    return Aside(bucket=Bucket.WAITS_FOR_CONDITION, reason=reason, waits_for=words)


def _stands_ready(case: _Case) -> Aside | None:
    stopping = _stopping(case, trigger=True)
    if stopping is not None:
        words = CONDITION_WORDS.get(stopping.kind, stopping.text)
        return Aside(bucket=Bucket.STANDS_READY, reason=f"stands ready for {words}", waits_for=words)
    if _has_no_trigger_yet(case.head):
        return Aside(bucket=Bucket.STANDS_READY, reason="stands ready: its trigger has not come")
    return None


def _stopping(case: _Case, *, trigger: bool) -> ConditionState | None:
    found = (each for each in case.head.conditions if each.is_trigger is trigger)
    return next((each for each in found if waits([each], case.due)), None)


def _has_no_trigger_yet(head: CommitmentState) -> bool:
    """Tell whether a contingent promise, which names no trigger of its own, has not been called on (K3)."""
    named = any(each.is_trigger for each in head.conditions)
    called = any(step.development == "trigger_occurred" for step in head.steps)
    return head.nature is Nature.CONTINGENT and not named and not called


def _waits_for_body(case: _Case) -> Aside | None:
    named = (each for each in case.head.gates if each.named_by in ("actor", "law"))
    gate = next((each for each in named if each.stops_the_clock(case.due)), None)
    if gate is None or gate.asked is None:
        return None
    words = "a vote" if gate.kind == "parliament" else "a decision"
    reason = f"waits for {words} of another body: {gate.title}, asked on {case.day(gate.asked)}"
    return Aside(bucket=Bucket.WAITS_FOR_BODY, reason=reason, waits_for=words)


def _blocked(case: _Case) -> Aside | None:
    gate = next((each for each in case.head.gates if _rejected_in_time(each, case.due)), None)
    if gate is None or gate.since is None or case.head.stage is not Stage.BLOCKED:
        return None
    reason = f"stopped by a body that the promise named: {gate.title} on {case.day(gate.since)}"
    return Aside(bucket=Bucket.BLOCKED, reason=reason, on=gate.since)


def _rejected_in_time(gate: GateState, due: date | None) -> bool:
    asked_in_time = due is None or (gate.asked is not None and gate.asked <= due)
    return gate.status == "rejected" and gate.named_by == "actor" and not gate.is_own and asked_in_time


def _no_date(case: _Case) -> Aside | None:
    if case.due is not None:
        return None
    inferred = "only an analyst’s reading gives a date" if case.head.due is not None else "no date was given"
    return Aside(bucket=Bucket.NO_DATE, reason=inferred)


def _date_ahead(case: _Case) -> Aside | None:
    if case.due is None or case.due <= case.as_of:
        return None
    return Aside(bucket=Bucket.DATE_AHEAD, reason=f"its date lies ahead: {case.day(case.due)}")


_RULES: tuple[Callable[[_Case], Aside | None], ...] = (
    _cannot_be_checked,
    _waits_for_condition,
    _stands_ready,
    _waits_for_body,
    _blocked,
    _no_date,
    _date_ahead,
)
