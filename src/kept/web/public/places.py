"""The pages of one country and of one topic: their promises, refusals, demands and decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import HttpResponse

from kept.errors import UnknownSubject
from kept.ledger.state import CommitmentState, StatementState
from kept.model.frameworks import Topic
from kept.reporting.matrix import Row, columns_of, matrix, state_of
from kept.web.names import is_known
from kept.web.pages import Asking, page
from kept.web.public import gates
from kept.web.public.outcomes import count_of
from kept.web.reading import Reading

SHOWN = ("refusal", "demand", "expectation", "proposal", "denial", "withdrawal", "threat", "lead")
"""Statements that stand beside the promises, in this order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with the commitments that stand under it."""

    id: str
    title: str
    commitments: tuple[CommitmentState, ...]


@page
def country(asking: Asking, code: str) -> HttpResponse:
    """Show what one actor has said."""
    reading = asking.reading
    mine = [each for each in reading.record.commitments.values() if acts(each.actors, code)]
    statements = [each for each in reading.record.statements.values() if acts(each.actors, code)]
    if not mine and not statements and not is_known(reading.framework, code):
        raise UnknownSubject(f"no actor has the code {code}", remedy="Choose a country on the first page")
    to_it = [each for each in reading.record.statements.values() if acts(each.addressee, code)]
    row = next((row for row in _all_rows(reading) if row.actor == code), None)
    return asking.render(
        "country.html",
        code=code,
        sections=by_topic(reading, mine),
        statements=by_type(statements),
        asked=by_type(to_it),
        decisions=gates.of_country(reading, code),
        row=row,
        country_sentence=sentence_of(reading, code),
    )


@page
def topic(asking: Asking, topic_id: str) -> HttpResponse:
    """Show who has said what on one topic."""
    reading = asking.reading
    found = reading.framework.topic(topic_id)
    if found is None:
        raise UnknownSubject(f"no topic has the code {topic_id}", remedy="Choose a topic on the first page")
    statements = [each for each in reading.record.statements.values() if _is_on(reading, each, found)]
    mine = [each for each in reading.record.commitments.values() if _is_on(reading, each, found)]
    return asking.render("topic.html", topic=found, sections=by_actor(reading, mine), statements=by_type(statements))


def acts(codes: Iterable[str], code: str) -> bool:
    """Tell whether an actor is among some codes; its parliament speaks in its row."""
    return any(state_of(each) == code or each == code for each in codes)


def by_topic(reading: Reading, commitments: Iterable[CommitmentState]) -> list[Section]:
    """Sort commitments under the topics, in the framework's order; those without one come last."""
    found = list(commitments)
    topics = [*((each.id, each.title) for each in reading.framework.topics), ("", "Without a topic")]
    return _sections(found, topics, lambda each: columns_of(reading.framework, each.filings, "topic") or {""})


def by_actor(reading: Reading, commitments: Iterable[CommitmentState]) -> list[Section]:
    """Sort commitments under their actors, by the alphabet, groups first."""
    found = list(commitments)
    codes = {state_of(code) for each in found for code in each.actors}
    ordered = sorted(codes, key=lambda code: (not code.startswith("grp:"), reading.name(code).casefold()))
    titles = [(code, reading.name(code)) for code in ordered]
    return _sections(found, titles, lambda each: {state_of(code) for code in each.actors})


def _sections(
    found: list[CommitmentState],
    titles: Iterable[tuple[str, str]],
    places: Callable[[CommitmentState], Iterable[str]],
) -> list[Section]:
    sections = [
        Section(
            id=place,
            title=title,
            commitments=tuple(sorted((each for each in found if place in places(each)), key=lambda each: each.ref)),
        )
        for place, title in titles
    ]
    return [section for section in sections if section.commitments]


def by_type(statements: Iterable[StatementState]) -> list[tuple[str, list[StatementState]]]:
    """Sort statements by their type; each type in the order of the log."""
    found = list(statements)
    sorted_out = [(kind, [each for each in found if kind_of(each) == kind]) for kind in SHOWN]
    return [(kind, each) for kind, each in sorted_out if each]


def kind_of(statement: StatementState) -> str:
    """Give a statement's type; a report that its actor has not confirmed is one whatever its words."""
    return "lead" if statement.disposition == "lead" else statement.type


def _is_on(reading: Reading, item: CommitmentState | StatementState, topic: Topic) -> bool:
    return topic.id in columns_of(reading.framework, item.filings, "topic")


def _all_rows(reading: Reading) -> tuple[Row, ...]:
    table = matrix(reading.record, reading.framework)
    return (*table.rows, *table.others)


def sentence_of(reading: Reading, code: str) -> str:
    """Give an actor's own sentence of the count, which stands from five due promises on."""
    count = count_of(reading)
    return next((line.sentence or "" for line in count.countries if line.actor == code), "")
