"""What holds for a whole document: gate rules hang on the promises they speak of, joined verbs share their ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kept.model.statements import Statement, StatementType
from kept.recognition.fields.forms import stands

if TYPE_CHECKING:
    from collections.abc import Sequence

_BINDING = (StatementType.COMMITMENT, StatementType.INTENTION)
_JOINED = 8
"""Characters between the quotes of two joined verbs: “ and ”, “ and also ”."""


def linked(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Hand gates of gate rules to the statements they speak of (G2); let joined verbs share deadline and receiver."""
    rules = [each for each in statements if each.type == StatementType.CONDITION and each.gates]
    found = [_with_gates(each, rules) for each in statements]
    if not found:
        return ()
    after = [*found[1:], None]
    timed = [_with_deadline(each, following) for each, following in zip(found, after, strict=True)]
    before = [None, *timed[:-1]]
    return tuple(_with_receiver(each, former) for each, former in zip(timed, before, strict=True))


def _with_gates(statement: Statement, rules: list[Statement]) -> Statement:
    if "procedural" in statement.form and statement.topic is None:
        rule = next((each for each in rules if set(each.actors) & set(statement.actors)), None)
        return replace(statement, topic=rule.topic) if rule else statement
    if statement.type not in _BINDING or statement.gates or "procedural" in statement.form:
        return statement
    for rule in rules:
        if set(rule.actors) & set(statement.actors) and _speaks_of(rule, statement):
            gates = tuple(replace(gate, inherited=True) for gate in rule.gates)
            why = f"gate inherited from “{rule.quote.exact}” (G2)"
            return replace(statement, gates=gates, why=(*statement.why, why))
    return statement


def _speaks_of(rule: Statement, statement: Statement) -> bool:
    """Tell whether a gate rule names the thing that is promised: the same noun, or the same form."""
    unit = statement.quantity.unit.split()[-1] if statement.quantity else ""
    if unit:
        return stands(rule.quote.exact.lower(), unit)
    return bool(set(rule.form) & set(statement.form))


def _are_joined(first: Statement, second: Statement) -> bool:
    """Tell whether two statements are verbs of one phrase (U2)."""
    same = first.type == second.type and first.actors == second.actors and first.type in _BINDING
    return same and 0 <= second.quote.start - first.quote.end <= _JOINED


def _with_deadline(statement: Statement, after: Statement | None) -> Statement:
    """Give “deploy … and send … within 60 days” its period at both verbs: they share the condition."""
    if after is None or statement.due or statement.deadline or not statement.conditions:
        return statement
    shares = after.conditions == statement.conditions and after.due and after.due.startswith("condition+")
    if not shares or not _are_joined(statement, after):
        return statement
    why = f"deadline “{after.deadline}” shared with the verb after it"
    return replace(statement, deadline=after.deadline, due=after.due, why=(*statement.why, why))


def _with_receiver(statement: Statement, before: Statement | None) -> Statement:
    """Give the second of two joined verbs the receiver of the first: “… to Sudria and send …”."""
    if before is None or statement.beneficiary or not before.beneficiary or not _are_joined(before, statement):
        return statement
    return replace(statement, beneficiary=before.beneficiary)
