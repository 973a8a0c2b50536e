"""A sentence taken apart: tokens, names, reporting frames, clauses, cues."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kept.recognition.fields.gates import Body
from kept.recognition.grammar.clauses import Clause, clause_at, clauses
from kept.recognition.grammar.cues import Hit, hits
from kept.recognition.grammar.frames import Frame, enclosing, frames
from kept.recognition.tokens import QUOTES, Token

if TYPE_CHECKING:
    from kept.recognition.grammar.scene import Scene
    from kept.recognition.names import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a text with all that was found in it; positions are token numbers."""

    text: str
    tokens: list[Token]
    mentions: tuple[Mention, ...]
    frames: tuple[Frame, ...]
    clauses: tuple[Clause, ...]
    hits: tuple[Hit, ...]

    def words(self, begin: int, end: int) -> str:
        """Give the printed words of a token range."""
        return self.text[self.tokens[begin].start : self.tokens[end - 1].end] if begin < end else ""

    def clause(self, place: int) -> Clause:
        """Give the clause that holds a token."""
        return clause_at(self.clauses, place)

    def around(self, place: int) -> tuple[Frame, ...]:
        """Give the reporting frames whose words hold a token, the innermost last."""
        return enclosing(self.frames, place)

    def is_question(self) -> bool:
        """Whether it ends with a question mark."""
        return any(token.low == "?" for token in self.tokens[-3:])

    def is_quoted(self, place: int, *, open_before: bool) -> bool:
        """Tell whether a token stands inside quotation marks."""
        inside = open_before
        for token in self.tokens[:place]:
            if token.low in QUOTES:
                inside = token.low in "“«„" or (token.low == '"' and not inside)
        return inside

    def bodies(self) -> tuple[Body, ...]:
        """Give the parliaments and other bodies that are named, by their offsets in the text."""
        return tuple(
            Body(start=self.tokens[each.begin].start, end=self.tokens[each.end - 1].end, code=each.codes[0])
            for each in self.mentions
            if each.kind in ("parliament", "body")
        )

    def inside(self, begin: int, end: int) -> tuple[Mention, ...]:
        """Give the names in a token range."""
        return tuple(mention for mention in self.mentions if begin <= mention.begin < end)


def take_apart(text: str, tokens: list[Token], scene: Scene) -> Sentence:
    """Find names, frames, clauses and cues of a sentence."""
    found = frames(tokens)
    return Sentence(
        text=text,
        tokens=tokens,
        mentions=scene.names.mentions(tokens, scene.day),
        frames=found,
        clauses=clauses(tokens, found),
        hits=tuple(hits(tokens)),
    )
