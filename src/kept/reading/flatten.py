"""Flatten an HTML page: one line a block, each with what its tags say about it; nothing of the visible text is dropped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

from kept.errors import UnreadableInput
from kept.reading.marks import Mark, name_marks, tag_marks

_BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form frame frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section summary "
    "table tbody tfoot thead title tr ul picture img".split()
)
_CELLS = frozenset(("td", "th"))
_SILENT = ("head", "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "canvas", "math", "audio", "video",
           "select", "textarea", "datalist")
_UNNAMED = frozenset(("a", "img", "br", "b", "i", "em", "strong", "html", "body", "source", "picture", "input"))
_TOKEN = re.compile(r"<(/?)([^\s/>]+)([^>]*?)(/?)>|([^<]+)")
_NAMES = re.compile(r"""\s(?:class|id|role|itemprop)="([^"]*)\"""")
_HIDDEN = re.compile(r"""\shidden="|style="[^"]*display:\s*none""")
_SPACE = re.compile(r"[\s\u200b\ufeff]+")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&#13;", " "), ("&amp;", "&"))
_CELL = 100
_MOST = 0.55
"""A hint from class names about an element that holds more than this share of the page's text is not believed."""


class Place:
    """An element that carries hints, and how much text it encloses."""

    __slots__ = ("above", "by_name", "by_tag", "letters", "marks")

    def __init__(self, above: Place | None, by_tag: int, by_name: int) -> None:
        self.above, self.by_tag, self.by_name = above, by_tag, by_name
        self.letters, self.marks = 0, 0


@dataclass(slots=True)
class HtmlLine:
    """A line of the flattened page: its text, the tag of its block, letters inside links, hints from around it.

    `node` is the number of the element it stands in; `Flat.parents` gives the element around each.
    """

    text: str
    tag: str
    linked: int
    place: Place
    node: int
    start: int = 0

    @property
    def marks(self) -> int:
        """All hints (`Mark`) of the elements around the line."""
        return self.place.marks


@dataclass(slots=True)
class Flat:
    """A flattened page: its lines, and for each element the number of the element around it."""

    lines: list[HtmlLine]
    parents: list[int]


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


def flatten(root: Any) -> Flat:
    """Give the visible lines of the page in their order; white space inside a line is collapsed.

    What shows no text (scripts, forms' fields, pictures) is taken out of the tree. The rest is written out as XML, whose tags are
    then gone through one by one: faster than visiting the elements.
    """
    etree.strip_elements(root, *_SILENT, with_tail=False)
    walker = _Walker()
    for close, tag, attributes, empty, text in _TOKEN.findall(etree.tostring(root, encoding="unicode")):
        if text:
            walker.text(text)
        elif close:
            walker.close(tag)
        else:
            walker.open(tag, attributes, bool(empty))
    walker.flush()
    walker.believe()
    return Flat(walker.lines, walker.parents)


class _Walker:
    """Takes the tags and texts of a page in their order."""

    def __init__(self) -> None:
        self.places = [Place(None, 0, 0)]
        self.parents = [0]
        self.lines: list[HtmlLine] = []
        self.parts: list[str] = []
        self.linked = 0
        self.stack: list[tuple[str, Place, int, bool]] = [("body", self.places[0], 0, False)]
        self.first = self.stack[0]

    def open(self, tag: str, attributes: str, is_empty: bool) -> None:
        """Enter an element; one that starts a block ends the line before it."""
        if tag in _BLOCKS:
            self.flush()
        elif tag in _CELLS:
            self._cell()
        if is_empty:
            return
        block, place, node, in_link = self.stack[-1]
        if (attributes and tag not in _UNNAMED) or tag_marks(tag):
            place = self._place(tag, attributes, place)
        if tag in _BLOCKS or tag in _CELLS:
            block = tag
            self.parents.append(node)
            node = len(self.parents) - 1
        self.stack.append((block, place, node, in_link or tag == "a"))

    def close(self, tag: str) -> None:
        """Leave an element."""
        if tag in _BLOCKS:
            self.flush()
        self.stack.pop()

    def text(self, text: str) -> None:
        """Take a piece of text into the line."""
        if not self.parts:
            if text.isspace():
                return
            self.first = self.stack[-1]
        self.parts.append(text)
        if self.stack[-1][3]:
            self.linked += len(text.strip())

    def flush(self) -> None:
        """End the line."""
        if not self.parts:
            return
        text = _SPACE.sub(" ", "".join(self.parts)).strip()
        if "&" in text:
            for entity, letter in _ENTITIES:
                text = text.replace(entity, letter)
        block, place, node, _ = self.first
        if text:
            self.lines.append(HtmlLine(text, block, min(self.linked, len(text)), place, node))
            self._count(place, len(text))
        self.parts.clear()
        self.linked = 0

    def believe(self) -> None:
        """Settle which hints hold, once it is known how much text each element encloses."""
        total = max(1, self.places[0].letters)
        for place in self.places:
            believed = place.by_name if place.letters <= _MOST * total else place.by_name & _ALWAYS
            place.marks = place.by_tag | believed | (place.above.marks if place.above else 0)

    def _cell(self) -> None:
        """The short cells of a row make one line; a long cell is a block of its own."""
        if sum(map(len, self.parts)) > _CELL:
            self.flush()
        elif self.parts:
            self.parts.append(" ")

    def _place(self, tag: str, attributes: str, above: Place) -> Place:
        by_tag, by_name = tag_marks(tag), 0
        if attributes and tag not in _UNNAMED:
            names = _NAMES.findall(attributes)
            by_name = name_marks(" ".join(names)) if names else 0
            if _HIDDEN.search(attributes):
                by_tag |= int(Mark.HIDDEN)
        if not by_tag and not by_name:
            return above
        place = Place(above, by_tag, by_name)
        self.places.append(place)
        return place

    def _count(self, place: Place | None, letters: int) -> None:
        while place is not None:
            place.letters += letters
            place = place.above


_ALWAYS = int(Mark.BODY | Mark.MAIN | Mark.ARTICLE)
