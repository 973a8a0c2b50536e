"""Norland's part of the story, and what Sudria asked for."""

from __future__ import annotations

from kept.ledger.entries import Draft
from kept.ledger.kinds import Kind
from kept.model.times import PartialDate
from tests.web.story import BY, Source, promise, said

MONEY = "Norland will give Sudria 240 million euros for air defence by 30 June"
MONITORS = "Norland will also send 40 ceasefire monitors within 30 days of a ceasefire"
MEDICS = "train 1,200 Sudrian medics this year"
ESKEL = {"label": "Runa Eskel", "for": "XN", "kind": "person", "role": "Foreign Minister"}
DORRE = {"label": "Ilan Dorre", "for": "XS", "kind": "person", "role": "Prime Minister"}


def drafts(pages: dict[str, Source]) -> list[Draft]:
    """Draft what Norland said, and what came of it."""
    return [*_words(pages["gazette"]), *_again(pages["harbour"]), *_deeds(pages["mission"]), *_decisions(pages)]


def _words(gazette: Source) -> list[Draft]:
    ceasefire = said(
        Kind.CONDITION_RECORDED,
        "k:ceasefire",
        gazette,
        "2026-01-14",
        "within 30 days of a ceasefire",
        {"kind": "ceasefire", "text": "within 30 days of a ceasefire", "framework": "demo"},
    )
    money = promise(
        "XN-2026-0001",
        "XN",
        "240 million euros for air defence",
        "demo.armed-forces",
        ["finance", "weapons.air-defence"],
        amount={"value": "240000000", "currency": "EUR", "qualifier": "exact"},
        deadline_text="by 30 June",
        due="2026-06-30",
        speaker=ESKEL,
    )
    monitors = promise(
        "XN-2026-0002",
        "XN",
        "40 ceasefire monitors",
        "demo.oversight",
        ["monitoring.personnel"],
        quantity={"value": "40", "unit": "monitors", "qualifier": "exact"},
        deadline_text="within 30 days of a ceasefire",
        due="condition+P30D",
        conditions=["k:ceasefire"],
        speaker=ESKEL,
    )
    medics = promise(
        "XN-2026-0003",
        "XN",
        "training for 1,200 Sudrian medics",
        "demo.armed-forces",
        ["training"],
        quantity={"value": "1200", "unit": "medics", "qualifier": "exact"},
        deadline_text="this year",
        due="2026-12-31",
        speaker=ESKEL,
    )
    filing = [{"framework": "demo", "topic": "demo.mnf", "forms": ["force.land"]}]
    radar = [{"framework": "demo", "topic": "demo.defence-cooperation", "forms": ["intelligence"]}]
    refusal = {"type": "refusal", "title": "No soldiers", "actors": ["XN"], "filings": filing, "attribution": "self"}
    demand = {
        "type": "demand",
        "title": "Share radar data around the clock",
        "actors": ["XS"],
        "addressee": ["XW"],
        "filings": radar,
        "attribution": "self",
        "speaker": DORRE,
    }
    expectation = {
        "type": "expectation",
        "title": "Westmark to announce troops",
        "actors": ["XW"],
        "filings": filing,
        "attribution": "third_party",
        "speaker": DORRE,
    }
    day, commitment, statement = "2026-01-14", Kind.COMMITMENT_RECORDED, Kind.STATEMENT_RECORDED
    links = {"links": [["substitutes", each] for each in ("c:money", "c:monitors", "c:medics")]}
    return [
        ceasefire,
        said(commitment, "c:money", gazette, day, MONEY, money),
        said(commitment, "c:monitors", gazette, day, MONITORS, monitors),
        said(commitment, "c:medics", gazette, day, MEDICS, medics),
        said(statement, "s:no-troops", gazette, day, "Norland will not send soldiers to Sudria", refusal | links),
        said(
            statement,
            "s:radar",
            gazette,
            day,
            "called on Westmark to share its radar data around the clock",
            demand,
        ),
        said(
            statement,
            "s:expects",
            gazette,
            day,
            "he expected Westmark to announce troops “within days”",
            expectation,
        ),
    ]


