"""The demo's record as drafts: what the five invented pages come to once an analyst has decided on each statement."""

from __future__ import annotations

from kept.frameworks.load import load_framework
from kept.ledger.entries import Draft
from kept.ledger.kinds import Kind
from kept.ledger.state import Record
from tests.ledger.cast import (
    check,
    condition,
    development,
    draft,
    evidence,
    gate,
    promise,
    record_of,
    statement,
)

AIR_DEFENCE, MONITORS, MEDICS = "c:air-defence", "c:monitors", "c:medics"
SOLDIERS, SHIPS, VOTE, RADAR, GRID = "c:soldiers", "c:ships", "c:vote", "c:radar", "c:grid"
CEASEFIRE, ASSEMBLY = "k:ceasefire", "g:assembly"

FRAMEWORK = load_framework("demo")


def demo_drafts() -> tuple[Draft, ...]:
    """Give the whole record in the order in which the pages came."""
    return (*_gazette(), *_westmark(), *_harbour_post(), *_assembly(), *_mission())


def demo_record(as_of: str = "2026-07-10", **clocks: str) -> Record:
    """Fold the demo's record as of a day."""
    return record_of(demo_drafts(), as_of, **clocks)


def _gazette() -> tuple[Draft, ...]:
    page = "Haldvik Gazette"

    def norland(subject: str, number: int, words: str, **fields: object) -> Draft:
        proof = (evidence(words, "E6", page),)
        return promise(subject, ref=f"XN-2026-{number:04d}", evidence=proof, valid="2026-01-14", **fields)

    return (
        condition(CEASEFIRE),
        norland(
            AIR_DEFENCE,
            1,
            "will give Sudria 240 million euros for air defence by 30 June",
            title="240 million euros for air defence",
            forms=["finance", "weapons.air-defence"],
            amount={"value": "240000000", "currency": "EUR", "qualifier": "exact"},
            due="2026-06-30",
            deadline_text="by 30 June",
        ),
        norland(
            MONITORS,
            2,
            "will also send 40 ceasefire monitors within 30 days of a ceasefire",
            title="40 ceasefire monitors",
            forms=["monitoring.personnel"],
            quantity={"value": "40", "unit": "monitors", "qualifier": "exact"},
            due="condition+P30D",
            deadline_text="within 30 days of a ceasefire",
            conditions=[CEASEFIRE],
        ),
        norland(
            MEDICS,
            3,
            "train 1,200 Sudrian medics this year",
            title="1,200 medics trained",
            forms=["training"],
            quantity={"value": "1200", "unit": "medics", "qualifier": "exact"},
            due="2026",
            deadline_text="this year",
        ),
        statement("s:no-soldiers", "refusal", "Norland will not send soldiers", actors=["XN"]),
        statement("s:radar", "demand", "share its radar data", actors=["XS"], addressee=["XW"]),
        statement("s:troops", "expectation", "Westmark to announce troops", actors=["XW"], attribution="third_party"),
    )


