"""Write `docs/errors.md` from the tree in `kept.errors`.

python tools/make_errors.py          rewrite the file
python tools/make_errors.py --check  end with 1 if it would change
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

from kept import errors
from kept.errors import KeptError

PAGE = Path(__file__).parents[1] / "docs" / "errors.md"
HEAD = """# Errors

Every expected failure is one line: what was found, where, and what to do about it. `kept` prints it to standard error,
shows no traceback, and leaves the record as it was. Scripts read the exit code:

| code | meaning |
|---|---|
| 0 | done |
| 1 | done, and found wanting: a check that failed, a difference that was asked for |
| 2 | usage: the command was asked for something that it cannot mean |
| 3 | input that cannot be read |
| 4 | refused by a rule of the record |
| 5 | storage: the ledger's folder or database |
| 6 | network |

The classes, as a program sees them that imports `kept.errors`; made by `tools/make_errors.py`:

| class | kind of | code | when |
|---|---|---|---|
"""


def tree(root: type[KeptError] = KeptError) -> Iterator[type[KeptError]]:
    """Give the class and all below it, parents first."""
    yield root
    for child in root.__subclasses__():
        yield from tree(child)


def row(kind: type[KeptError]) -> str:
    """Write the row of a class: its docstring's first line says when it is raised."""
    said = (inspect.getdoc(kind) or "").splitlines()[0]
    parent = kind.__bases__[0].__name__
    kind_of = f"`{parent}`" if parent != "Exception" else ""
    return f"| `{kind.__name__}` | {kind_of} | {kind.exit_code} | {said} |"


def page() -> str:
    """Write the whole page."""
    own = [kind for kind in tree() if kind.__module__ == errors.__name__]
    return HEAD + "\n".join(map(row, own)) + "\n"


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
