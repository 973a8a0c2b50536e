"""The terminal's review: one card a statement, one key a verdict."""

from __future__ import annotations

import click
from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from kept.cli.output import QUIET, STRONG, console, plain
from kept.cli.reading_view import show_statement
from kept.cli.review import say_outcome
from kept.errors import KeptError
from kept.frameworks.words import load_words
from kept.matching.restate import restatements
from kept.model.decisions import Candidate, Decision, Verdict
from kept.model.statements import Exclusion
from kept.pipeline.desk import Desk

KEYS = "[a]ccept [e]dit [x] reject [m]erge [u]nsure [k] skip [?] help [q]uit"
AROUND = 240


def review_loop(desk: Desk) -> None:
    """Ask for a verdict on each waiting statement until none is left or the person stops."""
    out, waiting = console(), desk.queue.waiting()
    if not waiting:
        out.print("Nothing waits. Add pages with kept add PAGE…")
        return
    for number, candidate in enumerate(waiting, 1):
        out.print(Rule(f"{number} of {len(waiting)}", align="left", style=QUIET))
        _card(out, desk, candidate)
        if not _ask(out, desk, candidate):
            break
    left = len(desk.queue.waiting())
    out.print(plain(f"{left} statements wait. Decided ones are kept; kept publish shows them to readers.", QUIET))


def _card(out: Console, desk: Desk, candidate: Candidate) -> None:
    quote, text = candidate.statement.quote, desk.captures.text(candidate.text)
    source = desk.record().sources[candidate.capture]
    head = f"{source.title or 'Title unknown'} · {source.address} · {source.published_on or 'date unknown'}"
    out.print(plain(f"{head} · {source.klass} {source.grade}", QUIET))
    place = Text()
    place.append(text[max(0, quote.start - AROUND) : quote.start], style=QUIET)
    place.append(quote.exact, style="reverse")
    place.append(text[quote.end : quote.end + AROUND], style=QUIET)
    out.print(place)
    show_statement(out, candidate.position + 1, candidate.statement, desk.framework, why=True)
    for each in restatements(candidate.statement, desk.record().commitments.values())[:3]:
        out.print(plain(f"     may be {each.ref}: {', '.join(each.reasons)} ({each.score:.2f})", "yellow"))


def _ask(out: Console, desk: Desk, candidate: Candidate) -> bool:
    """Ask until a verdict is taken or the card is skipped; False ends the review."""
    while True:
        click.echo(KEYS + " ", nl=False)
        key = click.getchar()
        click.echo(key)
        if key == "q":
            return False
        if key == "k":
            return True
        if key == "?":
            _help(out)
            continue
        try:
            decision = _decision(key, candidate)
            if decision:
                say_outcome(desk, candidate, decision)
                return True
        except KeptError as error:
            click.echo(f"kept: {error}", err=True)


def _decision(key: str, candidate: Candidate) -> Decision | None:
    match key:
        case "a":
            return Decision(verdict=Verdict.ACCEPT)
        case "x":
            rule = click.prompt("Rule", type=click.Choice([str(each) for each in Exclusion]), default="X1")
            return Decision(verdict=Verdict.REJECT, exclusion=Exclusion(rule), why=_reason("Why (may be empty)"))
        case "m":
            return Decision(verdict=Verdict.MERGE, target=click.prompt("Into (reference)"), why=_reason("Why"))
        case "u":
            return Decision(verdict=Verdict.UNSURE, why=_reason("What is unclear"))
        case "e":
            return _amendment(candidate)
        case _:
            return None


def _reason(question: str) -> str:
    return str(click.prompt(question, default="", show_default=False))


def _amendment(candidate: Candidate) -> Decision:
    """Ask for the fields that people correct most; an empty answer leaves a field as it is."""
    said = candidate.statement
    changes: dict[str, object] = {}
    for name, now in (("type", str(said.type)), ("firmness", str(said.firmness or "")), ("topic", said.topic or "")):
        answer = click.prompt(name, default=now)
        if answer != now:
            changes[name] = answer or None
    for name, codes in (("actors", said.actors), ("form", said.form)):
        answer = click.prompt(f"{name} (comma between)", default=",".join(codes))
        if answer != ",".join(codes):
            changes[name] = [each.strip() for each in answer.split(",") if each.strip()]
    return Decision(verdict=Verdict.AMEND, changes=changes, why=_reason("Why"))


def _help(out: Console) -> None:
    words = load_words()
    out.print(plain("Rules of a rejection", STRONG))
    for rule in Exclusion:
        out.print(f"  {rule}  {words.of('exclusion', rule)}")
