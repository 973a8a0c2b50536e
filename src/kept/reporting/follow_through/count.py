"""Count the promises of a record: a row for every record, then the sentences that they make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kept.ledger.state import CommitmentState, Record, StatementState
from kept.model.frameworks import Framework
from kept.model.money import Amount, Quantity
from kept.model.statements import Firmness
from kept.reporting.follow_through import sentences
from kept.reporting.follow_through.asides import Aside, why_aside
from kept.reporting.follow_through.buckets import DUE, Bucket, CountryLine, FollowThrough, Row
from kept.reporting.follow_through.chains import Chain, chains
from kept.reporting.follow_through.counted import left_statement, why_left
from kept.reporting.follow_through.figures import highest_firm
from kept.reporting.follow_through.money import money_lines
from kept.reporting.follow_through.outcomes import kept_by, outcome_of
from kept.reporting.follow_through.parts import Parts, parts_of
from kept.reporting.follow_through.votes import vote_lines
from kept.reporting.naming import actor_title, inside_a_sentence
from kept.reporting.wording import figure_text, percent_range, unit_text

PERCENT_FROM = 20
"""From so many due promises on a percentage stands beside the count, as a range (rule 5)."""
COUNTRY_FROM = 5
"""From so many due promises on an actor gets a sentence of its own (rule 5)."""


def follow_through(record: Record, framework: Framework) -> FollowThrough:
    """Count, as of the record's day, how many of the promises that have fallen due were kept.

    Rows cover every record: commitments, statements, terms, and references that lead to another record by a merge.
    """
    as_of = record.clocks.as_of
    rows = tuple(_rows(record, framework))
    due = [row for row in rows if row.bucket in DUE]
    kept, unknown = _count(due, Bucket.KEPT), _count(due, Bucket.CANNOT_TELL)
    money = money_lines(record.commitments[row.id] for row in due)
    votes = vote_lines(_procedural(rows, record), record)
    others = sentences.others(Counter(_kind(row, record) for row in rows))
    return FollowThrough(
        framework=framework.id,
        as_of=as_of,
        rows=rows,
        headline=sentences.headline(len(due), kept, unknown),
        beside=tuple(sentences.beside(rows, votes, others, money, as_of)),
        money=tuple(money),
        votes=tuple(votes),
        others=others,
        due=len(due),
        kept=kept,
        unknown=unknown,
        percent=percent_range(kept, kept + unknown, len(due)) if len(due) >= PERCENT_FROM else None,
        countries=tuple(_countries(due, framework)),
        counts=Counter(row.bucket for row in rows),
    )


def _count(rows: Sequence[Row], bucket: Bucket) -> int:
    return sum(row.bucket is bucket for row in rows)


def _rows(record: Record, framework: Framework) -> Iterator[Row]:
    linked, parts = chains(record), parts_of(record)
    for commitment in record.commitments.values():
        counter = _Counter(record=record, framework=framework, chain=linked[commitment.id], parts=parts)
        yield counter.row(commitment)
    for statement in record.statements.values():
        yield _statement_row(statement, framework)
    for term in record.terms.values():
        title, parties = str(term.payload.get("article") or term.id), tuple(term.payload.get("parties") or ())
        yield _left_row(term.id, "term", title, parties, Bucket.TERM, "a term of an agreement: shown, not counted")
    yield from _merged(record)


def row_of(commitment: CommitmentState, record: Record, framework: Framework) -> Row:
    """Give the place of one commitment in the count."""
    chain = chains(record)[commitment.id]
    return _Counter(record=record, framework=framework, chain=chain, parts=parts_of(record)).row(commitment)


def _merged(record: Record) -> Iterator[Row]:
    for ref, subject in record.references.items():
        into = record.commitments.get(record.redirects.get(subject, ""))
        if into is not None:
            reason = f"said again: it is {into.ref}, which counts once"
            yield _left_row(ref, "commitment", into.title, into.actors, Bucket.SAID_AGAIN, reason, subject)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counter:
    """Gives the row of one commitment, seen in its chain."""

    record: Record
    framework: Framework
    chain: Chain
    parts: Parts

    @property
    def as_of(self) -> date:
        return self.record.clocks.as_of

    def row(self, commitment: CommitmentState) -> Row:
        plain = _plain_row(commitment, self.framework)
        left = why_left(self.chain, commitment, self.parts, self.framework)
        if left is not None:
            return replace(plain, bucket=left.bucket, reason=left.reason)
        aside = why_aside(self.chain, self.framework, self.as_of)
        return self._due(plain) if aside is None else self._set_aside(plain, aside)

    def _set_aside(self, row: Row, aside: Aside) -> Row:
        return replace(
            row,
            counted=True,
            bucket=aside.bucket,
            reason=aside.reason,
            on=aside.on,
            waits_for=aside.waits_for,
            kept_already=kept_by(self.chain, self.as_of) is not None,
        )

    def _due(self, row: Row) -> Row:
        outcome = outcome_of(self.chain, self.as_of)
        late = bool(outcome.bucket is Bucket.KEPT and outcome.on and row.due and outcome.on > row.due)
        reason = f"{outcome.reason}, after its date" if late else outcome.reason
        return replace(
            row,
            counted=True,
            bucket=outcome.bucket,
            reason=reason,
            on=outcome.on,
            late=late,
            figure=outcome.figure,
        )


def _plain_row(commitment: CommitmentState, framework: Framework) -> Row:
    """Give a commitment's row before it has its place in the count."""
    return Row(
        ref=commitment.ref,
        id=commitment.id,
        kind="commitment",
        title=commitment.title,
        actors=commitment.actors,
        counted=False,
        bucket=Bucket.OTHER_WORDS,
        reason="",
        due=commitment.due if commitment.due_by == "actor" else None,
        date_moved="date_moved" in commitment.flags,
        thing=thing_of(commitment, framework),
        last_look=commitment.checks[-1].until if commitment.checks else None,
    )


