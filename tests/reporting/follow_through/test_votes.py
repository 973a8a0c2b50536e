"""Promises to hold a vote are shown with their votes."""

import pytest

from kept.model.money import Quantity
from kept.reporting.follow_through.votes import limit_text, vote_text
from tests.ledger.cast import development, gate, promise
from tests.reporting.follow_through.cast import count_of

PROMISE = {"ref": "XW-2026-0003", "actors": ["XW"], "procedural": True, "due": "2026-03-31"}


def held(on: str = "2026-03-18", **fields):
    return development("c:vote", "complete", on, **({"confirmed_by": "registry"} | fields))


def voted(name: str = "gate_passed", **fields):
    return development("g:assembly", name, "2026-03-18", **fields)


def test_a_vote_held_in_time_is_held_as_promised() -> None:
    count = count_of(gate(), promise("c:vote", gates=["g:assembly"], **PROMISE), voted(vote="71-48"), held())
    assert count.votes == ("Vote held as promised, 71 to 48.",)


def test_a_vote_held_late_is_said_to_be() -> None:
    count = count_of(
        gate(), promise("c:vote", gates=["g:assembly"], **PROMISE), voted(vote="71-48"), held("2026-04-02")
    )
    assert count.votes == ("Vote held, later than promised, 71 to 48.",)


def test_a_vote_that_was_lost_was_held_all_the_same() -> None:
    drafts = (gate(), promise("c:vote", gates=["g:assembly"], **PROMISE), voted("gate_rejected", vote="48-71"), held())
    assert count_of(*drafts).votes == ("Vote held as promised, 48 to 71, refused.",)


def test_the_vote_may_stand_at_the_promise_itself() -> None:
    count = count_of(promise("c:vote", **PROMISE), held(vote="71-48", limits={"number": 400}))
    assert count.votes == ("Vote held as promised, 71 to 48, for 400.",)


@pytest.mark.parametrize("link", [[["concerns", "g:assembly"]], []], ids=["linked", "found by its count"])
def test_the_limits_are_named_in_the_unit_of_what_hangs_on_the_vote(link) -> None:
    soldiers = {"value": "600", "unit": "soldiers", "qualifier": "up_to"}
    drafts = (
        gate(),
        promise("c:soldiers", ref="XW-2026-0001", actors=["XW"], quantity=soldiers, gates=["g:assembly"]),
        promise("c:vote", links=link, **PROMISE),
        voted(vote="71-48", limits={"number": "400"}),
        held(vote="71-48"),
    )
    assert count_of(*drafts).votes == ("Vote held as promised, 71 to 48, for 400 soldiers.",)


def test_a_promise_to_vote_that_is_not_done_has_no_line() -> None:
    assert count_of(gate(), promise("c:vote", gates=["g:assembly"], **PROMISE)).votes == ()


def test_a_promise_to_ask_without_a_vote_has_no_line() -> None:
    assert count_of(promise("c:vote", **PROMISE), held()).votes == ()


def test_a_count_in_other_words_stays_as_it_is() -> None:
    assert (vote_text("by acclamation"), vote_text("71:48"), vote_text(None)) == ("by acclamation", "71 to 48", "")


def test_a_small_limit_is_written_as_a_word() -> None:
    ships = Quantity.from_json({"value": 2, "unit": "patrol ships"})
    assert (limit_text("2", ships), limit_text("2", None)) == ("two patrol ships", "2")
