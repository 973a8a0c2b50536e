"""Jinja2 for the site: escaping on, a missing value is an error, readers' speech at hand."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from jinja2 import Environment, StrictUndefined

from kept.web import speech
from kept.web.helpers import GLOBALS
from kept.web.pages import build


def environment(**options: Any) -> Environment:
    """Build the template environment that Django's Jinja2 backend asks for."""
    made = Environment(  # noqa: S701  Django's backend passes autoescape=True
        **{**options, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    )
    made.globals |= {"stylesheet": _stylesheet, "static": static, **GLOBALS}
    made.filters |= {
        "day": speech.day,
        "short_day": speech.short_day,
        "instant": speech.instant,
        "number": speech.number,
        "figure": speech.figure,
        "listed": speech.listed,
        "capital": speech.capital,
        "sentence": speech.sentence,
    }
    return made


def _stylesheet() -> str:
    """Give the stylesheet's address, which changes with its content."""
    return f"{static('web/kept.css')}?v={build()}"
