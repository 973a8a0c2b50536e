"""Closed lists of generic words of web pages, and the vectorised search for them.

The line model knows no other words than these: stop words and the words of page furniture, so that it learns layout, not topics.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

GROUPS: dict[str, str] = {
    "stop": "the a an of to in is was for on at it he she his her that this with from and or but as be are were have had has not "
            "they we you who its will can would could been their there which when what than then so if about into after before "
            "over because i my our said do does did how may more also one out up some no these those him them",
    "social": "share facebook twitter tweet whatsapp pinterest linkedin reddit instagram youtube tumblr email print telegram "
              "flipboard tiktok followers like likes follow",
    "legal": "copyright rights reserved privacy terms cookie cookies policy disclaimer accessibility imprint consent gdpr "
             "trademark trademarks trademarked conditions compliance",
    "prompt": "subscribe newsletter newsletters sign signup join inbox alerts notifications notified spam register download app "
              "free unsubscribe offer subscription subscribers donate account password trial promo",
    "menu": "home menu contact search skip navigation login log logout sitemap careers faq advertise shop store cart "
            "categories category archives sections sitemap help feedback jobs rss toggle close",
    "comment": "comment comments reply replies commented respond response responses upvote moderated anonymous permalink",
    "related": "related recommended popular trending latest recent next previous prev stories articles posts topics tags tagged "
               "filed read view see editors picks featured today",
    "byline": "by author written writer correspondent reporter editor staff posted published updated contributor edited reviewed",
    "advert": "advertisement advertisements advertising sponsored sponsor promoted ad ads affiliate commission",
    "calendar": "january february march april june july august september october november december jan feb mar apr jun jul aug "
                "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday",
    "clock": "am pm est edt gmt utc bst ago min mins minutes hours hour hrs days",
    "caption": "photo photos image images picture credit getty courtesy pictured shutterstock file caption photograph photographer "
               "gallery video watch slideshow",
}
NAMES = tuple(GROUPS)
STOP = NAMES.index("stop")
LONGEST = 13
_SLOTS = 1 << 15
_KEYS = np.random.default_rng(20260710).integers(1, 2**63, size=LONGEST + 1, dtype=np.uint64) | np.uint64(1)
_KEYS[LONGEST] = 0


def _hash(word: str) -> int:
    total = sum(int(_KEYS[place]) * (ord(letter) - 96) for place, letter in enumerate(word))
    return total & (2**64 - 1)


def _table() -> tuple[NDArray[np.uint64], NDArray[np.int8]]:
    full = np.zeros(_SLOTS, dtype=np.uint64)
    group = np.full(_SLOTS, -1, dtype=np.int8)
    for number, words in enumerate(GROUPS.values()):
        for word in words.split():
            _place(full, group, _hash(word), number)
    return full, group


def _place(full: NDArray[np.uint64], group: NDArray[np.int8], value: int, number: int) -> None:
    slot = value >> 49
    if group[slot] < 0 or full[slot] == value:
        full[slot], group[slot] = value, number


_FULL, _GROUP = _table()


class Words:
    """All words of a run of characters, and which of them are listed.

    `letters` holds 1–26 for a–z, 27 for other letters, 0 for everything else; `line_starts` the first place of each line.
    """

    def __init__(self, letters: NDArray[np.uint8], line_starts: NDArray[np.int64]) -> None:
        self.starts, self.sizes = _bounds(letters)
        bounds = np.searchsorted(self.starts, line_starts)
        self.first = bounds
        self.count = np.diff(np.append(bounds, len(self.starts)))
        self.line = np.repeat(np.arange(len(line_starts)), self.count)
        self.hashes = _hashes(letters, self.starts, self.sizes)
        slots = (self.hashes >> np.uint64(49)).astype(np.int64)
        known = (_FULL[slots] == self.hashes) & (self.sizes < LONGEST)
        self.group = np.where(known, _GROUP[slots], -1)
        self.opens = self.starts == line_starts[self.line]

    def per_line(self, values: NDArray[np.generic]) -> NDArray[np.float64]:
        """Add up a value of each word over the words of each line."""
        sums = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
        return np.asarray(sums[self.first + self.count] - sums[self.first])


def _bounds(letters: NDArray[np.uint8]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    inside = np.zeros(len(letters) + 2, dtype=np.int8)
    inside[1:-1] = letters > 0
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    return edges[::2], edges[1::2] - edges[::2]


def _hashes(letters: NDArray[np.uint8], starts: NDArray[np.int64], sizes: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Add up letter times key over the first letters of each word; letters behind a short word are masked to nothing."""
    hashes: NDArray[np.uint64] = letters[starts] * _KEYS[0]
    padded = np.append(letters, np.zeros(LONGEST, dtype=np.uint8))
    order, left = starts, np.arange(len(starts))
    for place in range(1, LONGEST):
        longer = sizes[left] > place
        order, left = order[longer], left[longer]
        hashes[left] += padded[order + place] * _KEYS[place]
    return hashes
