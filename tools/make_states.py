"""Set the titles of `states.toml` to CLDR's English names, as Babel ships them.

    python tools/make_states.py          rewrite the file
    python tools/make_states.py --check  say what would change, and end with 1 if anything would

Everything else in the file (names, demonyms, capitals, zones) is kept by hand.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from babel import Locale

STATES = Path(__file__).parents[1] / "src" / "kept" / "frameworks" / "data" / "states.toml"
NOT_ISO_3166_1 = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"})
"""Codes of CLDR that are reserved, user-assigned or no territory."""

_TITLE = re.compile(r"^\[([A-Z]{2})\]\ntitle = \"[^\"\n]*\"$", re.MULTILINE)


def territories() -> dict[str, str]:
    """Give CLDR's English name of every territory that it knows, by ISO 3166-1 alpha-2 code."""
    names = Locale("en").territories
    return {code: names[code] for code in sorted(names) if re.fullmatch("[A-Z]{2}", code)}


def with_titles(text: str, names: dict[str, str]) -> str:
    """Put CLDR's names into the text of `states.toml`."""
    return _TITLE.sub(lambda match: f"[{match[1]}]\ntitle = {json.dumps(names[match[1]], ensure_ascii=False)}", text)


def missing(text: str, names: dict[str, str]) -> list[str]:
    """List the codes of ISO 3166-1 that the file does not have."""
    present = set(re.findall(r"^\[([A-Z]{2})\]$", text, re.MULTILINE))
    return sorted(set(names) - NOT_ISO_3166_1 - present)


def main() -> int:
    """Rewrite or check the file."""
    before, names = STATES.read_text(encoding="utf-8"), territories()
    after, absent = with_titles(before, names), missing(before, names)
    if "--check" not in sys.argv:
        STATES.write_text(after, encoding="utf-8")
    print("unchanged" if after == before else "titles differ from CLDR", *(f"missing: {code}" for code in absent))
    return int(bool(absent) or ("--check" in sys.argv and after != before))


if __name__ == "__main__":
    sys.exit(main())
