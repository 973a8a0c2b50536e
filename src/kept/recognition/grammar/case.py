"""One cue in its clause: who speaks, who is bound, what is done; what the rules look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kept.model.statements import Attribution, Speaker
from kept.recognition.grammar.clauses import Clause, Mark
from kept.recognition.grammar.cues import Hit, base_of, forms_of, operative
from kept.recognition.grammar.parties import Party, party
from kept.recognition.grammar.subjects import subject_of
from kept.recognition.lexicon import words

if TYPE_CHECKING:
    from kept.recognition.grammar.frames import Frame
    from kept.recognition.grammar.scene import Scene
    from kept.recognition.grammar.sentence import Sentence


_ASPECT = frozenset(("begin", "start", "be", "keep"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Who says a clause: the speaker, whose words they count as, and the frame that reports it."""

    speaker: Speaker
    attribution: Attribution
    frame: Frame | None = None
    kind: str = "narrator"
    together: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The actor spoken for; of a joint text all who signed it."""
        return self.together or ((self.speaker.speaks_for,) if self.speaker.speaks_for else ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A cue with its clause, subject, verb and speaker."""

    sentence: Sentence
    scene: Scene
    hit: Hit
    clause: Clause
    subject: Party
    span: tuple[int, int]
    said: Said
    verb: int | None
    end: int
    reasons: list[str] = field(default_factory=list)

    @property
    def base(self) -> str:
        """The base form of the operative verb, empty where there is none."""
        return base_of(self.sentence.tokens[self.verb]) if self.verb is not None else ""

    @property
    def is_passive(self) -> bool:
        """Whether something is done to the subject: be with a participle."""
        tokens = self.sentence.tokens
        if self.verb is None or tokens[self.verb].low not in ("be", "been", "being", "is", "are", "was", "were"):
            return False
        after = operative(tokens, self.verb + 1, self.end)
        return after is not None and (forms_of(tokens[after], "participle") or tokens[after].low.endswith("ed"))

    @property
    def is_own(self) -> bool:
        """Whether the speaker speaks for who is bound (C1.2)."""
        codes = set(self.subject.codes)
        if self.subject.kind == "we" or self.said.attribution == Attribution.NARRATOR or self.said.kind == "text":
            return True
        ours = {*self.said.codes, *(self.scene.joint or self.scene.institution if self.said.kind == "document" else ())}
        return bool(codes & ours)

    @property
    def is_hypothetical(self) -> bool:
        """Whether the cue stands in a conditional clause or a question (X5)."""
        return self.clause.mark == Mark.CONDITION

    def tail(self, begin: int | None = None) -> str:
        """Give the words from a token, else from the cue, to the clause's end, in lower case."""
        return self.sentence.words(self.hit.begin if begin is None else begin, self.end).lower().replace("’", "'")

    def lows(self, begin: int, end: int) -> list[str]:
        """Give the tokens of a range in lower case."""
        return [token.low for token in self.sentence.tokens[begin:end]]


def case_of(sentence: Sentence, hit: Hit, scene: Scene, *, quoted: bool) -> Case:
    """Put together what the rules look at for one cue."""
    clause = sentence.clause(hit.begin)
    subject, span = subject_of(sentence.tokens, sentence.mentions, clause, hit.begin, scene)
    said = said_by(sentence, hit.begin, scene, quoted=quoted)
    if subject.kind == "pronoun" and said.frame is not None and said.codes:
        subject = Party(codes=said.codes, kind="pronoun", label=subject.label)
    if subject.kind == "we" and (said.frame is not None or quoted) and said.codes:
        subject = Party(codes=said.codes, kind="we", label=subject.label)
    verb = _past_aspect(sentence, operative(sentence.tokens, hit.end, clause.end), clause.end)
    return Case(
        sentence=sentence,
        scene=scene,
        hit=hit,
        clause=clause,
        subject=subject,
        span=span,
        said=said,
        verb=verb,
        end=clause.end,
    )


def _past_aspect(sentence: Sentence, verb: int | None, end: int) -> int | None:
    """Step from “begin”, “start” to the verb they govern (“will soon begin disbursing”)."""
    if verb is None or sentence.tokens[verb].low not in _ASPECT:
        return verb
    after = operative(sentence.tokens, verb + 1, end)
    return after if after is not None and sentence.tokens[after].low.endswith("ing") else verb


def said_by(sentence: Sentence, place: int, scene: Scene, *, quoted: bool) -> Said:
    """Find who says a clause: its reporting frame, the open quotation's speaker, the label, the page, the narrator."""
    around = [frame for frame in sentence.around(place) if frame.how != "label"]
    if around:
        return _framed(sentence, around, scene)
    if scene.label is not None:
        return Said(speaker=scene.label, attribution=Attribution.SELF, kind="label")
    if quoted and scene.speaker is not None:
        return Said(speaker=scene.speaker, attribution=Attribution.SELF, kind="quoted")
    if scene.official:
        together = scene.joint or scene.institution
        code = together[0] if len(together) == 1 else None
        return Said(
            speaker=Speaker(label="document", speaks_for=code, kind="document"),
            attribution=Attribution.DOCUMENT,
            kind="document",
            together=together,
        )
    return Said(speaker=Speaker(label="narrator", speaks_for=None), attribution=Attribution.NARRATOR)


def _framed(sentence: Sentence, around: list[Frame], scene: Scene) -> Said:
    frame = around[-1]
    who = party(sentence.tokens, sentence.mentions, *frame.subject, scene)
    if who.kind in ("nobody", "thing") and len(around) > 1:
        frame = around[-2]
        who = party(sentence.tokens, sentence.mentions, *frame.subject, scene)
    label = who.label or "he"
    code = who.codes[0] if who.codes else None
    if who.kind == "pronoun" and scene.speaker is not None and who.label.lower() in ("he", "she"):
        return Said(speaker=scene.speaker, attribution=Attribution.SELF, frame=frame, kind="pronoun")
    if who.kind == "anonymous" or is_anonymous(sentence, frame):
        return Said(
            speaker=Speaker(label=label, speaks_for=code, kind="anonymous"),
            attribution=Attribution.ANONYMOUS,
            frame=frame,
            kind="anonymous",
        )
    if who.kind in ("thing", "deed", "nobody") and set(who.label.lower().split()) & words("documents", "speakers"):
        return Said(
            speaker=Speaker(label=label, speaks_for=None, kind="document"),
            attribution=Attribution.DOCUMENT,
            frame=frame,
            kind="text",
        )
    kind = {"person": "person", "office": "office", "named": "state", "group": "group", "private": "private"}.get(
        who.kind, "office"
    )
    attribution = Attribution.SELF if code or who.kind == "private" else Attribution.NARRATOR
    return Said(
        speaker=Speaker(label=label, speaks_for=code, kind=kind), attribution=attribution, frame=frame, kind=who.kind
    )


def is_anonymous(sentence: Sentence, frame: Frame) -> bool:
    """Tell whether a frame hides its speaker (A5)."""
    printed = sentence.words(frame.begin, frame.end).lower()
    return "anonymity" in printed or "familiar with" in printed or "who declined to be named" in printed
