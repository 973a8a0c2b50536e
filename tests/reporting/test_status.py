"""Reader status, score and share: three derivations that never blend."""

import pytest

from kept.reporting.status import mean_score, standings
from tests.ledger.cast import condition, development, promise, record_of
from tests.ledger.demo_cast import FRAMEWORK, demo_record


def status(*drafts, as_of="2026-07-10"):
    (found,) = standings(record_of(drafts, as_of), FRAMEWORK)
    return found


def test_the_demo_on_10_july():
    found = {each.ref: (str(each.status), each.score, each.share) for each in standings(demo_record(), FRAMEWORK)}
    assert found["XN-2026-0001"] == ("compromise", 0, "0.625")
    assert found["XN-2026-0002"] == ("kept", 1, "1")
    assert found["XW-2026-0002"][:2] == ("not_kept", -1)
    assert found["XW-2026-0001"][:2] == ("in_the_works", 0)
    assert found["XN-2026-0003"][:2] == ("not_yet_rated", None)


def test_an_unmet_condition_is_neither_kept_nor_broken():
    found = status(condition(), promise("c:1", conditions=["k:ceasefire"], due="condition+P30D"))
    assert (found.status, found.score) == ("condition_unmet", None)


@pytest.mark.parametrize("name", ["suspend"])
def test_a_pause_is_paused(name):
    assert status(promise("c:1"), development("c:1", name, "2026-06-01")).status == "stalled"


def test_parts_of_unknown_size_make_the_share_a_lower_bound():
    goods = {"quantity": {"value": "100", "unit": "truck"}}
    found = status(
        promise("c:1", **goods),
        development("c:1", "deliver_part", "2026-03-01", quantity={"value": "40", "unit": "truck"}),
        development("c:1", "deliver_part", "2026-04-01", amount={"value": "7", "currency": "EUR"}),
    )
    assert found.share_is_lower_bound


def test_the_mean_of_scores_is_the_manuals():
    assert mean_score((1, 1, 1, 0, 0, -1, -1)) == pytest.approx((1 / 7, 400 / 7))
    assert mean_score(()) is None
