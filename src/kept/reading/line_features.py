"""Describe every line of flattened pages by its layout: lengths, case, punctuation, position, neighbours' kinds of words."""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from kept.reading.line_words import NAMES, STOP, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

CAP = 320
"""Characters of a line that are counted; its whole length and last character count besides."""

_BUCKETS = 12
_LIMIT = 0x3000
LOWER, UPPER, DIGIT, SPACE, STOPS, COMMA, COLON, QUOTE, BRACKET, MARK, OTHER, END = range(12)
_FAMILIES = {STOPS: ".!?…", COMMA: ",;", COLON: ":", QUOTE: "\"'“”‘’«»", BRACKET: "()[]{}", MARK: "|›•·©®@#*→►/_\\>%$€£+–—-"}
_COUNTED = (LOWER, UPPER, DIGIT, STOPS, COMMA, MARK)


def _kind(letter: str) -> int:
    for family, letters in _FAMILIES.items():
        if letter in letters:
            return family
    if letter == "\n":
        return END
    category = unicodedata.category(letter)
    if category.startswith("L"):
        return UPPER if category == "Lu" else LOWER
    return DIGIT if category == "Nd" else SPACE if letter.isspace() else OTHER


_KINDS = np.array([_kind(chr(code)) for code in range(_LIMIT)] + [LOWER], dtype=np.uint8)
_LETTERS = np.zeros(_LIMIT + 1, dtype=np.uint8)
for _code in range(_LIMIT):
    if _KINDS[_code] in (LOWER, UPPER):
        _small = chr(_code).lower()[:1]
        _LETTERS[_code] = ord(_small) - 96 if "a" <= _small <= "z" else 27
_LETTERS[_LIMIT] = 27
_PACKED = np.zeros(12, dtype=np.uint64)
for _place, _family in enumerate(_COUNTED):
    _PACKED[_family] = np.uint64(1) << np.uint64(10 * _place)


class Lines:
    """The lines of several pages in one row, with the bounds of each page."""

    def __init__(self, pages: Sequence[Sequence[str]]) -> None:
        self.sizes = np.array([len(page) for page in pages], dtype=np.int64)
        self.lines = list(chain.from_iterable(pages))
        self.lengths = np.fromiter(map(len, self.lines), dtype=np.float32, count=len(self.lines))
        self.first = np.repeat(np.cumsum(self.sizes) - self.sizes, self.sizes)
        self.size = np.repeat(self.sizes, self.sizes)
        self.page = np.repeat(np.arange(len(self.sizes)), self.sizes)


def features(pages: Sequence[Sequence[str]]) -> NDArray[np.float32]:
    """Describe the lines of the pages, one row each; pages follow one another in the order given."""
    rows = Lines(pages)
    if not rows.lines:
        return np.zeros((0, WIDTH), dtype=np.float32)
    shape, words = _shape(rows)
    parts = [shape, _word_groups(words, len(shape)), _shared(rows, words, shape), _repeats(rows, pages), _places(rows, shape)]
    return np.concatenate(parts, axis=1, dtype=np.float32)


def _shape(rows: Lines) -> tuple[NDArray[np.float32], Words]:
    heads = [line[:CAP] if len(line) > CAP else line for line in rows.lines]
    joined = "\n".join(heads) + "\n"
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    codes = np.minimum(codes, _LIMIT)
    ends = np.cumsum(np.fromiter(map(len, heads), dtype=np.int64, count=len(heads)) + 1)
    starts = np.concatenate([[0], ends[:-1]])
    kinds = _KINDS[codes]
    words = Words(_LETTERS[codes], starts)
    return _counts(rows, kinds, starts, words.count), words


