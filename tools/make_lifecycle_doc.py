"""Write `docs/lifecycle.md`: what each development does at each stage, by walking every pair.

python tools/make_lifecycle_doc.py          rewrite the file
python tools/make_lifecycle_doc.py --check  end with 1 if it would change
"""

from __future__ import annotations

import sys
from pathlib import Path

from kept.frameworks.lifecycle import lifecycle
from kept.ledger.lifecycle import Moved, Nature, Stage, move

PAGE = Path(__file__).parents[1] / "docs" / "lifecycle.md"
HEAD = """# The life of a commitment

What each development does at each stage, for a single promise whose required votes have all been passed; made by
`tools/make_lifecycle_doc.py` from `kept.ledger.lifecycle.move`, which every view of the record goes through.

- a stage's name: the development leads there;
- `=`: the stage stays, as it should;
- `-`: not expected here: recorded, marked out of order, and the stage stays. Real life runs out of order.

*resume* leads back to the stage before the pause (here: pledged). A passed vote authorises only once no required vote
is left open. Standing and contingent commitments reach *in_force*; a completion leaves their stage as it is.

"""


def cell(stage: Stage, moved: Moved) -> str:
    """Write what a development did."""
    if not moved.in_order:
        return "-"
    return "=" if moved.stage is stage else str(moved.stage)


def row(development: str) -> str:
    """Write the row of a development: its class, then each stage."""
    walked = (move(stage, development, nature=Nature.SINGLE, previous=Stage.PLEDGED) for stage in Stage)
    cells = [cell(stage, moved) for stage, moved in zip(Stage, walked, strict=True)]
    return f"| {development} | {lifecycle().transitions[development].klass} | {' | '.join(cells)} |"


def page() -> str:
    """Write the whole page."""
    head = f"| development | class | {' | '.join(Stage)} |\n|---|---|{'---|' * len(Stage)}\n"
    return HEAD + head + "\n".join(map(row, lifecycle().transitions)) + "\n"


def main() -> int:
    """Rewrite or check the page."""
    text = page()
    changed = not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text
    if changed and "--check" not in sys.argv:
        PAGE.write_text(text, encoding="utf-8")
    print("changed" if changed else "unchanged")
    return int(changed and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
