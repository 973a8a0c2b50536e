"""Records of one promise: the first firm one counts, restatements and later records do not (rule 1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kept.ledger.lifecycle import Stage
from kept.ledger.state import CommitmentState, Record
from kept.reporting.follow_through.figures import highest_firm, is_comparable
from kept.reporting.wording import value_of

LATER = frozenset({"restates", "continues", "revises", "supersedes"})
"""Relations by which a record says that it is a later one of another."""
_EARLIER = {"restated_by", "continued_by", "revised_by", "superseded_by"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A promise as it stands in several records, oldest first; `head` is the one that counts."""

    head: CommitmentState
    members: tuple[CommitmentState, ...]

    @property
    def firm(self) -> tuple[CommitmentState, ...]:
        """Give the head and what came after it."""
        return self.members[self.members.index(self.head) :]

    @property
    def shrank(self) -> bool:
        """Tell whether what took the head's place promises less: softer words, or a lower figure of one unit."""
        return self.head.stage is Stage.SUPERSEDED and any(_is_less(each, self.head) for each in self.firm[1:])


def chains(record: Record) -> dict[str, Chain]:
    """Give, for each commitment, the chain it belongs to."""
    earlier = _earlier(record)
    members: dict[str, list[CommitmentState]] = {}
    for each in record.commitments.values():
        members.setdefault(_first(each.id, earlier), []).append(each)
    return {
        each.id: chain for group in members.values() for chain in (_chain(group, earlier),) for each in chain.members
    }


def _chain(group: list[CommitmentState], earlier: dict[str, str]) -> Chain:
    ordered = tuple(sorted(group, key=lambda each: (_depth(each.id, earlier), each.seq)))
    return Chain(head=next((each for each in ordered if each.is_firm), ordered[0]), members=ordered)


def _earlier(record: Record) -> dict[str, str]:
    """Give, for each later record, the one before it; a link that would make a circle is left out."""
    before: dict[str, str] = {}
    for later, target in _links(record):
        if later in record.commitments and target in record.commitments and _first(target, before) != later:
            before.setdefault(later, target)
    return before


def _links(record: Record) -> Iterator[tuple[str, str]]:
    for each in record.commitments.values():
        for relation, name in each.links:
            other = record.commitment(name)
            if other and relation in LATER:
                yield each.id, other.id
            elif other and relation in _EARLIER:
                yield other.id, each.id
        for step in each.steps:
            successor = step.payload.get("by") if step.development == "supersede" else None
            found = record.commitment(successor) if successor else None
            if found:
                yield found.id, each.id


def _first(subject: str, earlier: dict[str, str]) -> str:
    while subject in earlier:
        subject = earlier[subject]
    return subject


def _depth(subject: str, earlier: dict[str, str]) -> int:
    depth = 0
    while subject in earlier:
        subject, depth = earlier[subject], depth + 1
    return depth


def _is_less(later: CommitmentState, head: CommitmentState) -> bool:
    if not later.is_firm:
        return True
    one, other = highest_firm(later), highest_firm(head)
    if one is None or other is None or not is_comparable(one, other):
        return False
    now, before = value_of(one), value_of(other)
    return now is not None and before is not None and now < before
