"""Why a commitment stands where it does, in sentences."""

import pytest

from kept.reporting.derivation import derivation
from tests.ledger.cast import check, condition, development, evidence, gate, promise, record_of
from tests.ledger.demo_cast import FRAMEWORK, demo_record


def told(*drafts, ref="XN-2026-0001", as_of="2026-07-10", framework=FRAMEWORK) -> tuple[str, ...]:
    record = record_of(drafts, as_of)
    return derivation(record.commitment(ref), record, framework=framework)


def test_the_demos_soldiers_are_approved_because_the_assembly_decided_and_wait_for_a_ceasefire() -> None:
    record = demo_record("2026-04-01")
    assert derivation(record.commitment("XW-2026-0001"), record, framework=FRAMEWORK) == (
        "Firm because its first words, of 20 January, say “Promised” (F3).",
        "Approved because Assembly of Westmark decided in favour, 18 March.".replace(" of Westmark", ""),
        "Not due because a ceasefire is still open (K1).",
        "No date runs yet: “within 60 days” counts from the day its condition is met.",
        "Not past its date: it waits for a condition.",
        "In the count: set aside, “Waits for a condition”: waits for a ceasefire.",
    )


def test_the_demos_money_is_past_its_date_with_its_share() -> None:
    record = demo_record()
    text = derivation(record.commitment("XN-2026-0001"), record, framework=FRAMEWORK)
    assert "Due on 30 June: “by 30 June”." in text
    assert "Past its own date since 30 June: 62.5 % delivered, not looked for yet." in text
    assert text[1] == "Partly delivered because of “received 150 million of the 240 million euros”, 30 June."


def test_soft_words_say_so() -> None:
    assert told(promise(ref="XN-2026-0001", firmness="floated"))[:2] == (
        "Not firm because its words only reach “Option named” (F1).",
        "Option named because nothing has moved it since its first words.",
    )


def test_words_that_became_firm_say_by_what() -> None:
    text = told(promise(ref="XN-2026-0001", firmness="floated"), development("c:1", "pledge", "2026-02-01"))
    assert text[0] == "Firm because of what came later: “Promised” on 1 February."


def test_a_vote_that_was_lost_is_named() -> None:
    drafts = (
        gate(),
        promise(ref="XN-2026-0001", gates=["g:assembly"]),
        development("g:assembly", "gate_rejected", "2026-03-01"),
    )
    assert told(*drafts)[1] == "Stopped by a vote because Assembly decided against it, 1 March."


def test_a_development_without_a_quote_is_named_by_its_kind() -> None:
    assert told(promise(ref="XN-2026-0001"), development("c:1", "suspend", "2026-03-01"))[1] == (
        "Paused because of “Paused”, 1 March."
    )


@pytest.mark.parametrize(
    ("fields", "opened", "text"),
    [
        ({}, None, "Needs a decision of Assembly (law): not asked yet; it stops no clock."),
        ({}, "2026-03-01", "Needs a decision of Assembly (law): asked on 1 March."),
        ({"force": "custom"}, "2026-03-01", "Needs a decision of Assembly (custom, not law): asked on 1 March."),
        (
            {"force": "own_cabinet"},
            "2026-03-01",
            "Needs a decision of Assembly (own cabinet): asked on 1 March; it stops no clock.",
        ),
    ],
)
def test_a_decision_still_needed_is_named_with_its_force(fields, opened, text) -> None:
    moves = [development("g:assembly", "gate_opened", opened)] if opened else []
    assert text in told(gate(**fields), promise(ref="XN-2026-0001", gates=["g:assembly"], due="2026-12-31"), *moves)


