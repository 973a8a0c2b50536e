"""Forms of support: one closed list, broad before fine."""

import pytest

from kept.errors import BrokenFramework
from kept.frameworks.forms import forms, read_forms


def test_ids_stand_once_and_a_broad_form_comes_before_its_finer_ones() -> None:
    ids = [form.id for form in forms()]
    assert len(set(ids)) == len(ids)
    for form_id in ids:
        broad = form_id.rpartition(".")[0]
        assert broad not in ids or ids.index(broad) < ids.index(form_id)


def test_a_finer_form_inherits_how_delivery_is_checked() -> None:
    by_id = {form.id: form for form in forms()}
    assert by_id["weapons.air-defence"].verified_by == by_id["weapons"].verified_by
    assert not by_id["intelligence.imagery"].verifiable


def test_a_table_without_a_title_only_groups_its_finer_forms() -> None:
    assert [form.id for form in read_forms("w", {"x": {"title": "X"}})] == ["w.x"]


def test_an_unknown_key_is_named_with_its_form() -> None:
    with pytest.raises(BrokenFramework, match=r"forms\.toml, w: key “colour” is unknown here"):
        read_forms("w", {"title": "W", "colour": "red"})


def test_a_form_of_words_without_a_title_is_refused() -> None:
    with pytest.raises(BrokenFramework, match=r"forms\.toml, w: key “title” is missing"):
        read_forms("w", {"words": ["x"]})
