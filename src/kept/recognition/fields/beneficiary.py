"""For whom it is: the state named as receiver, else the framework's own beneficiary where the text is about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kept.recognition.lexicon import data, words

if TYPE_CHECKING:
    from kept.recognition.names import Mention
    from kept.recognition.tokens import Token

_STATES = ("state", "demonym", "metonym", "person", "body")


@dataclass(frozen=True, slots=True, kw_only=True)
class Receivers:
    """What decides who receives: the statement's actors and forms, the framework's beneficiaries (`wanted`), and
    whether one of them is named nearby (`around`) or in the same sentence."""

    actors: tuple[str, ...]
    forms: frozenset[str]
    wanted: tuple[str, ...]
    around: bool = False
    demand: bool = False


def beneficiary(
    tokens: list[Token], mentions: tuple[Mention, ...], begin: int, end: int, about: Receivers
) -> str | None:
    """Name the receiver in a range of tokens, None where nobody is."""
    given = about.forms & frozenset(data("forms")["given"]["inherits"])
    support = about.forms & frozenset(data("forms")["given"]["named"])
    if about.demand and about.actors and about.actors[0] in about.wanted:
        return about.actors[0] if given and "sanctions" not in about.forms else None
    if "procedural" in about.forms or (about.forms and about.forms <= {"sanctions", "consultation"}):
        return None
    inside = [each for each in mentions if begin <= each.begin < end and each.kind in _STATES]
    for mention in inside:
        named = mention.codes[0] in about.wanted and mention.codes[0] not in about.actors
        if named and (about.forms != {"force"} or receives(tokens, mention, begin)):
            return mention.codes[0]
    other = next((each for each in inside if support and _is_given(tokens, each, begin, about.actors)), None)
    if other is not None:
        return other.codes[0]
    inherits = given and about.around and about.wanted and about.wanted[0] not in about.actors
    return about.wanted[0] if inherits else None


def _is_given(tokens: list[Token], mention: Mention, begin: int, actors: tuple[str, ...]) -> bool:
    return mention.kind == "state" and mention.codes[0] not in actors and receives(tokens, mention, begin)


def receives(tokens: list[Token], mention: Mention, begin: int) -> bool:
    """Tell whether “to” or “for” stands before a name."""
    place = mention.begin - 1
    while place >= begin and tokens[place].low in words("determiner"):
        place -= 1
    return place >= begin and tokens[place].low in ("to", "for")