@pytest.mark.parametrize(
    ("kind", "moves", "text"),
    [
        ("trigger_event", [], "Not due because a new attack or another event is still open (K3)."),
        ("geographic_limit", [], "Limited by a limit of area: south of the river."),
        ("ceasefire", ["condition_met"], "It hung on a ceasefire: met since 1 May."),
        ("ceasefire", ["condition_failed"], "It hung on a ceasefire: cannot be met any more since 1 May."),
    ],
)
def test_each_condition_says_how_it_stands(kind, moves, text) -> None:
    drafts = [
        condition("k:1", kind, text="south of the river"),
        promise(ref="XN-2026-0001", conditions=["k:1"]),
        *[development("k:1", name, "2026-05-01") for name in moves],
    ]
    assert text in told(*drafts)


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({}, "No date: its words name none."),
        ({"deadline_text": "in the coming weeks"}, "No date: “in the coming weeks” names no day (D2)."),
        ({"due": "2026-12-31"}, "Due on 31 December: its words."),
        (
            {"due": "2026", "deadline_text": "this year"},
            "Due on 31 December: “this year”, the last day of a year (D3).",
        ),
        ({"due": "2026-09"}, "Due on 30 September: its words, the last day of a month (D3)."),
        ({"due": "2026-35"}, "Due on 30 September: its words, the last day of a quarter (D3)."),
        (
            {"due": "2026-09-01", "due_by": "analyst", "deadline_text": "soon"},
            "An analyst reads 1 September from “soon”; that makes nothing due.",
        ),
    ],
)
def test_the_date_says_how_it_was_read(fields, text) -> None:
    assert text in told(promise(ref="XN-2026-0001", **fields))


def test_a_span_says_from_when_it_runs() -> None:
    drafts = (
        condition(),
        promise(ref="XN-2026-0001", due="condition+P30D", deadline_text="within a month", conditions=["k:ceasefire"]),
        development("k:ceasefire", "condition_met", "2026-07-01"),
    )
    assert "Due on 31 July: “within a month”, 30 days from the day its condition was met (K1)." in told(*drafts)


def test_a_moved_date_is_shown() -> None:
    moved = development(
        "c:1", "revise", "2026-05-01", field="due", old="2026-06-30", new="2026-12-31", direction="neutral"
    )
    text = told(promise(ref="XN-2026-0001", due="2026-06-30"), moved)
    assert "Due on 30 June: its words. Moved later since; the first date counts." in text


@pytest.mark.parametrize(
    ("drafts", "text"),
    [
        ([promise(ref="XN-2026-0001", due="2026-12-31")], "Not past its date: its date has not passed."),
        ([promise(ref="XN-2026-0001")], "Not past its date: it has no date."),
        (
            [promise(ref="XN-2026-0001", firmness="floated", due="2026-06-30")],
            "Not past its date: words that leave room are never late.",
        ),
        (
            [promise(ref="XN-2026-0001", due="2026-06-30", due_by="analyst")],
            "Not past its date: only the actor’s own date counts.",
        ),
        (
            [promise(ref="XN-2026-0001", due="2026-06-30"), development("c:1", "suspend", "2026-03-01")],
            "Not past its date: it stands at “Paused”.",
        ),
        (
            [
                gate(),
                promise(ref="XN-2026-0001", due="2026-06-30", gates=["g:assembly"]),
                development("g:assembly", "gate_opened", "2026-03-01"),
            ],
            "Not past its date: it waits for another body’s decision.",
        ),
        (
            [
                promise(
                    ref="XN-2026-0001", due="2026-06-30", quantity={"value": "9", "unit": "tanks", "qualifier": "up_to"}
                ),
                development("c:1", "deliver_part", "2026-05-01", quantity={"value": "3", "unit": "tanks"}),
            ],
            "Not past its date: “up to” has no shortfall once something came.",
        ),
    ],
)
def test_why_it_is_not_past_its_date(drafts, text) -> None:
    assert text in told(*drafts)


def test_past_its_date_carries_the_last_look() -> None:
    text = told(promise(ref="XN-2026-0001", due="2026-06-30"), check("c:1", "2026-07-05"))
    assert "Past its own date since 30 June: last looked for 5 July." in text


def test_its_place_in_the_count_needs_the_subject() -> None:
    assert not any("count" in each for each in told(promise(ref="XN-2026-0001"), framework=None))


def test_what_is_not_counted_says_why() -> None:
    assert told(promise(ref="XN-2026-0001", procedural=True))[-1] == (
        "Not in the count: a promise to ask, propose, consult or vote: shown with its votes."
    )


def test_what_was_kept_early_says_so() -> None:
    done = development("c:1", "complete", "2026-03-01", confirmed_by="recipient", evidence=(evidence(),))
    assert told(promise(ref="XN-2026-0001", due="2026-12-31"), done)[-1].endswith("31 December. Kept already.")


def test_what_came_out_of_order_is_named() -> None:
    drafts = (
        promise(ref="XN-2026-0001"),
        development("c:1", "withdraw", "2026-02-01"),
        development("c:1", "deliver_part", "2026-03-01", share="0.5"),
    )
    assert told(*drafts)[-1] == (
        "Out of order: “Part delivered” on 1 March is not expected at “Taken back”; the stage stays."
    )
