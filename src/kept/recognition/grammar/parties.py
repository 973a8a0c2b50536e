"""Whom a noun phrase means: a state by name, office or capital; “we”, “he”, “the government”; or a thing."""

from __future__ import annotations

from dataclasses import dataclass

from kept.recognition.grammar.scene import Scene
from kept.recognition.lexicon import data, words
from kept.recognition.names import Mention
from kept.recognition.tokens import Token

_LINKS = frozenset(("of", "from", "for", "in"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who a phrase means: codes, how, and its words; `owner` is whose a thing is.

    `kind` is `we`, `named`, `person`, `pronoun`, `office`, `parliament`, `group`, `deed`, or one that binds nobody:
    `thing`, `private`, `anonymous`, `nobody`.
    """

    codes: tuple[str, ...] = ()
    kind: str = "nobody"
    label: str = ""
    owner: tuple[str, ...] = ()

    @property
    def acts(self) -> bool:
        """Whether it can bind itself."""
        return bool(self.codes) and self.kind not in ("thing", "private", "nobody")


def party(tokens: list[Token], mentions: tuple[Mention, ...], begin: int, end: int, scene: Scene) -> Party:
    """Read the noun phrase between two tokens; where any speaker may bind, any named subject may."""
    read = _party(tokens, mentions, begin, end, scene)
    if (
        scene.anyone
        and not read.acts
        and read.kind != "nobody"
        and any(word[:1].isupper() for word in read.label.split())
    ):
        return Party(codes=scene.anyone, kind="named", label=read.label)
    return read


def _party(tokens: list[Token], mentions: tuple[Mention, ...], begin: int, end: int, scene: Scene) -> Party:
    """Read the noun phrase between two tokens."""
    begin, end = _strip(tokens, begin, end)
    if begin >= end:
        return Party()
    label = "".join(
        token.text if order == 0 or token.low.startswith("'") else " " + token.text
        for order, token in enumerate(tokens[begin:end])
    )
    inside = tuple(mention for mention in mentions if begin <= mention.begin and mention.end <= end)
    pronoun = _pronoun(tokens[begin:end], scene, label)
    if pronoun:
        return pronoun
    core = _core_end(tokens, begin, end)
    if _is_private(tokens, begin, core, end, inside):
        return Party(kind="private", label=label)
    return _named(tokens, inside, begin, core, end, scene, label)


def _strip(tokens: list[Token], begin: int, end: int) -> tuple[int, int]:
    passing = words("adverb") | words("front", "trim") | words("aux") | words("negation")
    while begin < end and (
        not tokens[begin].is_word or (tokens[begin].low in passing and tokens[begin].low not in ("all", "both"))
    ):
        begin += 1
    while end > begin and (not tokens[end - 1].is_word or tokens[end - 1].low in passing):
        end -= 1
    return begin, end


def _pronoun(phrase: list[Token], scene: Scene, label: str) -> Party | None:
    low = phrase[0].low
    if low in ("we", "i") and (len(phrase) <= 3 or phrase[1].low in (",", "all", "both", "in", "the", "and")):
        return Party(codes=scene.we, kind="we", label=label)
    ours = words("people", "nouns") | words("offices", "speakers") | {"country", "nation", "state", "team"}
    if low == "our" and len(phrase) <= 4 and phrase[-1].low in ours:
        return Party(codes=scene.we, kind="we", label=label)
    if len(phrase) > 2:
        return None
    if low in ("he", "she"):
        code = scene.speaker.speaks_for if scene.speaker else None
        return Party(codes=(code,) if code else scene.subject, kind="pronoun", label=label)
    if low in ("they", "it", "both", "neither") and (len(phrase) == 1 or low == "it"):
        return Party(codes=scene.subject or scene.joint or scene.institution, kind="pronoun", label=label)
    return Party(kind="thing", label=label) if low in words("nobody", "nouns") else None


def _core_end(tokens: list[Token], begin: int, end: int) -> int:
    for place in range(begin + 1, end):
        low = tokens[place].low
        if low in words("preposition") or low in ("who", "which", "that", ",", "(", "-"):
            return place
    return end


def _is_private(tokens: list[Token], begin: int, core: int, end: int, inside: tuple[Mention, ...]) -> bool:
    """Tell who binds nobody (ruling 15): analysts, opposition, former holders, companies."""
    telling = ("former", "opposition", "ex-president")
    lows = {tokens[core - 1].low, *(token.low for token in tokens[begin:end] if token.low in telling)}
    return bool(lows & words("private", "speakers")) and not any(mention.kind == "person" for mention in inside)


def _named(
    tokens: list[Token], inside: tuple[Mention, ...], begin: int, core: int, end: int, scene: Scene, label: str
) -> Party:
    heads = tuple(mention for mention in inside if mention.begin < core)
    rest = tuple(mention for mention in inside if mention.begin >= core)
    head = tokens[core - 1].low
    person = next((mention for mention in heads if mention.kind == "person"), None)
    if person:
        return Party(codes=_joined(tokens, inside, person, end), kind="person", label=label)
    if heads:
        return _by_heads(tokens, heads, inside, core, end, head, label)
    return _by_noun(tokens, rest, begin, core, head, scene, label)


def _by_heads(
    tokens: list[Token],
    heads: tuple[Mention, ...],
    inside: tuple[Mention, ...],
    core: int,
    end: int,
    head: str,
    label: str,
) -> Party:
    last = heads[-1]
    codes = _joined(tokens, inside, heads[0], end)
    if last.end >= core and not (last.kind == "demonym" and last.end < core):
        kind = "parliament" if last.kind == "parliament" else "named"
        return Party(codes=codes, kind=kind, label=label)
    owner = heads[0].codes
    if head in words("parliament", "speakers") or any(
        token.low in ("lawmakers", "legislature") for token in tokens[last.end : core]
    ):
        return Party(
            codes=tuple(f"{code}:parliament" if len(code) == 2 else code for code in owner),
            kind="parliament",
            label=label,
        )
    if (
        head in words("offices", "speakers")
        or head in words("people", "nouns")
        or tokens[core - 1].is_capital
        or head in ("country", "side", "people", "nation")
    ):
        return Party(codes=codes, kind="office", label=label)
    if head in words("deeds", "nouns"):
        return Party(codes=owner, kind="deed", label=label)
    if head in data("seats")["nouns"]:
        return Party(codes=codes, kind="named", label=label)
    bodies = set(words("offices", "speakers")) & {token.low for token in tokens[last.end : core]}
    if bodies:
        return Party(codes=codes, kind="office", label=label)
    return Party(kind="thing", label=label, owner=owner)


def _joined(tokens: list[Token], inside: tuple[Mention, ...], first: Mention, end: int) -> tuple[str, ...]:
    """Collect the names that “and” or a comma joins to the first one."""
    codes = list(first.codes)
    at = first.end
    for mention in inside:
        if mention.begin < at:
            continue
        between = [token.low for token in tokens[at : mention.begin]]
        joining = all(low in words("joining", "nouns") for low in between)
        if not joining:
            break
        if any(low in ("and", ",", "&", "with", "as") for low in between):
            codes.extend(mention.codes)
        at = mention.end
    return tuple(dict.fromkeys(codes))


def _by_noun(
    tokens: list[Token], rest: tuple[Mention, ...], begin: int, core: int, head: str, scene: Scene, label: str
) -> Party:
    linked = rest and core < len(tokens) and tokens[core].low in _LINKS
    names = tuple(dict.fromkeys(code for mention in rest for code in mention.codes)) if linked else ()
    if head in words("anonymous", "speakers") and not names:
        return Party(codes=(), kind="anonymous", label=label)
    if head in words("parliament", "speakers") and (names or scene.institution):
        owner = names or scene.institution
        return Party(
            codes=tuple(f"{code}:parliament" if len(code) == 2 else code for code in owner),
            kind="parliament",
            label=label,
        )
    if head in words("offices", "speakers") or head in words("people", "nouns"):
        return Party(codes=names or scene.institution or scene.subject, kind="office", label=label)
    return _by_group(tokens, names, begin, core, head, scene, label)


def _by_group(
    tokens: list[Token], names: tuple[str, ...], begin: int, core: int, head: str, scene: Scene, label: str
) -> Party:
    if head in words("deeds", "nouns") and names:
        return Party(codes=names, kind="deed", label=label)
    if head in ("side", "country", "nation", "state") and (names or scene.subject):
        return Party(codes=names or scene.we or scene.subject, kind="office", label=label)
    both = {"both", "two", "our", "three", "four", "these"} & {token.low for token in tokens[begin:core]}
    if head in ("parties", "sides", "party", "presidents", "two") or (
        both and head in ("countries", "leaders", "nations", "governments", "ministers", "states") and not names
    ):
        known = scene.parties or scene.joint or scene.title
        return Party(codes=known or ("grp:parties",), kind="group", label=label)
    if head == "allies" and tokens[core - 1].is_capital and "org:nato" in scene.seen:
        return Party(codes=("org:nato",), kind="group", label=label)
    group = data("seats")["nouns"].get(head)
    if group:
        if head in ("members", "leaders", "ministers", "countries", "states", "governments", "allies") and names:
            return Party(codes=names, kind="group", label=label)
        if head in ("leaders", "ministers") and (scene.joint or len(scene.title) > 1):
            return Party(codes=scene.joint or scene.title, kind="group", label=label)
        return Party(codes=(group,), kind="group", label=label)
    return Party(kind="thing", label=label, owner=names)
