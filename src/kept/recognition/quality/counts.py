"""One passage in numbers: what was coded, found and right, ready to be added up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from kept.model.statements import Firmness
from kept.recognition.quality.matching import Coded, matched

Counts = Counter[tuple[str, str]]
"""Measure and what is counted of it (right, found, coded; or right, cases) to how many."""

BINDING = frozenset(("commitment", "intention"))
_LADDER = [str(step) for step in Firmness]


def counts(gold: Sequence[Coded], found: Sequence[Coded]) -> Counts:
    """Count one passage for all measures."""
    pairs = [(gold[i], found[j]) for i, j in matched(gold, found)]
    same = [(wanted, got) for wanted, got in pairs if wanted["type"] == got.get("type")]
    numbers: Counts = Counter()
    _rate(numbers, "any_statement", len(pairs), len(found), len(gold))
    _types(numbers, gold, found, same)
    _passage(numbers, "sentence_binding", gold, found, BINDING)
    _passage(numbers, "sentence_commitment", gold, found, frozenset(("commitment",)))
    _fields(numbers, same)
    _firmness(numbers, pairs)
    for field in ("conditions", "gates"):
        right = sum(bool(wanted.get(field)) and bool(got.get(field)) for wanted, got in pairs)
        _rate(numbers, field, right, sum(bool(each.get(field)) for each in found), _having(gold, field))
    return numbers


def _rate(numbers: Counts, measure: str, right: int, found: int, coded: int) -> None:
    numbers.update({(measure, "right"): right, (measure, "found"): found, (measure, "coded"): coded})


def _share(
    numbers: Counts, measure: str, pairs: Sequence[tuple[Coded, Coded]], test: Callable[[Coded, Coded], bool]
) -> None:
    numbers.update({(measure, "right"): sum(test(*pair) for pair in pairs), (measure, "cases"): len(pairs)})


def _having(statements: Sequence[Coded], field: str) -> int:
    return sum(bool(each.get(field)) for each in statements)


def _types(numbers: Counts, gold: Sequence[Coded], found: Sequence[Coded], same: Sequence[tuple[Coded, Coded]]) -> None:
    for kind in {str(each.get("type")) for each in (*gold, *found)}:
        _rate(
            numbers,
            f"types.{kind}",
            sum(wanted["type"] == kind for wanted, _ in same),
            sum(each.get("type") == kind for each in found),
            sum(each["type"] == kind for each in gold),
        )


def _passage(
    numbers: Counts, measure: str, gold: Sequence[Coded], found: Sequence[Coded], kinds: frozenset[str]
) -> None:
    wanted, got = (any(each.get("type") in kinds for each in rows) for rows in (gold, found))
    _rate(numbers, measure, wanted and got, got, wanted)


def _fields(numbers: Counts, same: Sequence[tuple[Coded, Coded]]) -> None:
    _share(numbers, "actors_exact", same, lambda one, other: _set(one, "actors") == _set(other, "actors"))
    _share(numbers, "beneficiary_exact", same, lambda one, other: one.get("beneficiary") == other.get("beneficiary"))
    _share(numbers, "topic_exact", same, lambda one, other: _topic(one) == _topic(other))
    formed = [pair for pair in same if pair[0].get("form")]
    _share(numbers, "form_any", formed, lambda one, other: bool(_forms(one) & _forms(other)))
    summed = [pair for pair in same if pair[0].get("amount")]
    _share(numbers, "amount_exact", summed, lambda one, other: _sum(one) == _sum(other))


def _firmness(numbers: Counts, pairs: Sequence[tuple[Coded, Coded]]) -> None:
    firm = [pair for pair in pairs if all(each.get("firmness") in _LADDER for each in pair)]
    _share(numbers, "firmness_exact", firm, lambda one, other: one["firmness"] == other["firmness"])
    _share(
        numbers,
        "firmness_within_one",
        firm,
        lambda one, other: abs(_LADDER.index(one["firmness"]) - _LADDER.index(other["firmness"])) <= 1,
    )


def _set(statement: Coded, field: str) -> set[str]:
    return set(statement.get(field) or ())


def _topic(statement: Coded) -> list[str]:
    return (statement.get("topic") or "")[:20].split(".")[:2]


def _forms(statement: Coded) -> set[str]:
    form = statement.get("form") or []
    return {each.split(".")[0] for each in ([form] if isinstance(form, str) else form)}


def _sum(statement: Coded) -> tuple[object, object] | None:
    amount = statement.get("amount")
    return (amount.get("value"), amount.get("currency")) if amount else None
