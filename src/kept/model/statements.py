"""What somebody said, once, at one place in one text, in the shape of `gold/SCHEMA.md`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kept.model.evidence import Quote
from kept.model.money import Amount, Quantity, plain_number


class StatementType(StrEnum):
    """The twelve types (codebook 2.2, T1–T12)."""

    COMMITMENT = "commitment"
    INTENTION = "intention"
    EXPECTATION = "expectation"
    DEMAND = "demand"
    CONDITION = "condition"
    REFUSAL = "refusal"
    DENIAL = "denial"
    PROPOSAL = "proposal"
    THREAT = "threat"
    WITHDRAWAL = "withdrawal"
    FACT = "fact"
    ASSESSMENT = "assessment"


class Firmness(StrEnum):
    """How firm the words are (codebook 2.3, F1–F7); a property of the statement, never of the commitment."""

    FLOATED = "floated"
    INTENTION = "intention"
    PLEDGED = "pledged"
    AGREED = "agreed"
    AUTHORISED = "authorised"
    FUNDED = "funded"
    DELIVERED = "delivered"

    @property
    def rank(self) -> int:
        """Place on the ladder, 1 (floated) to 7 (delivered)."""
        return list(Firmness).index(self) + 1


class Attribution(StrEnum):
    """Whose words they are (codebook 2.6)."""

    SELF = "self"
    DOCUMENT = "document"
    RECIPIENT = "recipient"
    REGISTRY = "registry"
    THIRD_PARTY = "third_party"
    ADVERSARY = "adversary"
    SECOND_HAND = "second_hand"
    ANONYMOUS = "anonymous"
    NARRATOR = "narrator"


class Exclusion(StrEnum):
    """Why a sentence is not recorded (codebook 2.2, X1–X9; X3 is an inclusion)."""

    X1 = "X1"
    X2 = "X2"
    X4 = "X4"
    X5 = "X5"
    X6 = "X6"
    X7 = "X7"
    X8 = "X8"
    X9 = "X9"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who spoke: label as printed, the actor spoken for.

    `kind` is person, office, state, metonym, group, anonymous or narrator.
    """

    label: str
    speaks_for: str | None = None
    kind: str = "narrator"
    role: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Write the shape of `gold/SCHEMA.md`."""
        return {
            "label": self.label,
            "for": self.speaks_for,
            "kind": self.kind,
            **({"role": self.role} if self.role else {}),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Speaker:
        """Read what `to_json` wrote."""
        return cls(
            label=data.get("label") or "",
            speaks_for=data.get("for"),
            kind=data.get("kind") or "narrator",
            role=data.get("role"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedCondition:
    """A state of the world that the words hang on: kind of `gold/SCHEMA.md`, words as printed."""

    kind: str
    text: str
    inherited: bool = False

    def to_json(self) -> dict[str, Any]:
        """Write the shape of `gold/SCHEMA.md`."""
        return {"kind": self.kind, "text": self.text, **({"inherited": True} if self.inherited else {})}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedGate:
    """A body's decision that the words say is still needed; `body` is a code or name, None where it is not named."""

    kind: str
    body: str | None
    text: str
    inherited: bool = False

    def to_json(self) -> dict[str, Any]:
        """Write the shape of `gold/SCHEMA.md`."""
        return {
            "kind": self.kind,
            "body": self.body,
            "text": self.text,
            **({"inherited": True} if self.inherited else {}),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A reading of some words: never changes; a newer detector adds another one.

    `deadline` is the text as printed, `due` its EDTF date or `condition+P30D` as resolved, `start_date` a beginning.
    `why` is the path by which it was read: one clause a step. `sure` is False on the codebook's edge cases.
    """

    type: StatementType
    quote: Quote
    actors: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    beneficiary: str | None = None
    speaker: Speaker | None = None
    attribution: Attribution = Attribution.NARRATOR
    topic: str | None = None
    form: tuple[str, ...] = ()
    firmness: Firmness | None = None
    conditions: tuple[StatedCondition, ...] = ()
    gates: tuple[StatedGate, ...] = ()
    amount: Amount | None = None
    quantity: Quantity | None = None
    deadline: str | None = None
    due: str | None = None
    start_date: str | None = None
    fact_kind: str | None = None
    continuation: bool = False
    restatement: bool = False
    sure: bool = True
    detector: str = ""
    why: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Write the shape of `gold/SCHEMA.md`: offsets beside the quote, JSON numbers."""
        return {
            "type": str(self.type),
            "quote": self.quote.exact,
            "start": self.quote.start,
            "end": self.quote.end,
            "actors": list(self.actors),
            "addressee": list(self.addressee),
            "beneficiary": self.beneficiary,
            "speaker": self.speaker.to_json() if self.speaker else None,
            "attribution": str(self.attribution),
            "topic": self.topic,
            "form": list(self.form),
            "firmness": str(self.firmness) if self.firmness else None,
            "conditions": [each.to_json() for each in self.conditions],
            "gates": [each.to_json() for each in self.gates],
            "amount": _numbered(self.amount),
            "quantity": _numbered(self.quantity),
            "deadline": self.deadline,
            "due": self.due,
            "start_date": self.start_date,
            "fact_kind": self.fact_kind,
            "continuation": self.continuation,
            "restatement": self.restatement,
            "sure": self.sure,
            "detector": self.detector,
            "why": list(self.why),
        }


def _numbered(value: Amount | Quantity | None) -> dict[str, Any] | None:
    if value is None:
        return None
    data = value.to_json() | {"value": plain_number(value.value)}
    if isinstance(value, Amount):
        data |= {
            key: plain_number(bound)
            for key, bound in (("min", value.minimum), ("max", value.maximum))
            if bound is not None
        }
    return data


def statement_from_json(data: Mapping[str, Any], text: str) -> Statement:
    """Read a statement of `gold/SCHEMA.md` shape back, its quote cut anew from the text it points into."""
    firmness = data.get("firmness")
    return Statement(
        type=StatementType(data["type"]),
        quote=Quote.at(text, data["start"], data["end"]),
        actors=tuple(data.get("actors") or ()),
        addressee=tuple(data.get("addressee") or ()),
        beneficiary=data.get("beneficiary"),
        speaker=Speaker.from_json(data["speaker"]) if data.get("speaker") else None,
        attribution=Attribution(data.get("attribution") or "narrator"),
        topic=data.get("topic"),
        form=tuple(data.get("form") or ()),
        firmness=Firmness(firmness) if firmness else None,
        conditions=tuple(
            StatedCondition(kind=each["kind"], text=each["text"], inherited=bool(each.get("inherited")))
            for each in data.get("conditions") or ()
        ),
        gates=tuple(
            StatedGate(
                kind=each["kind"], body=each.get("body"), text=each["text"], inherited=bool(each.get("inherited"))
            )
            for each in data.get("gates") or ()
        ),
        amount=Amount.from_json(data["amount"]) if data.get("amount") else None,
        quantity=Quantity.from_json(data["quantity"]) if data.get("quantity") else None,
        deadline=data.get("deadline"),
        due=data.get("due"),
        start_date=data.get("start_date"),
        fact_kind=data.get("fact_kind"),
        continuation=bool(data.get("continuation")),
        restatement=bool(data.get("restatement")),
        sure=data.get("sure") is not False,
        detector=data.get("detector") or "",
        why=tuple(data.get("why") or ()),
    )


def place_id(text_sha256: str, quote: Quote) -> str:
    """Name a place: SHA-256 over the stored text's hash, the exact quote and 32 characters each side."""
    return _digest([text_sha256, quote.exact, quote.prefix, quote.suffix])


def coding_id(place: str, statement: Statement) -> str:
    """Name a coding: SHA-256 over its place, its detector with version, and what it says."""
    said = {key: value for key, value in statement.to_json().items() if key not in ("detector", "why")}
    return _digest([place, statement.detector, json.dumps(said, sort_keys=True, ensure_ascii=False)])


def _digest(parts: list[str]) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A sentence that was looked at and not recorded: where, by which rule, and why in words."""

    start: int
    end: int
    text: str
    rule: str
    why: str

    def to_json(self) -> dict[str, Any]:
        """Write it as `kept read --json` does."""
        return {"start": self.start, "end": self.end, "text": self.text, "rule": self.rule, "why": self.why}
