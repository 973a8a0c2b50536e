"""Find the statements of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.recognition.grammar.detector import GrammarDetector

if TYPE_CHECKING:
    from kept.model.frameworks import Framework
    from kept.recognition.base import Recognition
    from kept.recognition.document import Document

DETECTOR = GrammarDetector()


def recognise(document: Document, framework: Framework) -> Recognition:
    """Give what a document says, each statement with its exact quote and the path by which it was read."""
    return DETECTOR.read(document, framework)
