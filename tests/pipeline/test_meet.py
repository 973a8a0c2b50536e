"""Meetings: who was there at which level, what was on the agenda, what stayed open."""

import pytest

from kept.errors import KeptError, MissingField
from kept.model.times import PartialDate
from kept.pipeline.desk import Desk
from kept.pipeline.meet import Meeting, record_meeting


def coast(**other: object) -> Meeting:
    said = {
        "name": "Coast talks",
        "place": "Haldvik",
        "on": PartialDate.of("2026-01-06"),
        "host": ("XN",),
        "participants": {"leader": ("XN", "XS"), "envoy": ("XW",)},
        "topics": ("demo.oversight",),
        "open_issues": ("who pays for the monitors",),
    }
    return Meeting(**{**said, **other})


def test_a_meeting_is_kept_with_its_participants_by_level(desk: Desk) -> None:
    record_meeting(desk, coast())
    (found,) = desk.record().meetings.values()
    assert found.payload["participants"] == {"leader": ["XN", "XS"], "envoy": ["XW"]}
    assert str(found.valid) == "2026-01-06"


def test_the_same_meeting_is_one_entry(desk: Desk) -> None:
    for _ in range(2):
        record_meeting(desk, coast())
    assert len(desk.record().meetings) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"participants": {"friend": ("XN",)}},
        {"participants": {"leader": ("nobody",)}},
        {"topics": ("x",)},
    ],
)
def test_what_breaks_the_form_is_refused(desk: Desk, wrong: dict) -> None:
    size = desk.store.size()
    with pytest.raises(KeptError):
        record_meeting(desk, coast(**wrong))
    assert desk.store.size() == size


def test_an_unknown_topic_says_which_there_are(desk: Desk) -> None:
    with pytest.raises(MissingField, match=r"demo\.oversight"):
        record_meeting(desk, coast(topics=("usg.mnf",)))
