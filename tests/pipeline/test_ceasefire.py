"""Incidents by the rules of the profession: ladders, one record for claim and denial, three zeros."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from kept.errors import KeptError, MissingField, RuleRefusal, UnknownSubject
from kept.model.incidents import Count, IncidentClass, Window, Zero
from kept.model.times import PartialDate
from kept.pipeline.ceasefire import Addition, NewIncident, Watch, add_to_incident, open_incident, record_coverage
from kept.pipeline.desk import Desk
from kept.pipeline.record import Cited
from kept.reporting.ceasefire import add_up, published, zone_count, zones

DAY = PartialDate.of("2026-07-02")
WEEK = Window(start=datetime(2026, 6, 29, 18, tzinfo=UTC), end=datetime(2026, 7, 5, 18, tzinfo=UTC))
CANARY = "48.123456 37.654321"


@pytest.fixture
def incident(desk: Desk) -> str:
    place = {"name": CANARY, "lat": "48.123456"}
    open_incident(
        desk,
        NewIncident(name="I-0002", on=DAY, klass=IncidentClass.FIRE, zone="Pell", area="near Pell", place=place),
    )
    return "I-0002"


@pytest.fixture
def finding(add: Callable) -> Cited:
    """Words of the mission's report to rest on."""
    quote = "The Mission has not established who fired"
    return Cited(capture=add("05").capture.sha256, quote=quote)


def more(desk: Desk, incident: str, what: str, *cited: Cited, **fields: object) -> None:
    add_to_incident(desk, Addition(incident=incident, what=what, on=DAY, fields=fields, cited=cited))


def heard(
    desk: Desk, incident: str, number: int = 4, by: str = "org:joint-monitoring-mission", means: str = "heard"
) -> None:
    counts = [{"signature": "explosion", "count": number}]
    more(desk, incident, "observation", by=by, means=means, counts=counts, text="four", position="post 7 at " + CANARY)


def state(desk: Desk):
    (found,) = desk.record().incident_states.values()
    return found


def test_a_new_incident_stands_at_the_foot_of_both_ladders(desk: Desk, incident: str) -> None:
    assert (state(desk).verified, state(desk).attributed, state(desk).step) == ("V0", "A0", "registered")


def test_claim_and_denial_are_one_incident(desk: Desk, incident: str) -> None:
    more(desk, incident, "claim", by="XS", kind="claim", text="they fired", against="org:coastal-front")
    more(desk, incident, "claim", by="org:coastal-front", kind="denial", text="we did not")
    assert [each.kind for each in state(desk).claims] == ["claim", "denial"]


def test_a_second_incident_of_the_same_name_is_refused(desk: Desk, incident: str) -> None:
    with pytest.raises(RuleRefusal, match="one"):
        open_incident(desk, NewIncident(name="I-0002", on=PartialDate.of("2026-07-03"), klass=IncidentClass.FIRE))


@pytest.mark.parametrize(("ladder", "level"), [("verification", "V1"), ("verification", "V2"), ("attribution", "A1")])
def test_a_level_above_its_source_is_refused(desk: Desk, incident: str, ladder: str, level: str) -> None:
    with pytest.raises(RuleRefusal, match=level):
        more(desk, incident, ladder, level=level, by="person:a", method="wish")


def test_one_observation_is_v1_two_independent_ones_v2(desk: Desk, incident: str) -> None:
    heard(desk, incident)
    more(desk, incident, "verification", level="V1", by="person:a", method="one post heard it")
    heard(desk, incident, by="org:joint-monitoring-mission", means="camera")
    more(desk, incident, "verification", level="V2", by="person:a", method="post and camera")
    assert state(desk).verified == "V2"


@pytest.mark.parametrize(("ladder", "level"), [("verification", "V3"), ("attribution", "A3")])
def test_only_the_body_with_the_mandate_verifies_and_attributes(
    desk: Desk, incident: str, finding: Cited, ladder: str, level: str
) -> None:
    with pytest.raises(MissingField, match="Cite"):
        more(desk, incident, ladder, level=level, by="org:joint-monitoring-mission", method="visit")
    with pytest.raises(RuleRefusal, match="mandate"):
        more(desk, incident, ladder, finding, level=level, by="person:a", method="visit")
    more(desk, incident, ladder, finding, level=level, by="org:joint-monitoring-mission", method="visit")


def test_a_party_may_accept_what_it_is_held_to_have_done(desk: Desk, incident: str, finding: Cited) -> None:
    with pytest.raises(RuleRefusal, match="A4"):
        more(desk, incident, "attribution", finding, level="A4", by="XS", to="org:coastal-front", method="says so")
    more(desk, incident, "attribution", finding, level="A4", by="XS", to="XS", method="accepts")
    assert state(desk).attributed == "A4"


@pytest.mark.parametrize(
    ("what", "fields"),
    [
        ("observation", {"by": "XS"}),
        ("observation", {"by": "XS", "means": "rumour"}),
        ("observation", {"by": "XS", "means": "seen", "counts": [{"least": 5, "most": 3}]}),
        ("claim", {"by": "XS", "kind": "boast", "text": "x"}),
        ("finding", {"level": "true"}),
        ("process", {"step": "forgotten"}),
        ("duplicate", {"of": "I-9999"}),
        ("wish", {}),
    ],
)
def test_what_breaks_the_form_is_refused_and_not_written(desk: Desk, incident: str, what: str, fields: dict) -> None:
    size = desk.store.size()
    with pytest.raises(KeptError):
        more(desk, incident, what, **fields)
    assert desk.store.size() == size


