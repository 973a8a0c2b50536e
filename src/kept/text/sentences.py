"""Cut a text into sentences, with exact offsets; or find the one sentence around a place.

Whether a stop ends a sentence is decided from what stands around it and nothing else, so that both ways agree.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kept.model.sources import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSERS = "\"'”’»)\\]"
_CANDIDATE = re.compile(rf"[.!?…]+[{_CLOSERS}]*(?=\s|\Z)|[。！？]+[」』”’]*|\n")
_WINDOW = 400
_LOOK = 40
_TOKEN = re.compile(r"[^\s(\[\"“‘'«—–/]+\Z")
_NEXT = re.compile(r"\s*(\S+)")
_LIST_NUMBER = re.compile(r"(?:\A|\n|[.!?:;…][\"'”’»)\]]*\s)\s*\(?\d{1,3}\Z")

_BEFORE_NAMES = frozenset(
    "mr mrs ms mx dr prof gen col lt sgt maj cpl capt cmdr adm brig sen rep reps gov pres vp st ste rev hon amb sec dep supt insp "
    "messrs fr sr mme mlle herr ing dipl ft mt".split()
)
_BEFORE_NUMBERS = frozenset(
    "no nos nr art arts sec secs para paras par p pp vol vols fig figs ch chap cl reg res ser sect approx ca c est jan feb mar apr "
    "jun jul aug sep sept oct nov dec".split()
)
_MOSTLY_INSIDE = frozenset(
    "jr inc ltd co corp llc plc bros etc al dept univ assn ave blvd rd vs v cf viz eg ie ed eds mon tue tues wed thu thur thurs fri "
    "sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mont neb nev okla ore pa tenn tex va "
    "vt wash wis wyo".split()
)
_OPENERS = frozenset(
    "The A An This That These Those It He She They We I You His Her Its Their Our My In On At By For From With Without Under After "
    "Before During Since Until While When Where If As Although Though Because But And Or So Yet However Meanwhile Moreover Also Both "
    "Some Many Most All No Not Now Then There Here Earlier Later Last Next One Two Asked What Why How Who Please Read".split()
)
_ACRONYM = re.compile(r"(?:\w\.)+\w\Z")
_INITIAL = re.compile(r"[A-ZÀ-Þ]\Z")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Cut `text[start:end]` into sentences; their offsets count in the whole text, white space around them left out.

    A line break ends a sentence unless the line was only wrapped (it is as wide as a column and goes on).
    """
    stop = len(text) if end is None else end
    spans: list[Span] = []
    begin = start
    for cut in _cuts(text, start, stop, start):
        _add(spans, text, begin, cut)
        begin = cut
    _add(spans, text, begin, stop)
    return spans


def sentence_at(text: str, position: int, start: int, end: int) -> Span:
    """Find the sentence of `text[start:end]` that holds `position`, looking no further than needed.

    A position between two sentences belongs to the one after it; behind the last one, to the last.
    """
    position = min(max(position, start), max(start, end - 1))
    while position < end and text[position].isspace():
        position += 1
    if position >= end:
        return _last(text, start, end)
    begin = _cut_before(text, position, start, end)
    until = next((cut for cut in _cuts(text, begin, end, start) if cut > position), end)
    return _trimmed(text, begin, until)


def _last(text: str, start: int, end: int) -> Span:
    trimmed = _trimmed(text, start, end)
    if trimmed.start == trimmed.end:
        return trimmed
    return sentence_at(text, trimmed.end - 1, start, trimmed.end)


def _cut_before(text: str, position: int, start: int, end: int) -> int:
    size = _WINDOW
    while True:
        low = max(start, position - size)
        while low > start and not text[low - 1].isspace():
            low -= 1
        cuts = [cut for cut in _cuts(text, low, position, start, end) if cut <= position]
        if cuts or low == start:
            return cuts[-1] if cuts else start
        size *= 2


def _cuts(text: str, low: int, high: int, start: int, end: int | None = None) -> Iterator[int]:
    """Give the ends of the sentences between two places; `start` and `end` bound what may be looked at."""
    end = high if end is None else end
    for found in _CANDIDATE.finditer(text, low, end):
        if found.start() >= high:
            return
        if found.end() < end and _ends(text, found, start, end):
            yield found.end()


def _ends(text: str, found: re.Match[str], start: int, end: int) -> bool:
    mark = found.group()
    if mark == "\n":
        return _line_ends(text, found.start(), start, end)
    if mark[0] in "。！？":
        return True
    following = _NEXT.match(text, found.end(), min(end, found.end() + _LOOK))
    if following is None:
        return True
    word = following.group(1).lstrip("\"'“‘«([—–-")
    if word[:1].islower():
        return False
    return mark[0] != "." or mark.startswith("..") or not _is_inside(text[max(start, found.start() - _LOOK):found.start()], word)


def _line_ends(text: str, place: int, start: int, end: int) -> bool:
    rest = text[place + 1:place + 2] if place + 1 < end else ""
    before = max(text.rfind("\n", start, place) + 1, start)
    line = text[before:place].rstrip()
    wrapped = 45 <= len(line) <= 110 and line[-1] not in ".!?:…"
    goes_on = rest.islower() or (wrapped and (rest.isalnum() or rest in "“\"(‘'"))
    return not (line and rest and goes_on)


def _is_inside(before: str, word: str) -> bool:
    """Tell whether a full stop after `before` and in front of `word` belongs to an abbreviation or a number."""
    matched = _TOKEN.search(before)
    token = matched.group() if matched else ""
    opener = re.split(r"\W", word, maxsplit=1)[0] in _OPENERS
    small = token.lower().replace(".", "")
    if small in _BEFORE_NAMES and token[:1].isupper():
        return True
    if small in _BEFORE_NUMBERS:
        return word[:1].isdigit()
    if _LIST_NUMBER.search(before):
        return True
    if small in _MOSTLY_INSIDE or _ACRONYM.search(token) or (_INITIAL.match(token) and token != "I"):  # noqa: S105  a word
        return not opener
    return False


def _add(spans: list[Span], text: str, begin: int, end: int) -> None:
    span = _trimmed(text, begin, end)
    if span.start < span.end:
        spans.append(span)


def _trimmed(text: str, begin: int, end: int) -> Span:
    part = text[begin:end]
    left = len(part) - len(part.lstrip())
    body = part.strip()
    return Span(start=begin + left, end=begin + left + len(body), text=body)
