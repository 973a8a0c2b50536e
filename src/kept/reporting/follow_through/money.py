"""Money on its own line: what is confirmed of the sums whose date has come, never mixed (rule 6)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from kept.ledger.state import CommitmentState
from kept.model.money import Amount, Qualifier
from kept.reporting.follow_through.figures import confirmed, highest_firm
from kept.reporting.wording import part_text, value_of

_KINDS = {"finance.loan": "loans", "finance.guarantee": "guarantees"}


def money_lines(due: Iterable[CommitmentState]) -> list[str]:
    """Write a line for each currency and kind (cash, loans, guarantees, goods valued in money, “up to”)."""
    sums: dict[tuple[str, str], tuple[Decimal, Decimal]] = {}
    for each in due:
        goal = highest_firm(each)
        value = value_of(goal)
        if isinstance(goal, Amount) and value is not None:
            key = (_kind(each, goal), goal.currency)
            came, promised = sums.get(key, (Decimal(0), Decimal(0)))
            sums[key] = (came + (confirmed(each) or Decimal(0)), promised + value)
    return [_line(kind, currency, *both) for (kind, currency), both in sorted(sums.items())]


def _kind(commitment: CommitmentState, figure: Amount) -> str:
    """Tell what kind of money it is: contingent, repayable and valued sums stand apart from cash (codebook M8)."""
    forms = {form for filing in commitment.filings for form in filing.forms}
    named = next((words for form, words in _KINDS.items() if form in forms), None)
    if named:
        return named
    if figure.qualifier is Qualifier.WORTH:
        return "goods valued in money"
    return "money promised as “up to”" if figure.qualifier is Qualifier.UP_TO else "money"


def _line(kind: str, currency: str, came: Decimal, promised: Decimal) -> str:
    figure = part_text(came, Amount(currency=currency, value=promised))
    return f"{kind[0].upper()}{kind[1:]} with a date that has come: {figure} confirmed received."