def test_an_unknown_incident_is_named(desk: Desk) -> None:
    with pytest.raises(UnknownSubject, match="I-0404"):
        more(desk, "I-0404", "process", step="closed")


def test_the_way_to_the_remedy_is_kept(desk: Desk, incident: str) -> None:
    more(desk, incident, "process", step="triaged", owner="person:b", due="2026-07-09")
    more(desk, incident, "process", step="closed")
    assert [str(each.step) for each in state(desk).process] == ["triaged", "closed"]


def test_a_count_stands_beside_its_coverage(desk: Desk, incident: str) -> None:
    heard(desk, incident)
    watched = Window(start=WEEK.start, end=WEEK.start + timedelta(hours=30))
    record_coverage(desk, Watch(zone="Pell", means="camera", window=watched))
    gap = Window(start=watched.end, end=watched.end + timedelta(hours=96))
    record_coverage(desk, Watch(zone="Pell", means="camera", window=gap, working=False, restriction="switched off"))
    count = zone_count(desk.record(), "Pell", WEEK)
    assert (count.incidents, count.signatures) == (1, (Count(signature="explosion", least=4, most=4),))
    assert (count.hours_watched, count.hours_lost, count.zero) == (30, 96, None)


def test_three_zeros_are_three_values(desk: Desk) -> None:
    record_coverage(desk, Watch(zone="Aster", means="post", window=WEEK))
    record_coverage(desk, Watch(zone="Pell", means="camera", window=WEEK, working=False, restriction="denied"))
    record = desk.record()
    assert [zone_count(record, zone, WEEK).zero for zone in ("Aster", "Pell", "Nowhere")] == list(Zero)
    assert zones(record) == ("Aster", "Pell")


def test_overlapping_hours_count_once(desk: Desk) -> None:
    for means in ("post", "camera"):
        record_coverage(desk, Watch(zone="Aster", means=means, window=WEEK))
    assert zone_count(desk.record(), "Aster", WEEK).hours_watched == WEEK.hours


def test_training_duplicates_and_what_was_no_violation_are_not_counted(desk: Desk, incident: str) -> None:
    open_incident(desk, NewIncident(name="I-0003", on=DAY, klass=IncidentClass.FIRE, zone="Pell", training=True))
    open_incident(desk, NewIncident(name="I-0004", on=DAY, klass=IncidentClass.FIRE, zone="Pell"))
    more(desk, "I-0004", "duplicate", of="I-0002")
    count = zone_count(desk.record(), "Pell", WEEK)
    assert (count.incidents, count.training) == (1, 1)
    more(desk, "I-0002", "finding", level="not_a_violation")
    assert zone_count(desk.record(), "Pell", WEEK).incidents == 0


def test_figures_of_two_instruments_are_never_added(desk: Desk, incident: str) -> None:
    heard(desk, incident, 4)
    heard(desk, incident, 6, means="acoustic")
    assert zone_count(desk.record(), "Pell", WEEK).signatures[0].exact == 6


def test_an_incident_is_held_back_for_its_delay_and_never_shows_its_place(desk: Desk, incident: str) -> None:
    heard(desk, incident)
    assert published(state(desk), datetime(2026, 7, 4, tzinfo=UTC)) is None
    told = published(state(desk), datetime(2026, 7, 6, tzinfo=UTC))
    assert told
    assert (told["area"], told["observations"][0]["counts"]) == ("near Pell", ["4 explosion"])
    assert CANARY not in str(told)
    assert "48.123456" not in str(told)


def test_exact_places_are_in_no_leaf(desk: Desk, incident: str) -> None:
    heard(desk, incident)
    assert not any(b"48.123456" in entry.data for entry in desk.store.entries())


def test_a_restricted_incident_is_never_shown(desk: Desk) -> None:
    open_incident(desk, NewIncident(name="I-0005", on=DAY, klass=IncidentClass.CASUALTY, level="restricted"))
    assert published(state(desk), datetime(2027, 1, 1, tzinfo=UTC)) is None


def test_a_window_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(KeptError, match="before it starts"):
        Window(start=WEEK.end, end=WEEK.start)
    with pytest.raises(KeptError, match="time zone"):
        Window(start=datetime(2026, 1, 1), end=datetime(2026, 1, 2))  # noqa: DTZ001  the point


def test_the_printed_breakdown_of_a_mission_adds_up() -> None:
    parts = {"explosion": 398, "projectile": 17, "muzzle flash": 7, "illumination flare": 21, "burst or shot": 1177}
    summed = add_up(Count(signature=name, least=number, most=number) for name, number in parts.items())
    assert sum(each.least for each in summed) == 1620


def test_an_incident_with_its_hour_falls_into_the_window_that_holds_it(desk: Desk) -> None:
    hour = Window(start=WEEK.end - timedelta(hours=1), end=WEEK.end)
    open_incident(desk, NewIncident(name="I-0006", on=DAY, klass=IncidentClass.FIRE, zone="Pell", window=hour))
    assert zone_count(desk.record(), "Pell", WEEK).incidents == 1
    later = Window(start=WEEK.end, end=WEEK.end + timedelta(days=7))
    assert zone_count(desk.record(), "Pell", later).incidents == 0


def test_counts_are_told_with_their_bounds() -> None:
    texts = [str(Count(signature="shot", least=least, most=most)) for least, most in ((4, 4), (2, None), (50, 70))]
    assert texts == ["4 shot", "at least 2 shot", "50–70 shot"]
