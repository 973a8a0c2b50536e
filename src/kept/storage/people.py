"""Who stands behind `person:<random id>` in the entries: a table that can be emptied, the entries stay."""

from __future__ import annotations

import secrets

from kept.storage.models import Person


def person_of(name: str) -> str:
    """Give the random id of a person by account name, made on first use."""
    person, _ = Person.objects.get_or_create(name=name, defaults={"id": f"person:{secrets.token_hex(8)}"})
    return person.id


def names_of_people() -> dict[str, str]:
    """Give the names of all people by id."""
    return dict(Person.objects.values_list("id", "name"))
