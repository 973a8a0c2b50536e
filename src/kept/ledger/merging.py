"""Two records that were one all along: where a merged one leads, and what it leaves behind."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from kept.ledger.facts import Fact


def redirects_of(merges: Iterable[Fact], *, here: Collection[str]) -> dict[str, str]:
    """Give, for each merged record, the one it finally leads to among those that are `here` (that hold by now).

    The first merge of a record counts. A merge that would lead back to where it started is left out, and so is one
    into records that are not there yet, so that no promise disappears.
    """
    into: dict[str, str] = {}
    for fact in merges:
        source, target = fact.payload["from"], fact.payload["into"]
        if source not in _path(into, target):
            into.setdefault(source, target)
    ends = {source: _last_here(_path(into, source)[1:], here) for source in into}
    return {source: end for source, end in ends.items() if end}


def _path(into: dict[str, str], subject: str) -> list[str]:
    path = [subject]
    while path[-1] in into:
        path.append(into[path[-1]])
    return path


def _last_here(path: list[str], here: Collection[str]) -> str | None:
    return next((subject for subject in reversed(path) if subject in here), None)


def restatement_of(fact: Fact, into: str) -> Fact:
    """Read a merged commitment's first words as a restatement of the one it was merged into (codebook R1).

    It adds its quotes and its source, not its value.
    """
    payload = {"development": "restate", "ref": fact.payload["ref"]}
    return replace(fact, entry=replace(fact.entry, subject=into, payload=payload))
