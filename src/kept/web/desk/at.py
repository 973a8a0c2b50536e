"""Who is at the desk, at which ledger: what a view of the desk needs to read, to act and to answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse

from kept.bootstrap import Kept, now
from kept.ledger.state import Record
from kept.model.times import Clocks
from kept.pipeline.desk import Desk
from kept.review.permissions import Action, Role, may, role_of
from kept.storage.accounts import Account
from kept.storage.people import names_of_people
from kept.web.desk import notes
from kept.web.reading import Reading, current


class DeskReading(Reading):
    """A reading of the whole record, what is not public included."""

    @cached_property
    def record(self) -> Record:
        """The record with everything decided, on the day."""
        return self.kept.record(self.clocks, public=False)

    def on(self, day: date) -> Record:
        """Give the whole record as of another day."""
        return self.kept.record(replace(self.clocks, as_of=day), public=False)


@dataclass(eq=False)
class At:
    """A request of somebody at the desk."""

    request: HttpRequest
    account: Account

    @cached_property
    def kept(self) -> Kept:
        """The opened ledger."""
        return cast(Kept, current())

    @cached_property
    def reading(self) -> DeskReading:
        """The record with its words, as of today."""
        return DeskReading(kept=self.kept, clocks=Clocks(as_of=self.kept.today), query={})

    @cached_property
    def desk(self) -> Desk:
        """The ledger opened for work by whoever asks: every entry carries this person."""
        return replace(self.kept.desk, person=self.account.person)

    @cached_property
    def people(self) -> dict[str, str]:
        """Names by person's id."""
        return names_of_people()

    @property
    def role(self) -> Role:
        """What the person is at the desk."""
        return role_of(self.account.role)

    @property
    def person(self) -> str:
        """The person's id, as it stands in entries."""
        return self.account.person

    @property
    def form(self) -> dict[str, str]:
        """What was typed into a form."""
        return {name: str(value).strip() for name, value in self.request.POST.items()}

    def may(self, action: Action | str) -> bool:
        """Tell whether this person may do something."""
        return may(self.role, Action(action))

    def who(self, person: str) -> str:
        """Name a person of the desk."""
        return self.people.get(person) or "somebody who has left"

    def render(self, template: str, *, status: int = 200, **values: Any) -> HttpResponse:
        """Answer with a page of the desk."""
        values = {
            "at": self,
            "r": self.reading,
            "path": self.request.path,
            "query": self.request.GET,
            "note": notes.take(self.request),
            "error": None,
            **values,
        }
        return HttpResponse(render_to_string(f"desk/{template}", values, self.request), status=status)

    def note(self, text: str, **more: str) -> None:
        """Leave a note that the next page shows once."""
        notes.leave(self.request, text, **more)

    def go(self, view: str, *args: Any, query: str = "", anchor: str = "") -> HttpResponseRedirect:
        """Lead on to another page of the desk."""
        return HttpResponseRedirect(
            reverse(view, args=args) + (f"?{query}" if query else "") + (f"#{anchor}" if anchor else "")
        )


def moment_of_request() -> Any:
    """Give the instant, for what concerns accounts and locks; entries take theirs from the ledger."""
    return now()
