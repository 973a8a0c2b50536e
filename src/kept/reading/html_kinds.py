"""Say what kind of furniture the lines of an HTML page are: tags first, then words and shape."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kept.model.sources import FurnitureKind as Kind
from kept.reading.kinds import Classified, classify_after, classify_before, said
from kept.reading.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kept.reading.flatten import HtmlLine

_WORD = re.compile(r"\w+")
_BY_MARK = (
    (Mark.NAV, Kind.MENU, "inside navigation"),
    (Mark.COMMENT, Kind.COMMENT, "inside the comments"),
    (Mark.LEGAL, Kind.LEGAL, "inside a legal or cookie notice"),
    (Mark.PROMPT, Kind.PROMPT, "inside a prompt to sign up"),
    (Mark.SHARE, Kind.MENU, "inside the share buttons"),
    (Mark.FOOTER, Kind.LEGAL, "inside the page's footer"),
    (Mark.FORM, Kind.MENU, "inside a form or a button"),
)
_HEAD = 3
_ASIDE = Mark.ASIDE | Mark.RELATED


def html_kinds(lines: Sequence[HtmlLine], keep: Sequence[bool], title: str | None) -> list[Classified | None]:
    """Give each line that is not the article its kind; None stands for the lines of the article.

    The title's line is furniture even where an extractor kept it.
    """
    first, last = _bounds(keep)
    shown = [line.text for line in lines]
    by_shape = [*classify_before(shown[:last + 1]), *classify_after(shown[last + 1:])]
    heading = _title_place(lines, title, first)
    kinds: list[Classified | None] = []
    for place, line in enumerate(lines):
        if place == heading:
            kinds.append(Classified(Kind.TITLE, "the page's own heading"))
        elif keep[place] and not (first <= place < first + _HEAD and _heads(line)):
            kinds.append(None)
        else:
            kinds.append(said(line.text) or _by_mark(lines, place, kinds) or by_shape[place])
    return kinds


def _heads(line: HtmlLine) -> bool:
    """A byline or date line at the very beginning of an article stands above it, not in it."""
    found = said(line.text)
    return found is not None and found.kind in (Kind.BYLINE, Kind.DATELINE)


def _bounds(keep: Sequence[bool]) -> tuple[int, int]:
    places = [place for place, kept in enumerate(keep) if kept]
    return (places[0], places[-1]) if places else (len(keep), -1)


def _title_place(lines: Sequence[HtmlLine], title: str | None, first: int) -> int | None:
    """Find the line that shows the title: the last one above the second paragraph of the article that has its words."""
    if not title:
        return None
    key = _key(title)
    found = [place for place in range(min(first + 2, len(lines))) if _key(lines[place].text) == key]
    return found[-1] if found else None


def _by_mark(lines: Sequence[HtmlLine], place: int, before: Sequence[Classified | None]) -> Classified | None:
    line = lines[place]
    if line.marks & _ASIDE:
        return _teaser(line, before)
    for mark, kind, why in _BY_MARK:
        if line.marks & mark:
            return Classified(kind, why)
    if line.marks & Mark.CAPTION:
        return Classified(Kind.CAPTION, "inside a figure")
    if line.marks & Mark.BYLINE and len(line.text) < 120:
        return Classified(Kind.BYLINE, "inside a byline")
    if line.marks & Mark.DATE and len(line.text) < 80:
        return Classified(Kind.DATELINE, "inside a date line")
    return None


def _teaser(line: HtmlLine, before: Sequence[Classified | None]) -> Classified:
    """Beside the article, headings and links are teaser titles, what follows them blurbs, short ends menus."""
    why = "inside a list of other stories or beside the article"
    if len(line.text.split()) <= 3:
        return Classified(Kind.MENU, why)
    last = before[-1] if before else None
    is_title = line.marks & Mark.HEADING or 2 * line.linked > len(line.text)
    follows = last is not None and last.kind is Kind.TEASER_TITLE
    return Classified(Kind.TEASER_BLURB if follows and not is_title else Kind.TEASER_TITLE, why)


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
