"""What was read in a source: its passages by place, what each says, and what became of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kept.ledger.lifecycle import Stage
from kept.ledger.state import CommitmentState, Plain, Record
from kept.model.evidence import Evidence, Quote
from kept.model.statements import StatementType

LEAD = "lead"
_ACCEPTED = frozenset({"accept", "amend", "merge", "split"})
_FIRST = (StatementType.COMMITMENT, StatementType.INTENTION, StatementType.EXPECTATION, StatementType.DEMAND)
_SOFT = (Stage.FLOATED, Stage.INTENDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A place in a text that the record rests on.

    `type` is a code of `StatementType`, or `lead` for a report that its actor has not confirmed; `refs` are the
    commitments it belongs to, `why` is the reason of its decision.
    """

    start: int
    end: int
    text: str
    type: str
    titles: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    why: str = ""
    fact_kind: str = ""


@dataclass
class _Place:
    quote: Quote
    types: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    refs: list[str] = field(default_factory=list)


def passages(record: Record, capture: str) -> tuple[Passage, ...]:
    """Find the accepted statements of a capture, in the order of its text."""
    places: dict[tuple[int, int], _Place] = {}
    for evidence, kind, title, ref in _uses(record):
        if evidence.capture == capture:
            place = places.setdefault((evidence.quote.start, evidence.quote.end), _Place(quote=evidence.quote))
            place.types.append(kind)
            place.titles += [title] if title else []
            place.refs += [ref] if ref else []
    decided = _decided(record, capture)
    found = [_passage(place, decided) for place in places.values()]
    known = {(each.start, each.end) for each in found}
    found += [passage for where, passage in decided.items() if where not in known]
    return tuple(sorted(found, key=lambda each: (each.start, -each.end)))


def _passage(place: _Place, decided: dict[tuple[int, int], Passage]) -> Passage:
    start, end = place.quote.start, place.quote.end
    decision = decided.get((start, end))
    return Passage(
        start=start,
        end=end,
        text=place.quote.exact,
        type=LEAD if LEAD in place.types else decision.type if decision else place.types[0],
        titles=tuple(dict.fromkeys(place.titles)),
        refs=tuple(dict.fromkeys(place.refs)),
        why=decision.why if decision else "",
        fact_kind=decision.fact_kind if decision else "",
    )


def _decided(record: Record, capture: str) -> dict[tuple[int, int], Passage]:
    """Give the accepted codings of a capture by their place; a later decision stands in for an earlier one."""
    found: dict[tuple[int, int], Passage] = {}
    for decision in record.decisions:
        coding = decision.coding
        if decision.capture != capture or "start" not in coding:
            continue
        where = (coding["start"], coding["end"])
        if decision.verdict not in _ACCEPTED:
            found.pop(where, None)
            continue
        found[where] = Passage(
            start=where[0],
            end=where[1],
            text=coding["quote"],
            type=coding["type"],
            why=decision.reason,
            fact_kind=coding.get("fact_kind") or "",
        )
    return found


def _uses(record: Record) -> Iterator[tuple[Evidence, str, str, str]]:
    """Give every quote that the record rests on, with the type of its words, a title and a reference."""
    for commitment in record.commitments.values():
        yield from _of_commitment(commitment)
    for statement in record.statements.values():
        kind = LEAD if statement.disposition == LEAD else statement.type
        yield from ((evidence, kind, statement.title, "") for evidence in statement.evidence)
    for condition in record.conditions.values():
        yield from ((evidence, "condition", "", "") for evidence in condition.evidence)
    for gate in record.gates.values():
        yield from ((evidence, "condition", gate.title, "") for evidence in gate.evidence)
    for term in record.terms.values():
        yield from ((evidence, StatementType.COMMITMENT, _article(term), "") for evidence in term.evidence)
    for incident in record.incidents.values():
        yield from ((evidence, StatementType.FACT, "", "") for evidence in incident.evidence)


def _of_commitment(commitment: CommitmentState) -> Iterator[tuple[Evidence, str, str, str]]:
    soft = commitment.steps[0].after in _SOFT
    own = StatementType.INTENTION if soft else StatementType.COMMITMENT
    for evidence in commitment.evidence:
        yield evidence, own, commitment.title, commitment.ref
    for step in commitment.steps[1:]:
        kind = _kind_of_step(step.klass, step.development, own)
        yield from ((evidence, kind, commitment.title, commitment.ref) for evidence in step.evidence)
    for check in commitment.checks:
        yield from ((evidence, "fact", commitment.title, commitment.ref) for evidence in check.evidence)


def _article(term: Plain) -> str:
    return f"term of an agreement, article {term.payload.get('article') or 'without number'}"


def _kind_of_step(klass: str, development: str, own: str) -> str:
    if development == "withdraw":
        return StatementType.WITHDRAWAL
    return StatementType.FACT if klass == "world" else own


def counts(found: Iterable[Passage]) -> tuple[tuple[str, int], ...]:
    """Count passages by type: promises first, then offers, expectations, demands, then the rest by the alphabet."""
    counter: dict[str, int] = Counter(each.type for each in found)
    order = {str(kind): place for place, kind in enumerate(_FIRST)}
    return tuple(sorted(counter.items(), key=lambda item: (order.get(item[0], len(order)), item[0])))


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text with the passages that are nested around it, outermost first."""

    text: str
    inside: tuple[Passage, ...]


def pieces(text: str, start: int, end: int, found: Iterable[Passage]) -> tuple[Piece, ...]:
    """Cut a part of a text at the borders of its passages.

    A passage that only half overlaps an earlier one is cut to what is left of it, so that marks nest.
    """
    own = _nesting([each for each in found if each.start < end and each.end > start])
    borders = sorted({start, end, *(min(max(edge, start), end) for each in own for edge in (each.start, each.end))})
    return tuple(
        Piece(text=text[low:high], inside=tuple(each for each in own if each.start <= low and high <= each.end))
        for low, high in pairwise(borders)
    )


def _nesting(found: list[Passage]) -> list[Passage]:
    kept: list[Passage] = []
    for each in sorted(found, key=lambda passage: (passage.start, -passage.end)):
        crossed = max((one.end for one in kept if one.start < each.start < one.end < each.end), default=None)
        kept.append(replace(each, start=crossed) if crossed is not None else each)
    return sorted(kept, key=lambda passage: (passage.start, -passage.end))


def by_outermost(found: Iterable[Piece]) -> tuple[tuple[Passage | None, tuple[Piece, ...]], ...]:
    """Group neighbouring pieces by the passage that holds them, so that one mark spans its inner ones."""
    grouped: list[tuple[Passage | None, list[Piece]]] = []
    for piece in found:
        outer = piece.inside[0] if piece.inside else None
        if grouped and grouped[-1][0] == outer and outer is not None:
            grouped[-1][1].append(replace(piece, inside=piece.inside[1:]))
        else:
            grouped.append((outer, [replace(piece, inside=piece.inside[1:]) if outer else piece]))
    return tuple((outer, tuple(inner)) for outer, inner in grouped)


def words_between(text: str, blocks: Iterable[tuple[int, int]], start: int, end: int) -> int:
    """Count the words of the article between two places."""
    parts = (text[max(low, start) : min(high, end)] for low, high in blocks if low < end and high > start)
    return sum(len(part.split()) for part in parts)


def used_by(found: Iterable[Passage]) -> dict[str, list[Passage]]:
    """Sort passages by the reference they belong to."""
    grouped: dict[str, list[Passage]] = defaultdict(list)
    for each in found:
        for ref in each.refs:
            grouped[ref].append(each)
    return dict(grouped)
