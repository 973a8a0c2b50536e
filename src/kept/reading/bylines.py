"""Read the names out of a byline."""

from __future__ import annotations

import re

_LABEL = re.compile(
    r"^\W*(?:(?:story|text|words|posted|post|written|published|reported|report|article|analysis|opinion|reviewed|edited)\s+)?"
    r"(?:by|von|par|por)\b\s*:?\s*|^\W*(?:authors?|writers?|posted by|written by|byline|reporters?)\s*:\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|@\w+")
_CUT = re.compile(
    r"\s*(?:\||•|·|—|–|\t| - |/|;|\bon (?=[A-Z]\w+ \d)|\b(?:posted|published|updated|last updated|date|modified)\b|\bfor (?:the |CNN|BBC)"
    r"|\b\d{1,2}(?:st|nd|rd|th)?[\s/.-](?:\d|[A-Z][a-z])|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d)",
    re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:,|&|\band\b|\bund\b|\bet\b|\bwith\b)\s*", re.IGNORECASE)
_ROLES = re.compile(
    r"\b(?:staff|writer|reporter|correspondent|editor|editors|columnist|contributor|producer|journalist|bureau chief|special to|"
    r"contributing|senior|marketing|coordinator|manager|event|events|content|blog|posts?|author|md|phd|m\.d\.|ph\.d\.|dvm|rd|rn|mph|cfa|cpa|esq|jr|sr|ii|iii)\b\.?", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÀ-ÞŁŠŽĆČ][\w’'.-]*(?:[\s-]+(?:(?:[A-ZÀ-ÞŁŠŽĆČ][\w’'.-]*)|de|da|del|della|di|dos|du|la|le|van|von|der|den|bin|al|el|ibn|y)){0,5}\Z")
_NOBODY = frozenset("admin administrator editor staff webmaster user root author anonymous guest team news newsroom desk us".split())


def is_byline(line: str) -> bool:
    """Tell whether a line names who wrote the page and says so (“By …”, “Post by : …”)."""
    labelled = _LABEL.match(line)
    return bool(labelled and len(line) < 160 and names_in(line))


def names_in(line: str) -> tuple[str, ...]:
    """Give the names of a byline, in order; roles, dates, addresses and labels are left out."""
    body = _ADDRESS.sub(" ", _LABEL.sub("", line.strip(), count=1))
    cut = _CUT.search(body)
    if cut and cut.start() > 0:
        body = body[:cut.start()]
    names: list[str] = []
    for part in _BETWEEN.split(body):
        name = " ".join(re.sub(r"\([^)]*\)", " ", part).split()).strip(" .,:;*()[]")
        if is_name(name) and name not in names:
            names.append(name)
    return tuple(names)


def is_name(text: str) -> bool:
    """Tell whether a text can be a person's or an agency's name: one to six capitalised words, no role, no placeholder."""
    if not 2 < len(text) <= 60 or text.lower() in _NOBODY or any(letter.isdigit() for letter in text):
        return False
    return bool(_NAME.match(text)) and _ROLES.sub("", text).strip(" ,.") != ""