def _again(harbour: Source) -> list[Draft]:
    developed, day = Kind.DEVELOPMENT_RECORDED, "2026-01-15"
    lead = {
        "type": "fact",
        "title": "2,000 soldiers at once",
        "actors": ["XW"],
        "filings": [{"framework": "demo", "topic": "demo.mnf", "forms": ["force.land"]}],
        "attribution": "anonymous",
        "disposition": "lead",
    }
    threat = {"type": "threat", "title": "", "actors": ["org:coastal-front"], "filings": [], "attribution": "adversary"}
    note = {"development": "restate", "note": "same words; the ministry speaks of no further money"}
    return [
        said(developed, "c:money", harbour, day, MONEY, note),
        said(
            Kind.STATEMENT_RECORDED,
            "s:lead",
            harbour,
            day,
            "Westmark has agreed to send 2,000 soldiers at once",
            lead,
        ),
        said(
            Kind.STATEMENT_RECORDED,
            "s:threat",
            harbour,
            day,
            "If the shelling goes on, there will be consequences",
            threat,
        ),
    ]


def _deeds(mission: Source) -> list[Draft]:
    developed = Kind.DEVELOPMENT_RECORDED
    part = {
        "development": "deliver_part",
        "amount": {"value": "150000000", "currency": "EUR", "qualifier": "exact"},
        "cumulative": True,
        "confirmed_by": "recipient",
    }
    whole = {
        "development": "complete",
        "quantity": {"value": "40", "unit": "monitors", "qualifier": "exact"},
        "confirmed_by": "third_party",
    }
    met = "The Coast Agreement entered into force on 1 May 2026"
    return [
        said(developed, "k:ceasefire", mission, "2026-05-01", met, {"development": "condition_met"}),
        said(
            developed,
            "c:monitors",
            mission,
            "2026-05-28",
            "All 40 monitors promised by Norland have been at their posts since 28 May",
            whole,
        ),
        said(
            developed,
            "c:money",
            mission,
            "2026-07-03",
            "it had received 150 million of the 240 million euros promised by Norland, and that the rest had not "
            "arrived by 30 June",
            part,
        ),
    ]


def _decisions(pages: dict[str, Source]) -> list[Draft]:
    """Decide the codings of two pages: most accepted, one rejected, one merged."""
    gazette, harbour = pages["gazette"], pages["harbour"]
    rows = [
        (gazette, MONEY, "commitment", "accept", "c:money", None),
        (gazette, MONITORS, "commitment", "accept", "c:monitors", None),
        (gazette, MEDICS, "commitment", "accept", "c:medics", None),
        (gazette, "Norland will not send soldiers to Sudria", "refusal", "accept", "s:no-troops", None),
        (
            gazette,
            "called on Westmark to share its radar data around the clock",
            "demand",
            "accept",
            "s:radar",
            None,
        ),
        (
            gazette,
            "he expected Westmark to announce troops “within days”",
            "expectation",
            "accept",
            "s:expects",
            None,
        ),
        (gazette, "We stand with Sudria for as long as it takes", "commitment", "reject", None, "X1"),
        (harbour, MONEY, "commitment", "merge", "c:money", None),
    ]
    return [_decision(*row) for row in rows]


def _decision(source: Source, quote: str, kind: str, verdict: str, target: str | None, exclusion: str | None) -> Draft:
    found = source.says(quote)
    coding = {
        "type": kind,
        "quote": quote,
        "start": found.quote.start,
        "end": found.quote.end,
        "actors": ["XN"],
        "firmness": "pledged" if kind == "commitment" else None,
    }
    return Draft(
        kind=Kind.DECISION_TAKEN,
        subject=f"d:{source.capture[:8]}-{found.quote.start}",
        by=BY,
        why="as the codebook says",
        known=PartialDate.of(source.published),
        payload={
            "place": f"{source.capture[:8]}-{found.quote.start}",
            "coding": coding,
            "amended": None,
            "detector": "grammar/1",
            "verdict": verdict,
            "exclusion": exclusion,
            "target": target,
            "capture": source.capture,
            "text": source.text,
        },
    )
