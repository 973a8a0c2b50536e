"""Play the demo: five invented pages are added, and an analyst's decisions on them are taken one by one."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from kept.frameworks.demo import demo_decisions, demo_pages
from kept.model.decisions import Candidate, Decision, Verdict
from kept.model.evidence import EvidenceClass
from kept.model.sources import Redistribution
from kept.model.times import PartialDate
from kept.pipeline.add import Added, PageInput, add_page
from kept.pipeline.by_hand import state_by_hand
from kept.pipeline.decide import decide
from kept.pipeline.desk import Desk
from kept.pipeline.record import (
    Cited,
    Development,
    Incident,
    Look,
    record_check,
    record_development,
    record_incident,
)

ANALYST = "read by the demo's analyst"


class How(StrEnum):
    """How a row of the demo came into the queue."""

    RECOGNISED = "recognised"
    AMENDED = "amended"
    BY_HAND = "by hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """A row of the demo as it was decided; `changed` names the fields that the analyst set otherwise."""

    row: str
    page: str
    how: How
    type: str
    ref: str | None
    changed: tuple[str, ...] = ()


@dataclass(slots=True)
class Play:
    """The state of a play: captures by page name, subjects and references by row."""

    desk: Desk
    captures: dict[str, str] = field(default_factory=dict)
    subjects: dict[str, str] = field(default_factory=dict)
    quotes: dict[str, Cited] = field(default_factory=dict)


def play_demo(desk: Desk, on_page: Callable[[str], None] = lambda _: None) -> tuple[Played, ...]:
    """Add the pages and take the decisions; `on_page` hears of each page as it is added."""
    script = tomllib.loads(demo_decisions().read_text(encoding="utf-8"))
    play = Play(desk)
    for path in demo_pages():
        on_page(path.name)
        play.captures[path.name] = add_demo_page(desk, path, script["pages"][path.name]).capture.sha256
    play.quotes = {row["id"]: Cited(capture=play.captures[row["page"]], quote=row["quote"]) for row in script["row"]}
    return tuple(_play_row(play, row) for row in script["row"])


def add_demo_page(desk: Desk, path: Path, source: Mapping[str, str]) -> Added:
    """Add one demo page with the class, grade and rights that the script gives it."""
    page = PageInput(
        data=path.read_bytes(),
        address=path.name,
        redistribution=Redistribution(source["redistribution"]),
        licence=source["licence"],
        klass=EvidenceClass(source["class"]),
        grade=source["grade"],
    )
    return add_page(desk, page)


def _play_row(play: Play, row: Mapping[str, Any]) -> Played:
    capture = play.captures[row["page"]]
    found = next((each for each in play.desk.queue.of_capture(capture) if _is_row(each, row)), None)
    candidate = found or state_by_hand(play.desk, capture, row["quote"], row["coding"])
    changes = _changes(candidate, row["coding"]) if found else {}
    outcome = decide(play.desk, candidate, _decision(play, row, changes))
    if outcome.subject:
        play.subjects[row["id"]] = outcome.subject
    _record(play, row)
    how = How.BY_HAND if not found else How.AMENDED if changes else How.RECOGNISED
    return Played(
        row=row["id"],
        page=row["page"],
        how=how,
        type=row["coding"]["type"],
        ref=outcome.ref,
        changed=tuple(sorted(changes)),
    )


def _is_row(candidate: Candidate, row: Mapping[str, Any]) -> bool:
    same_words = candidate.statement.quote.exact == row["quote"]
    return same_words and candidate.statement.type == row["coding"]["type"] and not candidate.decided


def _changes(candidate: Candidate, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Give the fields in which the analyst reads the words otherwise than the detector."""
    read = candidate.statement.to_json()
    return {name: value for name, value in wanted.items() if not _same(name, read[name], value)}


def _same(name: str, read: Any, wanted: Any) -> bool:
    match name:
        case "conditions":
            return [each["kind"] for each in read] == [each["kind"] for each in wanted]
        case "gates":
            return [(each["kind"], each["body"]) for each in read] == [(each["kind"], each["body"]) for each in wanted]
        case "form":
            return sorted(form.split(".")[0] for form in read) == sorted(form.split(".")[0] for form in wanted)
        case "speaker":
            return read is not None and read["for"] == wanted["for"]
        case "actors" | "addressee":
            return sorted(read) == sorted(wanted)
        case "amount" | "quantity":
            return read is not None and all(read.get(key) == value for key, value in wanted.items())
        case _:
            return bool(read == wanted)


def _decision(play: Play, row: Mapping[str, Any], changes: Mapping[str, Any]) -> Decision:
    if "into" in row:
        target = play.subjects[row["into"]]
        return Decision(verdict=Verdict.MERGE, target=target, why=row["why"])
    return Decision(
        verdict=Verdict.AMEND if changes else Verdict.ACCEPT,
        why=f"{ANALYST}: {', '.join(sorted(changes))}" if changes else "",
        changes=changes,
        links=tuple((relation, play.subjects[to]) for relation, to in row.get("links", ())),
        applies=tuple(play.subjects[each] for each in row.get("applies", ())),
        title=row.get("title", ""),
        procedural=row.get("procedural"),
        disposition="lead" if row.get("lead") else "record",
        term=row.get("term"),
    )


def _record(play: Play, row: Mapping[str, Any]) -> None:
    for moved in row.get("record", ()):
        record_development(
            play.desk,
            Development(
                subject=_subject(play, moved["subject"]),
                name=moved["development"],
                valid=PartialDate.of(moved["on"]),
                fields=moved["fields"],
                cited=_cited(play, row["id"], moved.get("with", ())),
            ),
        )
    if "check" in row:
        _check(play, row["id"], row["check"])
    if "incident" in row:
        _incident(play, row["id"], row["incident"])


def _check(play: Play, row: str, check: Mapping[str, Any]) -> None:
    look = Look(
        subject=_subject(play, check["subject"]),
        what=check["what"],
        where=check["where"],
        since=date.fromisoformat(check["since"]),
        until=date.fromisoformat(check["until"]),
        cited=_cited(play, row),
    )
    record_check(play.desk, look)


def _incident(play: Play, row: str, incident: Mapping[str, Any]) -> None:
    record_incident(
        play.desk,
        Incident(
            name=incident["name"],
            on=PartialDate.of(incident["on"]),
            claims=tuple(incident["claims"]),
            verification=incident["verification"],
            attribution=incident["attribution"],
            cited=_cited(play, row, incident["with"]),
        ),
    )


def _cited(play: Play, row: str, others: Iterable[str] = ()) -> tuple[Cited, ...]:
    return tuple(play.quotes[each] for each in (row, *others))


def _subject(play: Play, name: str) -> str:
    """Find a subject by its row, or a gate by its body, or a condition by its kind."""
    record = play.desk.whole_record()
    kind, _, rest = name.partition(":")
    if kind == "gate":
        return next(gate.id for gate in record.gates.values() if gate.body == rest)
    if kind == "condition":
        return next(condition.id for condition in record.conditions.values() if condition.kind == rest)
    return play.subjects[name]
