"""Flatten an HTML page: one line a block, each with what its tags say about it; nothing of the visible text is dropped."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lxml import etree

from kept.errors import UnreadableInput
from kept.reading.marks import Mark, name_marks, tag_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form frame frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section summary "
    "table tbody td tfoot th thead title tr ul video audio picture img iframe select textarea".split()
)
_SILENT = frozenset("head script style noscript template svg iframe object embed canvas math audio video select textarea datalist".split())
_SPACE = re.compile(r"\s+")
_MOST = 0.55
"""A hint from class names about an element that holds more than this share of the page's text is not believed."""


@dataclass(slots=True)
class Place:
    """An element that carries hints, and how much text it encloses."""

    above: Place | None
    by_tag: Mark
    by_name: Mark
    letters: int = 0
    marks: Mark = field(default=Mark(0))


@dataclass(slots=True)
class HtmlLine:
    """A line of the flattened page: its text, the tag of its block, letters inside links, hints from around it."""

    text: str
    tag: str
    linked: int
    place: Place
    start: int = 0

    @property
    def marks(self) -> Mark:
        """All hints of the elements around the line."""
        return self.place.marks


def parse(text: str, *, where: str = "") -> Any:
    """Parse HTML into a tree. Raises UnreadableInput when there is no tree or tags are nested thousands deep."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableInput("the page has no readable HTML", where=where, remedy="Save the page again") from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise UnreadableInput("the page nests its tags thousands deep", where=where, remedy="Save the article's text alone")
    if root is None:
        raise UnreadableInput("the page has no readable HTML", where=where, remedy="Save the page again")
    return root


def flatten(root: Any) -> list[HtmlLine]:
    """Give the visible lines of the page in their order; white space inside a line is collapsed."""
    walker = _Walker()
    walker.walk(root)
    total = max(1, walker.root.letters)
    for place in walker.places:
        believed = place.by_name if place.letters <= _MOST * total else place.by_name & (Mark.BODY | Mark.MAIN | Mark.ARTICLE)
        place.marks = place.by_tag | believed | (place.above.marks if place.above else Mark(0))
    return walker.lines


class _Walker:
    """Goes through the tree once, without recursion."""

    def __init__(self) -> None:
        self.root = Place(None, Mark(0), Mark(0))
        self.places = [self.root]
        self.lines: list[HtmlLine] = []
        self.parts: list[str] = []
        self.linked = 0
        self.block = ("body", self.root)

    def walk(self, root: Any) -> None:
        """Visit every element; a stack holds what is still to close."""
        stack: list[tuple[Iterator[Any], Any, Place, bool, str]] = []
        self._enter(root, self.root, False, stack)
        while stack:
            children, element, place, in_link, block = stack[-1]
            child = next(children, None)
            if child is not None:
                self._enter(child, place, in_link, stack)
                continue
            stack.pop()
            self._leave(element, stack)
        self._flush()

    def _enter(self, element: Any, above: Place, in_link: bool, stack: list[Any]) -> None:
        tag = element.tag
        outer = stack[-1][4] if stack else "body"
        if not isinstance(tag, str) or tag in _SILENT:
            self._flush()
            self._text(element.tail, in_link, outer, above)
            return
        place = self._place(element, tag, above)
        block = tag if tag in _BLOCKS and tag != "br" else outer
        if tag in _BLOCKS:
            self._flush()
        linked = in_link or tag == "a"
        self._text(element.text, linked, block, place)
        stack.append((iter(element), element, place, linked, block))

    def _leave(self, element: Any, stack: list[Any]) -> None:
        if element.tag in _BLOCKS:
            self._flush()
        if stack and element.tail:
            _, _, place, in_link, block = stack[-1]
            self._text(element.tail, in_link, block, place)

    def _place(self, element: Any, tag: str, above: Place) -> Place:
        by_tag = tag_marks(tag)
        attributes = element.attrib
        by_name = Mark(0)
        if attributes and tag not in ("html", "body"):
            names = " ".join(filter(None, map(attributes.get, ("class", "id", "role", "itemprop"))))
            by_name = name_marks(names) if names else by_name
            if "hidden" in attributes:
                by_tag |= Mark.HIDDEN
        if not by_tag and not by_name:
            return above
        place = Place(above, by_tag, by_name)
        self.places.append(place)
        return place

    def _text(self, text: str | None, in_link: bool, block: str, place: Place) -> None:
        if not text:
            return
        if not self.parts:
            if text.isspace():
                return
            self.block = (block, place)
        self.parts.append(text)
        if in_link:
            self.linked += len(text.strip())

    def _flush(self) -> None:
        if not self.parts:
            return
        text = _SPACE.sub(" ", "".join(self.parts)).strip()
        if text:
            tag, place = self.block
            self.lines.append(HtmlLine(text, tag, min(self.linked, len(text)), place))
            self._count(place, len(text))
        self.parts.clear()
        self.linked = 0

    def _count(self, place: Place | None, letters: int) -> None:
        while place is not None:
            place.letters += letters
            place = place.above
