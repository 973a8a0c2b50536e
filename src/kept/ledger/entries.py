"""Entries: drafts are sealed into bytes and a leaf hash; what may have to go lies beside, under a salt.

Draft ── seal(salts) ──▶ Entry(seq, bytes, leaf)  +  Disclosure(seq, path, salt, content) …
                               │                              │
                               └────────── opened() ◀─────────┘      a destroyed content reads as missing
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kept.errors import RecordTampered, RuleRefusal
from kept.ledger.canonical import LARGEST_ENTRY, canonical, parse
from kept.ledger.kinds import SEALED_PAYLOAD, VERSION, Kind
from kept.ledger.merkle import leaf_hash
from kept.model.evidence import Evidence
from kept.model.times import PartialDate

Salts = Callable[[], bytes]
"""Gives 32 random bytes a call; tests seed it."""

_SEAL = "sealed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is to be written: not yet numbered, timed or sealed.

    `valid` is when it held in the world, `known` when a public source first said it; both may be open (None).
    `by` is `person:<random id>`, `why` the reason in that person's words.
    """

    kind: Kind
    subject: str
    by: str
    payload: Mapping[str, Any] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    why: str = ""
    valid: PartialDate | None = None
    known: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """The content of a sealed field, with the salt that ties it to the entry; both can be destroyed."""

    seq: int
    path: str
    salt: bytes
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the record: its place in the log, its canonical bytes, their leaf hash."""

    seq: int
    data: bytes
    leaf: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An entry with its sealed fields put back; `missing` names those whose content is gone."""

    seq: int
    kind: Kind
    subject: str
    payload: Mapping[str, Any]
    evidence: tuple[Evidence, ...]
    by: str
    why: str
    valid: PartialDate | None
    known: PartialDate | None
    recorded: str
    missing: tuple[str, ...] = ()


def seal(draft: Draft, *, seq: int, recorded: str, salts: Salts) -> tuple[Entry, tuple[Disclosure, ...]]:
    """Turn a draft into an entry at place `seq`, recorded at an instant (`times.instant_text`)."""
    body = _body(draft, recorded)
    if any(is_seal(value) for value in body["payload"].values()):
        raise RuleRefusal("a field looks like a sealed one", where=draft.subject, remedy=f"Rename its key “{_SEAL}”")
    disclosures = tuple(_take_out(body, path, seq, salts()) for path in _sealed_paths(draft.kind, body))
    data = canonical(body)
    if len(data) > LARGEST_ENTRY:
        raise RuleRefusal(
            f"an entry of {len(data)} bytes is larger than {LARGEST_ENTRY}",
            where=draft.subject,
            remedy="Split it, or keep long texts in a capture",
        )
    return Entry(seq=seq, data=data, leaf=leaf_hash(data)), disclosures


def opened(entry: Entry, disclosures: Iterable[Disclosure] = ()) -> Opened:
    """Read an entry, its sealed fields put back where their content still exists and fits its hash."""
    body = parse(entry.data)
    if body["v"] != VERSION:
        raise RuleRefusal(f"an entry of version {body['v']}", where=f"entry {entry.seq}", remedy="Use a newer Kept")
    for disclosure in disclosures:
        _put_back(body, disclosure)
    missing = tuple(_clear_seals(body))
    return Opened(
        seq=entry.seq,
        kind=Kind(body["kind"]),
        subject=body["subject"],
        payload=body["payload"],
        evidence=tuple(Evidence.from_json(each) for each in body["evidence"] if each["quote"]),
        by=body["by"],
        why=body["why"] or "",
        valid=_date(body["valid"]),
        known=_date(body["known"]),
        recorded=body["recorded"],
        missing=missing,
    )


def commitment_to(salt: bytes, content: bytes) -> str:
    """Give the salted hash that stands in an entry for a content (SHA-256 of salt and canonical bytes)."""
    return hashlib.sha256(salt + content).hexdigest()


def _body(draft: Draft, recorded: str) -> dict[str, Any]:
    return {
        "v": VERSION,
        "kind": str(draft.kind),
        "subject": draft.subject,
        "payload": dict(draft.payload),
        "evidence": [each.to_json() for each in draft.evidence],
        "by": draft.by,
        "why": draft.why,
        "valid": str(draft.valid) if draft.valid else None,
        "known": str(draft.known) if draft.known else None,
        "recorded": recorded,
    }


def _sealed_paths(kind: Kind, body: Mapping[str, Any]) -> list[str]:
    paths = ["/why"] if body["why"] else []
    paths += [f"/evidence/{index}/quote" for index in range(len(body["evidence"]))]
    return paths + [
        f"/payload/{name}" for name in SEALED_PAYLOAD.get(kind, ()) if body["payload"].get(name) is not None
    ]


def _take_out(body: dict[str, Any], path: str, seq: int, salt: bytes) -> Disclosure:
    parent, key = _parent(body, path)
    content = canonical(parent[key])
    parent[key] = {_SEAL: commitment_to(salt, content)}
    return Disclosure(seq=seq, path=path, salt=salt, content=content)


def _put_back(body: dict[str, Any], disclosure: Disclosure) -> None:
    try:
        parent, key = _parent(body, disclosure.path)
        wanted = parent[key][_SEAL]
    except (KeyError, IndexError, TypeError) as error:
        raise RecordTampered(
            f"a content lies beside it for {disclosure.path}, which it does not seal",
            where=f"entry {disclosure.seq}",
            remedy="Restore the ledger from a backup",
        ) from error
    if commitment_to(disclosure.salt, disclosure.content) != wanted:
        raise RecordTampered(
            f"the content of {disclosure.path} is not what was sealed",
            where=f"entry {disclosure.seq}",
            remedy="Restore the ledger from a backup",
        )
    parent[key] = parse(disclosure.content)


def _clear_seals(body: dict[str, Any]) -> list[str]:
    """Set what could not be put back to None and name it."""
    holders = [
        ("", body, "why"),
        *[(f"/evidence/{i}", each, "quote") for i, each in enumerate(body["evidence"])],
        *[("/payload", body["payload"], key) for key in body["payload"]],
    ]
    gone = [(path, holder, key) for path, holder, key in holders if is_seal(holder[key])]
    for _, holder, key in gone:
        holder[key] = None
    return [f"{path}/{key}" for path, _, key in gone]


def is_seal(value: object) -> bool:
    """Tell whether a value of an entry stands for a sealed content."""
    return isinstance(value, dict) and set(value) == {_SEAL}


def _parent(body: Any, path: str) -> tuple[Any, Any]:
    *steps, last = path.lstrip("/").split("/")
    for step in steps:
        body = body[int(step)] if isinstance(body, list) else body[step]
    return body, int(last) if isinstance(body, list) else last


def _date(text: str | None) -> PartialDate | None:
    return PartialDate.of(text) if text else None
