"""Sums and counts with their currency or unit, their qualifier and their own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from kept.errors import UnreadableInput


class Qualifier(StrEnum):
    """How a number is meant (codebook M4)."""

    EXACT = "exact"
    ABOUT = "about"
    UP_TO = "up_to"
    AT_LEAST = "at_least"
    WORTH = "worth"
    RANGE = "range"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """Money as its source gave it: ISO 4217 currency, value in whole units (None where no number is named)."""

    currency: str
    value: Decimal | None
    qualifier: Qualifier = Qualifier.EXACT
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    text: str = ""

    def to_json(self) -> dict[str, Any]:
        """Write the shape of `gold/SCHEMA.md`, with decimal text for values (the ledger's numbers)."""
        bounds = {"min": decimal_text(self.minimum), "max": decimal_text(self.maximum)}
        return {
            "value": decimal_text(self.value),
            "currency": self.currency,
            "qualifier": str(self.qualifier),
            **({key: value for key, value in bounds.items() if value}),
            **({"text": self.text} if self.text else {}),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Amount:
        """Read what `to_json` wrote, or the numbers of a gold file."""
        if not data.get("currency"):
            raise UnreadableInput("an amount without a currency", remedy="Add the ISO 4217 code, for example EUR")
        return cls(
            currency=data["currency"],
            value=decimal_of(data.get("value")),
            qualifier=_qualifier(data.get("qualifier")),
            minimum=decimal_of(data.get("min")),
            maximum=decimal_of(data.get("max")),
            text=data.get("text") or "",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A count of things: 40 monitors, up to 600 soldiers."""

    unit: str
    value: Decimal | None
    qualifier: Qualifier = Qualifier.EXACT
    text: str = ""

    def to_json(self) -> dict[str, Any]:
        """Write the shape of `gold/SCHEMA.md`, with decimal text for the value."""
        return {
            "value": decimal_text(self.value),
            "unit": self.unit,
            "qualifier": str(self.qualifier),
            **({"text": self.text} if self.text else {}),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Quantity:
        """Read what `to_json` wrote, or the numbers of a gold file."""
        return cls(
            unit=data.get("unit") or "",
            value=decimal_of(data.get("value")),
            qualifier=_qualifier(data.get("qualifier")),
            text=data.get("text") or "",
        )


def _qualifier(text: str | None) -> Qualifier:
    try:
        return Qualifier(text or "exact")
    except ValueError as error:
        known = ", ".join(Qualifier)
        raise UnreadableInput(f"“{text}” is no qualifier of a number", remedy=f"Use one of: {known}") from error


def decimal_of(value: object) -> Decimal | None:
    """Read a number or numeric text; None stays None."""
    if value is None or value == "":
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation as error:
        raise UnreadableInput(f"“{value}” is no number", remedy="Write digits, for example 240000000") from error
    if not number.is_finite():
        raise UnreadableInput(f"“{value}” is no finite number", remedy="Write digits, for example 240000000")
    return number


def decimal_text(value: Decimal | None) -> str | None:
    """Write a decimal without exponent or trailing zeros, so that equal values have equal bytes."""
    if value is None:
        return None
    text = format(value, "f") if value else "0"
    return text.rstrip("0").rstrip(".") if "." in text else text


def plain_number(value: Decimal | None) -> int | float | None:
    """Give a decimal as the JSON number that gold files hold."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
