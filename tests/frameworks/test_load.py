"""Frameworks load whole, and a broken one says which file, which key, and what to do."""

from datetime import date
from pathlib import Path

import pytest

from kept.errors import BrokenFramework, UsageError
from kept.frameworks.files import DATA
from kept.frameworks.load import framework_names, load_framework
from kept.frameworks.states import state_codes

PLAIN = """schema = "framework/1"
id = "tea"
slug = "tea"
title = "Tea"

[[topic]]
id = "tea.leaf"
title = "Leaves"
definition = "What is brewed."
"""


def broken(folder: Path, text: str) -> str:
    (folder / "tea.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BrokenFramework) as caught:
        load_framework("tea", folder=folder)
    return str(caught.value)


def test_every_framework_of_the_package_loads() -> None:
    assert framework_names() == ("aid", "demo", "g20-summit", "ukraine-security-guarantees")
    for name in framework_names():
        assert load_framework(name).topics


def test_a_framework_answers_to_its_id_and_its_slug() -> None:
    assert load_framework("usg") is load_framework("ukraine-security-guarantees")


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UsageError, match="Choose one of aid, demo"):
        load_framework("tea")


def test_a_file_beside_the_ledger_stands_in_for_package_data(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(PLAIN.replace('slug = "tea"', 'slug = "demo"'), encoding="utf-8")
    assert load_framework("demo", folder=tmp_path).title == "Tea"
    assert load_framework("demo").fictitious


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "tea.toml"
    path.write_text(PLAIN, encoding="utf-8")
    assert load_framework("tea", folder=tmp_path).title == "Tea"
    path.write_text(PLAIN.replace('title = "Tea"', 'title = "Coffee"'), encoding="utf-8")
    assert load_framework("tea", folder=tmp_path).title == "Coffee"


def test_a_broken_file_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text(PLAIN.replace("tea", "ale") + "[[", encoding="utf-8")
    assert load_framework("demo", folder=tmp_path).id == "demo"


def test_a_file_that_is_no_toml_names_file_and_line(tmp_path: Path) -> None:
    assert "tea.toml: the file is no TOML" in broken(tmp_path, PLAIN + "[[\n")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('title = "Tea"\n', "", "tea.toml: key “title” is missing. Add it: a text."),
        ('title = "Tea"', "title = 7", "tea.toml: key “title” is not a text. Write a text."),
        ('title = "Tea"', 'title = " "', "tea.toml: key “title” is blank. Write a text in it."),
        ('title = "Tea"', 'title = "Tea"\ncolour = "red"', "key “colour” is unknown here. Delete it, or choose one of"),
        ('title = "Tea"', 'title = "Tea"\ncalendar = "2026-07-10"', "key “calendar” is not a date. Write a date."),
        ('title = "Tea"', 'title = "Tea"\ncalendar = 2026-07-10T12:00:00', "key “calendar” is a time."),
        ('title = "Tea"', 'title = "Tea"\ncalendar = 2026-07-10', "“calendar” stops the clock of a real framework"),
        ('title = "Tea"', 'title = "Tea"\nbeneficiaries = ["Sudria"]', "holds “Sudria”, which is no actor code"),
        ('title = "Tea"', 'title = "Tea"\nbeneficiaries = ["QX"]', "beneficiaries names “QX”, which no actor has"),
        ('title = "Tea"', 'title = "Tea"\nbeneficiaries = "UA"', "key “beneficiaries” is not a list"),
        ('title = "Tea"', 'title = "Tea"\nmaster_condition = "rain"', "says “rain”. Choose one of ceasefire"),
        ('title = "Tea"', 'title = "Tea"\nfictitious = "yes"', "key “fictitious” is not true or false"),
        ("framework/1", "framework/9", "key “schema” says “framework/9”. Write framework/1."),
        ("tea.leaf", "leaf", "topic id “leaf” is not under the framework's id. Start it with “tea.”."),
        ("Leaves", 'Leaves"\nwords = ["Leaf"]\nshort = "L', "holds “Leaf” with capitals. Write “leaf”."),
        ("Leaves", 'Leaves"\nparts = ["tea.cup"]\nshort = "L', "holds “tea.cup”, not under “tea.leaf”"),
    ],
)
def test_a_wrong_key_is_named_with_its_remedy(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert message in broken(tmp_path, PLAIN.replace(old, new, 1))


GATE = """[[gate]]
country = "DE"
body = "DE:parliament"
kind = "parliament"
title = "T"
named_by = "survey"
"""


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ('[[topic]]\nid = "tea.leaf"\ntitle = "T"\ndefinition = "D"', "topic id “tea.leaf” stands twice"),
        ('[[topic]]\nid = "tea.cup"\ntitle = "T"', "tea.toml, topic 2: key “definition” is missing"),
        ('[[actor]]\ncode = "XQ"\ntitle = "Q"\nzone = "Mars/Olympus"', "“Mars/Olympus”, which is no IANA time zone"),
        ('[[person]]\nname = "A"\nroles = []', "tea.toml, person 1: key “roles” is missing or empty"),
        (
            '[[person]]\nname = "A"\nroles = [{ title = "T", for = "DE", since = 2026-01-02, until = 2026-01-02 }]',
            "person 1, roles 1: key “until” is not after “since”",
        ),
        (GATE.replace('kind = "parliament"', 'kind = "moot"'), "tea.toml, gate 1: key “kind” says “moot”"),
        (GATE.replace("survey", "law"), "Write both who checked the law and on which day"),
        (GATE + 'applies_to = ["magic"]', "gate T names form “magic”, which forms.toml does not have"),
        (GATE + 'sources = ["S1"]', "source “S1” is cited and not listed"),
        (GATE + GATE, "gate of country and body “DE DE:parliament” stands twice"),
        (
            '[[group]]\ncode = "grp:x"\ntitle = "X"\n[[group.participation]]\ndate = 2026-01-01\nformat = "F"',
            "group 1, participation 1: key “members” is missing",
        ),
        ('[[group]]\ncode = "grp:x"\ntitle = "X"\nleast_meetings = 0', "key “least_meetings” is below 1"),
        ('[[sector]]\ncode = "1"\ntitle = "T"\ntopic = "tea.pot"', "sector 1 names no topic: “tea.pot”"),
        ('[purposes]\nweapons = "9"', "sector “9” of form weapons is not listed"),
        ('[purposes]\nmagic = ""', "purposes names form “magic”"),
        ("[sources]\nS1 = 1", "key “sources.S1” is no text"),
    ],
)
def test_tables_that_do_not_fit_are_named_with_their_place(tmp_path: Path, table: str, message: str) -> None:
    text = broken(tmp_path, f"{PLAIN}\n{table}\n")
    assert message in text
    assert "\n" not in text