def _counts(rows: Lines, kinds: NDArray[np.uint8], starts: NDArray[np.int64],
            words: NDArray[np.int64]) -> NDArray[np.float32]:
    packed = np.add.reduceat(_PACKED[kinds], starts)
    counts = [((packed >> np.uint64(10 * place)) & np.uint64(1023)).astype(np.float32) for place in range(len(_COUNTED))]
    shown = np.minimum(rows.lengths, CAP) + 1
    sentence = np.zeros(len(kinds), dtype=np.int32)
    sentence[:-1] = (kinds[:-1] == STOPS) & ((kinds[1:] == SPACE) | (kinds[1:] == END))
    titled = np.zeros(len(kinds), dtype=np.int32)
    titled[1:] = (kinds[1:] == UPPER) & (kinds[:-1] >= DIGIT)
    last = _KINDS[np.minimum(np.fromiter((ord(line[-1]) if line else 10 for line in rows.lines), np.uint32, len(starts)), _LIMIT)]
    columns = [np.log1p(rows.lengths), np.minimum(rows.lengths, 100) / 100, rows.lengths > 240, np.log1p(words),
               counts[0] / np.maximum(words, 1) / 5, *(count / shown for count in counts), np.minimum(counts[3], 4) / 4,
               np.minimum(counts[4], 6) / 6, np.minimum(np.add.reduceat(sentence, starts), 4) / 4,
               np.add.reduceat(titled, starts) / np.maximum(words, 1), counts[0] == 0]
    columns += [last == family for family in (LOWER, UPPER, DIGIT, STOPS, COMMA, COLON, QUOTE, BRACKET, MARK)]
    columns += [kinds[starts] == family for family in (LOWER, UPPER, DIGIT, QUOTE, BRACKET, MARK)]
    return np.stack([np.asarray(column, dtype=np.float32) for column in columns], axis=1)


def _word_groups(words: Words, size: int) -> NDArray[np.float32]:
    width = len(NAMES)
    known = words.group >= 0
    cells = words.line[known] * width + words.group[known]
    counts = np.bincount(cells, minlength=size * width).reshape(size, width).astype(np.float32)
    opening = np.bincount(cells, weights=words.opens[known], minlength=size * width).reshape(size, width)
    number = np.maximum(words.count, 1)
    short = words.per_line(words.sizes <= 3) / number
    return np.concatenate([np.minimum(counts, 5) / 5, counts / number[:, None], opening, short[:, None]], axis=1, dtype=np.float32)


def _shared(rows: Lines, words: Words, shape: NDArray[np.float32]) -> NDArray[np.float32]:
    """Tell how much of a line's content words the prose of the same page shares: headings and lists of the article do, menus do not."""
    content = (words.sizes > 3) & (words.group != STOP)
    line, buckets = words.line[content], (words.hashes[content] >> np.uint64(64 - _BUCKETS)).astype(np.int64)
    cells = (rows.page[line] << _BUCKETS) + buckets
    in_prose = _core(rows, shape)[line]
    counts = np.bincount(cells[in_prose], minlength=len(rows.sizes) << _BUCKETS)
    others = counts[cells] - in_prose
    number = np.maximum(np.bincount(line, minlength=len(rows.lines)), 1)
    share = np.bincount(line, weights=others > 0, minlength=len(rows.lines)) / number
    depth = np.bincount(line, weights=np.log1p(others), minlength=len(rows.lines)) / number
    return np.stack([share, depth], axis=1).astype(np.float32)


def _core(rows: Lines, shape: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Find the long paragraphs of each page; where there are hardly any, all its prose."""
    prose = _is_prose(rows, shape)
    long = prose & (rows.lengths > 160)
    enough = np.bincount(rows.page[long], minlength=len(rows.sizes)) >= 3
    return np.where(enough[rows.page], long, prose)


def _is_prose(rows: Lines, shape: NDArray[np.float32]) -> NDArray[np.bool_]:
    return np.asarray((shape[:, 13] > 0) & (rows.lengths > 80))


def _repeats(rows: Lines, pages: Sequence[Sequence[str]]) -> NDArray[np.float32]:
    counts = np.fromiter(chain.from_iterable(map(Counter(page).__getitem__, page) for page in pages), np.float32,
                         count=len(rows.lines))
    return np.minimum(np.log(counts), 3)[:, None]


def _places(rows: Lines, shape: NDArray[np.float32]) -> NDArray[np.float32]:
    index = np.arange(len(rows.lines)) - rows.first
    prose = np.where(_is_prose(rows, shape), rows.lengths, 0)
    columns = [index / rows.size, np.log1p(index) / 5, np.log1p(rows.size - index) / 5, np.log1p(rows.size) / 5]
    for weight in (rows.lengths, prose):
        before, total = _running(weight, rows)
        columns += [before / np.maximum(total, 1), np.log1p(before) / 10, np.log1p(total - before) / 10]
    return np.stack(columns, axis=1).astype(np.float32)


def _running(weight: NDArray[np.float32], rows: Lines) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    sums = np.concatenate([[0.0], np.cumsum(weight, dtype=np.float64)])
    start = sums[rows.first]
    return sums[:-1] - start, sums[rows.first + rows.size] - start


WIDTH = 31 + 3 * len(NAMES) + 1 + 2 + 1 + 10
