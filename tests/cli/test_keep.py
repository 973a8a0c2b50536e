"""The walk of an analyst on the command line: init, add, review, record, check, publish, verify."""

import json
from pathlib import Path

import pytest

from kept.frameworks.demo import demo_pages
from tests.cli.conftest import Kept

GAZETTE, STATEMENT, HARBOUR, RECORD, REPORT = demo_pages()


@pytest.fixture
def ledger(kept: Kept) -> None:
    kept("init", "--framework", "demo", "--purpose", "demo")
    kept("add", GAZETTE)


def waiting(kept: Kept, words: str) -> str:
    rows = json.loads(kept("review", "--list", "--json").out)
    return str(next(row["coding"] for row in rows if words in row["quote"]))[:12]


def test_init_makes_a_ledger_once(kept: Kept) -> None:
    assert kept("init", "--framework", "demo", "--purpose", "demo").code == 0
    again = kept("init", "--framework", "demo", "--purpose", "demo")
    assert again.code == 2
    assert "a ledger is here already" in again.err


def test_invented_states_are_not_published_as_real(kept: Kept) -> None:
    ran = kept("init", "--framework", "demo")
    assert ran.code == 2
    assert "invented" in ran.err


def test_a_missing_ledger_says_how_to_make_one(kept: Kept) -> None:
    ran = kept("add", GAZETTE)
    assert ran.code == 5
    assert "kept init" in ran.err


