"""Westmark's part of the story: a statement, a vote with limits, a promise taken back."""

from __future__ import annotations

from kept.ledger.entries import Draft
from kept.ledger.kinds import Kind
from tests.web.story import Source, promise, said

SHIPS = "send two patrol ships within 60 days"
VELL = {"label": "Oda Vell", "for": "XW", "kind": "person", "role": "Prime Minister"}


def drafts(pages: dict[str, Source]) -> list[Draft]:
    """Draft what Westmark said, and what came of it."""
    return [
        *_words(pages["statement"]),
        *_other_words(pages["statement"]),
        *_vote(pages["assembly"]),
        *_looks(pages["mission"]),
    ]


def _words(statement: Source) -> list[Draft]:
    day = "2026-01-20"
    gate = {
        "country": "XW",
        "kind": "parliament",
        "body": "XW:parliament",
        "title": "Assembly",
        "named_by": "actor",
        "force": "law",
        "text": "The deployment of soldiers needs the approval of the Assembly",
    }
    soldiers = promise(
        "XW-2026-0001",
        "XW",
        "up to 600 soldiers for Sudria’s coast",
        "demo.mnf",
        ["force.land"],
        quantity={"value": "600", "unit": "soldiers", "qualifier": "up_to"},
        deadline_text="within 60 days",
        due="condition+P60D",
        conditions=["k:ceasefire"],
        gates=["g:assembly"],
        speaker=VELL,
    )
    ships = promise(
        "XW-2026-0002",
        "XW",
        "two patrol ships",
        "demo.mnf",
        ["force.sea"],
        quantity={"value": "2", "unit": "patrol ships", "qualifier": "exact"},
        deadline_text="within 60 days",
        due="condition+P60D",
        conditions=["k:ceasefire"],
        speaker=VELL,
    )
    vote = promise(
        "XW-2026-0003",
        "XW",
        "to put the deployment to the vote",
        "demo.mnf",
        ["procedural"],
        deadline_text="before the end of March",
        due="2026-03-31",
        procedural=True,
        gates=["g:assembly"],
        speaker=VELL,
    )
    commitment = Kind.COMMITMENT_RECORDED
    whole = "If a ceasefire enters into force, Westmark will deploy up to 600 soldiers to Sudria’s coast"
    put = "The government will put it to the vote before the end of March"
    return [
        said(Kind.GATE_RECORDED, "g:assembly", statement, day, gate["text"], gate),
        said(commitment, "c:soldiers", statement, day, whole, soldiers),
        said(commitment, "c:ships", statement, day, SHIPS, ships),
        said(commitment, "c:vote", statement, day, put, vote),
    ]


def _other_words(statement: Source) -> list[Draft]:
    day = "2026-01-20"
    radar = promise(
        "XW-2026-0004",
        "XW",
        "radar data",
        "demo.defence-cooperation",
        ["intelligence"],
        start="2026-02-01",
        links=[["answers", "s:radar"]],
        speaker=VELL,
    )
    grid = promise(
        "XW-2026-0005",
        "XW",
        "help for the power grid",
        "demo.defence-cooperation",
        ["energy"],
        firmness="floated",
        speaker=VELL,
    )
    denial = {
        "type": "denial",
        "title": "No deployment before a ceasefire was agreed",
        "actors": ["XW"],
        "filings": [{"framework": "demo", "topic": "demo.mnf", "forms": ["force.land"]}],
        "attribution": "self",
        "links": [["closes", "s:lead"]],
    }
    share = "Westmark will share its radar data with Sudria from 1 February"
    return [
        said(Kind.COMMITMENT_RECORDED, "c:radar", statement, day, share, radar),
        said(
            Kind.COMMITMENT_RECORDED,
            "c:grid",
            statement,
            day,
            "We are considering help for Sudria’s power grid",
            grid,
        ),
        said(
            Kind.STATEMENT_RECORDED,
            "s:denial",
            statement,
            day,
            "Westmark has not agreed to any deployment before a ceasefire",
            denial,
        ),
    ]


def _vote(assembly: Source) -> list[Draft]:
    day, developed = "2026-03-18", Kind.DEVELOPMENT_RECORDED
    passed = {
        "development": "gate_passed",
        "vote": "71-48",
        "limits": {"number": 400, "area": "the coast south of the river Aster", "until": "2027-03-31"},
    }
    approved = "The Assembly approved the deployment of soldiers to Sudria’s coast by 71 votes to 48"
    return [
        said(developed, "g:assembly", assembly, day, approved, passed),
        said(developed, "c:vote", assembly, day, approved, {"development": "complete", "confirmed_by": "registry"}),
        said(
            developed,
            "c:ships",
            assembly,
            day,
            "Westmark will no longer send the two patrol ships",
            {"development": "withdraw"},
        ),
    ]


def _looks(mission: Source) -> list[Draft]:
    look = {
        "what": "soldiers from Westmark on Sudria’s coast",
        "where": "weekly report of the Joint Monitoring Mission",
        "since": "2026-06-29",
        "until": "2026-07-05",
        "found": False,
        "note": "",
    }
    demand = {
        "type": "demand",
        "title": "Allow patrols at night",
        "actors": ["org:joint-monitoring-mission"],
        "addressee": ["XS", "org:coastal-front"],
        "filings": [{"framework": "demo", "topic": "demo.oversight", "forms": ["monitoring"]}],
        "attribution": "self",
    }
    nothing = "The Mission has no information about soldiers from Westmark"
    return [
        said(Kind.CHECK_RECORDED, "c:soldiers", mission, "2026-07-05", nothing, look),
        said(
            Kind.STATEMENT_RECORDED,
            "s:nights",
            mission,
            "2026-07-06",
            "The Mission calls on both parties to allow patrols at night",
            demand,
        ),
    ]