def test_a_framework_without_topics_is_refused(tmp_path: Path) -> None:
    assert "no topic stands in it. Add a [[topic]]." in broken(tmp_path, PLAIN.split("[[topic]]", maxsplit=1)[0])


def test_the_demo_stands_still_and_is_marked_as_invented() -> None:
    demo = load_framework("demo")
    assert (demo.fictitious, demo.calendar, demo.master_condition) == (True, date(2026, 7, 10), "ceasefire")
    assert demo.beneficiaries == ("XS",)
    assert {actor.code: actor.metonyms for actor in demo.actors if len(actor.code) == 2} == {
        "XN": ("Haldvik",),
        "XS": ("Vessa",),
        "XW": ("Tarnstadt",),
    }
    assert [agreement.in_force for agreement in demo.agreements] == [date(2026, 5, 1)]


def test_no_invented_state_has_the_code_of_a_real_one() -> None:
    invented = {actor.code for actor in load_framework("demo").actors if len(actor.code) == 2}
    assert not invented & state_codes()


def test_the_topics_of_the_demo_are_those_of_the_talks() -> None:
    real = [topic.id.split(".")[1] for topic in load_framework("usg").topics]
    assert [topic.id.split(".")[1] for topic in load_framework("demo").topics] == real[:5]


def test_intelligence_cannot_be_checked_in_public() -> None:
    demo = load_framework("demo")
    unchecked = {form.id for form in demo.forms if not form.verifiable}
    assert unchecked == {"intelligence", *(form.id for form in demo.forms if form.id.startswith("intelligence."))}


def test_a_finer_topic_is_found_in_its_broad_one() -> None:
    topic = load_framework("usg").topic("usg.armed-forces.resilience")
    assert topic is not None
    assert topic.id == "usg.armed-forces"


def test_the_members_of_a_group_are_derived_from_meetings_up_to_the_day() -> None:
    coalition = load_framework("usg").groups[0]
    assert not coalition.members_on(date(2026, 1, 5))
    members = coalition.members_on(date(2026, 1, 6))
    assert "SE" in members
    assert not {"AU", "US", "JP"} & members, "envoys and observers make no member"


def test_each_country_and_body_has_one_gate_and_surveys_hang_on_nothing() -> None:
    gates = load_framework("usg").gates
    assert {gate.country for gate in gates if gate.named_by == "actor"} == {"DE", "GB", "SE", "ES", "UA"}
    assert sum(gate.named_by == "survey" for gate in gates) == 15
    assert {gate.country: gate.force for gate in gates if gate.force == "custom"} == {"GB": "custom"}


def test_aid_transactions_show_the_stage_that_registries_mean() -> None:
    stages = {kind.code: kind.stage for kind in load_framework("aid").transactions}
    assert (stages[2], stages[3], stages[12], stages[6]) == ("funded", "delivered", "pledged", None)
    assert sorted(stages) == list(range(1, 14))


def test_the_scale_of_the_summits_has_three_steps() -> None:
    assert [score.value for score in load_framework("g20").scale] == [1, 0, -1]


def test_package_data_is_all_read_by_the_room() -> None:
    assert {path.stem for path in DATA.glob("*.toml")} - set(framework_names()) == {
        "forms",
        "lifecycle",
        "organisations",
        "states",
        "words",
    }


def test_a_folder_that_is_not_there_holds_no_framework(tmp_path: Path) -> None:
    assert load_framework("demo", folder=tmp_path / "frameworks").id == "demo"
