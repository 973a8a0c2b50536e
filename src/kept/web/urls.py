"""Addresses of the site."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path, register_converter
from django.urls.converters import StringConverter

from kept.web.public import about, ceasefire, changes, commitment, demands, gates, home, listing, places, source


class CodeConverter(StringConverter):
    """Matches codes as they stand in the record: letters, digits, and the signs between them."""

    regex = r"[A-Za-z0-9][A-Za-z0-9:._-]*"


register_converter(CodeConverter, "code")

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.show, name="home"),
    path("matrix.json", home.matrix_json, name="matrix-json"),
    path("follow-through.json", home.follow_through_json, name="follow-through-json"),
    path("c/<code:ref>.json", commitment.as_json, name="commitment-json"),
    path("c/<code:ref>/", commitment.show, name="commitment"),
    path("country/<code:code>/", places.country, name="country"),
    path("topic/<code:topic_id>/", places.topic, name="topic"),
    path("gates/", gates.show, name="gates"),
    path("ceasefire/", ceasefire.show, name="ceasefire"),
    path("demands/", demands.show, name="demands"),
    path("sources/", source.index, name="sources"),
    path("source/<code:capture>/", source.show, name="source"),
    path("changes/", changes.show, name="changes"),
    path("list/", listing.show, name="list"),
    path("list.csv", listing.as_csv, name="list-csv"),
    path("method/", about.method, name="method"),
    path("corrections/", about.corrections, name="corrections"),
]

handler404 = "kept.web.pages.not_found"
handler500 = "kept.web.pages.failure"
