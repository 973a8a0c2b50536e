"""Which records are parts of others: envelopes give way to their parts, members' shares to their group (rule 1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kept.ledger.state import CommitmentState, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The ids of envelopes with recorded parts, and for each member's share the reference of its group's promise."""

    envelopes: frozenset[str]
    group_of: Mapping[str, str]


def parts_of(record: Record) -> Parts:
    """Read who is part of what, by parent or by link, once for the whole record."""
    pairs = [(part, whole) for part in record.commitments.values() for whole in _wholes(part, record)]
    shares = {part.id: whole.ref for part, whole in pairs if _is_group(whole) and not _is_group(part)}
    return Parts(envelopes=frozenset(whole.id for part, whole in pairs if part.id not in shares), group_of=shares)


def _wholes(part: CommitmentState, record: Record) -> Iterator[CommitmentState]:
    names = [part.parent, *(target for relation, target in part.links if relation == "part_of")]
    for name in names:
        whole = record.commitment(name) if name else None
        if whole is not None and whole.id != part.id:
            yield whole


def _is_group(commitment: CommitmentState) -> bool:
    return any(actor.startswith("grp:") for actor in commitment.actors)
