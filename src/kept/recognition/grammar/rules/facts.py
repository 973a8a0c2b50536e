"""Reports of fact and conditions that stand alone (T11, T5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.model.statements import Attribution, Firmness, StatementType
from kept.recognition.fields.forms import stands
from kept.recognition.fields.gates import gates
from kept.recognition.grammar.cues import base_of, forms_of
from kept.recognition.grammar.rules.common import cue, has_any, has_number, has_sum, question, who
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
_MONEY_GOODS = ("security assistance", "military", "weapon", "equipment", "ammunition")


def fact(case: Case) -> Verdict | Out | None:
    """Read what was done: delivered, allocated, approved, imposed, signed, heard (ruling 3)."""
    out = question(case)
    if out:
        return None
    fixed = _fixed(case)
    if fixed or case.hit.negated:
        return fixed
    token = case.sentence.tokens[case.hit.begin]
    if not _is_done(case):
        return None
    base = base_of(token)
    kind = _kind(base)
    if kind is None:
        return None
    return _by_kind(case, kind, base)


def _is_done(case: Case) -> bool:
    """Tell a past or perfect verb from a participle and a plan."""
    token = case.sentence.tokens[case.hit.begin]
    before = case.sentence.tokens[case.hit.begin - 1].low if case.hit.begin else ""
    lows = case.lows(max(case.clause.begin, case.hit.begin - 4), case.hit.begin)
    if any(low in ("have", "has", "'ve", "had") for low in lows):
        return forms_of(token, "participle")
    if any(low in ("will", "would", "to", "can", "could", "should", "must", "may", "be", "'ll") for low in lows[-2:]):
        return False
    return (
        forms_of(token, "past")
        and before not in ("the", "a", "an", "of", "by", "and", "is", "are", "'s")
        and case.subject.acts
    )


def _kind(base: str) -> str | None:
    return next((kind for kind, bases in data("rules")["facts"].items() if base in bases.split()), None)


def _fixed(case: Case) -> Verdict | None:
    """Read phrases that report a state by themselves."""
    words, tail = case.hit.words, case.tail(case.hit.end)
    kinds = {
        "entered into force": None,
        "at their posts": "deployment",
        "no information": "background",
        "include": "background",
        "switched off": "background",
        "limited to": "authorisation",
        "ends on": "authorisation",
    }
    key = next((key for key in kinds if key in words), None)
    if key is None or (key == "include" and ("no" not in words.split() or "money" not in tail)):
        return None
    if key in ("limited to", "ends on") and not any(
        stands(case.sentence.words(0, len(case.sentence.tokens)).lower(), word)
        for word in ("mandate", "approval", "authorisation")
    ):
        return None
    actors = _promiser(case) or case.subject.codes or case.said.codes
    begin, end = (0, len(case.sentence.tokens)) if key in ("limited to",) else (_front(case), None)
    actors = actors or case.scene.subject if key in ("limited to", "ends on") else actors or case.scene.institution
    if key == "entered into force":
        actors, begin = case.scene.parties, None
    return Verdict(
        type=StatementType.FACT,
        fact_kind=kinds[key],
        actors=actors,
        begin=begin,
        end=end,
        rank=4,
        reasons=(cue(case), who(case), "reports a state (T11)"),
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
    named = has_sum(case) or has_number(case)
    goods = has_any(tail, "contribution")
    actors = _promiser(case) or None
    if kind == "authorisation":
        return _authorised(case, base, tail)
    if kind in ("delivery", "disbursement", "allocation", "deployment", "training_completed", "appropriation"):
        if (base == "receive" and not actors) or not case.subject.acts:
            return None
        if not named:
            return Out(rule="ruling 3", why="no good, sum or measure is named")
        kind = _refined(case, kind, tail)
    elif kind == "sanction_imposed" and not (
        stands(tail, "sanction") or stands(tail, "ban") or base in ("sanction", "freeze", "seize", "expel")
    ):
        return None
    elif kind in ("incident", "allegation"):
        return _seen(case, kind, base, tail)
    elif kind in ("meeting", "agreement_signed", "suspension", "resumption") and not (goods or base == "sign"):
        return None
    if not case.subject.acts:
        return None
    end = (
        len(case.sentence.tokens)
        if base == "receive" and " the rest " in case.sentence.words(case.hit.begin, len(case.sentence.tokens))
        else None
    )
    return Verdict(
        type=StatementType.FACT,
        fact_kind=kind,
        firmness=_FIRM.get(kind),
        actors=actors,
        end=end,
        rank=4,
        reasons=(cue(case), who(case), f"done ({kind}, ruling 3)"),
    )


def _refined(case: Case, kind: str, tail: str) -> str:
    if case.subject.kind == "parliament":
        return "appropriation"
    if kind == "delivery" and has_sum(case) and not any(stands(tail, word) for word in _MONEY_GOODS):
        return "disbursement"
    return kind


def _authorised(case: Case, base: str, tail: str) -> Verdict | Out | None:
    body = case.subject.kind == "parliament" or any(code.endswith(":parliament") for code in case.subject.codes)
    cabinet = "cabinet" in case.subject.label.lower()
    own = base in ("authorise", "authorize", "approve", "sign") and case.subject.acts
    if not (body or cabinet or own):
        return None
    if base == "sign":
        if any(stands(tail, word) for word in ("agreement", "declaration", "memorandum", "deal", "treaty", "contract")):
            return Verdict(
                type=StatementType.FACT,
                fact_kind="agreement_signed",
                firmness=Firmness.AGREED,
                rank=4,
                reasons=(cue(case), who(case)),
            )
        if not any(
            stands(tail, word)
            for word in ("law", "act", "bill", "order", "proclamation", "decree", "legislation", "drawdown")
        ):
            return None
    if base in ("reject", "limit", "end") and not (body or cabinet):
        return None
    return Verdict(
        type=StatementType.FACT,
        fact_kind="authorisation",
        firmness=None if base == "reject" else Firmness.AUTHORISED,
        rank=3,
        reasons=(cue(case), who(case), "a decision is a fact (G1)"),
    )


def _seen(case: Case, kind: str, base: str, tail: str) -> Verdict | None:
    """Read incidents that were observed, and those that a party alleges (they are no findings)."""
    things = ("explosion", "shot", "shelling", "violation", "attack", "strike", "fire", "drone", "breach")
    if (
        not case.subject.acts
        or not any(stands(tail, thing) for thing in things)
        or not (has_number(case) or base in ("hear", "observe", "record", "report", "accuse"))
    ):
        return None
    observer = any(code.startswith("org:") for code in case.subject.codes)
    if base == "accuse" and not any(stands(tail, word) for word in things):
        return None
    kind = (
        "incident"
        if observer and base in ("hear", "observe", "record")
        else "allegation"
        if base in ("report", "accuse")
        else kind
    )
    if (
        base in ("fire", "strike", "shell", "launch")
        and case.said.attribution == Attribution.NARRATOR
        and not has_number(case)
    ):
        return None
    return Verdict(
        type=StatementType.FACT,
        fact_kind=kind,
        rank=4,
        reasons=(cue(case), who(case), "observed" if kind == "incident" else "alleged, no finding"),
    )


def condition(case: Case) -> Verdict | Out | None:
    """Read a gate rule or a condition that stands alone: “needs the approval of parliament”, “depends on”."""
    out = question(case)
    if out or case.hit.negated:
        return None
    tokens = case.sentence.tokens[case.clause.begin : case.end]
    found = gates(tokens, case.sentence.inside(case.clause.begin, case.end), case.sentence.text, case.scene.institution)
    base = base_of(case.sentence.tokens[case.hit.begin])
    owner = case.subject.owner or case.subject.codes or (case.scene.institution if case.subject.kind == "thing" else ())
    if base in ("require", "need") and found and case.said.kind != "private":
        return _gate_rule(case, owner)
    if case.hit.words == "without" and "would" in case.tail() and case.said.codes:
        return Verdict(
            type=StatementType.CONDITION, actors=case.said.codes, reasons=(cue(case), "states what must hold (T5)")
        )
    if base in ("depend", "hinge") and case.subject.acts:
        offer = case.subject.kind == "deed" and "offer" in case.subject.label.lower()
        return Verdict(
            type=StatementType.INTENTION if offer else StatementType.CONDITION,
            firmness=Firmness.INTENTION if offer else None,
            sure=offer,
            reasons=(cue(case), who(case)),
        )
    return None


def _gate_rule(case: Case, owner: tuple[str, ...]) -> Verdict:
    if case.sentence.tokens[case.hit.begin].low.endswith("ing"):
        return Verdict(
            type=StatementType.FACT,
            fact_kind="characterisation",
            actors=("grp:unnamed-participants",),
            begin=_front(case),
            rank=2,
            reasons=(cue(case), "others are said to need a decision: a gate lead (A6, G2)"),
        )
    return Verdict(
        type=StatementType.CONDITION,
        actors=owner,
        rank=2,
        reasons=(cue(case), who(case), "a body must still decide (G2)"),
    )


def _front(case: Case) -> int | None:
    return case.said.frame.said[0] if case.said.frame is not None else None
