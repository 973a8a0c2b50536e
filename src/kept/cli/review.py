"""`kept review`: decide on queued statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kept.cli.options import json_option, ledger_option, open_desk
from kept.cli.output import console, table, write_json

if TYPE_CHECKING:
    from kept.model.decisions import Candidate, Decision
    from kept.pipeline.desk import Desk


@click.command(name="review")
@click.argument("coding", required=False)
@ledger_option
@click.option("--list", "listing", is_flag=True, help="List what waits, and decide nothing.")
@click.option(
    "--verdict",
    type=click.Choice(["accept", "amend", "reject", "merge", "unsure"]),
    help="Decide on one statement (CODING) without asking.",
)
@click.option(
    "--exclusion", type=click.Choice(["X1", "X2", "X4", "X5", "X6", "X7", "X8", "X9"]), help="Rule of a rejection."
)
@click.option("--into", "target", help="Reference that a merge leads to.")
@click.option("--why", default="", help="A reason; asked for where it matters.")
@click.option("--set", "fields", multiple=True, metavar="KEY=VALUE", help="Field to amend; values are JSON or text.")
@click.option(
    "--link", multiple=True, metavar="RELATION=ID", help="Tie to another record: answers, closes, substitutes."
)
@click.option(
    "--applies", multiple=True, metavar="REF", help="Commitments that an accepted vote or condition hangs on."
)
@click.option("--lead", is_flag=True, help="Keep it as an unconfirmed report.")
@json_option
def review(coding: str | None, folder: str, listing: bool, as_json: bool, **given: Any) -> None:
    """Decide on queued statements, one after the other, or on one (CODING is the beginning of its hash).

    \b
    a accept    e amend    x reject (asks for the rule)    m merge (asks for the reference)
    u unsure    k skip     ? help                          q quit (what was decided is kept)

    Accepted commitments get a reference and enter the ledger; nothing is public before kept publish.
    """
    desk = open_desk(folder)
    if listing:
        _list(desk.queue.waiting(), as_json=as_json)
    elif coding:
        _decide_one(desk, desk.queue.find(coding), given)
    else:
        from kept.cli.review_loop import review_loop

        review_loop(desk)


def _list(waiting: tuple[Candidate, ...], *, as_json: bool) -> None:
    if as_json:
        write_json([{"coding": each.coding, "capture": each.capture, **each.statement.to_json()} for each in waiting])
        return
    shown = table(f"{len(waiting)} statements wait", ("coding", "page", "type", "who", "quote"))
    for each in waiting:
        said = each.statement
        shown.add_row(each.coding[:12], each.capture[:8], str(said.type), ", ".join(said.actors), said.quote.exact)
    console().print(shown)


def _decide_one(desk: Desk, candidate: Candidate, given: dict[str, Any]) -> None:
    from kept.errors import UsageError

    if not given["verdict"]:
        raise UsageError("no verdict is given", remedy="Add --verdict accept, amend, reject, merge or unsure")
    say_outcome(desk, candidate, decision_of(given))


def decision_of(given: dict[str, Any]) -> Decision:
    """Read a decision from the options of the command."""
    from kept.model.decisions import Decision, Verdict
    from kept.model.statements import Exclusion

    return Decision(
        verdict=Verdict(given["verdict"]),
        why=given["why"],
        exclusion=Exclusion(given["exclusion"]) if given["exclusion"] else None,
        target=given["target"],
        changes=dict(pair_of(each) for each in given["fields"]),
        links=tuple(_link(each) for each in given["link"]),
        applies=given["applies"],
        disposition="lead" if given["lead"] else "record",
    )


def say_outcome(desk: Desk, candidate: Candidate, decision: Decision) -> None:
    """Take a decision and say in one line what it made."""
    from kept.pipeline.decide import decide

    outcome = decide(desk, candidate, decision)
    made = outcome.ref or outcome.subject
    click.echo(f"{decision.verdict}: {made}" if made else f"{decision.verdict}: noted")


def _link(text: str) -> tuple[str, str]:
    relation, value = pair_of(text)
    return relation, str(value)


def pair_of(text: str) -> tuple[str, Any]:
    """Read KEY=VALUE; the value is JSON or text."""
    import json

    from kept.errors import UsageError

    key, sign, value = text.partition("=")
    if not sign:
        raise UsageError(f"“{text}” sets nothing", remedy="Write KEY=VALUE")
    try:
        return key, json.loads(value)
    except ValueError:
        return key, value
