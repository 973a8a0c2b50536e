"""Hang a translation on a quote: beside the original always, the basis of a decision never."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kept.errors import MissingField, UnknownSubject, UsageError
from kept.ledger.entries import Draft, Entry, Opened
from kept.ledger.kinds import Kind
from kept.ledger.state import Record
from kept.model.evidence import Quote
from kept.model.statements import place_id
from kept.model.times import PartialDate
from kept.pipeline.desk import Desk, content_key

_LANGUAGE = re.compile(r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")


class Translator(StrEnum):
    """Who translated: a person, or a machine that is named."""

    PERSON = "person"
    MACHINE = "machine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """A quote in another language: the place it stands at, BCP 47 language, words, who, when, and whether checked."""

    place: str
    language: str
    text: str
    by: Translator
    translator: str
    on: date
    checked: bool = False


def translate(desk: Desk, translation: Translation) -> tuple[Entry, ...]:
    """Write a translation of a quote that was decided on; the quote itself is never touched."""
    if not translation.text.strip() or not translation.translator.strip():
        raise MissingField("a translation has words and names who made them", remedy="Give --text and --translator")
    if not _LANGUAGE.match(translation.language):
        raise UsageError(f"“{translation.language}” is no language tag", remedy="Write uk, fr or de")

    def build(record: Record, _: Sequence[Opened]) -> list[Draft]:
        payload = {
            "language": translation.language,
            "text": translation.text,
            "by": str(translation.by),
            "translator": translation.translator,
            "checked": translation.checked,
        }
        return [
            Draft(
                kind=Kind.TRANSLATION_RECORDED,
                subject=f"place:{_place(record, translation.place)}",
                by=desk.person,
                payload=payload,
                known=PartialDate.of(translation.on),
            )
        ]

    key = content_key("translate", translation.place, translation.language, translation.text, str(translation.checked))
    return desk.write(key, build)


def place_of(text_sha256: str, quote: Quote) -> str:
    """Name the subject that translations of a quote hang on."""
    return f"place:{place_id(text_sha256, quote)}"


def _place(record: Record, prefix: str) -> str:
    found = {each.place for each in record.decisions if each.place.startswith(prefix)}
    if len(found) != 1:
        raise UnknownSubject(
            f"{len(found) or 'no'} decided quotes begin with {prefix[:12]}",
            remedy="See kept show REF --json for places",
        )
    return found.pop()
