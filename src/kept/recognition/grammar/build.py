"""From a verdict and its stretch of words to a statement with all its fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kept.model.evidence import Quote
from kept.model.statements import Attribution, StatedCondition, Statement, StatementType
from kept.recognition.fields.beneficiary import Receivers, beneficiary
from kept.recognition.fields.conditions import clause_condition, kind_of, phrases
from kept.recognition.fields.counts import count
from kept.recognition.fields.dates import When, times
from kept.recognition.fields.forms import forms, topic
from kept.recognition.fields.gates import gates
from kept.recognition.fields.money import sums
from kept.recognition.tokens import Token

if TYPE_CHECKING:
    from kept.model.money import Amount, Quantity
    from kept.model.statements import StatedGate
    from kept.recognition.grammar.case import Case
    from kept.recognition.grammar.spans import Stretch
    from kept.recognition.grammar.verdicts import Verdict

_WITHOUT_RECEIVER = (
    StatementType.THREAT,
    StatementType.DENIAL,
    StatementType.WITHDRAWAL,
    StatementType.CONDITION,
)
_TIMED = frozenset(("commitment", "intention", "demand", "expectation", "proposal", "refusal", "withdrawal"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What binds a statement: conditions, gates, sum, count, deadline."""

    conditions: tuple[StatedCondition, ...]
    gates: tuple[StatedGate, ...]
    amount: Amount | None
    quantity: Quantity | None
    deadline: str | None
    due: str | None
    start_date: str | None


def statement(case: Case, verdict: Verdict, stretch: Stretch, detector: str, *, around: bool) -> Statement:
    """Write the statement of a verdict over a stretch of the sentence."""
    sentence = case.sentence
    actors = tuple(dict.fromkeys(verdict.actors if verdict.actors is not None else case.subject.codes))
    quote = Quote.at(sentence.text, sentence.tokens[stretch.begin].start, sentence.tokens[stretch.end - 1].end)
    terms = terms_of(case, stretch, actors, verdict)
    found = forms(quote.exact, case.scene.names.framework, has_money=terms.amount is not None)
    receiver = _receiver(case, stretch, actors, found, verdict, around=around)
    return Statement(
        type=verdict.type,
        quote=quote,
        actors=actors,
        addressee=verdict.addressee or _adversary(case, stretch, verdict, found, actors),
        beneficiary=receiver,
        speaker=case.said.speaker,
        attribution=attribution(case, verdict, actors, receiver),
        topic=topic(quote.exact, found, case.scene.names.framework),
        form=found,
        firmness=verdict.firmness,
        conditions=terms.conditions,
        gates=terms.gates,
        amount=terms.amount,
        quantity=terms.quantity,
        deadline=terms.deadline,
        due=terms.due,
        start_date=terms.start_date,
        fact_kind=verdict.fact_kind,
        continuation=verdict.continuation,
        sure=verdict.sure and bool(actors),
        detector=detector,
        why=(*verdict.reasons, *_field_reasons(terms)),
    )


def terms_of(case: Case, stretch: Stretch, actors: tuple[str, ...], verdict: Verdict) -> Terms:
    """Read conditions, gates, numbers and dates, each inside the stretch of its own clause (M1)."""
    sentence = case.sentence
    tokens = sentence.tokens[stretch.begin : stretch.end]
    whens = times(tokens, case.scene.day) if verdict.type in _TIMED or verdict.type == StatementType.FACT else ()
    money = sums(tokens, sentence.text, actors)
    taken = (*((each.begin, each.end) for each in money), *((when.begin, when.end) for when in whens))
    conditions = _conditions(case, stretch, whens)
    deadline = next((when for when in whens if not when.starts), None) if verdict.type in _TIMED else None
    start = next((when for when in whens if when.starts or _dates_fact(tokens, when, verdict)), None)
    due = deadline.due if deadline else None
    if deadline and deadline.due and deadline.after is None and conditions and tokens[deadline.begin].low == "within":
        due = _from_condition(tokens, deadline)
    printed = sentence.text[tokens[deadline.begin].start : tokens[deadline.end - 1].end] if deadline else None
    return Terms(
        conditions=conditions,
        gates=_gates(case, tokens, actors, verdict),
        amount=money[0].amount if money else None,
        quantity=count(tokens, sentence.text, taken),
        deadline=printed,
        due=due,
        start_date=start.due if start else None,
    )


def _gates(case: Case, tokens: list[Token], actors: tuple[str, ...], verdict: Verdict) -> tuple[StatedGate, ...]:
    """Read gates; what a parliament itself decided is no gate still named beside it."""
    if verdict.type == StatementType.FACT and any(code.endswith(":parliament") for code in actors):
        return ()
    return gates(tokens, case.sentence.bodies(), case.sentence.text, case.scene.institution or actors[:1])


