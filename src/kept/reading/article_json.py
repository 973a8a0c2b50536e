"""Write a reading beside its capture and read it back; the text itself stands apart, under its own hash."""

from __future__ import annotations

from typing import Any

from kept.model.sources import Article, Furniture, FurnitureKind, PublishedDate, Span
from kept.model.times import PartialDate

VERSION = 1


def article_to_json(article: Article) -> dict[str, Any]:
    """Write an article without its text: spans as offsets."""
    return {"v": VERSION, "blocks": [[block.start, block.end] for block in article.blocks],
            "furniture": [[part.start, part.end, str(part.kind), part.why] for part in article.furniture],
            "title": article.title, "bylines": list(article.bylines), "published": _date_to_json(article.published),
            "modified": _date_to_json(article.modified), "site": article.site, "language": article.language,
            "address": article.address, "provenance": article.provenance, "extractor": article.extractor,
            "notes": list(article.notes)}


def article_from_json(data: dict[str, Any], text: str) -> Article:
    """Read what `article_to_json` wrote, with the text that it points into."""
    blocks = tuple(Span(start=start, end=end, text=text[start:end]) for start, end in data["blocks"])
    furniture = tuple(Furniture(start=start, end=end, text=text[start:end], kind=FurnitureKind(kind), why=why)
                      for start, end, kind, why in data["furniture"])
    return Article(text=text, blocks=blocks, furniture=furniture, title=data["title"], bylines=tuple(data["bylines"]),
                   published=_date_from_json(data["published"]), modified=_date_from_json(data["modified"]), site=data["site"],
                   language=data["language"], address=data["address"], provenance=data["provenance"],
                   extractor=data["extractor"], notes=tuple(data["notes"]))


def _date_to_json(date: PublishedDate) -> dict[str, Any]:
    return {"value": str(date.value) if date.value else None, "provenance": date.provenance, "bounds": date.bounds}


def _date_from_json(data: dict[str, Any]) -> PublishedDate:
    value = PartialDate.of(data["value"]) if data["value"] else None
    return PublishedDate(value=value, provenance=data["provenance"], bounds=data["bounds"])
