"""What holds for a whole document: a gate rule hangs on the promises it speaks of, a joint deadline on both verbs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kept.model.statements import Statement, StatementType
from kept.recognition.fields.forms import stands

if TYPE_CHECKING:
    from collections.abc import Sequence

_BINDING = (StatementType.COMMITMENT, StatementType.INTENTION)


def linked(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Hand gates of gate rules to the statements they speak of (G2), and trailing deadlines to the verb before."""
    rules = [each for each in statements if each.type == StatementType.CONDITION and each.gates]
    found = [_with_gates(each, rules) for each in statements]
    return tuple(
        _with_deadline(each, found[order + 1] if order + 1 < len(found) else None) for order, each in enumerate(found)
    )


def _with_gates(statement: Statement, rules: list[Statement]) -> Statement:
    if "procedural" in statement.form and statement.topic is None:
        rule = next((each for each in rules if set(each.actors) & set(statement.actors)), None)
        return replace(statement, topic=rule.topic) if rule else statement
    if statement.type not in _BINDING or statement.gates or "procedural" in statement.form:
        return statement
    for rule in rules:
        if set(rule.actors) & set(statement.actors) and _speaks_of(rule, statement):
            gates = tuple(replace(gate, inherited=True) for gate in rule.gates)
            return replace(
                statement, gates=gates, why=(*statement.why, f"gate inherited from “{rule.quote.exact}” (G2)")
            )
    return statement


def _speaks_of(rule: Statement, statement: Statement) -> bool:
    """Tell whether a gate rule names the thing that is promised: the same form, or the same noun."""
    unit = statement.quantity.unit.split()[-1] if statement.quantity else ""
    if unit and stands(rule.quote.exact.lower(), unit):
        return True
    return not unit and bool(set(rule.form) & set(statement.form))


def _with_deadline(statement: Statement, after: Statement | None) -> Statement:
    """Give “deploy … and send … within 60 days” its period at both verbs: they share the condition and the sentence."""
    if (
        after is None
        or statement.type not in _BINDING
        or statement.due
        or statement.deadline
        or not statement.conditions
    ):
        return statement
    shares = (
        after.conditions == statement.conditions
        and after.actors == statement.actors
        and after.due
        and after.due.startswith("condition+")
    )
    near = after.quote.start - statement.quote.end <= 8
    if not shares or not near:
        return statement
    return replace(
        statement,
        deadline=after.deadline,
        due=after.due,
        why=(*statement.why, f"deadline “{after.deadline}” shared with the verb after it"),
    )
