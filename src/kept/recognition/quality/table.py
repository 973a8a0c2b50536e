"""The table of figures: counts of passages added up, with intervals drawn by resampling the passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kept.recognition.quality.counts import Counts

RATES = ("any_statement", "sentence_binding", "sentence_commitment", "conditions", "gates")
SHARES = (
    "actors_exact",
    "beneficiary_exact",
    "topic_exact",
    "form_any",
    "firmness_exact",
    "firmness_within_one",
    "amount_exact",
)
MACRO = "macro_f1"
FEW = 5
"""Cases that a type must have to count in the macro F1."""
DRAWS = 1000
_SEED = 20260710


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measure: its value with a 95 % interval over the passages, None where it has no cases; precision and recall
    where it is an F1; `cases` coded ones."""

    name: str
    value: float | None
    low: float | None
    high: float | None
    cases: int
    precision: float | None = None
    recall: float | None = None

    def to_json(self) -> dict[str, Any]:
        """Write it for programs, rounded to three places."""
        numbers = {"value": self.value, "low": self.low, "high": self.high}
        if self.precision is not None:
            numbers |= {"p": self.precision, "r": self.recall}
        return {key: None if each is None else round(each, 3) for key, each in numbers.items()} | {"n": self.cases}


class Table:
    """The passages' counts as a matrix: rows are passages, columns what is counted."""

    def __init__(self, passages: Sequence[Counts]) -> None:
        keys = sorted({key for each in passages for key in each})
        self._column = {key: place for place, key in enumerate(keys)}
        self._counts = np.array([[each[key] for key in keys] for each in passages], dtype=np.float64)
        self._sums = self._counts.sum(axis=0)
        self.types = tuple(
            name.removeprefix("types.")
            for name, what in keys
            if name.startswith("types.") and what == "coded" and self._sums[self._column[name, what]]
        )

    def figures(self) -> tuple[Figure, ...]:
        """Give all measures, types by their names, with their intervals."""
        drawn = self._drawn()
        rates = [*RATES[:3], *(f"types.{name}" for name in self.types), *RATES[3:]]
        found = [self._rate(name, drawn) for name in rates] + [self._share(name, drawn) for name in SHARES]
        return (*found[:3], self._macro(drawn), *found[3:])

    def _drawn(self) -> NDArray[np.float64]:
        """Sum the counts of resampled passages, one row a draw; the same draws every time."""
        count = len(self._counts)
        chance = np.random.default_rng(_SEED)
        weights = chance.multinomial(count, np.full(count, 1 / count), size=DRAWS)
        drawn: NDArray[np.float64] = weights @ self._counts
        return drawn

    def _of(self, sums: NDArray[np.float64], name: str, what: str) -> NDArray[np.float64]:
        column = self._column.get((name, what))
        return np.zeros(sums.shape[:-1]) if column is None else sums[..., column]

    def _f1(self, sums: NDArray[np.float64], name: str) -> NDArray[np.float64]:
        return _ratio(2 * self._of(sums, name, "right"), self._of(sums, name, "found") + self._of(sums, name, "coded"))

    def _rate(self, name: str, drawn: NDArray[np.float64]) -> Figure:
        right, found, coded = (float(self._of(self._sums, name, what)) for what in ("right", "found", "coded"))
        low, high = _interval(self._f1(drawn, name))
        return Figure(
            name=name,
            value=float(self._f1(self._sums, name)),
            low=low,
            high=high,
            cases=int(coded),
            precision=right / found if found else 0.0,
            recall=right / coded if coded else 0.0,
        )

    def _macro(self, drawn: NDArray[np.float64]) -> Figure:
        big = [f"types.{name}" for name in self.types if self._of(self._sums, f"types.{name}", "coded") >= FEW]
        if not big:
            return Figure(name=MACRO, value=None, low=None, high=None, cases=0)
        low, high = _interval(np.mean([self._f1(drawn, name) for name in big], axis=0))
        value = float(np.mean([self._f1(self._sums, name) for name in big]))
        return Figure(name=MACRO, value=value, low=low, high=high, cases=len(big))

    def _share(self, name: str, drawn: NDArray[np.float64]) -> Figure:
        cases = int(self._of(self._sums, name, "cases"))
        if not cases:
            return Figure(name=name, value=None, low=None, high=None, cases=0)
        low, high = _interval(_ratio(self._of(drawn, name, "right"), self._of(drawn, name, "cases")))
        return Figure(
            name=name, value=float(self._of(self._sums, name, "right")) / cases, low=low, high=high, cases=cases
        )


def _ratio(part: NDArray[np.float64], whole: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)


def _interval(values: NDArray[np.float64]) -> tuple[float, float]:
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)
