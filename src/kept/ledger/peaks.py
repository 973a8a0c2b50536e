"""The head of a Merkle log in few hashes: the roots of its full subtrees, from which it grows without its leaves.

A log of 13 = 8 + 4 + 1 leaves has three peaks; a further leaf joins the last of them, as 13 + 1 = 8 + 4 + 2.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from kept.errors import RecordTampered
from kept.ledger.merkle import EMPTY_ROOT, node_hash

_HASH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Peaks:
    """Size of a log and the roots of its full subtrees, largest first (32 bytes each)."""

    size: int = 0
    hashes: tuple[bytes, ...] = ()

    def grown(self, leaves: Iterable[bytes]) -> Peaks:
        """Add leaf hashes at the right; one hash a leaf on average."""
        size, hashes = self.size, list(self.hashes)
        for leaf in leaves:
            hashes.append(leaf)
            joins = (~size & (size + 1)).bit_length() - 1
            for _ in range(joins):
                right = hashes.pop()
                hashes[-1] = node_hash(hashes[-1], right)
            size += 1
        return Peaks(size=size, hashes=tuple(hashes))

    def root(self) -> bytes:
        """Give the Merkle root over all leaves (RFC 9162, 2.1.1)."""
        if not self.hashes:
            return EMPTY_ROOT
        return reduce(lambda right, left: node_hash(left, right), reversed(self.hashes))

    def to_bytes(self) -> bytes:
        """Write the hashes one after the other."""
        return b"".join(self.hashes)

    @classmethod
    def from_bytes(cls, size: int, data: bytes) -> Peaks:
        """Read what `to_bytes` wrote; refuse a number of hashes that does not fit the size."""
        if len(data) != _HASH * size.bit_count():
            raise RecordTampered(
                f"the head of the log does not fit its {size} entries",
                where="log_head",
                remedy="Run kept verify, or restore a backup",
            )
        return cls(size=size, hashes=tuple(data[at : at + _HASH] for at in range(0, len(data), _HASH)))
