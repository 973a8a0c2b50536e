"""What is due, past its date, coming, and what a condition would make due."""

from kept.reporting.due import DueTable, due
from tests.ledger.cast import condition, development, promise, record_of
from tests.ledger.demo_cast import FRAMEWORK, demo_record


def table(*drafts, as_of="2026-07-10", framework=FRAMEWORK, **rest) -> DueTable:
    return due(record_of(drafts, as_of), framework, **rest)


def refs(items) -> list[str]:
    return [item.ref for item in items]


def dated(number: int, day: str | None, **fields):
    return promise(f"c:{number}", ref=f"XN-2026-{number:04d}", due=day, **fields)


def test_promises_stand_by_their_date() -> None:
    result = table(
        dated(1, "2026-07-09"), dated(2, "2026-07-10"), dated(3, "2026-08-09"), dated(4, "2026-08-10"), dated(5, None)
    )
    assert (refs(result.overdue), refs(result.due), refs(result.coming)) == (
        ["XN-2026-0001"],
        ["XN-2026-0002", "XN-2026-0003"],
        ["XN-2026-0004"],
    )


def test_the_days_ahead_that_count_as_due_can_be_set() -> None:
    assert refs(table(dated(1, "2026-08-20"), soon=60).due) == ["XN-2026-0001"]


def test_the_oldest_date_stands_first() -> None:
    assert refs(table(dated(1, "2026-07-01"), dated(2, "2026-06-01")).overdue) == ["XN-2026-0002", "XN-2026-0001"]


def test_what_a_ceasefire_would_make_due_stands_with_its_span_shortest_first() -> None:
    drafts = (
        condition(),
        dated(1, "condition+P60D", conditions=["k:ceasefire"]),
        dated(2, "condition+P14D", conditions=["k:ceasefire"]),
        dated(3, None, conditions=["k:ceasefire"]),
    )
    result = table(*drafts)
    assert [(item.ref, item.after, item.waits_for) for item in result.on_condition] == [
        ("XN-2026-0002", 14, ("ceasefire",)),
        ("XN-2026-0001", 60, ("ceasefire",)),
        ("XN-2026-0003", None, ("ceasefire",)),
    ]


def test_soft_done_and_withdrawn_promises_are_not_listed() -> None:
    drafts = (
        dated(1, "2026-07-20", firmness="floated"),
        dated(2, "2026-07-20"),
        development("c:2", "complete", "2026-07-01"),
        dated(3, "2026-07-20"),
        development("c:3", "withdraw", "2026-07-01"),
        dated(4, "2026-07-20", due_by="analyst"),
    )
    result = table(*drafts)
    assert (result.overdue, result.due, result.coming) == ((), (), ())


def test_a_pause_is_shown_and_never_called_late() -> None:
    result = table(dated(1, "2026-06-30"), development("c:1", "suspend", "2026-06-01"))
    assert (refs(result.passed), result.overdue) == (["XN-2026-0001"], ())


def test_other_subjects_are_left_out_unless_all_are_asked_for() -> None:
    elsewhere = dated(1, "2026-07-20", home="aid", filings=[{"framework": "aid", "topic": None, "forms": []}])
    assert table(elsewhere).due == ()
    assert refs(table(elsewhere, framework=None).due) == ["XN-2026-0001"]


def test_an_item_as_data_has_its_words_and_its_days() -> None:
    item = due(demo_record(), FRAMEWORK).overdue[0]
    assert item.to_json() == {
        "ref": "XN-2026-0001",
        "title": "240 million euros for air defence",
        "days": -10,
        "deadline_text": "by 30 June",
        "due_by": "actor",
        "procedural": False,
        "after": None,
        "delivered_share": "0.625",
        "last_look": "not looked for yet",
        "actors": ["XN"],
        "waits_for": [],
        "due": "2026-06-30",
    }
    assert due(demo_record("2026-04-01"), FRAMEWORK).on_condition[0].to_json()["due"] is None
