"""The matrix: who has said what on which topic (or kind of help), as values without words or looks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TypeVar

from kept.ledger.lifecycle import Stage
from kept.ledger.state import Check, CommitmentState, Filing, GateState, Record, StatementState
from kept.model.evidence import Evidence, EvidenceClass
from kept.model.frameworks import Framework
from kept.model.money import decimal_of
from kept.model.statements import StatementType
from kept.reporting.cells import RANKED, UNFILED, Axis, Cell, Column, Delivered, Empty, Mark, Matrix, Row
from kept.reporting.naming import actor_title

__all__ = ["UNFILED", "Axis", "Cell", "Column", "Delivered", "Empty", "Mark", "Matrix", "Row", "matrix"]

Item = TypeVar("Item", CommitmentState, StatementState)

LOOK_HOLDS = timedelta(days=90)
"""How long a look for evidence fills an empty cell (`follow-through.md`, What it needs from the record)."""


def matrix(record: Record, framework: Framework, *, by: Axis = "topic") -> Matrix:
    """Lay out who has said what, by topic or by kind of help."""
    sheet = _Sheet(record, framework, by)
    columns = sheet.columns()
    rows = sorted((sheet.row(actor, columns) for actor in sheet.actors()), key=_alphabet)
    return Matrix(
        by=by,
        columns=columns,
        rows=tuple(row for row in rows if row.has_records),
        others=tuple(row for row in rows if not row.has_records),
    )


def look_subject(framework: str, actor: str, column: str = "") -> str:
    """Name what a check is about that looked for an actor's words on a column, or on the whole framework."""
    return f"a:{actor}@{framework}{'/' + column if column else ''}"


def state_of(actor: str) -> str:
    """Give the row an actor stands in: a state's parliament speaks in the state's row."""
    return actor.split(":", 1)[0] if ":" in actor and not actor.startswith(("org:", "grp:", "person:")) else actor


def column_of(framework: Framework, filing: Filing, by: Axis) -> frozenset[str]:
    """Give the columns a filing stands in: one topic, or the top-level kinds of help."""
    if by == "form":
        return frozenset(form.split(".", 1)[0] for form in filing.forms) or frozenset({UNFILED})
    topic = framework.topic(filing.topic) if filing.topic else None
    return frozenset({topic.id if topic else filing.topic or UNFILED})


def columns_of(framework: Framework, filings: Iterable[Filing], by: Axis) -> frozenset[str]:
    """Give the columns of a framework that a record stands in."""
    own = (filing for filing in filings if filing.framework == framework.id)
    return frozenset(column for filing in own for column in column_of(framework, filing, by))


