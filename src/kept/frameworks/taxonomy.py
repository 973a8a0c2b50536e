"""What commitments are filed under and hang on, read from tables: topics, gates, agreements, scales."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.model.frameworks import Agreement, KnownGate, Score, Sector, Topic, Transaction

if TYPE_CHECKING:
    from kept.frameworks.schema import Table

GATE_KINDS = (
    "parliament",
    "cabinet",
    "president",
    "court",
    "council",
    "un_mandate",
    "host_consent",
    "alliance_decision",
    "budget_law",
    "joint_commission",
    "domestic_procedure",
)
"""Kinds of bodies that decide (codebook 2.4)."""

NAMED_BY = ("actor", "law", "survey", "demand")
"""Who says that the body must decide; what a survey or somebody else's demand names hangs on nothing."""

FORCES = ("law", "custom", "own_cabinet")
"""What makes the decision needed (follow-through/1)."""

STAGES = ("pledged", "agreed", "authorised", "funded", "in_delivery", "delivered", "none")
"""Stages that a transaction can show; “none” moves no commitment."""


def read_topic(table: Table) -> Topic:
    """Read a topic; `short` is the title where the file gives none."""
    title = table.text("title")
    topic = Topic(
        id=table.text("id"),
        title=title,
        short=table.text("short", title),
        definition=table.text("definition"),
        words=table.stems("words"),
        parts=table.texts("parts"),
    )
    table.end()
    for part in topic.parts:
        if not part.startswith(f"{topic.id}."):
            what = f"holds “{part}”, not under “{topic.id}”"
            raise table.broken("parts", what, "Start it with the topic's id")
    return topic


def read_gate(table: Table) -> KnownGate:
    """Read a known gate; one that a lawyer has checked names both the lawyer and the day."""
    gate = KnownGate(
        country=table.code("country"),
        body=table.code("body"),
        kind=table.choice("kind", GATE_KINDS),
        title=table.text("title"),
        applies_to=table.texts("applies_to"),
        klass=table.text("class", ""),
        named_by=table.choice("named_by", NAMED_BY),
        force=table.choice("force", FORCES, "law"),
        statement=table.text("statement", ""),
        checked_by=table.text("checked_by", ""),
        checked_on=table.day("checked_on"),
        sources=table.texts("sources"),
    )
    table.end()
    claimed = gate.named_by == "law" or gate.checked_by or gate.checked_on
    if claimed and not (gate.checked_by and gate.checked_on):
        raise table.broken(
            "checked_by",
            "and “checked_on” do not go with “named_by”",
            "Write both who checked the law and on which day, or named_by = “survey”",
        )
    return gate


def read_agreement(table: Table) -> Agreement:
    """Read an agreement, with those who are bound by it where the file names them."""
    agreement = Agreement(
        id=table.text("id"),
        title=table.text("title"),
        in_force=table.day("in_force"),
        parties=table.codes("parties"),
    )
    table.end()
    return agreement


def read_score(table: Table) -> Score:
    """Read a step of a compliance scale."""
    score = Score(value=table.number("value"), label=table.text("label"), outcome=table.text("outcome"))
    table.end()
    return score


def read_transaction(table: Table) -> Transaction:
    """Read a transaction type; the stage “none” becomes None."""
    stage = table.choice("stage", STAGES)
    kind = Transaction(
        code=table.number("code"),
        title=table.text("title"),
        stage=None if stage == "none" else stage,
        definition=table.text("definition", ""),
        contingent=table.flag("contingent"),
    )
    table.end()
    return kind


def read_sector(table: Table) -> Sector:
    """Read a purpose of the DAC list."""
    sector = Sector(code=table.text("code"), title=table.text("title"), topic=table.text("topic"))
    table.end()
    return sector