def thing_of(commitment: CommitmentState, framework: Framework) -> str:
    """Name what was promised in few words: its unit, its sum, else its title as it stands inside a sentence."""
    figure = highest_firm(commitment)
    if isinstance(figure, Quantity) and figure.unit:
        return unit_text(figure, figure.value)
    return figure_text(figure) if isinstance(figure, Amount) else inside_a_sentence(commitment.title, framework)


def _statement_row(statement: StatementState, framework: Framework) -> Row:
    left = left_statement(statement, framework)
    return _left_row(statement.id, statement.type, statement.title, statement.actors, left.bucket, left.reason)


def _left_row(
    ref: str, kind: str, title: str, actors: tuple[str, ...], bucket: Bucket, reason: str, subject: str | None = None
) -> Row:
    return Row(
        ref=ref,
        id=subject or ref,
        kind=kind,
        title=title,
        actors=actors,
        counted=False,
        bucket=bucket,
        reason=reason,
    )


def _procedural(rows: Sequence[Row], record: Record) -> list[CommitmentState]:
    return [record.commitments[row.id] for row in rows if row.bucket is Bucket.PROCEDURAL]


def _kind(row: Row, record: Record) -> str:
    """Name what a row that is no promise is, for the line of what else was said; empty where it is not named there."""
    if row.bucket is Bucket.SOFT:
        soft = record.commitments.get(row.id)
        return "option" if soft and soft.firmness is Firmness.FLOATED else "offer"
    if row.bucket is not Bucket.OTHER_WORDS:
        return ""
    if row.kind == "demand":
        return "open demand" if record.statements[row.id].status == "open" else "answered demand"
    return row.kind


def _countries(due: Sequence[Row], framework: Framework) -> Iterator[CountryLine]:
    """Give a line for each actor, by code: no ranking."""
    by_actor: Mapping[str, list[Row]] = {
        actor: [row for row in due if actor in row.actors]
        for actor in sorted({each for row in due for each in row.actors})
    }
    for actor, rows in by_actor.items():
        title = actor_title(actor, framework)
        text = sentences.headline(len(rows), _count(rows, Bucket.KEPT), _count(rows, Bucket.CANNOT_TELL))
        yield CountryLine(
            actor=actor,
            title=title,
            due=len(rows),
            refs=tuple(row.ref for row in rows),
            sentence=f"{title}: {text}" if len(rows) >= COUNTRY_FROM else None,
        )
