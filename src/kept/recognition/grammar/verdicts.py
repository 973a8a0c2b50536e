"""What the rules answer: a type with its reasons, or the rule by which a sentence is left out."""

from __future__ import annotations

from dataclasses import dataclass

from kept.model.statements import Firmness, StatementType


@dataclass(frozen=True, slots=True, kw_only=True)
class Out:
    """A cue that is not recorded: the exclusion rule (X1–X9, a ruling's number, C1) and why, in words."""

    rule: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A reading: type and firmness, who is bound and asked, where the quote begins and ends (tokens).

    `begin` and `end` None mean the clause. `doubt` names the rule that leaves it out unless its words are specific
    enough (`points.toml`). Of several readings of one clause the lowest `rank` stands, then the most points.
    """

    type: StatementType
    firmness: Firmness | None = None
    actors: tuple[str, ...] | None = None
    addressee: tuple[str, ...] = ()
    fact_kind: str | None = None
    sure: bool = True
    continuation: bool = False
    begin: int | None = None
    end: int | None = None
    rank: int = 5
    reasons: tuple[str, ...] = ()
    doubt: Out | None = None
