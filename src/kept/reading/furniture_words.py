"""The words by which lines of page furniture give themselves away.

Each rule has triggers: a line without any of them is not looked at further, which makes the many lines of prose cheap.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kept.model.sources import FurnitureKind as Kind


class Rule(NamedTuple):
    """Lines of this kind hold one of the triggers and match the pattern."""

    kind: Kind
    triggers: frozenset[str]
    pattern: re.Pattern[str]
    why: str


def _rule(kind: Kind, triggers: str, pattern: str, why: str) -> Rule:
    return Rule(kind, frozenset(triggers.split()), re.compile(pattern, re.IGNORECASE), why)


RULES = (
    _rule(Kind.OTHER, "sample", r"^sample page written for\b", "says that it is a sample"),
    _rule(Kind.OTHER, "next press contact contacts media",
          r"^(?:next (?:report|update|issue|edition)|press (?:office|contacts?)|media contacts?|contacts?)\s*:",
          "says who to ask, or when the next one comes"),
    _rule(Kind.OTHER, "advert adverts advertisement advertisements sponsored ad ads continues",
          r"^\W*(?:adverts?|advertisements?|sponsored(?: content)?|ads?|(?:story|article) continues below.{0,20})\W*$",
          "the label of an advertisement"),
    _rule(Kind.MENU, "menu home search sections log login sign signin signup subscribe skip toggle",
          r"^(?:menu|home|search|sections|log ?in|sign ?in|sign ?up|subscribe|skip to (?:main )?content|toggle navigation|\W)+$",
          "nothing but words of a menu"),
    _rule(Kind.LEGAL, "© c copyright rights cookies cookie privacy terms reproduction imprint protection sell commission",
          r"©|\(c\) ?(?:19|20)\d\d|\bcopyright\b|\ball rights reserved\b|\b(?:we|site|website) uses? (?:\w+ )?cookies?\b|"
          r"\bcookie (?:policy|settings|preferences|notice)\b|\bprivacy (?:policy|notice|statement)\b|"
          r"\bterms (?:of (?:use|service)|and conditions|& conditions)\b|\breproduction (?:forbidden|prohibited)\b|"
          r"\bimprint\b|\bdata protection\b|\bdo not sell my\b|\bmay earn (?:an? )?(?:affiliate )?commission",
          "words of a legal notice"),
    _rule(Kind.BOOKMARK, "bookmark bookmarks saved save reading read favourites favorites my watchlist watch",
          r"\bbookmarks?\b|\b(?:saved|save) (?:this|stories|story|articles?|for later)\b|\breading list\b|"
          r"\bread(?:ing)? later\b|\b(?:my|your) favou?rites\b|\bmy (?:stories|list)\b|\bwatch ?list\b", "words of a bookmark"),
    _rule(Kind.PROMPT, "newsletter newsletters letter briefing email mail subscribe subscriber subscribers subscription sign signup signin "
                       "notified spam join app donate account register notification notifications follow journalism free unlimited",
          r"\bnewsletters?\b|\b(?:morning|daily|weekly) (?:letter|briefing|e-?mail)\b|\bsubscri(?:be|bers?|ption)\b|"
          r"\bsign[ -]?(?:up|in)\b|\bget notified\b|\b(?:no|don['’]?t|never) spam\b|\bjoin [\d,.]+k?\+?\b|"
          r"\bdownload (?:the|our) app\b|\bdonate\b|\bcreate an? (?:free )?account\b|\bregister (?:now|for)\b|"
          r"\bnotifications?\b|\benter your e-?mail\b|\bfollow us\b|\bsupport (?:our|independent) journalism\b|"
          r"\bstart your free\b|\bunlimited access\b", "asks the reader to sign up or in"),
    _rule(Kind.COMMENT, "comment comments reply replies conversation abuse",
          r"^(?:\d+|no|leave a|post a|add a|view|show|join the) ?(?:comments?|reply|replies|conversation)\b|"
          r"^comments?\b.{0,12}$|^reply$|^report abuse$", "words of a comment section"),
    _rule(Kind.CAPTION, "photo photos image images picture pictures pictured credit credits caption video videos watch illustration source "
                        "sources getty shutterstock reuters afp file photograph",
          r"^(?:photo|image|picture|file photo|pictured|credit|caption|video|watch|illustration|source)s?(?: by| credit)?\s*:|"
          r"\bgetty images\b|\bshutterstock\b|\((?:photo|image|picture|ap photo|reuters|afp|file)[^)]*\)\s*$|"
          r"\bphoto(?:graph)? (?:by|courtesy)\b", "words of a picture's caption"),
)
_TOKEN = re.compile(r"[a-z]+|©")
_TRIGGERS = frozenset(trigger for rule in RULES for trigger in rule.triggers)


def rule_for(line: str) -> Rule | None:
    """Give the first rule that a line falls under."""
    found = _TRIGGERS.intersection(_TOKEN.findall(line.lower()))
    if not found:
        return None
    return next((rule for rule in RULES if not rule.triggers.isdisjoint(found) and rule.pattern.search(line)), None)
