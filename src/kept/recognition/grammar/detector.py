"""The grammar detector: from a document to its statements, in one pass from front to back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.model.statements import LeftOut
from kept.recognition.base import Recognition
from kept.recognition.grammar.build import statement
from kept.recognition.grammar.following import after_reading, before_reading
from kept.recognition.grammar.linking import linked
from kept.recognition.grammar.reader import Kept, readings
from kept.recognition.grammar.scan import sentences_with_cues
from kept.recognition.grammar.scene import Scene, scene_of
from kept.recognition.grammar.sentence import Sentence, take_apart
from kept.recognition.grammar.spans import stretches
from kept.recognition.grammar.verdicts import Out
from kept.recognition.names import Names
from kept.recognition.tokens import pieces, tokenise
from kept.text.sentences import sentences

if TYPE_CHECKING:
    from kept.model.frameworks import Framework
    from kept.model.sources import Span
    from kept.model.statements import Statement
    from kept.recognition.document import Document


class GrammarDetector:
    """Reads sentences as the codebook says: cue words, clauses, subjects. No model, no network, linear in the text."""

    name = "grammar/1"

    def __init__(self) -> None:
        self._names: dict[int, Names] = {}

    def read(self, document: Document, framework: Framework) -> Recognition:
        """Give the statements of a document in the order of their places, and what was left out with its rule."""
        scene = scene_of(document, self._names_of(framework))
        kept: list[Statement] = []
        left: list[LeftOut] = []
        cued = {span.start for span in sentences_with_cues(document.text, document.blocks)}
        for span in self._context(document):
            self._follow(document.text, span, scene)
        for block in document.blocks:
            scene.quoting = False if document.wanted is None else scene.quoting
            for span in sentences(document.text, block.start, block.end):
                self._sentence(document.text, span, scene, kept, left, judge=span.start in cued)
        return Recognition(statements=linked(kept), left_out=tuple(left))

    def _names_of(self, framework: Framework) -> Names:
        known = self._names.get(id(framework))
        if known is None or known.framework is not framework:
            known = self._names[id(framework)] = Names(framework)
        return known

    @staticmethod
    def _context(document: Document) -> list[Span]:
        if document.wanted is None:
            return []
        return sentences(document.text, 0, max(0, document.wanted.start - 1))

    @staticmethod
    def _follow(text: str, span: Span, scene: Scene) -> None:
        for tokens in pieces(tokenise(text, span.start, span.end)):
            sentence = take_apart(text, tokens, scene)
            before_reading(sentence, scene)
            after_reading(sentence, scene)

    def _sentence(
        self, text: str, span: Span, scene: Scene, kept: list[Statement], left: list[LeftOut], *, judge: bool
    ) -> None:
        for tokens in pieces(tokenise(text, span.start, span.end)):
            sentence = take_apart(text, tokens, scene)
            quote_open = before_reading(sentence, scene)
            if judge:
                found, out = readings(sentence, scene, quote_open=quote_open)
                self._keep(sentence, scene, found, kept)
                left.extend(_left(span, out) if not found else ())
            after_reading(sentence, scene)

    def _keep(self, sentence: Sentence, scene: Scene, found: list[Kept], kept: list[Statement]) -> None:
        named = {code for mention in sentence.mentions for code in mention.codes}
        around = bool(set(scene.beneficiaries) & (scene.seen | named))
        for each in found:
            kept.extend(
                statement(each.case, each.verdict, stretch, self.name, around=around)
                for stretch in stretches(each.case, each.verdict)
                if stretch.begin < stretch.end
            )


def _left(span: Span, out: list[Out]) -> list[LeftOut]:
    return [LeftOut(start=span.start, end=span.end, text=span.text, rule=out[0].rule, why=out[0].why)] if out else []
