"""What every page shares: the ledger at the clocks asked for, an ETag by the log's root, and clear error pages."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response

from kept.errors import KeptError, UnknownSubject, UsageError
from kept.web.cache import PAGES
from kept.web.reading import Reading

_LOG = logging.getLogger(__name__)
View = Callable[..., HttpResponse]


def page(view: View) -> Callable[..., HttpResponseBase]:
    """Serve a view with a `Reading` in place of its request: conditional, and refused in words where it must be."""

    @wraps(view)
    def served(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        try:
            reading = Reading.of(request.GET.dict())
            etag = etag_of(reading, request.get_full_path())
            unchanged = get_conditional_response(request, etag=etag)
            if unchanged:
                return unchanged
            asking = Asking(request, reading)
            return _copy(PAGES.get(etag, lambda: _fresh(view(asking, *args, **kwargs), etag)))
        except UsageError as error:
            return refusal(request, error, status=400)
        except UnknownSubject as error:
            return refusal(request, error, status=404)
        except KeptError as error:
            _LOG.error("page failed: %s", error)
            return failure(request, status=503)

    return served


class Asking:
    """A request with its reading: what a view needs to answer."""

    def __init__(self, request: HttpRequest, reading: Reading) -> None:
        self.request, self.reading = request, reading
        self.query = request.GET

    def render(self, template: str, **values: Any) -> HttpResponse:
        """Answer with a page."""
        values = {"r": self.reading, "path": self.request.path, "query": self.query, **values}
        return HttpResponse(render_to_string(template, values, self.request))


def etag_of(reading: Reading, path: str) -> str:
    """Name what an address shows: it changes with the log, the day, the address and the site's own files."""
    shown = "\n".join((reading.kept.root_hex, str(reading.today), path, build()))
    return f'"{hashlib.sha256(shown.encode()).hexdigest()[:32]}"'


@cache
def build() -> str:
    """Hash the site's templates and stylesheet, so that an update is seen at once."""
    here = Path(__file__).parent
    files = sorted(path for folder in ("templates", "static") for path in (here / folder).rglob("*") if path.is_file())
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]


def refusal(request: HttpRequest, error: KeptError, *, status: int) -> HttpResponse:
    """Answer with an error page that says what was asked, why it cannot be, and what to do."""
    reading = Reading.of({})
    values = {"r": reading, "path": request.path, "query": {}, "error": error, "status": status}
    return HttpResponse(render_to_string("refusal.html", values, request), status=status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that the site does not have."""
    error = UnknownSubject("there is no such page", where=request.path, remedy="Start from the first page")
    return refusal(request, error, status=404)


def failure(request: HttpRequest, *, status: int = 500) -> HttpResponse:
    """Answer without the ledger: it cannot be read, or the site has a fault."""
    return HttpResponse(render_to_string("failure.html", {}, request), status=status)


def _copy(response: HttpResponse) -> HttpResponse:
    """Give a response of its own to each request: what comes after may compress it or add headers."""
    return HttpResponse(response.content, status=response.status_code, headers=dict(response.headers))


def _fresh(response: HttpResponse, etag: str) -> HttpResponse:
    if response.status_code == 200:
        response["ETag"] = etag
        response["Cache-Control"] = "no-cache"
    return response
