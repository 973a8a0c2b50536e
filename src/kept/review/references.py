"""References for people: code of the first actor, year first said, next number; never used twice."""

from __future__ import annotations

from collections.abc import Iterable

from kept.model.actors import reference_prefix


def next_reference(used: Iterable[str], actor: str | None, year: int) -> str:
    """Give the next free reference, for example `DE-2026-0042`; `used` holds every one ever given out."""
    head = f"{reference_prefix(actor) if actor else 'UNK'}-{year}-"
    numbers = [int(each.removeprefix(head)) for each in used if each.startswith(head)]
    return f"{head}{max(numbers, default=0) + 1:04d}"
