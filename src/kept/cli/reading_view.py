"""A reading on the terminal: article, furniture, statements, what was not counted, counts."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from kept.cli.output import QUIET, STRONG, console, plain
from kept.model.frameworks import Framework
from kept.model.money import decimal_text
from kept.model.sources import Article
from kept.model.statements import LeftOut, Statement
from kept.pipeline.read import PageReading

_BINDING = ("commitment", "intention")


def show_reading(reading: PageReading, *, page: str, why: bool, furniture: bool) -> None:
    """Print a reading for people."""
    out = console()
    _article(out, reading.article, page)
    if furniture:
        _furniture(out, reading.article)
    _statements(out, reading, why=why)
    _left_out(out, reading.left_out, why=why)
    out.print(plain(_counts(reading), STRONG))
    out.print()


def _article(out: Console, article: Article, page: str) -> None:
    out.print(plain(article.title or "Title unknown", STRONG))
    bylines = "by " + ", ".join(article.bylines) if article.bylines else "byline unknown"
    date = f"published {article.published}" if article.published.value else f"date {article.published}"
    out.print(plain(" · ".join(each for each in (bylines, date, article.site, page) if each), QUIET))
    if article.provenance:
        out.print(plain(f"Marked “{article.provenance}”: what it says is invented.", "yellow"))
    for note in article.notes:
        out.print(plain(f"Note: {note}", "yellow"))
    out.print()


def _furniture(out: Console, article: Article) -> None:
    if not article.furniture:
        return
    counts = Counter(str(each.kind) for each in article.furniture)
    summary = " · ".join(f"{count} {kind.replace('_', ' ')}" for kind, count in counts.items())
    out.print(plain(f"Set aside ({len(article.furniture)}): {summary}", STRONG))
    for each in article.furniture[:_SHOWN]:
        kind = f"{each.kind:<13}".replace("_", " ")
        text = " ".join(each.text.split())
        out.print(Text(f"  {kind} {text}", style=QUIET), overflow="ellipsis", no_wrap=True)
    if len(article.furniture) > _SHOWN:
        out.print(plain(f"  … and {len(article.furniture) - _SHOWN} more (all of it with --json)", QUIET))
    out.print()


_SHOWN = 40


def _statements(out: Console, reading: PageReading, *, why: bool) -> None:
    out.print(plain("Statements" if reading.statements else "No statements", STRONG))
    for number, statement in enumerate(reading.statements, 1):
        show_statement(out, number, statement, reading.framework, why=why)
    out.print()


def show_statement(out: Console, number: int, statement: Statement, framework: Framework, *, why: bool) -> None:
    """Print one statement: head, exact quote, terms, and why it was read so."""
    head = Text(f"{number:>3}  ")
    strong = "bold green" if statement.type in _BINDING else STRONG
    head.append(str(statement.type).upper(), style=strong)
    head.append("  " + " · ".join(_facts(statement, framework)))
    out.print(head)
    out.print(Padding(Text(f"“{statement.quote.exact}”"), (0, 0, 0, 5)))
    terms = _terms(statement)
    if terms:
        out.print(Padding(Text(" · ".join(terms)), (0, 0, 0, 5)))
    for line in statement.why if why else ("; ".join(statement.why),):
        if line:
            out.print(Padding(Text(f"why: {line}", style=QUIET), (0, 0, 0, 5)))


def _facts(statement: Statement, framework: Framework) -> list[str]:
    who = ", ".join(actor_name(framework, code) for code in statement.actors) or "nobody named"
    to = ", ".join(actor_name(framework, code) for code in statement.addressee)
    towards = to or (actor_name(framework, statement.beneficiary) if statement.beneficiary else "")
    topic = framework.topic(statement.topic) if statement.topic else None
    forms = ", ".join(_form_title(framework, form) for form in statement.form)
    firm = str(statement.firmness) if statement.firmness else ""
    kind = str(statement.fact_kind or "").replace("_", " ")
    said = _said_by(statement)
    head = f"{who} → {towards}" if towards else who
    return [each for each in (kind, firm, head, topic.short if topic else "", forms, said) if each]


def _said_by(statement: Statement) -> str:
    """Say who spoke, where it is somebody other than the page itself."""
    speaker, whose = statement.speaker, str(statement.attribution).replace("_", " ")
    if speaker is None or not speaker.label or speaker.kind == "narrator":
        return ""
    return f"said by {speaker.label}" + ("" if whose == "self" else f" ({whose})")


def _form_title(framework: Framework, form: str) -> str:
    found = framework.form(form)
    return found.title if found else form


def _terms(statement: Statement) -> list[str]:
    terms = [f"waits for: {each.kind.replace('_', ' ')} (“{each.text}”)" for each in statement.conditions]
    terms += [f"needs a decision: {each.body or each.kind} (“{each.text}”)" for each in statement.gates]
    for figure in (statement.amount, statement.quantity):
        if figure is not None and figure.value is not None:
            unit = getattr(figure, "currency", None) or getattr(figure, "unit", "")
            mark = "" if figure.qualifier == "exact" else f"{str(figure.qualifier).replace('_', ' ')} "
            terms.append(f"{mark}{grouped(decimal_text(figure.value) or '')} {unit}")
    if statement.deadline:
        terms.append(f"“{statement.deadline}”" + (f" = {statement.due}" if statement.due else ""))
    if statement.start_date:
        terms.append(f"from {statement.start_date}")
    return terms


def grouped(digits: str) -> str:
    """Write digits in groups of three."""
    whole, _, rest = digits.partition(".")
    return f"{int(whole):,}" + (f".{rest}" if rest else "")


def actor_name(framework: Framework, code: str) -> str:
    """Give an actor's name with its code, from the framework or the states of the world."""
    from kept.frameworks.states import states

    named = framework.actor(code) or next((state for state in states() if state.code == code), None)
    return f"{named.title} ({code})" if named else code


def _left_out(out: Console, left_out: tuple[LeftOut, ...], *, why: bool) -> None:
    if not left_out:
        return
    shown = left_out if why else left_out[:12]
    out.print(plain(f"Not counted, and why ({len(left_out)})", STRONG))
    for each in shown:
        line = Text("     ")
        line.append(f"“{' '.join(each.text.split())}”", style=QUIET)
        line.append(f"  {each.rule}: {each.why}")
        out.print(line)
    if len(shown) < len(left_out):
        out.print(plain(f"     … and {len(left_out) - len(shown)} more (--why)", QUIET))
    out.print()


_PLURALS = {"refusal": "refusals", "denial": "denials", "threat": "threats"}


def _counts(reading: PageReading) -> str:
    parts = [f"{count} {kind if count == 1 else _plural(kind)}" for kind, count in reading.counts.items()]
    gates = sum(len(statement.gates) for statement in reading.statements)
    if gates:
        parts.append(f"{gates} decision{'s' if gates > 1 else ''} needed")
    nobody = "Nobody commits to anything here: " if not reading.counts.get("commitment") else ""
    return nobody + " · ".join(parts)


def _plural(kind: str) -> str:
    return _PLURALS.get(kind, f"{kind}s")
