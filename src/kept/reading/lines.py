"""Tell for every line of flattened pages how likely it belongs to the article.

A small network over the layout of lines (`line_features`): dilated convolutions along the page and a summary of the whole page.
Its weights are plain arrays in `lines.npz`, made by `tools/train_lines.py`; nothing but numpy is needed to run it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from kept.reading.line_features import features

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

DILATIONS = (1, 2, 4, 8, 16)
GAP = 16
"""Empty rows between pages, so that no page sees the next: the widest dilation."""

POOL_AT = 2
"""The layer in front of which the page's summary is added."""

MODEL = "lines-1"
_GROUP = 16


class LineModel:
    """The network with its weights. `weights` maps the names of `tools/train_lines.py` to arrays."""

    def __init__(self, weights: Mapping[str, NDArray[np.float32]]) -> None:
        self.weights = {name: np.ascontiguousarray(weights[name], dtype=np.float32) for name in weights}
        self.threshold = float(weights["threshold"])

    def probabilities(self, pages: Sequence[Sequence[str]]) -> list[NDArray[np.float32]]:
        """Give for each page one probability a line that the line belongs to the article.

        Pages are worked in small groups, so that what is computed stays in the processor's cache.
        """
        return [chances for start in range(0, len(pages), _GROUP) for chances in self._group(pages[start:start + _GROUP])]

    def _group(self, pages: Sequence[Sequence[str]]) -> list[NDArray[np.float32]]:
        described = features(pages)
        sizes = [len(page) for page in pages]
        rows, mask, spans = _spread(described, sizes)
        scores = self._run(rows, mask, spans)
        return [_squash(scores[span]) for span in spans]

    def _run(self, rows: NDArray[np.float32], mask: NDArray[np.float32], spans: list[slice]) -> NDArray[np.float32]:
        weights = self.weights
        hidden = np.maximum(rows @ weights["W0"] + weights["b0"], 0) * mask
        for layer, dilation in enumerate(DILATIONS):
            if layer == POOL_AT:
                self._add_summary(hidden, spans)
            active = _convolved(hidden, weights[f"W{dilation}c"], dilation)
            active += weights[f"b{dilation}c"]
            np.maximum(active, 0, out=active)
            active *= mask
            hidden += active
        return np.asarray(hidden @ weights["wo"] + weights["bo"], dtype=np.float32)[:, 0]

    def _add_summary(self, hidden: NDArray[np.float32], spans: list[slice]) -> None:
        for span in spans:
            part = hidden[span]
            if len(part):
                part += np.concatenate([part.mean(axis=0), part.max(axis=0)]) @ self.weights["Wg"]


def _spread(described: NDArray[np.float32], sizes: list[int]) -> tuple[NDArray[np.float32], NDArray[np.float32], list[slice]]:
    """Lay the pages out one after another with gaps between them."""
    total = sum(sizes) + GAP * (len(sizes) + 1)
    rows = np.zeros((total, described.shape[1]), dtype=np.float32)
    mask = np.zeros((total, 1), dtype=np.float32)
    spans, at, source = [], GAP, 0
    for size in sizes:
        span = slice(at, at + size)
        rows[span], mask[span] = described[source:source + size], 1
        spans.append(span)
        at, source = at + size + GAP, source + size
    return rows, mask, spans


def _convolved(hidden: NDArray[np.float32], weights: NDArray[np.float32], dilation: int) -> NDArray[np.float32]:
    """Join each row with the rows `dilation` above and below it; the weights of the three stand one under another."""
    size = hidden.shape[1]
    joined = hidden @ weights[size:2 * size]
    joined[dilation:] += (hidden @ weights[:size])[:-dilation]
    joined[:-dilation] += (hidden @ weights[2 * size:])[dilation:]
    return joined


def _squash(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))), dtype=np.float32)


@cache
def line_model() -> LineModel:
    """Load the shipped weights, once."""
    with (files("kept.reading") / "lines.npz").open("rb") as stream, np.load(stream) as weights:
        return LineModel({name: weights[name] for name in weights.files})
