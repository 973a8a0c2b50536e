"""What the demo's home page says on three days, to the letter."""

from kept.reporting.follow_through import follow_through
from tests.ledger.demo_cast import FRAMEWORK, demo_record


def the_page_on(day: str) -> tuple[str, str]:
    count = follow_through(demo_record(day), FRAMEWORK)
    return count.headline, " ".join(count.beside)


def test_on_31_january_nothing_has_fallen_due() -> None:
    assert the_page_on("2026-01-31") == (
        "Nothing has fallen due yet.",
        (
            "6 promises: 3 wait for a ceasefire, 2 have a date ahead, 1 cannot be checked in public. "
            "1 option, 1 refusal, 1 answered demand."
        ),
    )


def test_on_1_april_the_ships_are_listed_as_taken_back_and_the_vote_was_held() -> None:
    assert the_page_on("2026-04-01") == (
        "Nothing has fallen due yet.",
        (
            "6 promises: 2 wait for a ceasefire, 2 have a date ahead, 1 cannot be checked in public, "
            "1 was taken back before its date (patrol ships, 18 March). "
            "Vote held as promised, 71 to 48, for 400 soldiers."
        ),
    )


def test_on_10_july_one_of_four_was_kept() -> None:
    assert the_page_on("2026-07-10") == (
        "1 of the 4 promises that have fallen due was kept (1 to 2: one cannot be told).",
        (
            "Kept: 40 monitors (28 May). Partly: 150 of 240 million euros. Taken back: two patrol ships. "
            "Cannot tell: soldiers, last looked for 5 July. "
            "Outside: 1 date ahead (medics), 1 cannot be checked (radar data). "
            "Money with a date that has come: 150 of 240 million euros confirmed received."
        ),
    )
