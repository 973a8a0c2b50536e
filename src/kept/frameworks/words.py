"""What readers see for a code: one table, so that no code word slips through to a page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from kept.errors import BrokenFramework
from kept.frameworks.files import DATA, read_toml
from kept.frameworks.schema import Table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """The words for a code, and the line that explains them; the line may be empty."""

    text: str
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The table of words: `kind` is a list of codes (stage, flag, outcome …), `code` one of it.

    Kinds of the model's own lists are named after their class: `StatementType` is `statement_type`.
    """

    table: Mapping[str, Mapping[str, Word]]

    def of(self, kind: str, code: str) -> str:
        """Give a reader's words for a code; raises BrokenFramework where the table has none."""
        return self.word(kind, code).text

    def help(self, kind: str, code: str) -> str:
        """Give the help line for a code, empty where its words need none."""
        return self.word(kind, code).help

    def word(self, kind: str, code: str) -> Word:
        """Give words and help line of a code; raises BrokenFramework where the table has none."""
        codes = self.table.get(kind)
        if codes is None:
            raise BrokenFramework(
                f"no kind of code is called “{kind}”",
                where="words.toml",
                remedy=f"Add a table [{kind}], or choose one of {', '.join(self.table)}",
            )
        word = codes.get(str(code))
        if word is None:
            raise BrokenFramework(
                f"“{code}” has no words under [{kind}]", where="words.toml", remedy=f"Add {code} = “…” below [{kind}]"
            )
        return word

    def codes(self, kind: str) -> tuple[str, ...]:
        """List the codes of a kind, in the order in which readers meet them."""
        return tuple(self.table.get(kind, ()))


@cache
def load_words(path: Path | None = None) -> Words:
    """Load the table of words, the project's own or one of the same form."""
    path = path or DATA / "words.toml"
    data = read_toml(path)
    data.pop("schema", None)
    return Words(table={kind: _kind(Table(codes, f"{path.name}, {kind}"), codes) for kind, codes in data.items()})


def _kind(table: Table, codes: dict[str, Any]) -> dict[str, Word]:
    return {code: _word(table, code, value) for code, value in codes.items()}


def _word(table: Table, code: str, value: Any) -> Word:
    match value:
        case str() if value.strip():
            return Word(text=value)
        case [str(text), str(line)] if text.strip():
            return Word(text=text, help=line)
        case _:
            raise table.broken(code, "has no words", "Write its words, or a list of words and help line")
