"""The queue of candidates, on either database; and who stands behind a person's id."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterable
from threading import RLock

from kept.errors import UsageError
from kept.model.decisions import Candidate
from kept.model.statements import Statement, statement_from_json
from kept.review.folding import sameness
from kept.review.priority import priority
from kept.storage.database import Database, Row

_DERIVED = "kind, actors, topic, detector, is_sure, priority, sameness, folded"
_COLUMNS = "coding, place, capture, text, framework, position, statement, decided"
_ORDER = "ORDER BY added, capture, position"
_FIRST_ALIKE = (
    "coalesce((SELECT coding FROM candidate WHERE sameness = ? AND decided = '' AND folded = '' AND pile = ''), '')"
)
"""The card that a new one which says the same is folded under: the first that still waits."""


class SqlQueue:
    """Keeps candidates in their table; `text_of` gives a stored text by its hash, to cut quotes from."""

    def __init__(self, database: Database, *, text_of: Callable[[str], str], now: Callable[[], str]) -> None:
        self._database, self._text_of, self._now = database, text_of, now
        self._lock = RLock()

    def add(self, candidates: Iterable[Candidate]) -> int:
        """Queue what is not queued yet; count what was new."""
        rows = [
            (
                each.coding,
                each.place,
                each.capture,
                each.text,
                each.framework,
                each.position,
                json.dumps(each.statement.to_json(), ensure_ascii=False),
                each.decided,
                self._now(),
                *derived(each.statement),
                sameness(each.statement),
            )
            for each in candidates
        ]
        with self._lock, self._database.transaction():
            return self._database.run_many(
                f"INSERT INTO candidate ({_COLUMNS}, added, {_DERIVED}, pile, assigned) "  # noqa: S608  constants
                f"VALUES ({', '.join('?' * 16)}, {_FIRST_ALIKE}, '', '') ON CONFLICT DO NOTHING",
                rows,
            )

    def waiting(self, capture: str | None = None) -> tuple[Candidate, ...]:
        """Give what is undecided, page by page in the order of the text."""
        if capture:
            return self._select("decided = '' AND capture = ?", capture)
        return self._select("decided = ''")

    def of_capture(self, capture: str) -> tuple[Candidate, ...]:
        """Give all of a page, decided ones too."""
        return self._select("capture = ?", capture)

    def find(self, prefix: str) -> Candidate:
        """Find one candidate by the beginning of its coding's hash."""
        found = self._select("substr(coding, 1, ?) = ?", len(prefix), prefix)
        if len(found) != 1:
            what = "no statement" if not found else f"{len(found)} statements"
            raise UsageError(f"{what} in the queue begin with {prefix}", remedy="See kept review --list")
        return found[0]

    def settle(self, coding: str, verdict: str) -> None:
        """Mark a candidate as decided."""
        with self._lock:
            self._database.run("UPDATE candidate SET decided = ? WHERE coding = ?", (verdict, coding))

    def _select(self, where: str, *values: object) -> tuple[Candidate, ...]:
        with self._lock:
            rows = self._database.query(f"SELECT {_COLUMNS} FROM candidate WHERE {where} {_ORDER}", values)  # noqa: S608  constants
        return tuple(self._candidate(row) for row in rows)

    def _candidate(self, row: Row) -> Candidate:
        coding, place, capture, text, framework, position, statement, decided = row
        return Candidate(
            coding=coding,
            place=place,
            capture=capture,
            text=text,
            framework=framework,
            position=position,
            statement=statement_from_json(json.loads(statement), self._text_of(text)),
            decided=decided,
        )

    def person(self, name: str) -> str:
        """Give the random id of a person by account name, made on first use."""
        with self._lock:
            self._database.run(
                "INSERT INTO person (id, name) VALUES (?, ?) ON CONFLICT DO NOTHING",
                (f"person:{secrets.token_hex(8)}", name),
            )
            return str(self._database.query("SELECT id FROM person WHERE name = ?", (name,))[0][0])


def derived(statement: Statement) -> tuple[object, ...]:
    """Give what the queue is ordered and filtered by: kind, actors, topic, detector, sure, priority, sameness."""
    return (
        str(statement.type),
        "".join(f"|{code}" for code in statement.actors) + "|",
        statement.topic or "",
        statement.detector,
        statement.sure,
        priority(statement).score,
        sameness(statement),
    )
