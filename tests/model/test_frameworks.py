"""The taxonomy as values: what is found by its id, and who belongs to a group on a day."""

from datetime import date

import pytest

from kept.model.frameworks import Form, Framework, Group, NamedActor, Participation, Topic

FRAMEWORK = Framework(
    id="demo",
    slug="demo",
    title="Demo",
    topics=(Topic(id="demo.mnf", title="Force", short="Force", definition="", parts=("demo.mnf.air",)),),
    forms=(
        Form(id="force", title="Forces"),
        Form(id="force.air", title="Air"),
        Form(id="intelligence", title="I", verifiable=False),
    ),
    actors=(NamedActor(code="XN", title="Norland"),),
)


@pytest.mark.parametrize(
    ("asked", "found"), [("demo.mnf", "demo.mnf"), ("demo.mnf.air", "demo.mnf"), ("demo.other", None)]
)
def test_a_topic_is_found_by_its_id_or_by_a_part_of_it(asked, found) -> None:
    topic = FRAMEWORK.topic(asked)
    assert (topic.id if topic else None) == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [("force.air", "force.air"), ("force.land", "force"), ("intelligence.radar", "intelligence"), ("other", None)],
)
def test_a_form_is_found_by_its_id_or_by_what_it_is_a_kind_of(asked, found) -> None:
    form = FRAMEWORK.form(asked)
    assert (form.id if form else None) == found


def test_an_actor_is_found_by_its_code() -> None:
    assert FRAMEWORK.actor("XN").title == "Norland"
    assert FRAMEWORK.actor("XW") is None


def meeting(day: int, *members: str, envoys: tuple[str, ...] = ()) -> Participation:
    return Participation(
        date=date(2026, 1, day), format="leaders", members=members, levels=(("envoy", envoys), ("leader", members))
    )


@pytest.mark.parametrize(("day", "members"), [(5, set()), (6, {"XN", "XW"}), (8, {"XN", "XW", "XS"})])
def test_membership_grows_with_the_meetings(day, members) -> None:
    group = Group(code="grp:a", title="A", participations=(meeting(6, "XN", "XW"), meeting(8, "XS")))
    assert group.members_on(date(2026, 1, day)) == members


def test_who_only_sent_an_envoy_is_not_counted() -> None:
    group = Group(code="grp:a", title="A", participations=(meeting(6, "XN", "XW", envoys=("XW",)),))
    assert group.members_on(date(2026, 1, 6)) == {"XN"}


def test_membership_may_take_several_meetings() -> None:
    group = Group(code="grp:a", title="A", least_meetings=2, participations=(meeting(6, "XN", "XW"), meeting(8, "XN")))
    assert group.members_on(date(2026, 1, 31)) == {"XN"}


def test_who_never_belongs_does_not_whoever_came() -> None:
    group = Group(code="grp:a", title="A", not_members=("XW",), participations=(meeting(6, "XN", "XW"),))
    assert group.members_on(date(2026, 1, 31)) == {"XN"}
