"""Forms of support and the theme of the framework, by the words of the statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kept.recognition.lexicon import data

if TYPE_CHECKING:
    from kept.model.frameworks import Framework


def forms(quote: str, framework: Framework, *, has_money: bool) -> tuple[str, ...]:
    """Name the forms whose words stand in a quote, finer ones instead of their parents."""
    low = " " + quote.lower().replace("’", "'") + " "
    found = [form.id for form in framework.forms if any(stands(low, word) for word in form.words)]
    for form, stems in data("forms")["forms"].items():
        if not any(known.split(".")[0] == form for known in found) and any(stands(low, stem) for stem in stems):
            found.append(form)
    if has_money and not any(known.split(".")[0] == "finance" for known in found):
        found.append("finance")
    return tuple(known for known in dict.fromkeys(found) if not any(other.startswith(known + ".") for other in found))


def stands(low: str, stem: str) -> bool:
    """Tell whether a stem starts a word of a text in lower case."""
    at = low.find(stem)
    while at >= 0:
        if at == 0 or not low[at - 1].isalnum():
            return True
        at = low.find(stem, at + 1)
    return False


def topic(quote: str, found: tuple[str, ...], framework: Framework) -> str | None:
    """Name the theme by its own words, else by the first form that belongs to one; None outside the framework."""
    low = " " + quote.lower().replace("’", "'") + " "
    score = {each.id: sum(stands(low, word) for word in each.words) for each in framework.topics}
    best = max(score, key=lambda each: score[each], default=None)
    if best is not None and score[best]:
        return best
    wanted = [data("forms")["topics"].get(form.split(".")[0]) for form in found]
    return next(
        (each.id for want in wanted if want for each in framework.topics if each.id.split(".")[-1] == want), None
    )
