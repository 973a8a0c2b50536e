"""Which records are promises of a deed (rule 1)."""

import pytest

from kept.ledger.kinds import Kind
from kept.reporting.follow_through import Bucket
from tests.ledger.cast import development, draft, merged, promise, statement
from tests.reporting.follow_through.cast import count_of, row_of


def test_a_firm_promise_counts() -> None:
    row = row_of(promise(ref="XN-2026-0001"))
    assert (row.counted, row.bucket) == (True, Bucket.NO_DATE)


@pytest.mark.parametrize(("firmness", "reason"), [("floated", "an option named"), ("intention", "an offer")])
def test_soft_words_do_not_count(firmness, reason) -> None:
    row = row_of(promise(ref="XN-2026-0001", firmness=firmness))
    assert (row.counted, row.bucket) == (False, Bucket.SOFT)
    assert row.reason.startswith(reason)


def test_soft_words_that_became_firm_count() -> None:
    row = row_of(promise("c:1", ref="XN-2026-0001", firmness="floated"), development("c:1", "pledge", "2026-02-01"))
    assert row.counted


def test_a_promise_to_ask_is_shown_and_not_counted() -> None:
    assert row_of(promise(ref="XN-2026-0001", procedural=True)).bucket is Bucket.PROCEDURAL


@pytest.mark.parametrize("attribution", ["anonymous", "third_party", "adversary"])
def test_what_others_say_of_an_actor_stays_a_lead(attribution) -> None:
    assert row_of(promise(ref="XN-2026-0001", attribution=attribution)).bucket is Bucket.LEAD


def test_private_persons_stay_out() -> None:
    assert (
        row_of(promise(ref="UNK-2026-0001", actors=["person:Per Anhalt"]), ref="UNK-2026-0001").bucket is Bucket.COMPANY
    )


def test_an_envelope_gives_way_to_its_recorded_parts() -> None:
    drafts = (
        promise("c:1", ref="XN-2026-0001", envelope=True),
        promise("c:2", ref="XN-2026-0002", parent="XN-2026-0001"),
        promise("c:3", ref="XN-2026-0003", links=[["part_of", "c:1"]]),
    )
    assert [row.bucket for row in count_of(*drafts).rows] == [Bucket.ENVELOPE, Bucket.NO_DATE, Bucket.NO_DATE]


def test_an_envelope_without_parts_counts_itself() -> None:
    assert row_of(promise(ref="XN-2026-0001", envelope=True)).counted


def test_a_groups_promise_is_one_and_never_one_per_member() -> None:
    drafts = (
        promise("c:1", ref="GRP-2026-0001", actors=["grp:coalition"]),
        promise("c:2", ref="XN-2026-0001", parent="GRP-2026-0001"),
        promise("c:3", ref="XW-2026-0001", actors=["XW"], links=[["part_of", "GRP-2026-0001"]]),
    )
    assert [row.bucket for row in count_of(*drafts).rows] == [Bucket.NO_DATE, Bucket.MEMBER, Bucket.MEMBER]


@pytest.mark.parametrize("relation", ["restates", "continues", "revises", "supersedes"])
def test_a_later_record_of_a_chain_counts_with_the_first_firm_one(relation) -> None:
    drafts = (
        promise("c:1", ref="XN-2026-0001"),
        promise("c:2", ref="XN-2026-0002", valid="2026-02-01", links=[[relation, "c:1"]]),
    )
    first, second = count_of(*drafts).rows
    assert (first.counted, second.bucket) == (True, Bucket.SAID_AGAIN)
    assert "XN-2026-0001" in second.reason


def test_a_chain_counts_from_its_first_firm_words_not_from_its_soft_ones() -> None:
    drafts = (
        promise("c:1", ref="XN-2026-0001", firmness="floated", links=[["superseded_by", "c:2"]]),
        promise("c:2", ref="XN-2026-0002", valid="2026-02-01"),
    )
    assert [row.bucket for row in count_of(*drafts).rows] == [Bucket.SOFT, Bucket.NO_DATE]


def test_links_that_run_in_a_circle_still_count_once() -> None:
    drafts = (
        promise("c:1", ref="XN-2026-0001", links=[["restates", "c:2"]]),
        promise("c:2", ref="XN-2026-0002", links=[["restates", "c:1"]]),
    )
    assert sum(row.counted for row in count_of(*drafts).rows) == 1


def test_a_merged_record_leads_to_the_one_that_counts() -> None:
    count = count_of(promise("c:1", ref="XN-2026-0001"), promise("c:2", ref="XN-2026-0002"), merged("c:2", "c:1"))
    row = next(row for row in count.rows if row.ref == "XN-2026-0002")
    assert (row.bucket, row.reason) == (Bucket.SAID_AGAIN, "said again: it is XN-2026-0001, which counts once")


@pytest.mark.parametrize(
    ("kind", "bucket"),
    [
        ("refusal", Bucket.OTHER_WORDS),
        ("demand", Bucket.OTHER_WORDS),
        ("expectation", Bucket.OTHER_WORDS),
        ("denial", Bucket.OTHER_WORDS),
        ("threat", Bucket.OTHER_WORDS),
        ("proposal", Bucket.OTHER_WORDS),
        ("assessment", Bucket.OTHER_WORDS),
        ("intention", Bucket.SOFT),
        ("lead", Bucket.LEAD),
    ],
)
def test_every_statement_has_a_row_with_a_reason(kind, bucket) -> None:
    row = row_of(statement("s:1", kind, "something was said"), ref="s:1")
    assert (row.counted, row.bucket) == (False, bucket)
    assert row.reason


def test_an_unconfirmed_report_of_any_type_is_a_lead() -> None:
    assert row_of(statement("s:1", "fact", "they say", disposition="lead"), ref="s:1").bucket is Bucket.LEAD


def test_a_term_of_an_agreement_is_shown_and_not_counted() -> None:
    term = draft(Kind.TERM_RECORDED, "t:1", {"article": "Art. 4", "parties": ["XS"]}, valid="2026-05-01")
    assert row_of(term, ref="t:1").bucket is Bucket.TERM


def test_what_is_filed_under_another_subject_is_counted_there() -> None:
    elsewhere = [{"framework": "aid", "topic": None, "forms": []}]
    rows = count_of(
        promise("c:1", home="aid", filings=elsewhere), statement("s:1", "refusal", "no", filings=elsewhere)
    ).rows
    assert {row.bucket for row in rows} == {Bucket.OTHER_SUBJECT}


def test_a_statement_that_is_filed_nowhere_belongs_to_the_subject_at_hand() -> None:
    assert row_of(statement("s:1", "threat", "consequences", filings=[]), ref="s:1").bucket is Bucket.OTHER_WORDS
