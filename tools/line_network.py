"""The line model's network for training: forward, backward and the optimiser, in numpy.

`kept.reading.lines` runs the same network.
"""

from __future__ import annotations

import numpy as np

from kept.reading.lines import DILATIONS, GAP, POOL_AT

Weights = dict[str, np.ndarray]
Page = tuple[np.ndarray, np.ndarray, np.ndarray]
"""Features, labels and weights of the lines of one page."""


def fresh(rng: np.random.Generator, width: int, hidden: int) -> Weights:
    """Give random first weights."""

    def matrix(rows: int, columns: int, scale: float = 1.0) -> np.ndarray:
        return (rng.standard_normal((rows, columns)) * np.sqrt(2 / rows) * scale).astype(np.float32)

    weights = {"W0": matrix(width, hidden), "b0": np.zeros(hidden, np.float32)}
    for dilation in DILATIONS:
        weights[f"W{dilation}c"] = matrix(3 * hidden, hidden, 0.5)
        weights[f"b{dilation}c"] = np.zeros(hidden, np.float32)
    weights["Wg"] = matrix(2 * hidden, hidden, 0.3)
    weights["wo"] = matrix(hidden, 1, 0.5)
    weights["bo"] = np.zeros(1, np.float32)
    return weights


class Batch:
    """Several pages laid out one after another, with gaps."""

    def __init__(self, pages: list[Page]) -> None:
        total = sum(len(page[0]) + GAP for page in pages) + GAP
        self.rows = np.zeros((total, pages[0][0].shape[1]), np.float32)
        self.mask = np.zeros((total, 1), np.float32)
        self.labels, self.weights = np.zeros(total, np.float32), np.zeros(total, np.float32)
        self.spans: list[slice] = []
        at = GAP
        for rows, labels, weights in pages:
            span = slice(at, at + len(rows))
            self.rows[span], self.mask[span], self.labels[span], self.weights[span] = rows, 1, labels, weights
            self.spans.append(span)
            at += len(rows) + GAP


def shifted(rows: np.ndarray, by: int) -> np.ndarray:
    """Move the rows down, or up where `by` is negative; zeros come in."""
    moved = np.zeros_like(rows)
    if by > 0:
        moved[by:] = rows[:-by]
    else:
        moved[:by] = rows[-by:]
    return moved


