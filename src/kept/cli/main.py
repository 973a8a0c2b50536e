"""The command `kept`: verbs are loaded when they are called, errors become one line and an exit code."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from kept import __version__
from kept.errors import KeptError

VERBS = {
    "read": "Read pages: article, furniture, and who binds whom to what. Needs no database.",
    "init": "Make a ledger in a folder.",
    "add": "Capture pages into the ledger and queue what is stated in them.",
    "review": "Decide on queued statements: accept, amend, reject, merge, unsure.",
    "record": "Record what moved a commitment, gate or condition, with its evidence.",
    "check": "Record that somebody looked for evidence, and what was found.",
    "notice": "Record that an actor was told before publication, or its reply.",
    "incident": "Keep incidents under a ceasefire, and what was watched.",
    "meeting": "Record a meeting: participants by level, topics, documents, open issues.",
    "translate": "Hang a translation on a quote, beside the original.",
    "correct": "Mend the record: correct, retract, merge, unpublish; nothing is removed.",
    "publish": "Publish what was decided, so that readers see it.",
    "list": "List the commitments and other records.",
    "show": "Show one commitment: words, stage, and why the record says so.",
    "matrix": "Show who has said what: countries and topics, or kinds of help.",
    "gates": "Show which decisions are still needed, and which were taken.",
    "demands": "Show what was asked for and what answers it; refusals and what is offered instead.",
    "due": "Show what is due, past its date, or coming.",
    "follow-through": "Show how many promises that have fallen due were kept, record by record.",
    "totals": "Show sums of money by actor, stage and currency, and what they leave out.",
    "changes": "Show what changed between two days.",
    "verify": "Prove that the record was not rewritten.",
    "serve": "Serve the public site.",
    "demo": "Fill a ledger with invented pages, walk through it, and serve the site.",
    "extract": "Filter: pages in, article text or line labels out (JSON Lines).",
    "recognise": "Filter: texts in, statements out (JSON Lines).",
    "evaluate": "Measure recognition on coded passages, with intervals and the worst cases.",
    "frameworks": "List the subjects that Kept knows, or show one.",
    "framework": "Change the subject of a ledger: members, offices, votes, names; export it.",
}

GROUPS = (
    ("Read, without a ledger", ("read", "extract", "recognise", "evaluate", "frameworks")),
    (
        "Keep",
        (
            "init",
            "add",
            "review",
            "record",
            "check",
            "notice",
            "incident",
            "meeting",
            "translate",
            "correct",
            "framework",
            "publish",
        ),
    ),
    ("Look", ("list", "show", "matrix", "gates", "demands", "due", "follow-through", "totals", "changes")),
    ("Prove and show", ("verify", "serve", "demo")),
)

EPILOG = """\b
Start here:
  kept read PAGE            what a page says, and what nobody in it commits to
  kept demo                 the whole walk with invented states
\b
Exit codes: 0 done, 1 found wanting, 2 usage, 3 input unreadable,
4 refused by a rule, 5 storage, 6 network."""


class LazyVerbs(click.Group):
    """Loads a verb's file when it is called, so that --help stays fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give all verbs in the order of the help."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one verb."""
        if cmd_name not in VERBS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"kept.cli.{name}"), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the verbs in groups, without loading them."""
        for title, names in GROUPS:
            with formatter.section(title):
                formatter.write_dl([(name, VERBS[name]) for name in names])


@click.command(cls=LazyVerbs, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kept")
def cli() -> None:
    """Turn public words into a record of deeds.

    Kept reads news pages and official statements, finds what governments bind themselves to (and what they merely
    hope, demand, refuse or float), keeps what a person accepts in a sealed ledger, and follows it to delivery.
    """


def run(arguments: list[str] | None = None) -> int:
    """Run the command line; give the exit code. Expected failures are one line on standard error."""
    try:
        result = cli.main(args=arguments, prog_name="kept", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.exceptions.Abort:
        click.echo("Stopped; what was decided before is kept.", err=True)
        return 130
    except click.ClickException as error:
        error.show()
        return 2
    except KeptError as error:
        click.echo(f"kept: {error}", err=True)
        return error.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return result if isinstance(result, int) else 0
