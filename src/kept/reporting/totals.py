"""Sums that name their stage, currency and date, never cross stages, and say what they leave out (rule 5).

Cash, loans, guarantees, valued goods and “up to” stand apart (codebook M8); a joint promise is divided by its stated
shares only (M3); an envelope whose parts are recorded, a replaced record and money announced before (R4) add nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from kept.ledger.lifecycle import Stage
from kept.ledger.state import CommitmentState, Record
from kept.model.frameworks import Framework
from kept.model.money import Amount, Qualifier, decimal_of, decimal_text
from kept.reporting.follow_through.counted import is_filed

_CONTINGENT = {"finance.guarantee": "guarantee", "finance.loan": "loan", "finance.grant": "grant"}
_OVER = frozenset({Stage.WITHDRAWN, Stage.LAPSED, Stage.BLOCKED, Stage.SUPERSEDED, Stage.EXPIRED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A sum of one actor at one stage in one currency and kind of money.

    `new_money` leaves out what was announced before; `records` are the references that make the sum.
    """

    actor: str
    stage: str
    currency: str
    kind: str
    value: Decimal
    new_money: Decimal
    delivered: Decimal
    records: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Write the sum as CSV and API give it."""
        figures = {name: decimal_text(getattr(self, name)) for name in ("value", "new_money", "delivered")}
        plain = {name: getattr(self, name) for name in ("actor", "stage", "currency", "kind")}
        return {**plain, **figures, "records": list(self.records)}


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutOfTotals:
    """A commitment that adds nothing to any sum, and why."""

    ref: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """All sums of a framework on a day, in original currencies: nothing is converted."""

    as_of: date
    totals: tuple[Total, ...]
    left_out: tuple[LeftOutOfTotals, ...]
    rule: str = "original currencies, nothing converted; each record at its own stage"

    def to_json(self) -> dict[str, Any]:
        """Write the sums with what they leave out."""
        return {
            "as_of": self.as_of.isoformat(),
            "rule": self.rule,
            "totals": [each.to_json() for each in self.totals],
            "left_out": [{"ref": each.ref, "reason": each.reason} for each in self.left_out],
        }


def totals(record: Record, framework: Framework) -> Totals:
    """Add up money by actor, stage, currency and kind."""
    here = [each for each in record.commitments.values() if is_filed(framework, each.filings, each.home)]
    parents = {each.parent for each in here if each.parent}
    left_out, sums = [], defaultdict(list)
    for commitment in sorted(here, key=lambda each: each.ref):
        reason = _why_left_out(commitment, parents)
        if reason:
            left_out.append(LeftOutOfTotals(ref=commitment.ref, reason=reason))
            continue
        for actor, share in _shares(commitment):
            sums[_key(commitment, actor)].append((commitment, share))
    made = [_total(key, parts) for key, parts in sorted(sums.items())]
    return Totals(as_of=record.clocks.as_of, totals=tuple(made), left_out=tuple(left_out))


def _why_left_out(commitment: CommitmentState, parents: set[str]) -> str | None:
    if commitment.amount is None:
        return "names no sum of money"
    if commitment.amount.value is None and commitment.amount.maximum is None:
        return "names money without a number"
    if commitment.envelope and parents & {commitment.id, commitment.ref}:
        return "an envelope: its parts are recorded and count themselves (M5)"
    if commitment.stage in _OVER:
        return f"stands no longer: {commitment.stage}"
    return None


def _shares(commitment: CommitmentState) -> Iterator[tuple[str, Decimal]]:
    """Divide a joint promise by its stated shares; without them it stays one row of all its actors."""
    if len(commitment.actors) > 1 and commitment.shares:
        for actor in commitment.actors:
            yield actor, decimal_of(commitment.shares.get(actor)) or Decimal(0)
    else:
        yield " + ".join(commitment.actors), Decimal(1)


_Key = tuple[str, str, str, str]


def _key(commitment: CommitmentState, actor: str) -> _Key:
    amount = _amount(commitment)
    return actor, str(commitment.stage), amount.currency, money_kind(commitment, amount)


def money_kind(commitment: CommitmentState, amount: Amount) -> str:
    """Tell cash, loan, grant, guarantee, valued goods and “up to” apart (codebook M4, M8)."""
    forms = {form for filing in commitment.filings for form in filing.forms}
    named = next((kind for form, kind in _CONTINGENT.items() if form in forms), None)
    if named:
        return named
    return {Qualifier.WORTH: "in_kind", Qualifier.UP_TO: "up_to"}.get(amount.qualifier, "money")


def _amount(commitment: CommitmentState) -> Amount:
    assert commitment.amount is not None  # noqa: S101  records without one are left out before
    return commitment.amount


def _value(amount: Amount) -> Decimal:
    return amount.value or amount.minimum or amount.maximum or Decimal(0)


def _total(key: _Key, parts: list[tuple[CommitmentState, Decimal]]) -> Total:
    actor, stage, currency, kind = key
    return Total(
        actor=actor,
        stage=stage,
        currency=currency,
        kind=kind,
        value=sum((_value(_amount(each)) * share for each, share in parts), Decimal(0)),
        new_money=sum((_new(each) * share for each, share in parts), Decimal(0)),
        delivered=sum(((decimal_of(each.delivered) or Decimal(0)) * share for each, share in parts), Decimal(0)),
        records=tuple(each.ref for each, _ in parts),
    )


def _new(commitment: CommitmentState) -> Decimal:
    """Give the money that was not announced before; nothing where nobody knows how much was (R4)."""
    if commitment.overlap_unknown:
        return Decimal(0)
    amount, overlap = _amount(commitment), commitment.overlap
    known = overlap.value if overlap and overlap.value and overlap.currency == amount.currency else Decimal(0)
    return _value(amount) - known