class Pass:
    """One forward pass, with all that the backward pass needs."""

    def __init__(
        self, weights: Weights, batch: Batch, drop: float = 0.0, rng: np.random.Generator | None = None
    ) -> None:
        self.weights, self.batch = weights, batch
        self.first = np.maximum(batch.rows @ weights["W0"] + weights["b0"], 0) * batch.mask
        self.first_kept = self._kept(self.first, drop, rng)
        hidden = self.first * self.first_kept
        self.layers: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
        for layer, dilation in enumerate(DILATIONS):
            if layer == POOL_AT:
                hidden = self._pooled(hidden)
            near = np.concatenate([shifted(hidden, dilation), hidden, shifted(hidden, -dilation)], axis=1)
            active = np.maximum(near @ weights[f"W{dilation}c"] + weights[f"b{dilation}c"], 0) * batch.mask
            kept = self._kept(active, drop, rng)
            self.layers.append((near, active, kept))
            hidden = hidden + active * kept
        self.last = hidden
        self.scores = (hidden @ weights["wo"] + weights["bo"])[:, 0]

    @property
    def chances(self) -> np.ndarray:
        """The probability of each row."""
        return 1 / (1 + np.exp(-np.clip(self.scores, -30, 30)))

    def gradients(self) -> Weights:
        """Give the gradient of the weighted cross-entropy."""
        batch, weights = self.batch, self.weights
        error = ((self.chances - batch.labels) * batch.weights / batch.weights.sum()).astype(np.float32)[:, None]
        found = {"wo": self.last.T @ error, "bo": error.sum(0)}
        back = error @ weights["wo"].T
        for layer in reversed(range(len(DILATIONS))):
            back = self._back(layer, back, found) * batch.mask
            if layer == POOL_AT:
                back = self._unpooled(back, found)
        back = back * self.first_kept * (self.first > 0)
        found["W0"], found["b0"] = batch.rows.T @ back, back.sum(0)
        return found

    def _kept(self, rows: np.ndarray, drop: float, rng: np.random.Generator | None) -> np.ndarray:
        if rng is None or not drop:
            return np.ones((1, 1), np.float32)
        return ((rng.random(rows.shape, dtype=np.float32) > drop) / (1 - drop)).astype(np.float32)

    def _pooled(self, hidden: np.ndarray) -> np.ndarray:
        spans = self.batch.spans
        self.highest = [hidden[span].argmax(0) for span in spans]
        means = np.stack([hidden[span].mean(0) for span in spans])
        peaks = np.stack([hidden[span].max(0) for span in spans])
        self.summary = np.concatenate([means, peaks], axis=1)
        added = self.summary @ self.weights["Wg"]
        hidden = hidden.copy()
        for span, one in zip(spans, added, strict=True):
            hidden[span] += one
        return hidden

    def _unpooled(self, back: np.ndarray, found: Weights) -> np.ndarray:
        spans, hidden = self.batch.spans, back.shape[1]
        added = np.stack([back[span].sum(0) for span in spans])
        found["Wg"] = self.summary.T @ added
        inner = added @ self.weights["Wg"].T
        for span, one, highest in zip(spans, inner, self.highest, strict=True):
            back[span] += one[:hidden] / (span.stop - span.start)
            back[span.start + highest, np.arange(hidden)] += one[hidden:]
        return back

    def _back(self, layer: int, back: np.ndarray, found: Weights) -> np.ndarray:
        dilation, size = DILATIONS[layer], back.shape[1]
        near, active, kept = self.layers[layer]
        inner = back * (active > 0) * kept
        found[f"W{dilation}c"], found[f"b{dilation}c"] = near.T @ inner, inner.sum(0)
        spread = inner @ self.weights[f"W{dilation}c"].T
        return (
            back
            + spread[:, size : 2 * size]
            + shifted(spread[:, :size], -dilation)
            + shifted(spread[:, 2 * size :], dilation)
        )


class Adam:
    """The optimiser, with weight decay on matrices."""

    def __init__(self, weights: Weights, rate: float, decay: float, steps: int) -> None:
        self.rate, self.decay, self.steps, self.step = rate, decay, steps, 0
        self.mean = {name: np.zeros_like(value) for name, value in weights.items()}
        self.square = {name: np.zeros_like(value) for name, value in weights.items()}

    def update(self, weights: Weights, gradients: Weights) -> None:
        """Move the weights one step; the rate rises for fifty steps and then falls along a cosine."""
        self.step += 1
        rate = self.rate * 0.5 * (1 + np.cos(np.pi * self.step / self.steps)) * min(1.0, self.step / 50)
        for name, gradient in gradients.items():
            self.mean[name] = 0.9 * self.mean[name] + 0.1 * gradient
            self.square[name] = 0.99 * self.square[name] + 0.01 * gradient**2
            mean, square = self.mean[name] / (1 - 0.9**self.step), self.square[name] / (1 - 0.99**self.step)
            decay = 0.0 if name.startswith("b") else self.decay
            weights[name] = (weights[name] - rate * (mean / (np.sqrt(square) + 1e-8) + decay * weights[name])).astype(
                np.float32
            )


def train(
    pages: list[Page],
    *,
    hidden: int,
    epochs: int,
    seed: int,
    drop: float = 0.15,
    rate: float = 3e-3,
    decay: float = 9e-3,
    size: int = 24,
) -> Weights:
    """Train a network on pages; the same seed gives the same weights."""
    rng = np.random.default_rng(seed)
    weights = fresh(rng, pages[0][0].shape[1], hidden)
    adam = Adam(weights, rate, decay, epochs * -(-len(pages) // size))
    for _ in range(epochs):
        order = rng.permutation(len(pages))
        for start in range(0, len(order), size):
            batch = Batch([pages[place] for place in order[start : start + size]])
            adam.update(weights, Pass(weights, batch, drop, rng).gradients())
    return weights
