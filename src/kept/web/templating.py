"""Jinja2 for the site: escaping on, readers' words at hand."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment


def environment(**options: Any) -> Environment:
    """Build the template environment that Django's Jinja2 backend asks for."""
    return Environment(**options)  # noqa: S701  Django's backend passes autoescape=True
