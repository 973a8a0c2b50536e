"""Canonical bytes: one form for equal values (RFC 8785), with the reference package as oracle."""

import json

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from kept.errors import RuleRefusal
from kept.ledger.canonical import canonical, parse

SAFE = 2**53 - 1
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
values = st.recursive(
    st.none() | st.booleans() | st.integers(-SAFE, SAFE) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)


@given(values)
def test_the_bytes_are_those_of_rfc_8785(value) -> None:
    assert canonical(value) == rfc8785.dumps(value)


@given(values)
def test_what_is_written_reads_back_equal(value) -> None:
    assert parse(canonical(value)) == value


@given(st.dictionaries(texts, st.integers(0, 9), min_size=2))
def test_the_order_of_keys_makes_no_difference(value) -> None:
    assert canonical(dict(reversed(value.items()))) == canonical(value)


def test_keys_are_sorted_by_their_utf_16_units() -> None:
    written = canonical({"\ufb33": 1, "\U0001f600": 2, "z": 3})
    assert list(json.loads(written)) == ["z", "\U0001f600", "\ufb33"]


def test_a_tuple_is_written_as_a_list() -> None:
    assert canonical((1, (2,))) == b"[1,[2]]"


@pytest.mark.parametrize(
    "value",
    [
        0.5,
        float("nan"),
        2**53,
        -(2**53),
        "a\x00b",
        "\ud800",
        {"\udc00": 1},
        {1: "a"},
        b"bytes",
        bytearray(b"a"),
        {1, 2},
        object(),
    ],
    ids=repr,
)
def test_what_has_no_single_form_is_refused(value) -> None:
    with pytest.raises(RuleRefusal):
        canonical([value])


@pytest.mark.parametrize("number", [SAFE, -SAFE])
def test_the_largest_whole_numbers_stand(number) -> None:
    assert parse(canonical(number)) == number


@pytest.mark.parametrize(
    "data",
    [b'{"b":1,"a":2}', b'{"a": 1}', b'{"a":1,"a":1}', b'"\\u00e4"', b"1.0", b"1e3", b"NaN", b" 1", b"{", b"\xff", b""],
)
def test_bytes_in_another_form_are_refused(data) -> None:
    with pytest.raises(RuleRefusal):
        parse(data)


@given(values, st.data())
def test_a_changed_byte_never_reads_as_the_same_value(value, data) -> None:
    written = bytearray(canonical(value))
    place = data.draw(st.integers(0, len(written) - 1))
    written[place] ^= 1 << data.draw(st.integers(0, 7))
    try:
        read = parse(bytes(written))
    except RuleRefusal:
        return
    assert json.dumps(read, sort_keys=True) != json.dumps(value, sort_keys=True)
