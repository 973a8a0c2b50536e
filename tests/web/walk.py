"""Following every link of the site, and reading what a page says to a reader."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from django.http import HttpResponse
from django.test import Client
from lxml import html

NOT_WORDS = "//script | //style | //code | //*[@class='ref'] | //*[contains(@class, ' ref')]"
QUOTED = "//q | //blockquote | //*[contains(@class, 'page-text')]"
"""Other people's words: a code word may stand in them."""


def links(response: HttpResponse, path: str) -> list[str]:
    """Give the addresses on this site that a page leads to, without fragments."""
    page = html.fromstring(response.content)
    found = (urljoin(path, each) for each in page.xpath("//a/@href"))
    return [each.split("#")[0] for each in found if not urlsplit(each).netloc]


def walk(client: Client, start: str = "/", most: int = 300) -> dict[str, HttpResponse]:
    """Follow every link from a page, as of the day that the page shows."""
    seen: dict[str, HttpResponse] = {}
    todo = [start]
    while todo and len(seen) < most:
        path = todo.pop(0)
        if path in seen or path.startswith("/static"):
            continue
        seen[path] = client.get(path)
        if seen[path]["Content-Type"].startswith("text/html") and seen[path].status_code == 200:
            todo += links(seen[path], path)
    return seen


def words_of(response: HttpResponse) -> str:
    """Give what a page says in its own words: what is seen, read out, or shown on hovering."""
    page = html.fromstring(response.content)
    shown = [str(each) for each in page.xpath("//main//@title | //main//@aria-label")]
    for each in page.xpath(f"{NOT_WORDS} | {QUOTED}"):
        each.drop_tree()
    return re.sub(r"\s+", " ", " ".join([page.text_content(), *shown]))
