"""The first page of the desk: what waits for whom."""

from __future__ import annotations

from django.http import HttpResponse

from kept.review.permissions import Action
from kept.web.desk.access import desk_page
from kept.web.desk.at import At


@desk_page(Action.READ)
def show(at: At) -> HttpResponse:
    """Show what waits."""
    return at.render("overview.html")
