"""Prove that the record was not rewritten: entries, root, checkpoints, sealed contents, quotes, captures; offline."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from kept.errors import KeptError
from kept.ledger.canonical import parse
from kept.ledger.checkpoint import Checkpoint, Verify, read_checkpoint
from kept.ledger.entries import Disclosure, Entry, Opened, opened
from kept.ledger.merkle import MerkleTree, leaf_hash
from kept.ledger.store import LedgerReader
from kept.model.evidence import Evidence
from kept.pipeline.ports import Checkpoints
from kept.reading.captures import CaptureStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """What a ledger's folder holds, as far as proving needs it: nothing in it is believed before it is checked."""

    store: LedgerReader
    captures: CaptureStore
    checkpoints: Checkpoints
    public_key: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that is not as it was sealed: where, what, and the entry's number where it is one."""

    where: str
    what: str
    seq: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was checked and what was found wrong; the first finding is the first wrong entry."""

    entries: int
    quotes: int
    captures: int
    checkpoints: int
    root: str
    findings: tuple[Finding, ...]


def verify_ledger(ledger: Sealed, *, verify: Verify) -> Verified:
    """Check everything that can be checked from the ledger's folder alone."""
    entries = list(ledger.store.entries())
    beside: dict[int, list[Disclosure]] = {}
    for each in ledger.store.disclosures():
        beside.setdefault(each.seq, []).append(each)
    tree = MerkleTree(leaf_hash(entry.data) for entry in entries)
    read, findings = _read(entries, beside)
    notes = ledger.checkpoints.all()
    findings += list(_checkpoints(notes, tree, ledger, verify))
    quotes = [(entry, evidence) for entry in read for evidence in entry.evidence]
    findings += list(_quotes(ledger, quotes))
    captures = list(ledger.captures.all())
    findings += [*_captures(ledger), *_missing_captures(read, {each.sha256 for each in captures})]
    findings.sort(key=lambda finding: len(entries) if finding.seq is None else finding.seq)
    return Verified(
        entries=len(entries),
        quotes=len(quotes),
        captures=len(captures),
        checkpoints=len(notes),
        root=tree.root().hex(),
        findings=tuple(findings),
    )


def _read(entries: list[Entry], beside: dict[int, list[Disclosure]]) -> tuple[list[Opened], list[Finding]]:
    """Open what can be opened; name each entry whose place, bytes, leaf or sealed content is not what it was."""
    read, findings = [], []
    for entry in entries:
        problem = None if leaf_hash(entry.data) == entry.leaf else "its bytes are not those that were sealed"
        try:
            read.append(opened(entry, beside.get(entry.seq, ())))
        except (KeptError, ValueError, KeyError, TypeError) as error:
            problem = problem or str(error)
        if problem:
            findings.append(Finding(where=_name(entry), what=problem, seq=entry.seq))
    return read, [*findings, *_gaps(entries, beside)]


def _gaps(entries: list[Entry], beside: dict[int, list[Disclosure]]) -> Iterator[Finding]:
    """Name the places between entries, and behind the last one, that hold none but did."""
    known = {entry.seq for entry in entries}
    last = max([*known, *beside], default=-1)
    for seq in range(last + 1):
        if seq not in known:
            yield Finding(where=f"entry {seq}", what="it is missing", seq=seq)


def _name(entry: Entry) -> str:
    """Name an entry by what it says of itself, as far as that can still be read."""
    try:
        body = parse(entry.data)
        ref = body["payload"].get("ref") or body["subject"]
    except (KeptError, KeyError, TypeError, AttributeError):
        return f"entry {entry.seq}"
    return f"entry {entry.seq} ({body['kind']}, {ref})"


def _checkpoints(notes: tuple[str, ...], tree: MerkleTree, ledger: Sealed, verify: Verify) -> Iterator[Finding]:
    """Compare each remembered head with the tree as it is now."""
    if not notes and len(tree):
        yield Finding(where="checkpoints", what="no checkpoint is kept beside the database")
    for note in notes:
        try:
            head = read_checkpoint(note, public_key=ledger.public_key, verify=verify)
        except KeptError as error:
            yield Finding(where="checkpoints", what=str(error))
            continue
        problem = _against(head, tree)
        if problem:
            yield Finding(where=f"checkpoint at size {head.size}", what=problem)
            return


def _against(head: Checkpoint, tree: MerkleTree) -> str | None:
    if head.size > len(tree):
        return f"the log has {len(tree)} entries, the checkpoint signed {head.size}: entries were cut off"
    if tree.root(head.size) != head.root:
        return "the root is not the one that was signed: an entry up to there was rewritten"
    return None


def _quotes(ledger: Sealed, quotes: list[tuple[Opened, Evidence]]) -> Iterator[Finding]:
    texts: dict[str, str | None] = {}
    for entry, evidence in quotes:
        if evidence.text not in texts:
            texts[evidence.text] = _text(ledger, evidence.text)
        text = texts[evidence.text]
        where = f"entry {entry.seq} ({entry.kind}, {entry.payload.get('ref') or entry.subject})"
        if text is None:
            yield Finding(where=where, what=f"the text {evidence.text[:12]} is missing or changed", seq=entry.seq)
        elif not evidence.quote.is_in(text):
            yield Finding(where=where, what="its quote does not stand in its source", seq=entry.seq)


def _text(ledger: Sealed, sha256: str) -> str | None:
    try:
        text = ledger.captures.text(sha256)
    except KeptError:
        return None
    return text if hashlib.sha256(text.encode()).hexdigest() == sha256 else None


def _captures(ledger: Sealed) -> Iterator[Finding]:
    for capture in ledger.captures.all():
        try:
            sound = hashlib.sha256(ledger.captures.data(capture.sha256)).hexdigest() == capture.sha256
        except KeptError:
            sound = False
        if not sound:
            yield Finding(
                where=f"capture {capture.sha256[:12]}", what=f"the bytes of {capture.address} changed or are gone"
            )


def _missing_captures(read: list[Opened], kept: set[str]) -> Iterator[Finding]:
    for entry in read:
        sha256 = entry.payload.get("capture") if entry.kind == "SourceCaptured" else None
        if sha256 and sha256 not in kept:
            yield Finding(
                where=f"entry {entry.seq} (SourceCaptured)", what=f"capture {sha256[:12]} is gone", seq=entry.seq
            )
