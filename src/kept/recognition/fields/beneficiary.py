"""For whom it is: the state named as receiver, else the framework's own beneficiary where the text is about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.recognition.lexicon import words

if TYPE_CHECKING:
    from kept.recognition.names import Mention
    from kept.recognition.tokens import Token

_TO = frozenset(("to", "for", "in", "with"))
_AGAINST = frozenset(("against", "from", "by", "on", "of", "with"))


def beneficiary(
    tokens: list[Token],
    mentions: tuple[Mention, ...],
    begin: int,
    end: int,
    actors: tuple[str, ...],
    wanted: tuple[str, ...],
    *,
    support: bool,
    around: bool,
) -> str | None:
    """Name the receiver in a range of tokens.

    `wanted` are the framework's beneficiaries; `support` tells whether the form is one that is given to somebody,
    `around` whether a beneficiary is named nearby.
    """
    inside = [
        mention
        for mention in mentions
        if begin <= mention.begin < end and mention.kind in ("state", "demonym", "metonym", "person", "body")
    ]
    for mention in inside:
        code = mention.codes[0]
        if code in wanted and code not in actors:
            return code
    for mention in inside:
        code = mention.codes[0]
        if code not in actors and support and _receives(tokens, mention, begin):
            return code
    return wanted[0] if support and around and wanted and wanted[0] not in actors else None


def _receives(tokens: list[Token], mention: Mention, begin: int) -> bool:
    place = mention.begin - 1
    while place >= begin and tokens[place].low in words("determiner"):
        place -= 1
    return place >= begin and tokens[place].low in ("to", "for") and mention.kind == "state"
