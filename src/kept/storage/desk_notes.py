"""What colleagues leave for each other: comments on cards and records, and filters under a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from kept.errors import MissingField, UnknownSubject
from kept.storage.models import CardComment, SavedFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A note on a card or record: whose, when, which words."""

    id: int
    subject: str
    person: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedFilter:
    """A filter under a name: its query string, whose it is, whether all see it."""

    id: int
    person: str
    name: str
    query: str
    is_shared: bool


def comment(subject: str, person: str, text: str, *, at: datetime) -> None:
    """Leave a comment; the same words of the same person twice in a row are one."""
    text = text.strip()
    if not text:
        raise MissingField("a comment has words", remedy="Write some")
    last = CardComment.objects.filter(subject=subject, person=person).order_by("-id").first()
    if last is None or last.text != text:
        CardComment.objects.create(subject=subject, person=person, text=text, at=at)


def comments_on(*subjects: str) -> tuple[Comment, ...]:
    """Give the comments on some subjects, oldest first."""
    return tuple(
        Comment(id=each.pk, subject=each.subject, person=each.person, text=each.text, at=each.at)
        for each in CardComment.objects.filter(subject__in=subjects).order_by("id")
    )


def remove_comment(comment_id: int, person: str) -> None:
    """Remove one's own comment."""
    gone, _ = CardComment.objects.filter(pk=comment_id, person=person).delete()
    if not gone:
        raise UnknownSubject("no such comment of yours", remedy="Only its author can remove a comment")


def save_filter(person: str, name: str, query: str, *, is_shared: bool) -> None:
    """Keep a filter under a name; the same name again replaces it."""
    if not name.strip():
        raise MissingField("a filter needs a name", remedy="Give one")
    SavedFilter.objects.update_or_create(
        person=person, name=name.strip(), defaults={"query": query, "is_shared": is_shared}
    )


def filters_of(person: str) -> tuple[NamedFilter, ...]:
    """Give the filters that somebody sees: their own, and those that others share."""
    found = SavedFilter.objects.filter(Q(person=person) | Q(is_shared=True)).order_by("name")
    return tuple(
        NamedFilter(id=each.pk, person=each.person, name=each.name, query=each.query, is_shared=each.is_shared)
        for each in found
    )


def remove_filter(filter_id: int, person: str) -> None:
    """Remove one's own filter."""
    gone, _ = SavedFilter.objects.filter(pk=filter_id, person=person).delete()
    if not gone:
        raise UnknownSubject("no such filter of yours", remedy="Only its owner can remove a filter")