class _Sheet:
    """Sorts records by actor and column once."""

    def __init__(self, record: Record, framework: Framework, by: Axis) -> None:
        self.record, self.framework, self.by = record, framework, by
        self.commitments: dict[tuple[str, str], list[CommitmentState]] = defaultdict(list)
        self.refusals: dict[tuple[str, str], list[StatementState]] = defaultdict(list)
        parents = {each.parent for each in record.commitments.values()}
        for commitment in record.commitments.values():
            if not is_set_aside(commitment, parents):
                self._file(self.commitments, commitment)
        for statement in record.statements.values():
            if statement.type == StatementType.REFUSAL and statement.disposition == "record":
                self._file(self.refusals, statement)

    def _file(self, shelf: dict[tuple[str, str], list[Item]], item: Item) -> None:
        for column in columns_of(self.framework, item.filings, self.by):
            for actor in {state_of(each) for each in item.actors}:
                shelf[actor, column].append(item)

    def actors(self) -> frozenset[str]:
        """Give everybody with a record, and all who take part (states of the framework, members of its groups)."""
        speaking = {actor for actor, _ in (*self.commitments, *self.refusals)}
        named = {actor.code for actor in self.framework.actors if len(actor.code) == 2}
        members = {
            code for group in self.framework.groups for meeting in group.participations for code in meeting.members
        }
        return frozenset(speaking | ((named | members) - set(self.framework.beneficiaries)))

    def columns(self) -> tuple[Column, ...]:
        """Give the topics in the framework's order, or the kinds of help in use by the alphabet."""
        used = {column for _, column in (*self.commitments, *self.refusals)}
        if self.by == "topic":
            fixed = [Column(id=each.id, title=each.title, short=each.short) for each in self.framework.topics]
        else:
            fixed = sorted((self._form(each) for each in used - {UNFILED}), key=lambda each: each.title.casefold())
        unfiled = [Column(id=UNFILED, title="", short="")] if UNFILED in used else []
        return (*fixed, *unfiled)

    def _form(self, form_id: str) -> Column:
        form = self.framework.form(form_id)
        title = form.title if form else form_id
        return Column(id=form_id, title=title, short=title)

    def row(self, actor: str, columns: Sequence[Column]) -> Row:
        """Fill one actor's cells."""
        group = next((each for each in self.framework.groups if each.code == actor), None)
        title = group.title if group else actor_title(actor, self.framework)
        cells = tuple(self._cell(actor, column.id) for column in columns)
        return Row(actor=actor, title=title, joint=actor.startswith("grp:"), cells=cells)

    def _cell(self, actor: str, column: str) -> Cell:
        said, refused = self.commitments[actor, column], self.refusals[actor, column]
        if not said and not refused:
            return self._empty(actor, column)
        counted = [each for each in said if not each.procedural]
        counts = _counts(counted)
        return Cell(
            column=column,
            strongest=counts[0][0] if counts else None,
            counts=counts,
            marks=frozenset(mark for each in said for mark in _marks(each)),
            weak=bool(counted) and all(_is_weak(each.all_evidence) for each in counted),
            refused=len(refused),
            refused_weak=bool(refused) and all(_is_weak(each.evidence) for each in refused),
            procedural=len(said) - len(counted),
            delivered=tuple(_delivered(counted)),
            refs=tuple(sorted(each.ref for each in said)),
        )

    def _empty(self, actor: str, column: str) -> Cell:
        subjects = {look_subject(self.framework.id, actor), look_subject(self.framework.id, actor, column)}
        looks = [check for subject in subjects for check in self.record.checks.get(subject, ())]
        last = max((check.until for check in looks), default=None)
        fresh = _is_fresh(looks, self.record.clocks.as_of)
        return Cell(column=column, empty=Empty.NOTHING_FOUND if fresh else Empty.NOT_LOOKED_FOR, last_look=last)


def is_set_aside(commitment: CommitmentState, parents: Iterable[str | None]) -> bool:
    """Tell whether a record is counted by others: replaced, or an envelope whose parts are recorded."""
    replaced = commitment.stage is Stage.SUPERSEDED
    return replaced or (commitment.envelope and (commitment.id in parents or commitment.ref in parents))


def _is_fresh(looks: Iterable[Check], as_of: date) -> bool:
    return any(not check.found and as_of - check.until <= LOOK_HOLDS for check in looks)


def _counts(commitments: Iterable[CommitmentState]) -> tuple[tuple[Stage, int], ...]:
    counter = Counter(each.stage for each in commitments)
    return tuple(sorted(counter.items(), key=lambda item: -RANKED.index(item[0])))


def _marks(commitment: CommitmentState) -> Iterator[Mark]:
    if commitment.stage in RANKED[: RANKED.index(Stage.SUSPENDED)]:
        return
    if any(each.is_open for each in commitment.conditions):
        yield Mark.CONDITION
    if any(is_needed(gate) for gate in commitment.gates):
        yield Mark.VOTE


def is_needed(gate: GateState) -> bool:
    """Tell whether a gate still stands in the way in public: unchecked surveys and others' demands hang on nothing."""
    return gate.is_open and not gate.is_own and gate.named_by in ("actor", "law")


def _is_weak(evidence: Sequence[Evidence]) -> bool:
    return bool(evidence) and all(each.klass is EvidenceClass.E8 for each in evidence)


def _delivered(commitments: Iterable[CommitmentState]) -> Iterator[Delivered]:
    for each in commitments:
        value = decimal_of(each.delivered)
        if value is None:
            continue
        figure = each.amount or each.quantity
        unit = each.amount.currency if each.amount else each.quantity.unit if each.quantity else ""
        yield Delivered(
            ref=each.ref,
            value=value,
            promised=figure.value if figure else None,
            unit=unit,
            share=decimal_of(each.delivered_share),
        )


def _alphabet(row: Row) -> tuple[bool, str, str]:
    return (not row.joint, row.title.casefold(), row.actor)
