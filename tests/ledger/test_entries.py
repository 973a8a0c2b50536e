"""Entries: sealed, opened, and what is left when a content is destroyed."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kept.errors import RecordTampered, RuleRefusal
from kept.ledger.canonical import LARGEST_ENTRY, canonical
from kept.ledger.entries import Disclosure, Draft, Entry, commitment_to, is_seal, opened, seal
from kept.ledger.kinds import SEALED_PAYLOAD, Kind
from kept.ledger.merkle import leaf_hash
from tests.ledger.cast import corrected, day, development, draft, evidence, promise, seeded_salts

RECORDED = "2026-07-10T12:00:00.000000Z"
PROMISE = promise("c:1", ref="XN-2026-0001", title="ten tanks", why="clear words", deadline_text="by June")


def sealed(written: Draft = PROMISE) -> tuple[Entry, tuple[Disclosure, ...]]:
    salts = seeded_salts()
    return seal(written, seq=7, recorded=RECORDED, salts=lambda: next(salts))


def test_what_is_sealed_opens_as_it_was_written() -> None:
    entry, beside = sealed()
    read = opened(entry, beside)
    assert (read.seq, read.kind, read.subject, read.by, read.why) == (
        7,
        Kind.COMMITMENT_RECORDED,
        "c:1",
        "person:ada",
        "clear words",
    )
    assert (read.payload, read.evidence) == (PROMISE.payload, PROMISE.evidence)
    assert (read.valid, read.known, read.recorded, read.missing) == (day("2026-01-14"), day("2026-01-14"), RECORDED, ())


def test_the_leaf_is_the_hash_of_the_bytes() -> None:
    entry, _ = sealed()
    assert entry.leaf == leaf_hash(entry.data)


def test_quotes_names_and_reasons_do_not_stand_in_the_bytes() -> None:
    entry, _ = sealed()
    assert not [word for word in (b"ten tanks", b"clear words", b"as was said", b"by June") if word in entry.data]


def test_what_may_have_to_go_lies_beside_under_a_salt() -> None:
    _, beside = sealed()
    assert [each.path for each in beside] == ["/why", "/evidence/0/quote", "/payload/title", "/payload/deadline_text"]
    assert len({each.salt for each in beside}) == len(beside)


@pytest.mark.parametrize("kind", sorted(SEALED_PAYLOAD))
def test_each_kind_seals_its_fields(kind) -> None:
    fields = {name: f"secret {name}" for name in SEALED_PAYLOAD[kind]}
    entry, beside = sealed(draft(kind, "x:1", fields | {"open": "plain"}))
    assert {each.path for each in beside} == {f"/payload/{name}" for name in fields}
    assert b"secret" not in entry.data
    assert b"plain" in entry.data
    assert opened(entry, beside).payload == fields | {"open": "plain"}


def test_a_field_that_is_empty_is_not_sealed() -> None:
    _, beside = sealed(development("c:1", "restate", "2026-03-01", note=None))
    assert beside == ()


def test_a_destroyed_content_reads_as_missing_and_the_leaf_stays() -> None:
    entry, beside = sealed()
    read = opened(entry, [each for each in beside if each.path not in ("/why", "/payload/title")])
    assert read.missing == ("/why", "/payload/title")
    assert (read.why, read.payload["title"], read.payload["deadline_text"]) == ("", None, "by June")
    assert entry.leaf == leaf_hash(entry.data)


def test_a_quote_whose_content_is_gone_is_no_evidence_any_more() -> None:
    two = promise("c:1", evidence=(evidence("first"), evidence("second")))
    entry, beside = sealed(two)
    read = opened(entry, [each for each in beside if each.path != "/evidence/0/quote"])
    assert [each.quote.exact for each in read.evidence] == ["second"]
    assert read.missing == ("/evidence/0/quote",)


def test_an_altered_content_is_tampering() -> None:
    entry, beside = sealed()
    broken = [
        replace(each, content=canonical("nine tanks")) if each.path == "/payload/title" else each for each in beside
    ]
    with pytest.raises(RecordTampered, match="entry 7: the content of /payload/title is not what was sealed"):
        opened(entry, broken)


def test_an_altered_salt_is_tampering() -> None:
    entry, beside = sealed()
    with pytest.raises(RecordTampered):
        opened(entry, [replace(beside[0], salt=bytes(32))])


@pytest.mark.parametrize("path", ["/payload/nature", "/payload/nothing", "/evidence/9/quote", "/by/name", "/recorded"])
def test_a_content_beside_what_it_does_not_seal_is_tampering(path) -> None:
    entry, beside = sealed()
    with pytest.raises(RecordTampered, match="which it does not seal"):
        opened(entry, [replace(beside[0], path=path)])


@given(st.data())
def test_any_altered_byte_of_an_entry_changes_its_leaf(data) -> None:
    entry, _ = sealed()
    at = data.draw(st.integers(0, len(entry.data) - 1))
    broken = entry.data[:at] + bytes([entry.data[at] ^ 1]) + entry.data[at + 1 :]
    assert leaf_hash(broken) != entry.leaf


def test_the_same_words_under_another_salt_have_another_hash() -> None:
    assert commitment_to(bytes(32), b'"yes"') != commitment_to(bytes(31) + b"\x01", b'"yes"')


def test_an_entry_that_is_too_large_is_refused() -> None:
    with pytest.raises(RuleRefusal, match=f"larger than {LARGEST_ENTRY}"):
        sealed(promise("c:1", beneficiary="x" * LARGEST_ENTRY))


def test_a_long_text_beside_the_entry_does_not_make_it_large() -> None:
    entry, _ = sealed(promise("c:1", title="x" * LARGEST_ENTRY))
    assert len(entry.data) < 2_000


def test_a_field_that_looks_sealed_is_refused() -> None:
    with pytest.raises(RuleRefusal, match="looks like a sealed one"):
        sealed(promise("c:1", parent={"sealed": "x"}))


def test_what_stands_for_a_sealed_content_is_told_from_other_values() -> None:
    assert is_seal({"sealed": "x"})
    assert not any(is_seal(value) for value in ("sealed", {"sealed": "x", "more": 1}, {}, None))


def test_an_entry_of_a_newer_version_says_what_to_do() -> None:
    entry, _ = sealed()
    body = json.loads(entry.data) | {"v": 99}
    with pytest.raises(RuleRefusal, match="Use a newer Kept"):
        opened(replace(entry, data=canonical(body)))


def test_sealing_leaves_the_draft_as_it_was() -> None:
    change = corrected(0, "amount", {"value": "1"}, {"value": "2"})
    sealed(change)
    assert change.payload["new"] == {"value": "2"}


def test_a_draft_without_dates_opens_without_them() -> None:
    entry, beside = sealed(draft(Kind.LEDGER_OPENED, "ledger", {"purpose": "demo"}))
    assert (opened(entry, beside).valid, opened(entry, beside).known) == (None, None)