def _westmark() -> tuple[Draft, ...]:
    page = "Government of Westmark"

    def westmark(subject: str, number: int, words: str, **fields: object) -> Draft:
        proof = (evidence(words, "E2", page),)
        fields = {"actors": ["XW"], "valid": "2026-01-20", "evidence": proof} | fields
        return promise(subject, ref=f"XW-2026-{number:04d}", **fields)

    return (
        gate(ASSEMBLY),
        westmark(
            SOLDIERS,
            1,
            "will deploy up to 600 soldiers to Sudria’s coast",
            title="soldiers on Sudria’s coast",
            forms=["force.land"],
            quantity={"value": "600", "unit": "soldiers", "qualifier": "up_to"},
            due="condition+P60D",
            deadline_text="within 60 days",
            conditions=[CEASEFIRE],
            gates=[ASSEMBLY],
            links=[["answers", "s:troops"]],
        ),
        westmark(
            SHIPS,
            2,
            "send two patrol ships within 60 days",
            title="two patrol ships",
            forms=["force.sea"],
            quantity={"value": "2", "unit": "patrol ships", "qualifier": "exact"},
            due="condition+P60D",
            deadline_text="within 60 days",
            conditions=[CEASEFIRE],
        ),
        westmark(
            VOTE,
            3,
            "will put it to the vote before the end of March",
            title="a vote of the Assembly",
            forms=["procedural"],
            due="2026-03-31",
            deadline_text="before the end of March",
            procedural=True,
            gates=[ASSEMBLY],
        ),
        westmark(
            RADAR,
            4,
            "will share its radar data with Sudria from 1 February",
            title="Radar data",
            forms=["intelligence"],
            start="2026-02-01",
            links=[["answers", "s:radar"]],
        ),
        westmark(GRID, 5, "considering help for Sudria’s power grid", forms=["energy"], firmness="floated"),
        statement("s:denial", "denial", "has not agreed to any deployment", "2026-01-20", actors=["XW"]),
    )


def _harbour_post() -> tuple[Draft, ...]:
    again = (evidence("will give Sudria 240 million euros for air defence by 30 June", "E6", "Haldvik Gazette"),)
    return (
        development(AIR_DEFENCE, "restate", "2026-01-15", evidence=again, note="no further money"),
        statement(
            "s:lead",
            "fact",
            "Westmark has agreed to send 2,000 soldiers at once",
            "2026-01-15",
            actors=["XW"],
            disposition="lead",
            attribution="anonymous",
            links=[["closed_by", "s:denial"]],
        ),
        statement("s:threat", "threat", "there will be consequences", "2026-01-15", actors=["org:coastal-front"]),
    )


def _assembly() -> tuple[Draft, ...]:
    def proof(words: str) -> tuple[object, ...]:
        return (evidence(words, "E1", "Assembly of Westmark"),)

    return (
        development(
            ASSEMBLY,
            "gate_passed",
            "2026-03-18",
            vote="71-48",
            limits={"number": "400", "area": "the coast south of the river Aster", "until": "2027-03-31"},
            evidence=proof("approved the deployment by 71 votes to 48"),
        ),
        development(
            VOTE,
            "complete",
            "2026-03-18",
            confirmed_by="registry",
            evidence=proof("approved the deployment by 71 votes to 48"),
        ),
        development(
            SHIPS,
            "withdraw",
            "2026-03-18",
            confirmed_by="actor",
            evidence=proof("will no longer send the two patrol ships"),
        ),
    )


def _mission() -> tuple[Draft, ...]:
    def proof(words: str, klass: str = "E5") -> tuple[object, ...]:
        return (evidence(words, klass, "Joint Monitoring Mission"),)

    return (
        development(CEASEFIRE, "condition_met", "2026-05-01", known="2026-07-06", evidence=proof("entered into force")),
        development(
            MONITORS,
            "complete",
            "2026-05-28",
            known="2026-07-06",
            confirmed_by="third_party",
            evidence=proof("All 40 monitors promised by Norland have been at their posts"),
        ),
        development(
            AIR_DEFENCE,
            "deliver_part",
            "2026-06-30",
            known="2026-07-06",
            amount={"value": "150000000", "currency": "EUR"},
            cumulative=True,
            confirmed_by="recipient",
            evidence=proof("received 150 million of the 240 million euros", "E4"),
        ),
        check(SOLDIERS, "2026-07-05", where="the Mission’s weekly report 9", known="2026-07-06"),
        statement(
            "s:patrols", "demand", "allow patrols at night", "2026-07-06", actors=["org:joint-monitoring-mission"]
        ),
        draft(
            Kind.TERM_RECORDED,
            "t:4",
            {"article": "Art. 4", "text": "no artillery", "parties": ["XS", "org:coastal-front"], "act": "fire"},
            valid="2026-05-01",
        ),
    )
