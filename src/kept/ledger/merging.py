"""Two records that were one all along: where a merged one leads, and what it leaves behind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kept.ledger.facts import Fact


def redirects_of(merges: Iterable[Fact]) -> dict[str, str]:
    """Give, for each merged record, the one it finally leads to; the first merge of a record counts.

    A merge that would lead back to where it started is left out, so that no record disappears.
    """
    into: dict[str, str] = {}
    for fact in merges:
        source, target = fact.payload["from"], _end(into, fact.payload["into"])
        if source != target:
            into.setdefault(source, target)
    return {source: _end(into, source) for source in into}


def _end(into: dict[str, str], subject: str) -> str:
    while subject in into:
        subject = into[subject]
    return subject


def restatement_of(fact: Fact, into: str) -> Fact:
    """Read a merged commitment's first words as a restatement of the one it was merged into (codebook R1).

    It adds its quotes and its source, not its value.
    """
    payload = {"development": "restate", "ref": fact.payload["ref"]}
    return replace(fact, entry=replace(fact.entry, subject=into, payload=payload))
