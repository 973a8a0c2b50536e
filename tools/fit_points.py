"""Weigh the points of `recognition/data/points.toml` on coded statements (logistic regression, rounded).

Usage: KEPT_REFERENCE=… PYTHONPATH=src python tools/fit_points.py [--check]

`--check` weighs four fifths and reports the fifth that was kept back, five times; without it the file is written.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from kept.frameworks.load import load_framework
from kept.recognition.grammar import detector as reading
from kept.recognition.grammar.points import features
from kept.recognition.grammar.reader import candidates
from kept.recognition.grammar.spans import stretches
from kept.recognition.grammar.verdicts import Verdict
from kept.recognition.stream import document_of_row

TYPES = ("commitment", "intention", "demand", "fact", "refusal", "threat", "expectation", "proposal")
SCALE = 5
LEAST = 8
NEAR = {"commitment": 0.015, "intention": 0.04, "fact": 0.04}
STRENGTH = {"commitment": 6.0, "intention": 6.0, "demand": 6.0, "fact": 6.0}
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Example:
    row: str
    type: str
    names: tuple[str, ...]
    good: bool


def overlap(a: str, b: str) -> float:
    left, right = Counter(WORD.findall(a.lower())), Counter(WORD.findall(b.lower()))
    return 2 * sum((left & right).values()) / max(1, sum(left.values()) + sum(right.values()))


def examples(rows: list[dict[str, Any]]) -> list[Example]:
    found: list[Example] = []
    detector = reading.GrammarDetector()
    framework = load_framework("ukraine-security-guarantees")
    for row in rows:
        sink: list[Example] = []
        whole = reading.readings

        def spy(
            sentence: Any, scene: Any, *, quote_open: bool, row: Any = row, sink: Any = sink, whole: Any = whole
        ) -> Any:
            for case, answer in candidates(sentence, scene, quote_open=quote_open):
                if isinstance(answer, Verdict):
                    quotes = [
                        sentence.words(each.begin, each.end)
                        for each in stretches(case, answer)
                        if each.begin < each.end
                    ]
                    good = any(
                        each["type"] == answer.type and overlap(quote, each["quote"]) >= 0.5
                        for quote in quotes
                        for each in row["statements"]
                    )
                    sink.append(Example(row["id"], str(answer.type), features(case, answer), good))
            return whole(sentence, scene, quote_open=quote_open)

        reading.readings = spy
        try:
            detector.read(document_of_row(row), framework)
        finally:
            reading.readings = whole
        found.extend(sink)
    return found


def weigh(chosen: list[Example], strength: float) -> tuple[dict[str, int], int]:
    """Fit a ridge logistic regression by Newton steps; give whole points and the threshold with the best F1."""
    counts = Counter(name for each in chosen for name in each.names)
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    index = {name: order for order, name in enumerate(names)}
    x = np.zeros((len(chosen), len(names) + 1))
    x[:, -1] = 1
    for order, each in enumerate(chosen):
        for name in each.names:
            if name in index:
                x[order, index[name]] = 1
    y = np.array([each.good for each in chosen], dtype=float)
    w = np.zeros(x.shape[1])
    ridge = np.full(x.shape[1], strength)
    ridge[-1] = 0.01
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + ridge * w
        hessian = (x.T * (p * (1 - p))) @ x + np.diag(ridge)
        w -= np.linalg.solve(hessian, gradient)
    worth = {name: round(w[order] * SCALE) for name, order in index.items()}
    worth = {name: value for name, value in worth.items() if value}
    scores = np.array([sum(worth.get(name, 0) for name in each.names) for each in chosen])
    return worth, best_threshold(scores, y, NEAR.get(chosen[0].type, 0.0))


def best_threshold(scores: Any, y: Any, near: float) -> int:
    """Give the lowest threshold whose F1 is within `near` of the best: a missed promise costs readers most (2.12)."""

    def f1(threshold: int) -> float:
        kept = scores >= threshold
        return float(2 * (kept & (y > 0)).sum() / max(1, kept.sum() + y.sum()))

    tried = range(int(scores.min()), int(scores.max()) + 1)
    best = max(f1(each) for each in tried)
    return next(each for each in tried if f1(each) >= best - near)


def check(all_examples: list[Example]) -> None:
    for type_ in TYPES:
        chosen = [each for each in all_examples if each.type == type_]
        hits = kept = good = 0
        for fold in range(5):
            held = [each for each in chosen if hash_of(each.row) % 5 == fold]
            worth, threshold = weigh(
                [each for each in chosen if hash_of(each.row) % 5 != fold], STRENGTH.get(type_, 10.0)
            )
            for each in held:
                chosen_now = sum(worth.get(name, 0) for name in each.names) >= threshold
                hits, kept, good = hits + (chosen_now and each.good), kept + chosen_now, good + each.good
        print(
            f"{type_}: {len(chosen)} candidates, {good} good; kept {kept}, right {hits}, "
            f"precision {hits / max(1, kept):.3f}, recall of candidates {hits / max(1, good):.3f}"
        )


def hash_of(text: str) -> int:
    return sum(ord(char) * (order + 1) for order, char in enumerate(text))


def write(all_examples: list[Example], path: Path) -> None:
    lines = [
        "# Points for what a statement's words name, by type, and the threshold that lets a reading stand (C1.5, 2.5).",
        "# Weighed on gold/statements-train.jsonl by tools/fit_points.py; whole numbers, so that each can be read.",
        "",
    ]
    for type_ in TYPES:
        worth, threshold = weigh([each for each in all_examples if each.type == type_], STRENGTH.get(type_, 10.0))
        lines += [f"[{type_}]", f"threshold = {threshold}", f"[{type_}.points]"]
        lines += [f"{json.dumps(name)} = {value}" for name, value in sorted(worth.items())]
        lines.append("")
    path.write_text("\n".join(lines), encoding="utf-8")


def main() -> None:
    gold = Path(os.environ["KEPT_REFERENCE"]) / "gold" / "statements-train.jsonl"
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    found = examples(rows)
    if "--check" in sys.argv:
        check(found)
    else:
        write(found, Path(__file__).parent.parent / "src" / "kept" / "recognition" / "data" / "points.toml")


if __name__ == "__main__":
    main()
