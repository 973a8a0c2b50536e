"""Find the element of an HTML page that holds its article."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_SHARE = 0.85


def inside_container(nodes: Sequence[int], parents: Sequence[int], weights: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell for each line whether it stands in the smallest element that holds 85 % of the weight.

    `nodes` names the element of each line, `parents` the element around each element, `weights` how much each line is worth.
    """
    mass = _mass(nodes, parents, weights)
    main = _descend(mass, parents)
    known: dict[int, bool] = {main: True}
    return np.array([_is_under(node, parents, main, known) for node in nodes], dtype=bool)


def _mass(nodes: Sequence[int], parents: Sequence[int], weights: NDArray[np.float64]) -> dict[int, float]:
    """Add up the weight of each element; elements are numbered in the order of the page, so parents come first."""
    mass: dict[int, float] = defaultdict(float)
    for node, weight in zip(nodes, weights.tolist(), strict=True):
        if weight:
            mass[node] += weight
    waiting = sorted(mass, reverse=True)
    for node in range(waiting[0] if waiting else 0, 0, -1):
        if node in mass:
            mass[parents[node]] += mass[node]
    return mass


def _descend(mass: dict[int, float], parents: Sequence[int]) -> int:
    heaviest: dict[int, int] = {}
    for node, weight in mass.items():
        if node and weight > mass.get(heaviest.get(parents[node], -1), 0.0):
            heaviest[parents[node]] = node
    main = 0
    while (below := heaviest.get(main)) is not None and mass[below] >= _SHARE * mass[main]:
        main = below
    return main


def _is_under(node: int, parents: Sequence[int], main: int, known: dict[int, bool]) -> bool:
    way = []
    while node not in known and node > main:
        way.append(node)
        node = parents[node]
    answer = known.get(node, False)
    known.update(dict.fromkeys(way, answer))
    return answer