def _dates_fact(tokens: list[Token], when: When, verdict: Verdict) -> bool:
    """Tell whether a time says since when a fact holds (“on 1 May”), not until when (“ends on”)."""
    before = tokens[when.begin - 1].low if when.begin else ""
    return (
        verdict.type == StatementType.FACT
        and tokens[when.begin].low == "on"
        and not before.startswith(("end", "expire"))
    )


def _from_condition(tokens: list[Token], deadline: When) -> str | None:
    again = times([*tokens[deadline.begin : deadline.end], *_of_it(tokens)], None)
    return again[0].due if again else None


def _of_it(tokens: list[Token]) -> list[Token]:
    return [Token(word, word, tokens[-1].end, tokens[-1].end) for word in ("of", "it")]


def _conditions(case: Case, stretch: Stretch, whens: tuple[When, ...]) -> tuple[StatedCondition, ...]:
    sentence = case.sentence
    found: list[StatedCondition] = []
    if stretch.condition is not None:
        clause = clause_condition(sentence.tokens[stretch.condition.begin : stretch.condition.end], sentence.text)
        if clause is not None:
            found.append(clause)
    tokens = sentence.tokens[stretch.begin : stretch.end]
    for when in whens:
        if when.after is not None and when.after[0] < when.after[1]:
            printed = sentence.text[tokens[when.after[0] - 1].start : tokens[when.after[1] - 1].end]
            found.append(StatedCondition(kind=kind_of(printed, "trigger_event"), text=printed))
    if not found:
        found.extend(phrases(tokens, sentence.text))
    return tuple(found)


def _receiver(
    case: Case, stretch: Stretch, actors: tuple[str, ...], found: tuple[str, ...], verdict: Verdict, *, around: bool
) -> str | None:
    if verdict.type in _WITHOUT_RECEIVER:
        return None
    about = Receivers(
        actors=actors,
        forms=frozenset(form.split(".")[0] for form in found),
        wanted=case.scene.beneficiaries,
        around=around,
        demand=verdict.type == StatementType.DEMAND,
    )
    return beneficiary(case.sentence.tokens, case.sentence.mentions, stretch.begin, stretch.end, about)


def _adversary(
    case: Case, stretch: Stretch, verdict: Verdict, found: tuple[str, ...], actors: tuple[str, ...]
) -> tuple[str, ...]:
    """Name who is threatened, or sanctioned: the state named against."""
    if verdict.type != StatementType.THREAT and "sanctions" not in found:
        return ()
    begin = stretch.condition.begin if stretch.condition is not None else stretch.begin
    named = [
        mention.codes[0]
        for mention in case.sentence.mentions
        if begin <= mention.begin < stretch.end and mention.kind in ("state", "demonym", "metonym", "person")
    ]
    others = [code for code in named if code not in actors and code not in case.scene.beneficiaries]
    return tuple(others[:1])


def attribution(case: Case, verdict: Verdict, actors: tuple[str, ...], receiver: str | None) -> Attribution:
    """Tell whose words they are: the actor's own, a document's, the receiver's, another's (2.6)."""
    said = case.said
    handed = verdict.fact_kind in ("delivery", "disbursement", "non_delivery", "background")
    if said.attribution in (Attribution.DOCUMENT, Attribution.NARRATOR, Attribution.ANONYMOUS):
        speaking = set(case.scene.joint or case.scene.institution)
        if (
            said.attribution == Attribution.DOCUMENT
            and actors
            and not speaking & set(actors)
            and verdict.type in (StatementType.COMMITMENT, StatementType.FACT, StatementType.EXPECTATION)
        ):
            return (
                Attribution.RECIPIENT
                if speaking & set(case.scene.beneficiaries)
                else Attribution.THIRD_PARTY
                if verdict.type == StatementType.EXPECTATION
                else Attribution.DOCUMENT
            )
        return said.attribution
    if handed and set(said.codes) & set(case.scene.beneficiaries):
        return Attribution.RECIPIENT
    if not actors or set(actors) & set(said.codes) or verdict.type in (StatementType.DEMAND, StatementType.PROPOSAL):
        return Attribution.SELF
    if set(said.codes) & set(case.scene.beneficiaries) and verdict.type == StatementType.COMMITMENT:
        return Attribution.RECIPIENT
    return Attribution.THIRD_PARTY


def _field_reasons(terms: Terms) -> tuple[str, ...]:
    reasons = [f"condition “{each.text}” ({each.kind})" for each in terms.conditions]
    reasons += [f"gate “{each.text}” ({each.kind})" for each in terms.gates]
    if terms.due:
        reasons.append(f"deadline “{terms.deadline}” = {terms.due} (D2, D3)")
    return tuple(reasons)
