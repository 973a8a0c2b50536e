"""How the record's tables look on the terminal; the verbs and the demo share them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from kept.cli.output import QUIET, STRONG, console, plain, table
from kept.frameworks.words import Words, load_words
from kept.ledger.state import CommitmentState, Record
from kept.reporting.demands import demands, instead
from kept.reporting.derivation import derivation
from kept.reporting.due import DueItem, due
from kept.reporting.follow_through import FollowThrough, follow_through
from kept.reporting.gates import GateRow, gates_table
from kept.reporting.matrix import Axis, Cell, Empty, Mark, matrix
from kept.reporting.wording import figure_text

if TYPE_CHECKING:
    from kept.pipeline.desk import Desk

_MARKS = {Mark.CONDITION: "C", Mark.VOTE: "V"}


def show_matrix(desk: Desk, record: Record, *, by: Axis = "topic") -> None:
    """Print who has said what, one row an actor."""
    words, laid = load_words(), matrix(record, desk.framework, by=by)
    made = table(f"{desk.framework.title}, as of {record.clocks.as_of}", ["", *(each.short for each in laid.columns)])
    for row in laid.rows:
        made.add_row(plain(row.title, STRONG), *(_cell(cell, words) for cell in row.cells))
    out = console()
    out.print(made)
    if laid.others:
        out.print(plain(f"Nothing recorded: {', '.join(row.title for row in laid.others)}", QUIET))
    out.print(plain("C waits for a condition · V a vote is needed · ? weak source", QUIET))
    out.print(plain(". looked for, nothing found · (blank) not looked for", QUIET))


def _cell(cell: Cell, words: Words) -> str:
    if cell.empty is not None:
        return "." if cell.empty is Empty.NOTHING_FOUND else ""
    marks = "".join(f" {letter}" for mark, letter in _MARKS.items() if mark in cell.marks)
    parts = [f"{words.of('stage', stage)} {count}" for stage, count in cell.counts]
    if parts:
        parts[0] += ("?" if cell.weak else "") + marks
    if cell.refused:
        parts.append(f"{words.of('statement_type', 'refusal')} {cell.refused}{'?' if cell.refused_weak else ''}")
    if cell.procedural:
        parts.append(f"{words.of('bucket', 'procedural')} {cell.procedural}")
    return "\n".join(parts)


def show_follow_through(desk: Desk, record: Record, *, rows: bool = False) -> None:
    """Print the headline, what stands beside it, and (with `rows`) every record with its reason."""
    out, words, count = console(), load_words(), follow_through(record, desk.framework)
    out.print(plain(count.headline, STRONG))
    for sentence in count.beside:
        out.print(plain(f"  {sentence}"))
    for line in count.countries:
        if line.sentence:
            out.print(plain(f"  {line.sentence}"))
    out.print(plain(f"  counted by {count.definition}, as of {count.as_of}", QUIET))
    if rows:
        out.print(_count_rows(count, words))


def _count_rows(count: FollowThrough, words: Words) -> Table:
    made = table("Every record", ("record", "what", "counted", "where it stands", "why"))
    for row in sorted(count.rows, key=lambda each: (not each.counted, each.ref)):
        counted = "yes" if row.counted else "no"
        made.add_row(row.ref, row.thing or row.title, counted, words.of(row.bucket.kind, row.bucket), row.reason)
    return made


def show_gates(desk: Desk, record: Record) -> None:
    """Print decisions still needed, decided, refused and ended; survey gates apart."""
    out, words, gates = console(), load_words(), gates_table(record, desk.framework)
    sections = (
        ("Decisions still needed, named by the government itself", gates.named_by_actor),
        ("Decisions still needed, required by checked law", gates.named_by_law),
        ("Decided", gates.decided),
        ("Refused", gates.refused),
        ("Mandates that ended", gates.ended),
    )
    for title, rows in sections:
        out.print(plain(f"{title} ({len(rows)})", STRONG))
        if rows:
            out.print(_gates(rows, words))
    out.print(plain(f"Listed in a survey, not checked, hanging on nothing: {len(gates.survey)}", QUIET))


def _gates(rows: Iterable[GateRow], words: Words) -> Table:
    made = table("", ("country", "who decides", "on what", "status", "law?", "result"))
    for row in rows:
        on = "\n".join(f"{each.ref} {each.title}" for each in row.on)
        limits = [text for each in row.on for text in each.comparison]
        result = "\n".join(
            part for part in (row.vote or "", f"until {row.until}" if row.until else "", *limits) if part
        )
        status, force = words.of("gate_status", row.status), words.of("gate_force", row.force)
        made.add_row(row.country_title, row.title, on, status, force, result)
    return made


def show_due(desk: Desk, record: Record) -> None:
    """Print promises by date: past it, due within 30 days, coming, and those that wait for a condition."""
    out, listed = console(), due(record, desk.framework)
    sections = (
        ("Past their own date", listed.overdue),
        ("Their date has come", listed.passed),
        ("Due within 30 days", listed.due),
        ("Coming", listed.coming),
        ("Due once a condition is met", listed.on_condition),
    )
    for title, items in sections:
        out.print(plain(f"{title} ({len(items)})", STRONG))
        if items:
            out.print(_due(items))


def _due(items: Iterable[DueItem]) -> Table:
    made = table("", ("record", "what", "date", "its words", "delivered", "last look"))
    for item in items:
        date = item.due.isoformat() if item.due else f"{item.after} days after {', '.join(item.waits_for)}"
        made.add_row(item.ref, item.title, date, item.deadline_text or "", item.delivered_share or "", item.last_look)
    return made


def show_commitment(desk: Desk, record: Record, commitment: CommitmentState, *, why: bool) -> None:
    """Print one commitment: words, stage, terms, timeline, and the derivation with `why`."""
    out, words = console(), load_words()
    out.print(plain(f"{commitment.ref}  {commitment.title}", STRONG))
    out.print(plain(f"{', '.join(commitment.actors)} → {commitment.beneficiary or 'nobody named'}", QUIET))
    out.print(f"{words.of('stage', commitment.stage)}" + _figure(commitment))
    for evidence in commitment.evidence:
        source = record.sources[evidence.capture]
        out.print(Padding(plain(f"“{evidence.quote.exact}”"), (0, 0, 0, 3)))
        out.print(plain(f"   {source.title or source.address} · {source.published_on or 'date unknown'}", QUIET))
    _timeline(out, commitment, words)
    if why:
        out.print(plain("Why the record says so", STRONG))
        for sentence in derivation(commitment, record, words, framework=desk.framework):
            out.print(Padding(plain(sentence), (0, 0, 0, 3)))


def _figure(commitment: CommitmentState) -> str:
    figure = commitment.amount or commitment.quantity
    if figure is None:
        return ""
    share = f", delivered share {commitment.delivered_share}" if commitment.delivered_share else ""
    return f" · {figure_text(figure)}{share}"


def _timeline(out: Console, commitment: CommitmentState, words: Words) -> None:
    made = table("", ("day", "what", "stage", "entry"))
    for step in commitment.steps:
        what = words.of("development", step.development) if step.development != "record" else "First recorded"
        order = "" if step.in_order else " (out of order)"
        made.add_row(str(step.valid or "day unknown"), what + order, words.of("stage", step.after), str(step.seq))
    for check in commitment.checks:
        found = "found" if check.found else "nothing found"
        made.add_row(check.until.isoformat(), f"Looked for {check.what}: {found}", "", str(check.seq))
    out.print(made)


def show_demands(desk: Desk, record: Record) -> None:
    """Print what was asked for and what answers it, then refusals and what is offered instead."""
    out, words = console(), load_words()
    made = table("Asked for", ("since", "who asks", "of whom", "what", "how it stands", "answered by"))
    for each in demands(record, desk.framework):
        answers = "\n".join(f"{answer.ref} {answer.title}" for answer in each.answers)
        status = words.of("statement_status", each.status)
        made.add_row(
            str(each.said or "day unknown"), _names(each.actors), _names(each.addressee), each.title, status, answers
        )
    out.print(made)
    refused = table(
        "Refused, and what is offered instead", ("since", "who", "what", "offered instead", "on record beside it")
    )
    for item in instead(record, desk.framework):
        named, beside = ("\n".join(f"{one.ref} {one.title}" for one in group) for group in (item.named, item.beside))
        refused.add_row(str(item.said or "day unknown"), _names(item.actors), item.title, named, beside)
    out.print(refused)


def _names(codes: Iterable[str]) -> str:
    return ", ".join(codes)
