"""Which records are promises of a deed, and why the others are not (rule 1 of `follow-through/1`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kept.ledger.state import CommitmentState, Filing, StatementState
from kept.model.frameworks import Framework
from kept.model.statements import Firmness
from kept.reporting.follow_through.buckets import Bucket
from kept.reporting.follow_through.chains import Chain
from kept.reporting.follow_through.parts import Parts

_PRIVATE = ("com:", "person:")
_STATEMENTS = {
    "refusal": "a refusal: it promises nothing, and is shown as such",
    "demand": "a demand: it binds nobody",
    "expectation": "words about what somebody else will do: only an actor binds itself",
    "denial": "a denial: it promises nothing",
    "threat": "a threat: it promises nothing",
    "proposal": "a proposal: it waits for others to agree",
    "condition": "it names what must happen first, and promises nothing itself",
    "intention": "an offer: the words leave room",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Why a record is not a counted promise."""

    bucket: Bucket
    reason: str


def why_left(chain: Chain, commitment: CommitmentState, parts: Parts, framework: Framework) -> Left | None:
    """Say why a commitment is not a counted promise; None where it is one. The first reason wins."""
    return next(_reasons(chain, commitment, parts, framework), None)


def _reasons(chain: Chain, commitment: CommitmentState, parts: Parts, framework: Framework) -> Iterator[Left]:
    if not is_filed(framework, commitment.filings, commitment.home):
        yield Left(bucket=Bucket.OTHER_SUBJECT, reason=f"filed under another subject ({commitment.home})")
    if all(actor.startswith(_PRIVATE) for actor in commitment.actors) and commitment.actors:
        yield Left(bucket=Bucket.COMPANY, reason="a company or private person: kept, out of every total")
    if commitment.procedural:
        yield Left(bucket=Bucket.PROCEDURAL, reason="a promise to ask, propose, consult or vote: shown with its votes")
    if not commitment.is_firm:
        yield _soft(commitment)
    if commitment.attribution in ("anonymous", "third_party", "adversary"):
        yield Left(bucket=Bucket.LEAD, reason="an unconfirmed report: counts once the actor is heard")
    if group := parts.group_of.get(commitment.id):
        yield Left(bucket=Bucket.MEMBER, reason=f"a member’s share of {group}, which is one promise of the group")
    if commitment.id in parts.envelopes:
        yield Left(bucket=Bucket.ENVELOPE, reason="an envelope: its parts are recorded and count themselves")
    if commitment.id != chain.head.id:
        yield Left(
            bucket=Bucket.SAID_AGAIN,
            reason=f"a later record of {chain.head.ref}, which counts once, from its first firm words",
        )


def _soft(commitment: CommitmentState) -> Left:
    kind = "an option named" if commitment.firmness is Firmness.FLOATED else "an offer"
    return Left(bucket=Bucket.SOFT, reason=f"{kind}: the words leave room")


def left_statement(statement: StatementState, framework: Framework) -> Left:
    """Say why a statement is not a counted promise."""
    if not is_filed(framework, statement.filings, None):
        return Left(bucket=Bucket.OTHER_SUBJECT, reason="filed under another subject")
    if statement.disposition == "lead" or statement.type == "lead":
        return Left(bucket=Bucket.LEAD, reason="an unconfirmed report: counts once the actor is heard")
    words = _STATEMENTS.get(statement.type, "words that promise no deed")
    bucket = Bucket.SOFT if statement.type == "intention" else Bucket.OTHER_WORDS
    return Left(bucket=bucket, reason=words)


def is_filed(framework: Framework, filings: tuple[Filing, ...], home: str | None) -> bool:
    """Tell whether a record belongs to a framework; one that is filed nowhere belongs to the ledger's own."""
    places = {filing.framework for filing in filings} or ({home} if home else set())
    return not places or bool(places & {framework.id, framework.slug})
