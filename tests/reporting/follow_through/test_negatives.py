"""When *not done* may be said (rule 4): evidence, two people, notice sent; otherwise *cannot tell*."""

from kept.reporting.follow_through import Bucket
from tests.ledger.cast import ANALYST, SECOND, check, development, evidence, notice
from tests.reporting.follow_through.cast import due_promise, row_of

TOLD = notice("c:1", "2026-07-06")


def lapsed(**fields):
    payload = {"confirmed_by": "recipient", "second": SECOND, "evidence": (evidence("nothing came", "E4"),)} | fields
    return development("c:1", "lapse", "2026-07-05", **payload)


def in_the_journal(**fields):
    payload = {"where": "the official journal", "silence_means": "not_done", "second": SECOND} | fields
    return check("c:1", "2026-07-05", **payload)


def test_the_recipients_words_two_people_and_a_notice_make_it_not_done() -> None:
    row = row_of(due_promise(), lapsed(), TOLD)
    assert (row.bucket, row.reason) == (Bucket.NOT_DONE, "shown not to be done, 5 July")


def test_silence_is_cannot_tell() -> None:
    assert row_of(due_promise(), check("c:1", "2026-07-05"), TOLD).bucket is Bucket.CANNOT_TELL


def test_silence_of_a_register_that_would_show_it_is_evidence() -> None:
    assert row_of(due_promise(), in_the_journal(), TOLD).bucket is Bucket.NOT_DONE


def test_a_look_before_the_date_shows_nothing() -> None:
    early = check("c:1", "2026-06-01", silence_means="not_done", second=SECOND)
    assert row_of(due_promise(), early, TOLD).bucket is Bucket.CANNOT_TELL


def test_a_look_that_found_something_shows_nothing_against_it() -> None:
    assert row_of(due_promise(), in_the_journal(found=True), TOLD).bucket is Bucket.CANNOT_TELL


def test_one_person_is_not_enough() -> None:
    row = row_of(due_promise(), lapsed(second=None), TOLD)
    assert row.bucket is Bucket.CANNOT_TELL
    assert "one person has said so, not two" in row.reason


def test_the_same_person_twice_is_one() -> None:
    assert row_of(due_promise(), lapsed(second=ANALYST), TOLD).bucket is Bucket.CANNOT_TELL


def test_two_people_who_each_looked_are_two() -> None:
    drafts = (in_the_journal(second=None), in_the_journal(second=None, person=SECOND))
    assert row_of(due_promise(), *drafts, TOLD).bucket is Bucket.NOT_DONE


def test_the_government_has_to_be_told_first() -> None:
    row = row_of(due_promise(), lapsed())
    assert row.bucket is Bucket.CANNOT_TELL
    assert "the government was not told" in row.reason


def test_weak_sources_do_not_carry_it() -> None:
    row = row_of(due_promise(), lapsed(evidence=(evidence("nothing came", "E8"),)), TOLD)
    assert row.bucket is Bucket.CANNOT_TELL
    assert "the sources for it are too weak" in row.reason


def test_a_promise_of_a_rewriting_page_cannot_be_not_done() -> None:
    row = row_of(due_promise(evidence=(evidence(klass="E8"),)), lapsed(), TOLD)
    assert row.bucket is Bucket.CANNOT_TELL
    assert "the sources of the promise are too weak" in row.reason


def test_words_of_others_do_not_show_it() -> None:
    assert row_of(due_promise(), lapsed(confirmed_by="third_party"), TOLD).bucket is Bucket.CANNOT_TELL


def test_a_breach_of_a_standing_promise_counts_as_not_done() -> None:
    drafts = (
        due_promise(nature="standing"),
        development("c:1", "enter_into_force", "2026-03-01", confirmed_by="actor"),
        development("c:1", "breach", "2026-07-05", confirmed_by="registry", second=SECOND, evidence=(evidence(),)),
        TOLD,
    )
    assert row_of(*drafts).bucket is Bucket.NOT_DONE
