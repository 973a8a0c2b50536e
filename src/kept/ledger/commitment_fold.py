"""Fold one commitment: its first words, then each development of it, its gates and its conditions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from kept.ledger.delivery import Tally, tally
from kept.ledger.due import due_on, first_firm_rule
from kept.ledger.facts import Fact
from kept.ledger.flags import flags_of
from kept.ledger.lifecycle import OF_FIRMNESS, Nature, Stage, move, transition
from kept.ledger.parts import Check, ConditionState, Figure, Filing, GateState, Message, Step
from kept.ledger.series import held_on
from kept.ledger.state import CommitmentState
from kept.model.money import Amount, Quantity, decimal_text
from kept.model.statements import Firmness

_CLOSES_GATE = frozenset({"gate_passed", "gate_waived"})
_OPENS_GATE = frozenset({"gate_opened", "gate_rejected", "mandate_ended"})


def fold_commitment(
    fact: Fact,
    developments: Sequence[Fact],
    *,
    conditions: Sequence[ConditionState],
    gates: Sequence[GateState],
    checks: Sequence[Check],
    notices: Sequence[Message] = (),
    replies: Sequence[Message] = (),
    as_of: date,
) -> CommitmentState:
    """Give a commitment's state on a day; `developments` come sorted and include those of its gates and conditions."""
    payload = fact.payload
    steps = _steps(fact, developments, required={gate.id for gate in gates if gate.named_by != "survey"})
    rule, due_by = first_firm_rule(steps)
    figures = tally(_amount(payload), _quantity(payload), developments)
    state = CommitmentState(
        id=fact.entry.subject,
        ref=payload["ref"],
        actors=tuple(payload["actors"]),
        beneficiary=payload.get("beneficiary"),
        title=payload.get("title") or "",
        home=payload["home"],
        filings=filings_of(payload),
        nature=Nature(payload.get("nature", "single")),
        firmness=Firmness(payload["firmness"]),
        said=fact.entry.valid,
        known=fact.entry.known,
        stage=steps[-1].after,
        steps=steps,
        amount=figures.amount,
        quantity=figures.quantity,
        deadline_text=payload.get("deadline_text"),
        due_rule=rule,
        due_by=due_by,
        due=due_on(rule, conditions, said=fact.entry.valid.last if fact.entry.valid else None),
        start=payload.get("start"),
        conditions=tuple(conditions),
        gates=tuple(gates),
        links=tuple((relation, target) for relation, target in payload.get("links") or ()),
        checks=tuple(checks),
        notices=tuple(notices),
        replies=tuple(replies),
        attribution=payload.get("attribution", "self"),
        procedural=bool(payload.get("procedural")),
        envelope=bool(payload.get("envelope")),
        shares=payload.get("shares") or {},
        overlap=Amount.from_json(payload["overlap"]) if payload.get("overlap") else None,
        overlap_unknown=bool(payload.get("overlap_unknown")),
        figures=tuple(_figures(fact, developments)),
        parent=payload.get("parent"),
        speaker=payload.get("speaker"),
        evidence=fact.entry.evidence,
        corrections=tuple(each.seq for each in fact.corrections),
        recorded=fact.entry.recorded,
        seq=fact.entry.seq,
        published=fact.published,
    )
    state = replace(state, **_delivered(figures))
    return replace(state, flags=flags_of(state, as_of))


def _steps(fact: Fact, developments: Sequence[Fact], *, required: set[str]) -> tuple[Step, ...]:
    nature = Nature(fact.payload.get("nature", "single"))
    stage = OF_FIRMNESS[Firmness(fact.payload["firmness"])]
    steps = [_first_step(fact, stage)]
    previous, still_open = stage, set(required)
    for each in developments:
        name = each.payload["development"]
        _track_gate(name, each.payload.get("gate") or each.entry.subject, required, still_open)
        moved = move(stage, name, nature=nature, previous=previous, gates_open=len(still_open))
        steps.append(_step(each, before=stage, after=moved.stage, in_order=moved.in_order, because=moved.because))
        if moved.stage is Stage.SUSPENDED and stage is not Stage.SUSPENDED:
            previous = stage
        stage = moved.stage
    return tuple(steps)


def _track_gate(development: str, gate: str, required: set[str], still_open: set[str]) -> None:
    if development in _CLOSES_GATE:
        still_open.discard(gate)
    elif development in _OPENS_GATE and gate in required:
        still_open.add(gate)


def _first_step(fact: Fact, stage: Stage) -> Step:
    firmness = fact.payload["firmness"]
    return _step(
        fact,
        before=stage,
        after=stage,
        in_order=True,
        because=f"the first words are {firmness}: {stage}",
        name="record",
    )


def _step(fact: Fact, *, before: Stage, after: Stage, in_order: bool, because: str, name: str | None = None) -> Step:
    entry = fact.entry
    development = name or entry.payload["development"]
    return Step(
        seq=entry.seq,
        development=development,
        klass="words" if name else transition(development).klass,
        valid=entry.valid,
        known=entry.known,
        recorded=entry.recorded,
        before=before,
        after=after,
        in_order=in_order,
        because=because,
        payload=entry.payload,
        evidence=entry.evidence,
        by=entry.by,
        why=entry.why,
        subject=entry.subject,
    )


def filings_of(payload: Mapping[str, Any]) -> tuple[Filing, ...]:
    """Read where a record is filed."""
    return tuple(
        Filing(framework=each["framework"], topic=each.get("topic"), forms=tuple(each.get("forms") or ()))
        for each in payload.get("filings") or ()
    )


def _amount(payload: Mapping[str, Any]) -> Amount | None:
    return Amount.from_json(payload["amount"]) if payload.get("amount") else None


def _quantity(payload: Mapping[str, Any]) -> Quantity | None:
    return Quantity.from_json(payload["quantity"]) if payload.get("quantity") else None


def _figures(fact: Fact, developments: Sequence[Fact]) -> Iterator[Figure]:
    """Give the standing sum or count from each day on that set or moved it."""
    first = _amount(fact.payload) or _quantity(fact.payload)
    if first:
        yield Figure(value=first, since=held_on(fact), direction="first", seq=fact.entry.seq)
    for each in developments:
        payload = each.payload
        if payload["development"] == "revise" and payload.get("field") in ("amount", "quantity"):
            value = (Amount if payload["field"] == "amount" else Quantity).from_json(payload["new"])
            direction = payload.get("direction", "neutral")
            yield Figure(value=value, since=held_on(each), direction=direction, seq=each.entry.seq)


def _delivered(figures: Tally) -> dict[str, Any]:
    return {
        "delivered": decimal_text(figures.delivered),
        "delivered_bound": figures.bound,
        "delivered_share": decimal_text(round(figures.share, 4)) if figures.share is not None else None,
    }


def sorted_by_effect(facts: Sequence[Fact]) -> list[Fact]:
    """Order developments by the day they took effect, then by when they were known, then by the log."""
    return sorted(
        facts, key=lambda fact: (held_on(fact), fact.entry.known.last if fact.entry.known else date.max, fact.entry.seq)
    )
