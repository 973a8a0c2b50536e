"""Fold one commitment: its first words, then each development of it, its gates and its conditions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from kept.ledger.delivery import tally
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
    steps = _steps(fact, developments, required={gate.id for gate in gates if gate.named_by != "survey"})
    state = CommitmentState(
        **_words(fact.payload),
        **_entry(fact),
        **_date(fact, steps, conditions),
        **_counted(fact, developments),
        stage=steps[-1].after,
        steps=steps,
        conditions=tuple(conditions),
        gates=tuple(gates),
        checks=tuple(checks),
        notices=tuple(notices),
        replies=tuple(replies),
    )
    return replace(state, flags=flags_of(state, as_of))


def _words(payload: Mapping[str, Any]) -> dict[str, Any]:
    """Give what the first words say, corrections put in."""
    return {
        "ref": payload["ref"],
        "actors": tuple(payload["actors"]),
        "beneficiary": payload.get("beneficiary"),
        "title": payload.get("title") or "",
        "home": payload["home"],
        "filings": filings_of(payload),
        "nature": Nature(payload.get("nature", "single")),
        "firmness": Firmness(payload["firmness"]),
        "deadline_text": payload.get("deadline_text"),
        "start": payload.get("start"),
        "links": tuple((relation, target) for relation, target in payload.get("links") or ()),
        "procedural": bool(payload.get("procedural")),
        "envelope": bool(payload.get("envelope")),
        "parent": payload.get("parent"),
        "speaker": payload.get("speaker"),
        "attribution": payload.get("attribution", "self"),
    }


def _entry(fact: Fact) -> dict[str, Any]:
    """Give where and when the record entered the log, and what it rests on."""
    entry = fact.entry
    return {
        "id": entry.subject,
        "said": entry.valid,
        "known": entry.known,
        "evidence": entry.evidence,
        "corrections": tuple(each.seq for each in fact.corrections),
        "recorded": entry.recorded,
        "seq": entry.seq,
        "published": fact.published,
    }


def _date(fact: Fact, steps: Sequence[Step], conditions: Sequence[ConditionState]) -> dict[str, Any]:
    """Give the rule of the first firm date, who gave it, and the day it comes to."""
    rule, due_by = first_firm_rule(steps)
    said = fact.entry.valid.last if fact.entry.valid else None
    return {"due_rule": rule, "due_by": due_by, "due": due_on(rule, conditions, said=said)}


def _counted(fact: Fact, developments: Sequence[Fact]) -> dict[str, Any]:
    """Give the figures that stand, what came of them, and what of them is shared or was announced before."""
    payload = fact.payload
    sums = tally(_amount(payload), _quantity(payload), developments)
    return {
        "amount": sums.amount,
        "quantity": sums.quantity,
        "delivered": decimal_text(sums.delivered),
        "delivered_bound": sums.bound,
        "delivered_share": decimal_text(round(sums.share, 4)) if sums.share is not None else None,
        "shares": payload.get("shares") or {},
        "overlap": Amount.from_json(payload["overlap"]) if payload.get("overlap") else None,
        "overlap_unknown": bool(payload.get("overlap_unknown")),
        "figures": tuple(_figures(fact, developments)),
    }


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


def sorted_by_effect(facts: Sequence[Fact]) -> list[Fact]:
    """Order developments by the day they took effect, then by when they were known, then by the log."""
    return sorted(
        facts, key=lambda fact: (held_on(fact), fact.entry.known.last if fact.entry.known else date.max, fact.entry.seq)
    )
