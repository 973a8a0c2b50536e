"""A note that the next page shows once: what was done, and a way back where there is one."""

from __future__ import annotations

from django.http import HttpRequest

_KEY = "note"


def leave(request: HttpRequest, text: str, **more: str) -> None:
    """Leave a note; `undo` names the coding whose decision it speaks of, `url` and `link` lead somewhere."""
    request.session[_KEY] = {"text": text, "undo": "", "url": "", "link": "", **more}


def take(request: HttpRequest) -> dict[str, str] | None:
    """Take the note, so that it is shown once."""
    found: dict[str, str] | None = request.session.pop(_KEY, None) if _KEY in request.session else None
    return found
