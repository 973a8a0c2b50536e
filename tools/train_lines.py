#!/usr/bin/env python3
"""Train the line model (`src/kept/reading/lines.npz`), or measure it by cross-validation over sites.

    PYTHONPATH=src:. python tools/train_lines.py REFERENCE --out src/kept/reading/lines.npz
    PYTHONPATH=src:. python tools/train_lines.py REFERENCE --folds 5 --answers FOLDER

REFERENCE is the folder with `pages/flattened.jsonl.gz`, `pages/flattened.sparse.jsonl.gz` and
`corpus/official-statements.jsonl.gz`.
With `--answers` the labels of each page by a model that never saw its site are written for `score_pages.py`, and one
`fold-N.npz` a model. The same seed gives the same weights. Layout features only: no word of a page but
the closed lists of
`kept.reading.line_words` has a weight.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np

from kept.reading.line_features import features
from kept.reading.lines import LineModel
from kept.reading.units import units
from tools.line_network import Page, Weights, train
from tools.line_pages import Furnisher, Row, load, thinned

SETS = ("flattened", "flattened.sparse")
STATEMENTS = 200
THRESHOLD = 0.35


def main() -> None:
    """Train once on everything, or once a fold."""
    options = _options()
    pages = {name: load(options.reference / "pages" / f"{name}.jsonl.gz") for name in SETS}
    statements = _statements(options.reference)
    if options.out:
        weights = fit(pages, statements, options)
        np.savez_compressed(options.out, **weights)  # type: ignore[arg-type]  # names map to arrays
    for fold in range(options.folds):
        seen = {
            name: [row for row in rows if fold_of(row["domain"], options.folds) != fold] for name, rows in pages.items()
        }
        unseen = {
            name: [row for row in rows if fold_of(row["domain"], options.folds) == fold] for name, rows in pages.items()
        }
        weights = fit(seen, statements, options)
        _answer(LineModel(weights), unseen, options.answers, fold)
        np.savez_compressed(options.answers / f"fold-{fold}.npz", **weights)  # type: ignore[arg-type]  # as above


def fold_of(site: str, folds: int) -> int:
    """Give the fold of a site: all its pages are in one."""
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % folds


def fit(pages: dict[str, list[Row]], statements: list[Row], options: argparse.Namespace) -> Weights:
    """Train on the pages and their variants, and fold the scaling of the features into the first layer."""
    rng = np.random.default_rng(options.seed)
    full, every = pages[SETS[0]], [row for rows in pages.values() for row in rows]
    furnisher = Furnisher(full)
    variants = [thinned(row, rng) for row in full for _ in range(options.thinned)]
    variants += [furnisher.furnished(row, rng) for row in [*every, *statements] for _ in range(options.furnished)]
    rows = [row for row in [*every, *statements, *variants] if len(row["lines"]) > 3]
    described = _described(rows)
    known = np.concatenate(described[: len(every)])
    mean, spread = known.mean(axis=0), known.std(axis=0) + 1e-3
    examples = [_example(row, (one - mean) / spread) for row, one in zip(rows, described, strict=True)]
    weights = train(examples, hidden=options.hidden, epochs=options.epochs, seed=options.seed)
    weights["b0"] = weights["b0"] - (mean / spread) @ weights["W0"]
    weights["W0"] = weights["W0"] / spread[:, None]
    weights["threshold"] = np.float32(THRESHOLD)
    return weights


def _described(rows: list[Row]) -> list[np.ndarray]:
    found: list[np.ndarray] = []
    for start in range(0, len(rows), 64):
        part = rows[start : start + 64]
        bounds = np.cumsum([len(row["lines"]) for row in part])[:-1]
        found += np.split(features([row["lines"] for row in part]), bounds)
    return found


def _example(row: Row, described: np.ndarray) -> Page:
    """Weigh long pages less than their length, doubtful ones by half, and title lines not at all."""
    size = len(row["lines"])
    weights = np.full(
        size, min(1.0, (150 / size) ** 0.5) * row.get("weight", 1.0 if row["gold_coverage"] > 0.95 else 0.5), np.float32
    )
    weights[row.get("title_idx") or []] = 0
    return described, np.array(row["labels"], np.float32), weights


def _statements(reference: Path) -> list[Row]:
    """Take official statements of the public domain as pages that are article from end to end."""
    rows = load(reference / "corpus" / "official-statements.jsonl.gz")
    step = max(1, len(rows) // STATEMENTS)
    return [_statement(row) for row in rows[::step][:STATEMENTS]]


def _statement(row: dict[str, Any]) -> Row:
    lines = [part.text for part in units(row["text"])][:120]
    head = [place for place, line in enumerate(lines[:3]) if len(line) < 80 and not line.endswith((".", ":"))]
    return {
        "lines": lines,
        "labels": [1] * len(lines),
        "title_idx": head,
        "gold_coverage": 1.0,
        "weight": 0.3,
        "domain": row["source"],
    }


def _answer(model: LineModel, unseen: dict[str, list[Row]], folder: Path, fold: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in unseen.items():
        chances = model.probabilities([row["lines"] for row in rows])
        with (folder / f"{name}.jsonl").open("w" if fold == 0 else "a", encoding="utf-8") as stream:
            for row, page in zip(rows, chances, strict=True):
                labels = [int(chance >= model.threshold) for chance in page.tolist()]
                stream.write(
                    json.dumps({"id": row["id"], "labels": labels, "chances": [round(float(one), 3) for one in page]})
                    + "\n"
                )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reference", type=Path)
    parser.add_argument("--out", type=Path, help="where to write the weights")
    parser.add_argument("--folds", type=int, default=0, help="how many folds to measure by")
    parser.add_argument("--answers", type=Path, default=Path("var/lines"), help="where to write what the folds answer")
    parser.add_argument("--hidden", type=int, default=32)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--thinned", type=int, default=1, help="variants a page with less furniture")
    parser.add_argument("--furnished", type=int, default=3, help="variants a page with other furniture")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


if __name__ == "__main__":
    main()
