"""Deciding on candidates."""

from collections.abc import Callable

import pytest

from kept.errors import MissingField, RuleRefusal, UnknownSubject
from kept.model.decisions import Candidate, Decision, Verdict
from kept.model.statements import Exclusion
from kept.pipeline.by_hand import state_by_hand
from kept.pipeline.decide import decide
from kept.pipeline.desk import Desk
from kept.pipeline.record import subject_of


@pytest.fixture
def promise(desk: Desk, add: Callable) -> Candidate:
    """Wait for a verdict on Norland's 240 million euros."""
    capture = add("01").capture.sha256
    return next(each for each in desk.queue.waiting(capture) if "240 million" in each.statement.quote.exact)


def test_an_accepted_promise_gets_a_reference(desk: Desk, promise: Candidate) -> None:
    outcome = decide(desk, promise, Decision(verdict=Verdict.ACCEPT))
    assert outcome.ref == "XN-2026-0001"
    assert desk.record().commitment("XN-2026-0001")


def test_a_decision_leaves_the_queue(desk: Desk, promise: Candidate) -> None:
    decide(desk, promise, Decision(verdict=Verdict.ACCEPT))
    assert promise.coding not in {each.coding for each in desk.queue.waiting()}


def test_a_decided_statement_is_not_decided_again(desk: Desk, promise: Candidate) -> None:
    decide(desk, promise, Decision(verdict=Verdict.REJECT, exclusion=Exclusion.X1))
    with pytest.raises(RuleRefusal, match="decided before"):
        decide(desk, desk.queue.find(promise.coding), Decision(verdict=Verdict.ACCEPT))


def test_a_decision_that_was_written_but_not_marked_writes_nothing_new(desk: Desk, promise: Candidate) -> None:
    decide(desk, promise, Decision(verdict=Verdict.ACCEPT))
    size = desk.store.size()
    decide(desk, promise, Decision(verdict=Verdict.ACCEPT))
    assert desk.store.size() == size


def test_a_rejection_names_its_rule(desk: Desk, promise: Candidate) -> None:
    with pytest.raises(MissingField, match="exclusion rule"):
        decide(desk, promise, Decision(verdict=Verdict.REJECT))


def test_a_rejection_is_kept_with_its_rule(desk: Desk, promise: Candidate) -> None:
    decide(desk, promise, Decision(verdict=Verdict.REJECT, exclusion=Exclusion.X8, why="a draft"))
    (taken,) = desk.record().decisions
    assert (taken.verdict, taken.exclusion, taken.reason, taken.target) == ("reject", "X8", "a draft", None)


def test_an_unsure_verdict_says_what_is_unclear(desk: Desk, promise: Candidate) -> None:
    with pytest.raises(MissingField, match="unclear"):
        decide(desk, promise, Decision(verdict=Verdict.UNSURE))


def test_an_amendment_needs_a_change_and_a_reason(desk: Desk, promise: Candidate) -> None:
    with pytest.raises(MissingField, match="changes something"):
        decide(desk, promise, Decision(verdict=Verdict.AMEND))
    with pytest.raises(MissingField, match="why"):
        decide(desk, promise, Decision(verdict=Verdict.AMEND, changes={"due": "2026-07"}))


def test_an_amendment_keeps_what_the_machine_read_beside_it(desk: Desk, promise: Candidate) -> None:
    changes = {"due": "2026-07"}
    decide(desk, promise, Decision(verdict=Verdict.AMEND, changes=changes, why="the ministry says July"))
    taken = next(each for each in desk.entries() if each.kind == "DecisionTaken")
    assert (taken.payload["coding"]["due"], taken.payload["amended"]["due"]) == ("2026-06-30", "2026-07")
    found = desk.record().commitment("XN-2026-0001")
    assert found
    assert found.due_rule == "2026-07"


def test_a_merge_adds_a_source_and_no_value(desk: Desk, add: Callable, promise: Candidate) -> None:
    decide(desk, promise, Decision(verdict=Verdict.ACCEPT))
    again = next(each for each in desk.queue.waiting(add("03").capture.sha256) if "240" in each.statement.quote.exact)
    decide(desk, again, Decision(verdict=Verdict.MERGE, target="XN-2026-0001", why="the same words"))
    (found,) = desk.record().commitments.values()
    assert len(found.all_evidence) == 2
    assert [step.development for step in found.steps] == ["record", "restate"]


def test_a_merge_into_nothing_is_refused_and_writes_nothing(desk: Desk, promise: Candidate) -> None:
    size = desk.store.size()
    with pytest.raises(UnknownSubject, match="XN-2026-0099"):
        decide(desk, promise, Decision(verdict=Verdict.MERGE, target="XN-2026-0099", why="no"))
    assert desk.store.size() == size
    assert promise.coding in {each.coding for each in desk.queue.waiting()}


def test_a_promise_of_nobody_is_refused(desk: Desk, add: Callable) -> None:
    capture = add("03").capture.sha256
    coding = {"type": "commitment", "actors": [], "firmness": "pledged"}
    nobody = state_by_hand(desk, capture, "The government in Tarnstadt did not comment", coding)
    with pytest.raises(RuleRefusal, match="X4"):
        decide(desk, nobody, Decision(verdict=Verdict.ACCEPT))


def test_a_subject_is_found_by_reference_or_id(desk: Desk, promise: Candidate) -> None:
    outcome = decide(desk, promise, Decision(verdict=Verdict.ACCEPT))
    assert subject_of(desk.record(), "XN-2026-0001") == outcome.subject
