"""What is known while a document is read from front to back: whose page it is, who spoke last, who was named last."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kept.model.statements import Speaker
from kept.recognition.lexicon import data

if TYPE_CHECKING:
    from datetime import date

    from kept.recognition.document import Document
    from kept.recognition.names import Names


@dataclass(slots=True)
class Scene:
    """The running context of one reading; mutable, never leaves it.

    `institution` is whose page it is; `joint` who speaks in a joint text; `speaker` who spoke last, `quoting` whether
    a quotation is open; `named` the actors named last; `owner` the state that the last subject belonged to.
    """

    names: Names
    day: date | None = None
    institution: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    official: bool = False
    speaker: Speaker | None = None
    label: Speaker | None = None
    questioned: bool = False
    quoting: bool = False
    named: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    seen: set[str] = field(default_factory=set)
    private: bool = False
    anyone: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()

    @property
    def we(self) -> tuple[str, ...]:
        """Whom “we” binds: the speaker's side in a quotation or transcript, else those whose text it is."""
        speaking = self.label or (self.speaker if self.quoting else None)
        if speaking is not None:
            return (speaking.speaks_for,) if speaking.speaks_for else self.anyone
        known = self.joint or self.institution or self.anyone
        return known or ((self.speaker.speaks_for,) if self.speaker and self.speaker.speaks_for else ())

    @property
    def is_document(self) -> bool:
        """Whether the words are an official text's own (attribution `document`)."""
        return self.official and self.label is None and not self.quoting


def scene_of(document: Document, names: Names) -> Scene:
    """Start a reading: from the page's site, title and date."""
    institution = institution_of(document.source or "", names) or _by_title(document.title or "", names)
    title = names.find(document.title or "", _day(document))
    scene = Scene(
        names=names,
        day=_day(document),
        institution=institution,
        official=bool(institution),
        title=title,
        beneficiaries=names.framework.beneficiaries,
        parties=tuple(code for agreement in names.framework.agreements for code in agreement.parties),
    )
    scene.joint = _joint(document.title or "", title, institution) if institution else ()
    scene.seen.update(title)
    low = (document.title or "").lower()
    scene.heading = tuple(
        kind for kind, starts in data("sites")["headings"].items() if any(word in low for word in starts)
    )
    scene.anyone = ("grp:speaker",) if document.any_speaker else ()
    return scene


def _day(document: Document) -> date | None:
    return document.date.last if document.date else None


def _joint(title: str, named: tuple[str, ...], institution: tuple[str, ...]) -> tuple[str, ...]:
    """Tell whose text a joint statement is: the actors its title names, with the page's own."""
    low = title.lower()
    named = tuple("org:eu" if code == "org:european-commission" else code for code in named)
    groups = tuple(code for code in named if code.startswith(("org:", "grp:")))
    spoken = any(
        word in low for word in ("remarks", "briefing", "press conference", "availab", "readout", "fact sheet")
    )
    if groups and named[:1] == groups[:1] and "statement" in low and not spoken:
        return groups[:1]
    shared = any(word in low for word in ("joint ", "declaration", "communiqu", "agreement between", "roadmap"))
    if not shared or spoken:
        return ()
    both = tuple(dict.fromkeys((*institution, *named)))
    return groups[:1] if groups and ("leaders" in low or "ministers" in low) and "with" not in low.split() else both


def institution_of(source: str, names: Names) -> tuple[str, ...]:
    """Tell whose page it is: by the ending of its address, or by the government, body or mission its site names."""
    for word in source.lower().replace("//", "/").split():
        code = _by_host(next((part for part in word.split("/") if "." in part), ""))
        if code:
            return (code,)
    if "news" in source.lower().split():
        return ()
    low = source.lower()
    if any(
        word in low
        for word in (
            "government",
            "ministry",
            "office",
            "assembly",
            "parliament",
            "mission",
            "council",
            "presidency",
            "cabinet",
        )
    ):
        return names.find(source)[:1]
    return ()


def _by_title(title: str, names: Names) -> tuple[str, ...]:
    """Tell whose text it is by its heading: “Statement by X”, or a body's own name in capitals."""
    low = title.lower()
    if low.startswith(
        (
            "statement by",
            "remarks by",
            "address by",
            "speech by",
            "statement of",
            "statement from",
            "address of",
            "letter from",
        )
    ):
        return names.find(title)[:1]
    return (
        names.find(title)[:1]
        if title.isupper() and any(word in low for word in ("mission", "ministry", "government", "office"))
        else ()
    )


def _by_host(host: str) -> str | None:
    table = data("sites")
    sites: dict[str, str] = table["sites"]
    parts = host.split(".")
    for at in range(len(parts)):
        code = sites.get(".".join(parts[at:]))
        if code:
            return code
    if len(parts) >= 3 and len(parts[-1]) == 2 and parts[-2] in table["government_words"]["words"]:
        return str(table["government_words"]["countries"].get(parts[-1], parts[-1].upper()))
    return None
