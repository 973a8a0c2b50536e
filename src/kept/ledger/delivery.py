"""What stands promised and what was delivered, in the pledge's own unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol

from kept.model.money import Amount, Qualifier, Quantity, decimal_of


@dataclass(slots=True)
class Tally:
    """Sums a commitment's deliveries against the figure that stands.

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
        """Count everything as delivered, or the figure that the development names.

        Of “up to 600” all that was meant may be 120: without a figure what came so far stays.
        """
        named = payload.get("amount") or payload.get("quantity") or payload.get("share")
        value = self._in_own_unit(payload) if named else None if self._is_up_to else self.promised
        self.delivered = value if value is not None else self.delivered

    def reverse(self, payload: Mapping[str, Any]) -> None:
        """Take back what went home."""
        value = self._in_own_unit(payload)
        if value is not None and self.delivered is not None:
            self.delivered = max(Decimal(0), self.delivered - value)

    @property
    def bound(self) -> str | None:
        """Say that more came than is known: parts of unknown size, or in another unit."""
        return "at_least" if self.unknown and self.delivered is not None else None

    @property
    def promised(self) -> Decimal | None:
        """Give the standing figure, in the pledge's unit."""
        figure = self.amount or self.quantity
        return figure.value if figure else None

    @property
    def _is_up_to(self) -> bool:
        figure = self.amount or self.quantity
        return figure is not None and figure.qualifier is Qualifier.UP_TO

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
            given_quantity = Quantity.from_json(payload["quantity"])
            return given_quantity.value if is_same_unit(given_quantity.unit, self.quantity.unit) else None
        return None


class Telling(Protocol):
    """Anything with a development's payload: a fact of the log, a step of a timeline."""

    @property
    def payload(self) -> Mapping[str, Any]:
        """What the development says."""
        ...


def is_same_unit(one: str, other: str) -> bool:
    """Tell whether two units name one thing: “monitors” and “40 ceasefire monitors” do, soldiers and ships do not."""
    words = [[word.rstrip("s") for word in unit.lower().split()] for unit in (one, other)]
    shorter, longer = sorted(words, key=len)
    return not shorter or longer[-len(shorter) :] == shorter


def tally(amount: Amount | None, quantity: Quantity | None, developments: Iterable[Telling]) -> Tally:
    """Run a commitment's developments, in the order they took effect, over its first figures."""
    result = Tally(amount=amount, quantity=quantity)
    actions = {
        "revise": result.revise,
        "deliver_part": result.deliver,
        "complete": result.complete,
        "reverse_delivery": result.reverse,
    }
    for each in developments:
        action = actions.get(each.payload.get("development", ""))
        if action:
            action(each.payload)
    return result
