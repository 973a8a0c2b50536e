"""Say what kind of furniture a line is that does not belong to the article, and why.

Rules over closed lists of the words of page furniture and over the shape of lines; the first that holds decides.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kept.model.sources import FurnitureKind as Kind
from kept.reading.bylines import is_byline
from kept.reading.dates import dates_in
from kept.reading.furniture_words import rule_for

if TYPE_CHECKING:
    from collections.abc import Sequence


class Classified(NamedTuple):
    """A kind of furniture with its reason."""

    kind: Kind
    why: str


_RELATED = re.compile(
    r"^(?:related|recommended|trending|popular|most (?:read|popular|viewed)|latest|recent|editor['’]?s['’]? picks?|read (?:more|next|also)|"
    r"more (?:from|in|on|news|stories)|you (?:may|might) (?:also )?(?:like|enjoy|be interested)|up next|also read|see also|don['’]?t miss|"
    r"around the web|featured|what to read|keep reading|next (?:article|story|votes?|up)|previous (?:article|story)|in other news|"
    r"further reading|top stories)\b.{0,40}$", re.IGNORECASE)
_DATED = re.compile(r"^\W*(?:(?:first |last )?(?:published|posted|updated|modified|issued|created|date)\b|\d+ (?:min(?:ute)?s?|hours?|days?) (?:ago|read))",
                    re.IGNORECASE)
_ISSUED = re.compile(r"\b(?:published|posted|issued|released|last updated|updated)(?: on)?:?\s*$", re.IGNORECASE)
_PLACE = re.compile(r"[A-ZÀ-Þ][\w .'’-]{1,30},\s+(?:\w+day,?\s+)?$")
_STOPS = (".", "!", "?", "…", ":", ";")
_CLOSING = "\"'”’»)]*_"
_DIGIT = re.compile(r"\d")
_LONGEST = 300
_CONTENT = re.compile(r"\w{4,}")


def said(line: str) -> Classified | None:
    """Classify a line by the words of furniture in it, wherever it stands."""
    if len(line) > _LONGEST:
        return None
    rule = rule_for(line)
    if rule is not None:
        return Classified(rule.kind, rule.why)
    if is_byline(line):
        return Classified(Kind.BYLINE, "names who wrote the page")
    if is_dateline(line):
        return Classified(Kind.DATELINE, "holds a date and little else")
    return None


def is_dateline(line: str) -> bool:
    """Tell whether a line is there for its date."""
    if len(line) > 160 or not _DIGIT.search(line):
        return False
    dates = dates_in(line)
    if _DATED.match(line):
        return bool(dates) or len(line) < 40
    covered = sum(end - start for start, end, _ in dates)
    return covered >= 0.34 * len(line) or any(_ISSUED.search(line[:start]) or (_PLACE.match(line[:start]) and len(line) < 80)
                                              for start, _, _ in dates)


def is_related_heading(line: str) -> bool:
    """Tell whether a line opens a list of other stories."""
    return bool(_RELATED.match(line))


def is_finished(line: str) -> bool:
    """Tell whether a line ends as a sentence does, closing quotes and brackets aside."""
    return line.rstrip(_CLOSING).endswith(_STOPS)


def is_cut_off(line: str) -> bool:
    """Tell whether a line of some length breaks off in the middle of a sentence."""
    return len(line) >= 45 and not is_finished(line)


def classify_after(lines: Sequence[str]) -> list[Classified]:
    """Classify the lines below the article, in their order."""
    result: list[Classified] = []
    commenting = False
    for place, line in enumerate(lines):
        kind = said(line)
        if kind is None and commenting and not is_related_heading(line):
            kind = Classified(Kind.COMMENT, "stands in the comment section")
        if kind is None:
            kind = _teaser(lines, place, result)
        commenting = kind.kind is Kind.COMMENT
        result.append(kind)
    return result


def classify_before(lines: Sequence[str]) -> list[Classified]:
    """Classify the lines above or inside the article; its title must be picked out beforehand."""
    return [said(line) or _teaser(lines, place, []) for place, line in enumerate(lines)]


def _teaser(lines: Sequence[str], place: int, before: list[Classified]) -> Classified:
    line = lines[place]
    words = len(line.split())
    if is_related_heading(line):
        return Classified(Kind.MENU, "opens a list of other stories")
    if before and before[-1].kind is Kind.TEASER_TITLE and _follows(lines[place - 1], line):
        return Classified(Kind.TEASER_BLURB, "follows a teaser's title" + (" and breaks off mid-sentence" if is_cut_off(line) else ""))
    if words <= 3 or (words <= 5 and not is_finished(line) and len(line) < 28):
        return Classified(Kind.MENU, "a few words without a sentence")
    if (line.endswith(".") and not line.endswith("..")) or (is_finished(line) and len(line) > 140):
        return Classified(Kind.OTHER, "stands apart from the article")
    if is_cut_off(line) and len(line) > 90:
        return Classified(Kind.TEASER_BLURB, "breaks off mid-sentence")
    return Classified(Kind.TEASER_TITLE, "the heading of another story")


def _follows(title: str, line: str) -> bool:
    """A blurb is longer than its title, or takes up its words."""
    shared = {word.lower() for word in _CONTENT.findall(title)} & {word.lower() for word in _CONTENT.findall(line)}
    return is_cut_off(line) and (len(line) > 1.15 * len(title) or len(shared) >= 2)
