"""The taxonomy that commitments are filed under, and who may act in it: data, not code."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One theme of a framework; `words` are lower-case stems that point to it."""

    id: str
    title: str
    short: str
    definition: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A kind of support (`forms.toml`); `verifiable` is False where delivery cannot be checked in public."""

    id: str
    title: str
    words: tuple[str, ...] = ()
    verifiable: bool = True
    verified_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office somebody held: title, the actor spoken for, half-open dates (None where no end was seen)."""

    title: str
    speaks_for: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in public office, with the names they are printed under and dated roles."""

    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedActor:
    """An actor with its name and the words that name it in texts (demonyms, adjectives, capitals as metonyms).

    `names` name the actor anywhere; `metonyms` only as subjects of speaking or acting (codebook A1); `demonyms` are
    adjectives and people's names ("Norlandic", "Norlanders"); `zone` is the IANA time zone of its capital.
    """

    code: str
    title: str
    names: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    zone: str = "UTC"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownGate:
    """A body's decision that the framework's file knows of: who named it (actor, law, survey) and its force."""

    country: str
    kind: str
    body: str
    title: str
    applies_to: tuple[str, ...] = ()
    klass: str = ""
    named_by: str = "survey"
    force: str = "law"
    statement: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """Who took part in a group's meeting on a day, by level."""

    date: date
    format: str
    members: tuple[str, ...]
    observers: tuple[str, ...] = ()
    levels: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Several actors speaking as one; membership is derived from dated participation."""

    code: str
    title: str
    names: tuple[str, ...] = ()
    participations: tuple[Participation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A ceasefire or other agreement: its parties, and the day it entered into force where it did."""

    id: str
    title: str
    in_force: date | None = None
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """A subject: topics, forms, actors, offices, gates, groups; `fictitious` ones may never be published as real."""

    id: str
    slug: str
    title: str
    topics: tuple[Topic, ...]
    forms: tuple[Form, ...]
    beneficiaries: tuple[str, ...] = ()
    master_condition: str | None = None
    actors: tuple[NamedActor, ...] = ()
    persons: tuple[Person, ...] = ()
    gates: tuple[KnownGate, ...] = ()
    groups: tuple[Group, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    fictitious: bool = False
    calendar: date | None = None
    sources: dict[str, str] = field(default_factory=dict)

    def topic(self, topic_id: str) -> Topic | None:
        """Find a topic by its id."""
        return next((topic for topic in self.topics if topic.id == topic_id), None)

    def form(self, form_id: str) -> Form | None:
        """Find a form of support by its id, or its parent where the id is a finer one."""
        exact = next((form for form in self.forms if form.id == form_id), None)
        return exact or next((form for form in self.forms if form.id == form_id.split(".")[0]), None)

    def actor(self, code: str) -> NamedActor | None:
        """Find a named actor by its code."""
        return next((actor for actor in self.actors if actor.code == code), None)
