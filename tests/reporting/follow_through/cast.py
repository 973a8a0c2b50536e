"""Short ways to one row or one sentence of the count."""

from __future__ import annotations

from typing import Any

from kept.ledger.entries import Draft
from kept.reporting.follow_through import FollowThrough, Row, follow_through
from tests.ledger.cast import development, evidence, promise, record_of
from tests.ledger.demo_cast import FRAMEWORK

DUE = "2026-06-30"
EUROS = {"value": "100", "currency": "EUR", "qualifier": "exact"}
TANKS = {"value": "100", "unit": "tanks", "qualifier": "exact"}


def count_of(*drafts: Draft, as_of: str = "2026-07-10") -> FollowThrough:
    """Count drafts as of a day."""
    return follow_through(record_of(drafts, as_of), FRAMEWORK)


def row_of(*drafts: Draft, as_of: str = "2026-07-10", ref: str = "XN-2026-0001") -> Row:
    """Give the row of one reference."""
    return next(row for row in count_of(*drafts, as_of=as_of).rows if row.ref == ref)


def due_promise(**fields: Any) -> Draft:
    """Give a firm promise that has fallen due."""
    return promise(**({"ref": "XN-2026-0001", "due": DUE} | fields))


def done(on: str = "2026-06-01", **fields: Any) -> Draft:
    """Give a completion that a third party confirms."""
    return development("c:1", "complete", on, **({"confirmed_by": "third_party", "evidence": (evidence(),)} | fields))


def part(value: str, on: str = "2026-06-01", **fields: Any) -> Draft:
    """Give a delivery of so many tanks that the recipient confirms."""
    payload = {"confirmed_by": "recipient", "quantity": {"value": value, "unit": "tanks"}, "cumulative": True} | fields
    return development("c:1", "deliver_part", on, **payload)


def taken_back(on: str = "2026-03-01", klass: str = "E2", **fields: Any) -> Draft:
    """Give the actor's own words that take the promise back."""
    return development("c:1", "withdraw", on, evidence=(evidence("we will not", klass),), **fields)
