"""Which commitment a new statement may say again (codebook R1): scored, with reasons; a person decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kept.ledger.state import CommitmentState
from kept.matching.story import containment, shingles
from kept.model.money import Amount, Quantity
from kept.model.statements import Statement

TOLERANCE = Decimal("0.05")
LIKELY = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How much a statement resembles a commitment: score 0 to 1, and what speaks for it."""

    id: str
    ref: str
    score: float
    reasons: tuple[str, ...]


def restatements(statement: Statement, known: Iterable[CommitmentState]) -> tuple[Likeness, ...]:
    """Give the commitments that a statement may restate, best first; another actor is never one."""
    found = [_likeness(statement, each) for each in known if set(each.actors) & set(statement.actors)]
    return tuple(sorted((each for each in found if each.score >= LIKELY), key=lambda each: (-each.score, each.ref)))


def _likeness(statement: Statement, commitment: CommitmentState) -> Likeness:
    words = max(
        (
            containment(shingles(statement.quote.exact, 3), shingles(each.quote.exact, 3))
            for each in commitment.evidence
        ),
        default=0.0,
    )
    form = bool(_tops(statement.form) & {top for filing in commitment.filings for top in _tops(filing.forms)})
    figure = _same_figure(statement.amount, commitment.amount) or _same_figure(statement.quantity, commitment.quantity)
    beneficiary = statement.beneficiary == commitment.beneficiary
    reasons = [
        text
        for holds, text in (
            (words >= LIKELY, f"same words {words:.2f}"),
            (figure, "same figure within 5 %"),
            (form, "same kind of help"),
            (beneficiary, "same beneficiary"),
        )
        if holds
    ]
    score = max(words, 0.25 * (figure + form + beneficiary) + 0.25 * words)
    return Likeness(id=commitment.id, ref=commitment.ref, score=round(score, 2), reasons=tuple(reasons))


def _tops(forms: Iterable[str]) -> set[str]:
    return {form.split(".")[0] for form in forms}


def _same_figure(one: Amount | Quantity | None, other: Amount | Quantity | None) -> bool:
    if one is None or other is None or one.value is None or other.value is None:
        return False
    if isinstance(one, Amount) and isinstance(other, Amount) and one.currency != other.currency:
        return False
    return abs(one.value - other.value) <= TOLERANCE * max(one.value, other.value)
