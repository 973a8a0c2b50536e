"""The taxonomy that commitments are filed under, and who may act in it: data, not code."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One theme; `words` are lower-case stems that point to it, `parts` the ids of its finer themes."""

    id: str
    title: str
    short: str
    definition: str
    words: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


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
    """An office somebody held: title, the actor spoken for, half-open dates (None where no end was seen).

    `verified_on` is the last day on which a source that was read shows the office; None where none was.
    """

    title: str
    speaks_for: str
    since: date | None = None
    until: date | None = None
    verified_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in public office, with the names they are printed under and dated roles."""

    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedActor:
    """An actor with its name and the words that name it in texts.

    `names` name the actor anywhere; `metonyms` (capitals, palaces) only as subjects of speaking or acting
    (codebook A1); `demonyms` are adjectives and people's names ("Norlandic", "Norlanders"). A word that two
    actors share is ambiguous. `zone` is the IANA time zone of its capital.
    """

    code: str
    title: str
    names: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    zone: str = "UTC"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownGate:
    """A body's decision that the framework's file knows of: one a country and body.

    `named_by`: actor (the government itself), law (checked: by whom and when), survey (unchecked: hangs on
    nothing), demand (another actor asks for it: hangs on nothing). `force`: law, custom, own_cabinet.
    `body` is a code.
    """

    country: str
    kind: str
    body: str
    title: str
    applies_to: tuple[str, ...] = ()
    klass: str = ""
    named_by: str = "survey"
    force: str = "law"
    statement: str = ""
    checked_by: str = ""
    checked_on: date | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """Who took part in a group's meeting on a day; `levels`: leader, minister or envoy, where known."""

    date: date
    format: str
    members: tuple[str, ...]
    observers: tuple[str, ...] = ()
    levels: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sources: tuple[str, ...] = ()

    def counted(self) -> frozenset[str]:
        """Give those whose presence counts for membership: all members but those who sent an envoy only."""
        envoys = {code for level, codes in self.levels if level == "envoy" for code in codes}
        return frozenset(self.members) - envoys


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Several actors speaking as one; membership is derived from dated participation (codebook A3).

    `least_meetings` is the number of meetings that make a member; `not_members` never belong, whoever came.
    """

    code: str
    title: str
    names: tuple[str, ...] = ()
    convened_by: tuple[str, ...] = ()
    first_seen: date | None = None
    least_meetings: int = 1
    not_members: tuple[str, ...] = ()
    participations: tuple[Participation, ...] = ()

    def members_on(self, day: date) -> frozenset[str]:
        """Derive the members as of a day: who was there often enough up to and on it."""
        held = (meeting for meeting in self.participations if meeting.date <= day)
        seen = Counter(code for meeting in held for code in meeting.counted())
        often = frozenset(code for code, count in seen.items() if count >= self.least_meetings)
        return often.difference(self.not_members)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A ceasefire or other agreement: its parties, and the day it entered into force where it did."""

    id: str
    title: str
    in_force: date | None = None
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A step of a compliance scale as a research group scores it, and the outcome that readers see for it."""

    value: int
    label: str
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Transaction:
    """A transaction type of IATI 2.03 and the stage it shows; `stage` None moves no commitment."""

    code: int
    title: str
    stage: str | None
    definition: str = ""
    contingent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A purpose of the OECD DAC list (CRS, five digits) and the topic it is filed under."""

    code: str
    title: str
    topic: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """A subject: topics, forms, actors, offices, gates; `fictitious` ones may never be published as real.

    `actors` add to those every framework knows (`kept.frameworks.states`). `collective`: a text binds every
    member of the group. `purposes` ties forms of support to sectors (“” where no aid purpose fits). `sources`
    are titles and addresses by key.
    """

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
    collective: bool = False
    scale: tuple[Score, ...] = ()
    transactions: tuple[Transaction, ...] = ()
    sectors: tuple[Sector, ...] = ()
    purposes: dict[str, str] = field(default_factory=dict)
    fictitious: bool = False
    calendar: date | None = None
    sources: dict[str, str] = field(default_factory=dict)

    def topic(self, topic_id: str) -> Topic | None:
        """Find a topic by its id, or the one that a finer id is part of."""
        return next((topic for topic in self.topics if topic_id == topic.id or topic_id in topic.parts), None)

    def form(self, form_id: str) -> Form | None:
        """Find a form of support by its id, or its parent where the id is a finer one."""
        exact = next((form for form in self.forms if form.id == form_id), None)
        return exact or next((form for form in self.forms if form.id == form_id.split(".")[0]), None)

    def actor(self, code: str) -> NamedActor | None:
        """Find a named actor by its code."""
        return next((actor for actor in self.actors if actor.code == code), None)
