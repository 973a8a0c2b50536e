"""Folding an incident and its coverage without a desk."""

from datetime import UTC, datetime

from kept.ledger.kinds import Kind
from kept.model.incidents import Window
from tests.ledger.cast import draft, record_of

HOUR = {"start": "2026-07-02T10:00+02:00", "end": "2026-07-02T11:00+02:00"}


def incident(**fields: object):
    payload = {"name": "I-1", "class": "fire", "zone": "Pell", "window": HOUR, **fields}
    return draft(Kind.INCIDENT_RECORDED, "i:1", payload, valid="2026-07-02")


def moved(what: str, on: str = "2026-07-03", **fields: object):
    return draft(Kind.INCIDENT_MOVED, "i:1", {"what": what, **fields}, valid=on)


def only(*drafts, as_of: str = "2026-07-10"):
    return record_of(drafts, as_of).incident_states["i:1"]


def test_it_keeps_its_hour_in_its_zone() -> None:
    assert only(incident()).window == Window(
        start=datetime(2026, 7, 2, 8, tzinfo=UTC), end=datetime(2026, 7, 2, 9, tzinfo=UTC)
    )


def test_without_an_hour_it_has_its_day_only() -> None:
    assert only(incident(window=None)).window is None


def test_what_was_recorded_at_once_stands_like_what_was_added() -> None:
    claims = [
        {"by": "XS", "kind": "claim", "text": "they fired", "against": "XN"},
        {"by": "org:m", "kind": "observation", "means": "heard", "count": 4},
        {"by": "org:m", "kind": "observation", "means": "seen", "counts": [{"signature": "flash", "least": 2}]},
    ]
    state = only(incident(claims=claims, verification="V1", attribution="A1"))
    assert [each.by for each in state.claims] == ["XS"]
    assert [[str(count) for count in each.counts] for each in state.observations] == [
        ["4 signatures"],
        ["at least 2 flash"],
    ]
    assert (state.verified, state.attributed) == ("V1", "A1")


def test_each_addition_takes_its_place() -> None:
    state = only(
        incident(),
        moved("observation", by="org:m", means="camera", counts=[{"signature": "flash", "count": 3}], text="three"),
        moved("claim", by="XN", kind="denial", text="no"),
        moved("verification", level="V1", by="org:m", method="camera"),
        moved("attribution", level="A2", by="org:m", method="range"),
        moved("finding", level="inconclusive"),
        moved("process", step="triaged", owner="person:a", due="2026-07-09"),
        moved("process", "2026-07-05", step="closed"),
        moved("duplicate", of="i:0"),
    )
    assert (state.verified, state.attributed, state.finding, state.duplicate_of) == ("V1", "A2", "inconclusive", "i:0")
    assert [(str(each.step), each.due is not None) for each in state.process] == [("triaged", True), ("closed", False)]
    assert state.step == "closed"


def test_what_was_added_later_is_not_there_before() -> None:
    assert only(incident(), moved("finding", level="inconclusive"), as_of="2026-07-02").finding == "open"


def test_coverage_stands_oldest_first() -> None:
    window = {"start": "2026-07-01T00:00+00:00", "end": "2026-07-02T00:00+00:00"}
    later = {"start": "2026-07-03T00:00+00:00", "end": "2026-07-04T00:00+00:00"}
    seen = [
        draft(
            Kind.COVERAGE_RECORDED,
            "z:Pell",
            {"zone": "Pell", "means": "post", "window": each, "working": True},
            valid=day,
        )
        for each, day in ((later, "2026-07-04"), (window, "2026-07-02"))
    ]
    assert [each.window.start.day for each in record_of(seen).coverage] == [1, 3]
