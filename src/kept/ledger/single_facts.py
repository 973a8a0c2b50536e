"""Facts that fold by themselves: checks, messages, statements, sources, decisions, each read into its state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from kept.ledger.commitment_fold import filings_of
from kept.ledger.facts import Fact
from kept.ledger.series import held_on
from kept.ledger.state import Check, DecisionState, Message, SourceState, StatementState
from kept.model.evidence import Evidence


def check_of(fact: Fact) -> Check:
    """Read a check."""
    payload = fact.payload
    since = payload.get("since")
    return Check(
        seq=fact.entry.seq,
        what=payload["what"],
        where=payload["where"],
        found=payload["found"],
        since=date.fromisoformat(since) if since else None,
        until=date.fromisoformat(payload["until"]),
        note=payload.get("note") or "",
        evidence=fact.entry.evidence,
        by=fact.entry.by,
        silence_means=payload.get("silence_means") or "",
        second=payload.get("second") or "",
    )


def message_of(fact: Fact, party: str) -> Message:
    """Read a notice or a reply; `party` names the field of whom it went to or came from."""
    payload, entry = fact.payload, fact.entry
    text = payload.get("text") or payload.get("about") or ""
    return Message(seq=entry.seq, on=held_on(fact), party=payload.get(party) or "", text=text, by=entry.by)


def statement_of(fact: Fact, closed: Iterable[tuple[str, str]], again: Iterable[Evidence]) -> StatementState:
    """Read a statement, with what closes it by now (status, by whom) and the quotes that say it again."""
    payload, entry, closing = fact.payload, fact.entry, tuple(closed)
    status = closing[-1][0] if closing else "open"
    return StatementState(
        id=entry.subject,
        type=payload["type"],
        title=payload.get("title") or "",
        actors=tuple(payload["actors"]),
        addressee=tuple(payload.get("addressee") or ()),
        beneficiary=payload.get("beneficiary"),
        filings=filings_of(payload),
        said=entry.valid,
        known=entry.known,
        disposition=payload.get("disposition", "record"),
        status=status,
        links=_links(payload, closing),
        attribution=payload.get("attribution", "narrator"),
        speaker=payload.get("speaker"),
        evidence=(*entry.evidence, *again),
        recorded=entry.recorded,
        seq=entry.seq,
        published=fact.published,
    )


def _links(payload: Mapping[str, Any], closing: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    own = [(relation, target) for relation, target in payload.get("links", ())]
    return tuple(dict.fromkeys([*own, *((f"{name}_by", who) for name, who in closing)]))


def source_of(fact: Fact) -> SourceState:
    """Read a captured page."""
    payload = fact.payload
    optional = {key: payload.get(key) for key in ("title", "site", "published_on", "provenance")}
    return SourceState(
        capture=payload["capture"],
        text=payload["text"],
        address=payload["address"],
        bylines=tuple(payload.get("bylines") or ()),
        fetched=payload["fetched"],
        grade=payload["grade"],
        klass=payload["class"],
        group=payload["group"],
        redistribution=payload["redistribution"],
        licence=payload["licence"],
        furniture=payload.get("furniture") or {},
        words=payload.get("words", 0),
        recorded=fact.entry.recorded,
        seq=fact.entry.seq,
        **optional,
    )


def decision_of(fact: Fact) -> DecisionState:
    """Read a decision; an amended coding stands for the one that was read."""
    payload, entry = fact.payload, fact.entry
    return DecisionState(
        seq=entry.seq,
        place=payload["place"],
        verdict=payload["verdict"],
        coding=payload.get("amended") or payload["coding"] or {},
        capture=payload["capture"],
        target=payload.get("target"),
        exclusion=payload.get("exclusion"),
        reason=entry.why,
        detector=payload["detector"],
        by=entry.by,
        recorded=entry.recorded,
    )
