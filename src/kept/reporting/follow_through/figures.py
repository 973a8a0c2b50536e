"""What was promised at most in firm words, and how much of it is confirmed by somebody other than the actor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kept.ledger.delivery import is_same_unit, tally
from kept.ledger.due import FIRM
from kept.ledger.state import CommitmentState, Step
from kept.model.evidence import EvidenceClass
from kept.model.money import Amount, Quantity
from kept.reporting.wording import Figure, value_of

CONFIRMING = frozenset({"recipient", "third_party", "registry"})
"""Who confirms a deed; the actor's own word is *cannot tell* (rule 4)."""

_BY_CLASS = {EvidenceClass.E3: "registry", EvidenceClass.E4: "recipient", EvidenceClass.E10: "third_party"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """How much has come by a step of the timeline, in the pledge's own unit."""

    step: Step
    delivered: Decimal | None


def confirmed_by(step: Step) -> str:
    """Name who confirms a deed: as recorded, else by the class of its evidence (codebook 2.10), else the actor."""
    stated = "actor" if step.development == "claim_delivery" else step.payload.get("confirmed_by")
    return stated or next((_BY_CLASS[each.klass] for each in step.evidence if each.klass in _BY_CLASS), "actor")


def is_confirmed(step: Step) -> bool:
    """Tell whether somebody other than the actor confirms a deed."""
    return confirmed_by(step) in CONFIRMING


def first_figure(commitment: CommitmentState) -> Figure | None:
    """Give the figure of the first words."""
    payload = commitment.steps[0].payload
    if payload.get("amount"):
        return Amount.from_json(payload["amount"])
    return Quantity.from_json(payload["quantity"]) if payload.get("quantity") else None


def highest_firm(commitment: CommitmentState) -> Figure | None:
    """Give the highest figure that stood while the words were firm (rule 4: against it a deed is measured).

    Figures that were our error are gone: corrections have replaced them.
    """
    figures = [figure for figure in _firm_figures(commitment) if figure is not None]
    valued = [figure for figure in figures if value_of(figure) is not None and is_comparable(figure, figures[0])]
    return max(valued, key=lambda figure: value_of(figure) or Decimal(0)) if valued else next(iter(figures), None)


def is_comparable(one: Figure, other: Figure) -> bool:
    """Tell whether two figures count the same thing: one currency, or one unit; nothing is converted (M9)."""
    if isinstance(one, Amount) or isinstance(other, Amount):
        return isinstance(one, Amount) and isinstance(other, Amount) and one.currency == other.currency
    return is_same_unit(one.unit, other.unit)


def _firm_figures(commitment: CommitmentState) -> Iterator[Figure | None]:
    figure, firm = first_figure(commitment), False
    for step in commitment.steps:
        firm = firm or step.after in FIRM
        payload = step.payload
        if step.development == "revise" and payload.get("field") in ("amount", "quantity"):
            figure = (Amount if payload["field"] == "amount" else Quantity).from_json(payload["new"])
        if firm:
            yield figure


def confirmed(commitment: CommitmentState, steps: Sequence[Step] | None = None) -> Decimal | None:
    """Sum what is confirmed as delivered, in the pledge's own unit; None where no number is known."""
    chosen = commitment.steps if steps is None else steps
    counted = [step for step in chosen if step.development in ("revise", "reverse_delivery") or is_confirmed(step)]
    first = first_figure(commitment)
    amount, quantity = (first, None) if isinstance(first, Amount) else (None, first)
    return tally(amount, quantity, counted).delivered


def reached(commitment: CommitmentState) -> Iterator[Reached]:
    """Give what was confirmed as delivered after each step."""
    for index, step in enumerate(commitment.steps):
        yield Reached(step=step, delivered=confirmed(commitment, commitment.steps[: index + 1]))


def day_reached(commitment: CommitmentState, figure: Decimal) -> date | None:
    """Give the day on which confirmed deliveries came to a figure, and stayed there."""
    since: date | None = None
    for each in reached(commitment):
        enough = each.delivered is not None and each.delivered >= figure
        since = (since or each.step.day) if enough else None
    return since
