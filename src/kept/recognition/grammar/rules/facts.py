"""Reports of fact and conditions that stand alone (T11, T5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.model.statements import Attribution, Firmness, StatementType
from kept.recognition.fields.counts import count
from kept.recognition.fields.forms import stands
from kept.recognition.fields.gates import gates
from kept.recognition.grammar.cues import base_of, forms_of
from kept.recognition.grammar.rules.common import cue, has_number, has_sum, question, who
from kept.recognition.grammar.verdicts import Out, Verdict
from kept.recognition.lexicon import data

if TYPE_CHECKING:
    from kept.recognition.grammar.case import Case

_FIRM = {
    "delivery": Firmness.DELIVERED,
    "disbursement": Firmness.DELIVERED,
    "allocation": Firmness.FUNDED,
    "appropriation": Firmness.FUNDED,
    "authorisation": Firmness.AUTHORISED,
    "sanction_imposed": Firmness.DELIVERED,
    "deployment": Firmness.DELIVERED,
    "training_completed": Firmness.DELIVERED,
    "agreement_signed": Firmness.AGREED,
}
_GOODS = ("security assistance", "military", "weapon", "equipment", "ammunition")
_SEEN = ("explosion", "shot", "shelling", "violat", "attack", "strike", "fire", "drone", "breach", "missile")
_STATES = {
    "entered into force": None,
    "at their posts": "deployment",
    "no information": "background",
    "include": "background",
    "switched off": "background",
    "limited to": "authorisation",
    "ends on": "authorisation",
}
_NO_MEASURE = Out(rule="ruling 3", why="no good, sum or measure is named")


def fact(case: Case) -> Verdict | Out | None:
    """Read what was done: delivered, allocated, approved, imposed, signed, heard (ruling 3)."""
    if question(case):
        return None
    fixed = _state(case)
    if fixed or case.hit.negated:
        return fixed
    base = base_of(case.sentence.tokens[case.hit.begin])
    kind = next((kind for kind, bases in data("rules")["facts"].items() if base in bases.split()), None)
    if (
        kind is None
        or not _is_done(case)
        or (base in ("commit", "pledge") and case.lows(case.hit.end, case.hit.end + 1) == ["to"])
    ):
        return None
    return _by_kind(case, kind, base)


def _is_done(case: Case) -> bool:
    """Tell a past or perfect verb from a participle and a plan."""
    token = case.sentence.tokens[case.hit.begin]
    lows = case.lows(max(case.clause.begin, case.hit.begin - 4), case.hit.begin)
    if any(low in ("have", "has", "'ve", "had", "having") for low in lows):
        return forms_of(token, "participle")
    if any(low in ("will", "would", "to", "can", "could", "should", "must", "may", "be", "'ll") for low in lows[-2:]):
        return False
    before = lows[-1] if lows else ""
    if before in ("was", "were"):
        return forms_of(token, "participle") and case.said.kind == "document"
    return forms_of(token, "past") and before not in ("the", "a", "an", "of", "by", "is", "are", "'s")


def _state(case: Case) -> Verdict | None:
    """Read phrases that report a state by themselves."""
    words, tail = case.hit.words, case.tail(case.hit.end)
    key = next((key for key in _STATES if key in words), None)
    if key is None or (key == "include" and ("no" not in words.split() or "money" not in tail)):
        return None
    whole = case.sentence.words(0, len(case.sentence.tokens)).lower()
    decided = key in ("limited to", "ends on")
    if decided and not any(stands(whole, word) for word in ("mandate", "approval", "authorisation")):
        return None
    actors = _promiser(case) or case.subject.codes or case.said.codes
    actors = actors or (case.scene.subject if decided else case.scene.institution)
    begin, end = (0, len(case.sentence.tokens)) if key == "limited to" else (_front(case), None)
    if key == "entered into force":
        actors, begin = case.scene.parties, None
    why: tuple[str, ...] = (cue(case), who(case), "reports a state (T11)")
    return Verdict(
        type=StatementType.FACT, fact_kind=_STATES[key], actors=actors, begin=begin, end=end, rank=4, reasons=why
    )


def _promiser(case: Case) -> tuple[str, ...]:
    """Name who promised what a report speaks of: “monitors promised by X”."""
    tokens = case.sentence.tokens
    for place in range(case.clause.begin, len(tokens) - 2):
        if tokens[place].low in ("promised", "pledged", "offered") and tokens[place + 1].low == "by":
            return tuple(code for mention in case.sentence.inside(place + 2, place + 5) for code in mention.codes)
    return ()


def _by_kind(case: Case, kind: str, base: str) -> Verdict | Out | None:
    tail = case.tail(case.hit.end)
    actors = _promiser(case) or None
    if kind == "authorisation":
        return _authorised(case, base, tail)
    if kind in ("incident", "allegation"):
        return _seen(case, kind, base, tail)
    if base == "receive" and not actors:
        return None
    if not case.subject.acts:
        actors = actors or (case.said.codes if case.said.kind == "document" and _is_passive(case) else None)
        if actors is None:
            return None
    kind = _refined(case, kind, tail)
    rest = base == "receive" and " the rest " in case.sentence.words(case.hit.begin, len(case.sentence.tokens))
    why: tuple[str, ...] = (cue(case), who(case), f"done ({kind}, ruling 3)")
    return Verdict(
        type=StatementType.FACT,
        fact_kind=kind,
        firmness=_FIRM.get(kind),
        actors=actors,
        end=len(case.sentence.tokens) if rest else None,
        rank=4,
        reasons=why,
        doubt=_NO_MEASURE,
    )


def _is_passive(case: Case) -> bool:
    return bool({"was", "were", "been"} & set(case.lows(max(0, case.hit.begin - 3), case.hit.begin)))


def _refined(case: Case, kind: str, tail: str) -> str:
    if case.subject.kind == "parliament" and kind in ("delivery", "disbursement", "allocation"):
        return "appropriation"
    if kind == "delivery" and has_sum(case) and not any(stands(tail, word) for word in _GOODS):
        return "disbursement"
    return kind


def _authorised(case: Case, base: str, tail: str) -> Verdict | Out | None:
    body = case.subject.kind == "parliament" or any(code.endswith(":parliament") for code in case.subject.codes)
    cabinet = "cabinet" in case.subject.label.lower()
    own = base in ("authorise", "authorize", "approve", "sign") and case.subject.acts
    if not (body or cabinet or own) or (base in ("reject", "limit", "end") and not (body or cabinet)):
        return None
    kind, firmness = "authorisation", None if base == "reject" else Firmness.AUTHORISED
    if base == "sign" and any(
        stands(tail, word) for word in ("agreement", "declaration", "memorandum", "deal", "treaty")
    ):
        kind, firmness = "agreement_signed", Firmness.AGREED
    why: tuple[str, ...] = (cue(case), who(case), "a decision is a fact (G1)")
    return Verdict(type=StatementType.FACT, fact_kind=kind, firmness=firmness, rank=3, reasons=why, doubt=_NO_MEASURE)


def _seen(case: Case, kind: str, base: str, tail: str) -> Verdict | None:
    """Read incidents that were observed, and those that a party alleges (they are no findings)."""
    if not case.subject.acts or not any(stands(tail, thing) for thing in _SEEN):
        return None
    if (
        base in ("fire", "strike", "shell", "launch")
        and case.said.attribution == Attribution.NARRATOR
        and not has_number(case)
    ):
        return None
    observer = any(code.startswith("org:") for code in case.subject.codes)
    seen = observer and base in ("hear", "observe", "record")
    kind = "incident" if seen else "allegation" if base in ("report", "accuse") else kind
    why: tuple[str, ...] = (cue(case), who(case), "observed" if seen else "alleged, no finding")
    counted = count(case.sentence.tokens[case.hit.end : case.end], case.sentence.text) is not None
    doubt = None if counted else _NO_MEASURE
    return Verdict(type=StatementType.FACT, fact_kind=kind, rank=4, reasons=why, doubt=doubt)


def condition(case: Case) -> Verdict | Out | None:
    """Read a gate rule or a condition that stands alone: “needs the approval of parliament”, “depends on”."""
    if question(case) or case.hit.negated:
        return None
    base = base_of(case.sentence.tokens[case.hit.begin])
    if base in ("require", "need") and case.said.kind != "private" and _gated(case):
        return _gate_rule(case)
    if case.hit.words == "without" and "would" in case.tail() and case.said.codes:
        why: tuple[str, ...] = (cue(case), "states what must hold (T5)")
        return Verdict(type=StatementType.CONDITION, actors=case.said.codes, reasons=why)
    if base in ("depend", "hinge") and case.subject.acts:
        offer = case.subject.kind == "deed" and "offer" in case.subject.label.lower()
        type_ = StatementType.INTENTION if offer else StatementType.CONDITION
        return Verdict(
            type=type_, firmness=Firmness.INTENTION if offer else None, sure=offer, reasons=(cue(case), who(case))
        )
    return None


def _gated(case: Case) -> bool:
    """Tell whether a body's decision is what is needed: “the approval of parliament”, “parliamentary endorsement”."""
    tail = case.tail(case.hit.end)
    if not any(stands(tail, noun) for noun in data("gates")["decisions"]):
        return False
    tokens = case.sentence.tokens[case.hit.begin : case.end]
    return bool(gates(tokens, case.sentence.bodies(), case.sentence.text, case.scene.institution))


def _gate_rule(case: Case) -> Verdict:
    if case.sentence.tokens[case.hit.begin].low.endswith("ing"):
        why: tuple[str, ...] = (cue(case), "others are said to need a decision: a gate lead (A6, G2)")
        return Verdict(
            type=StatementType.FACT,
            fact_kind="characterisation",
            actors=("grp:unnamed-participants",),
            begin=_front(case),
            rank=2,
            reasons=why,
        )
    owner = case.subject.owner or case.subject.codes or case.scene.institution
    why = (cue(case), who(case), "a body must still decide (G2)")
    return Verdict(type=StatementType.CONDITION, actors=owner, rank=2, reasons=why)


def _front(case: Case) -> int | None:
    return case.said.frame.said[0] if case.said.frame is not None else None
