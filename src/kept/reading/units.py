"""Cut plain text into the units that are judged one by one: its lines, or its paragraphs where lines are only wrapped."""

from __future__ import annotations

import re

from kept.model.sources import Span

_LINE = re.compile(r"[^\n\r\f\v\u0085\u2028\u2029]+")
_ITEM = re.compile(r"(?:[-•*–·]|\(?\d{1,3}[.)]|\(?[a-z][.)]|#+)\s")
_STOPPED = re.compile(r"[.!?:…][\"'”’»)\]*_]*$")
_NARROW, _WIDE, _LONGEST = 45, 80, 120


def units(text: str) -> list[Span]:
    """Give the lines of a text that hold something, white space around them left out; wrapped lines joined to paragraphs."""
    lines = [span for span in map(_trimmed, _LINE.finditer(text)) if span.text]
    return _joined(text, lines) if is_wrapped(text) else lines


def is_wrapped(text: str) -> bool:
    """Tell whether a text breaks its lines at a column: hardly a line is long, and many lines of full width stop mid-sentence."""
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    if len(lines) < 4 or sum(len(line) > _LONGEST for line in lines) > 0.05 * len(lines):
        return False
    full = [line for line in lines if len(line) >= _NARROW]
    broken = sum(not _STOPPED.search(line) for line in full)
    return len(full) >= 0.4 * len(lines) and broken >= 0.5 * len(full) and _is_even(full)


def _is_even(full: list[str]) -> bool:
    """Lines broken at a column have nearly the same width; headlines do not."""
    widths = sorted(map(len, full))
    return widths[-1] - widths[len(widths) // 4] <= 25


def _joined(text: str, lines: list[Span]) -> list[Span]:
    width = max((len(line.text) for line in lines), default=0)
    joined: list[Span] = []
    for line in lines:
        if joined and _goes_on(text, joined[-1], line, width):
            last = joined[-1]
            joined[-1] = Span(start=last.start, end=line.end, text=text[last.start:line.end])
        else:
            joined.append(line)
    return joined


def _goes_on(text: str, last: Span, line: Span, width: int) -> bool:
    gap = text[last.end:line.start]
    if gap.count("\n") > 1 or _ITEM.match(line.text):
        return False
    tail = last.text.rsplit("\n", 1)[-1]
    first_word = line.text.split(None, 1)[0]
    return len(tail) + len(first_word) + 1 > 0.8 * width or line.text[:1].islower()


def _trimmed(found: re.Match[str]) -> Span:
    part = found.group()
    body = part.strip(" \t\xa0\ufeff\u200b")
    start = found.start() + (part.index(body) if body else 0)
    return Span(start=start, end=start + len(body), text=body)