@pytest.mark.usefixtures("ledger")
def test_a_page_that_cannot_be_read_does_not_keep_others_out(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    ran = kept("add", tmp_path / "empty.txt", STATEMENT)
    assert ran.code == 3
    assert "empty.txt" in ran.err
    assert "02-westmark-statement.html: captured" in ran.out


@pytest.mark.usefixtures("ledger")
def test_an_accepted_statement_gets_its_reference(kept: Kept) -> None:
    ran = kept("review", waiting(kept, "240 million"), "--verdict", "accept")
    assert ran.out == "accept: XN-2026-0001\n"


@pytest.mark.usefixtures("ledger")
def test_a_rejection_without_its_rule_is_refused(kept: Kept) -> None:
    ran = kept("review", waiting(kept, "240 million"), "--verdict", "reject")
    assert ran.code == 4
    assert "exclusion rule" in ran.err


@pytest.mark.usefixtures("ledger")
def test_an_amendment_sets_fields(kept: Kept) -> None:
    coding = waiting(kept, "240 million")
    kept("review", coding, "--verdict", "amend", "--set", "due=2026-07", "--why", "the ministry says July")
    assert json.loads(kept("show", "XN-2026-0001", "--json").out)["due"] == "2026-07-31"


@pytest.mark.usefixtures("ledger")
def test_a_development_with_its_quote_moves_the_stage(kept: Kept) -> None:
    kept("review", waiting(kept, "240 million"), "--verdict", "accept")
    kept("add", REPORT)
    capture = json.loads(kept("add", "--json", REPORT).out)[0]["capture"]
    words = ("--amount", "150000000 EUR", "--source", capture[:10], "--quote", "it had received 150 million")
    ran = kept("record", "XN-2026-0001", "deliver_part", "--on", "2026-07-03", *words)
    assert "XN-2026-0001 is now: in_delivery" in ran.out
    assert json.loads(kept("show", "XN-2026-0001", "--json").out)["delivered_share"] == "0.625"


@pytest.mark.usefixtures("ledger")
def test_a_source_needs_its_quote(kept: Kept) -> None:
    ran = kept("record", "XN-2026-0001", "withdraw", "--on", "2026-07-03", "--source", "abc")
    assert ran.code == 2


@pytest.mark.usefixtures("ledger")
def test_a_check_is_recorded(kept: Kept) -> None:
    kept("review", waiting(kept, "240 million"), "--verdict", "accept")
    ran = kept("check", "XN-2026-0001", "--what", "money", "--where", "its register", "--until", "2026-07-09")
    assert "nothing found" in ran.out
    assert "last looked for 9 July" in kept("due").out


@pytest.mark.usefixtures("ledger")
def test_publishing_says_what_becomes_public(kept: Kept) -> None:
    kept("review", waiting(kept, "240 million"), "--verdict", "accept")
    assert "CommitmentRecorded" in kept("publish", "--dry-run").out
    assert "are now public" in kept("publish").out
    assert "public already" in kept("publish").out


def test_verify_says_that_all_is_as_it_was_sealed(kept: Kept, filled: Path) -> None:
    ran = kept("verify")
    assert ran.code == 0
    assert ran.out.startswith("As it was sealed")


def test_verify_names_the_first_wrong_entry(kept: Kept, filled: Path) -> None:
    from kept.cli.demo_walk import tamper

    tamper(filled / "kept.sqlite3")
    ran = kept("verify")
    assert ran.code == 1
    assert "CommitmentRecorded, XN-2026-0001" in ran.err.splitlines()[0]


def test_the_demo_replaces_only_a_demo(kept: Kept) -> None:
    kept("init")
    ran = kept("demo", "--no-serve")
    assert ran.code == 2
    assert "no demo" in ran.err


@pytest.mark.usefixtures("ledger")
def test_a_meeting_comes_from_a_file(kept: Kept, tmp_path: Path) -> None:
    table = 'name = "Talks"\nplace = "Haldvik"\non = "2026-01-06"\n[participants]\nleader = ["XN"]\n'
    (tmp_path / "meeting.toml").write_text(table)
    assert kept("meeting", tmp_path / "meeting.toml").out.startswith("Recorded as entry")
    (tmp_path / "broken.toml").write_text('name = "Talks"\n')
    ran = kept("meeting", tmp_path / "broken.toml")
    assert ran.code == 3
    assert "broken.toml" in ran.err


@pytest.mark.usefixtures("ledger")
def test_a_translation_hangs_on_a_decided_quote(kept: Kept) -> None:
    coding = waiting(kept, "240 million")
    kept("review", coding, "--verdict", "accept")
    place = json.loads(kept("show", "XN-2026-0001", "--json").out)["places"][0]
    words = ("--language", "fr", "--translator", "a translator")
    assert kept("translate", place[:16], "Norland donnera", *words).out.startswith("Recorded as entry")


@pytest.mark.usefixtures("ledger")
def test_mending_is_told_as_entries(kept: Kept) -> None:
    kept("review", waiting(kept, "240 million"), "--verdict", "accept")
    assert kept("correct", "field", 2, "due", "2026-07-31", "--why", "July").out.startswith("Recorded as entry")
    assert json.loads(kept("show", "XN-2026-0001", "--json").out)["due"] == "2026-07-31"
    assert kept("correct", "retract", 2, "--why", "a draft").code == 0
    assert kept("show", "XN-2026-0001").code == 4


@pytest.mark.usefixtures("ledger")
def test_the_subject_is_changed_and_exported(kept: Kept) -> None:
    row = 'code = "org:coast-guild"\ntitle = "Coast Guild"'
    assert kept("framework", "set", "actor", row, "--source", "https://example.org/").code == 0
    assert "Coast Guild" in kept("framework", "export").out
    assert kept("framework", "remove", "actor", 'code = "org:coast-guild"', "--source", "x").code == 0
    assert "Coast Guild" not in kept("framework", "export").out
    assert kept("framework", "set", "actor", "no toml", "--source", "x").code == 2


@pytest.mark.usefixtures("ledger")
def test_an_incident_is_opened_added_to_and_listed(kept: Kept) -> None:
    assert kept("incident", "open", "I-0002", "--on", "2026-07-02", "--class", "fire", "--zone", "Pell").code == 0
    claim = ("--set", "by=XS", "--set", "kind=claim", "--set", "text=they fired", "--set", "against=XN")
    assert kept("incident", "add", "I-0002", "claim", "--on", "2026-07-02", *claim).code == 0
    level = ("--set", "level=V1", "--set", "by=person:a", "--set", "method=wish")
    assert kept("incident", "add", "I-0002", "verification", "--on", "2026-07-02", *level).code == 4
    (row,) = json.loads(kept("incident", "list", "--json").out)
    assert (row["incident"], row["verified"], row["attributed"]) == ("I-0002", "V0", "A0")
    assert "I-0002" in kept("incident", "list").out


@pytest.mark.usefixtures("ledger")
def test_what_was_watched_is_recorded(kept: Kept) -> None:
    times = ("--from", "2026-06-29T18:00+02:00", "--to", "2026-07-05T18:00+02:00")
    assert kept("incident", "watched", "Pell", "camera", *times).code == 0
    assert kept("incident", "watched", "Pell", "post", "--gap", "denied", *times).code == 0
    assert kept("incident", "watched", "Pell", "post", "--from", "noon", "--to", "dusk").code == 3


@pytest.mark.usefixtures("ledger")
def test_not_done_needs_two_people_a_register_and_a_notice(kept: Kept) -> None:
    coding = waiting(kept, "240 million")
    kept("review", coding, "--verdict", "amend", "--set", "due=2026-02", "--set", "type=commitment", "--why", "test")
    look = ("--what", "money", "--where", "official journal", "--until", "2026-07-09")
    bucket = "XN-2026-0001,"
    kept("check", "XN-2026-0001", *look)
    assert "cannot_tell" in next(
        line for line in kept("follow-through", "--csv").out.splitlines() if line.startswith(bucket)
    )
    kept("check", "XN-2026-0001", *look, "--silence-means-not-done", "--second", "person:b", "--note", "both looked")
    told = kept("notice", "XN-2026-0001", "will be shown as not done", "--to", "foreign ministry", "--on", "2026-07-01")
    assert told.out.startswith("Recorded as entry")
    reply = kept("notice", "XN-2026-0001", "it is on its way", "--reply-from", "foreign ministry", "--on", "2026-07-05")
    assert reply.code == 0
    assert kept("notice", "XN-2026-0001", "x", "--on", "2026-07-05").code == 2
