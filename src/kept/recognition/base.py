"""What every detector gives and takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kept.model.frameworks import Framework
    from kept.model.statements import LeftOut, Statement
    from kept.recognition.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """What was recorded of a document, and what was looked at and left out, each with its reason."""

    statements: tuple[Statement, ...]
    left_out: tuple[LeftOut, ...] = ()


class Detector(Protocol):
    """Reads documents; `name` carries its version (`grammar/1`), so that codings of two versions stay apart."""

    name: str

    def read(self, document: Document, framework: Framework) -> Recognition:
        """Give the statements of a document, in the order of their places."""
        ...
