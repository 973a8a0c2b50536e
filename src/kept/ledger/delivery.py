"""What stands promised and what was delivered, in the pledge's own unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kept.ledger.facts import Fact
from kept.model.money import Amount, Quantity, decimal_of


@dataclass(slots=True)
class Tally:
    """Sums a commitment's deliveries; `highest` is the largest firm figure, `standing` the latest.

    Deliveries in another unit than the pledge's make the share unknown: nothing is converted here (codebook M9).
    """

    amount: Amount | None
    quantity: Quantity | None
    delivered: Decimal | None = None
    unknown: bool = False

    def revise(self, payload: Mapping[str, Any]) -> None:
        """Take a new standing figure from a `revise` development."""
        if payload.get("field") == "amount":
            self.amount = Amount.from_json(payload["new"])
        elif payload.get("field") == "quantity":
            self.quantity = Quantity.from_json(payload["new"])

    def deliver(self, payload: Mapping[str, Any]) -> None:
        """Add a part; a `cumulative` figure is the sum so far, others come on top."""
        value = self._in_own_unit(payload)
        if value is None:
            self.unknown = True
        elif payload.get("cumulative"):
            self.delivered = max(value, self.delivered or Decimal(0))
        else:
            self.delivered = value + (self.delivered or Decimal(0))

    def complete(self, payload: Mapping[str, Any]) -> None:
        """Count everything as delivered, or the figure that the development names."""
        value = self._in_own_unit(payload) if payload.get("amount") or payload.get("quantity") else self.promised
        self.delivered = value if value is not None else self.delivered

    def reverse(self, payload: Mapping[str, Any]) -> None:
        """Take back what went home."""
        value = self._in_own_unit(payload)
        if value is not None and self.delivered is not None:
            self.delivered = max(Decimal(0), self.delivered - value)

    @property
    def promised(self) -> Decimal | None:
        """Give the standing figure, in the pledge's unit."""
        figure = self.amount or self.quantity
        return figure.value if figure else None

    @property
    def share(self) -> Decimal | None:
        """Give delivered / promised; None where either is unknown."""
        if self.delivered is None or not self.promised or self.unknown:
            return None
        return self.delivered / self.promised

    def _in_own_unit(self, payload: Mapping[str, Any]) -> Decimal | None:
        if payload.get("share") and self.promised is not None:
            return (decimal_of(payload["share"]) or Decimal(0)) * self.promised
        if self.amount and payload.get("amount"):
            given = Amount.from_json(payload["amount"])
            return given.value if given.currency == self.amount.currency else None
        if self.quantity and payload.get("quantity") and not self.amount:
            return Quantity.from_json(payload["quantity"]).value
        return None


def tally(amount: Amount | None, quantity: Quantity | None, developments: Iterable[Fact]) -> Tally:
    """Run a commitment's developments, in the order they took effect, over its first figures."""
    result = Tally(amount=amount, quantity=quantity)
    actions = {
        "revise": result.revise,
        "deliver_part": result.deliver,
        "complete": result.complete,
        "reverse_delivery": result.reverse,
    }
    for fact in developments:
        action = actions.get(fact.payload["development"])
        if action:
            action(fact.payload)
    return result
