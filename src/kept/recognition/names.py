"""Names of those who can act: from the framework first, then the general lists of states, bodies and office holders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kept.frameworks.states import states
from kept.recognition.lexicon import data
from kept.recognition.tokens import Token, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kept.model.frameworks import Framework, NamedActor, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A printed name: whom it means, how (state, body, demonym, metonym, person, group), and when it may."""

    codes: tuple[str, ...]
    kind: str
    label: str
    since: date | None = None
    until: date | None = None
    exact: str | None = None

    def holds(self, day: date | None) -> bool:
        """Tell whether the name may mean this on a day; an unknown day excludes nothing."""
        return day is None or ((self.since is None or self.since <= day) and (self.until is None or day < self.until))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name that stands in a sentence, as a range of its tokens."""

    begin: int
    end: int
    name: Name

    @property
    def codes(self) -> tuple[str, ...]:
        """Whom it names."""
        return self.name.codes

    @property
    def kind(self) -> str:
        """How it names them."""
        return self.name.kind


class Names:
    """All names that a framework's texts may use, looked up by their first word."""

    def __init__(self, framework: Framework) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Name]]] = {}
        self.framework = framework
        self._ambiguous: set[tuple[str, ...]] = set()
        for words, name in _all_names(framework):
            self._add(words, name)
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def mentions(self, tokens: list[Token], day: date | None) -> tuple[Mention, ...]:
        """Find the names in a sentence, the longest at each place."""
        found: list[Mention] = []
        at = 0
        while at < len(tokens):
            mention = self._at(tokens, at, day)
            if mention:
                found.append(mention)
            at = mention.end if mention else at + 1
        return tuple(found)

    def find(self, text: str, day: date | None = None) -> tuple[str, ...]:
        """Give the codes of those named in a title, each once, in order."""
        mentions = self.mentions(tokenise(text, 0, len(text)), day)
        return tuple(dict.fromkeys(code for mention in mentions for code in mention.codes))

    def _at(self, tokens: list[Token], at: int, day: date | None) -> Mention | None:
        for words, name in self._by_first.get(tokens[at].low, ()):
            if _fits(tokens, at, words, name) and name.holds(day):
                return Mention(begin=at, end=at + len(words), name=name)
        return None

    def _add(self, words: tuple[str, ...], name: Name) -> None:
        if not words:
            return
        entries = self._by_first.setdefault(words[0], [])
        if not any(
            known == words and other.codes == name.codes and other.exact == name.exact for known, other in entries
        ):
            entries.append((words, name))


def _fits(tokens: list[Token], at: int, words: tuple[str, ...], name: Name) -> bool:
    if at + len(words) > len(tokens) or any(tokens[at + step].low != word for step, word in enumerate(words)):
        return False
    printed = tokens[at : at + len(words)]
    if name.exact is not None:
        return "".join(token.text for token in printed) == name.exact
    return printed[-1].is_capital or any(token.is_capital for token in printed[:-1] if token.low != "the")


def _words(text: str) -> tuple[str, ...]:
    return tuple(token.low for token in tokenise(text, 0, len(text)))


def _all_names(framework: Framework) -> Iterator[tuple[tuple[str, ...], Name]]:
    for person in framework.persons:
        yield from _of_person(person)
    for group in framework.groups:
        for printed in (group.title, *group.names):
            yield _words(printed), Name(codes=(group.code,), kind="group", label=printed)
    for actor in framework.actors:
        yield from _of_actor(actor)
    for actor in states():
        yield from _of_actor(actor)
    yield from _general()


def _of_actor(actor: NamedActor) -> Iterator[tuple[tuple[str, ...], Name]]:
    kind = _kind(actor.code)
    for printed in (actor.title, *actor.names):
        yield from _forms(printed, actor.code, kind)
    for printed in actor.metonyms:
        yield from _forms(printed, actor.code, "metonym")
    for printed in actor.demonyms:
        yield from _forms(printed, actor.code, "demonym")


def _forms(printed: str, code: str, kind: str) -> Iterator[tuple[tuple[str, ...], Name]]:
    bare = printed.removeprefix("the ").removeprefix("The ")
    exact = bare if len(bare) <= 4 and bare.isupper() else None
    yield _words(bare), Name(codes=(code,), kind=kind, label=printed, exact=exact)


def _kind(code: str) -> str:
    if ":parliament" in code:
        return "parliament"
    return "state" if len(code) == 2 else "group" if code.startswith("grp:") else "body"


def _of_person(person: Person) -> Iterator[tuple[tuple[str, ...], Name]]:
    for role in person.roles:
        name = Name(codes=(role.speaks_for,), kind="person", label=person.name, since=role.since, until=role.until)
        for printed in dict.fromkeys((person.name, *person.aliases, person.name.split()[-1])):
            yield _words(printed), name


def _general() -> Iterator[tuple[tuple[str, ...], Name]]:
    for printed, (code, since, until) in data("persons")["persons"].items():
        name = Name(codes=(code,), kind="person", label=printed, since=_day(since), until=_day(until))
        for form in dict.fromkeys((printed, printed.split()[-1])):
            yield _words(form), name
    for printed, code in data("seats")["seats"].items():
        yield _words(printed), Name(codes=(code,), kind="state", label=printed)
    for printed, codes in data("seats")["several"].items():
        yield _words(printed), Name(codes=tuple(codes), kind="state", label=printed)
    for printed, code in data("seats")["groups"].items():
        yield _words(printed.removeprefix("the ")), Name(codes=(code,), kind="group", label=printed)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
