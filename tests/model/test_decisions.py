"""A person's verdict, and what it carries."""

from kept.model.decisions import Candidate, Decision, Verdict
from kept.model.evidence import Quote
from kept.model.statements import Statement, StatementType


def test_unsure_is_a_verdict_and_not_the_lack_of_one() -> None:
    assert Verdict("unsure") in set(Verdict)
    assert Decision(verdict=Verdict.UNSURE, why="two readings").disposition == "record"


def test_a_candidate_waits_until_it_is_decided() -> None:
    statement = Statement(type=StatementType.REFUSAL, quote=Quote.at("no", 0, 2))
    waiting = Candidate(coding="c", place="p", capture="a", text="b", framework="demo", position=1, statement=statement)
    assert waiting.decided == ""
