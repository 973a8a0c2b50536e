"""What the tags and class names of an HTML page say about the parts they enclose."""

from __future__ import annotations

import re
from enum import IntFlag, auto
from functools import lru_cache
from itertools import pairwise


class Mark(IntFlag):
    """A hint about a part of a page, from its tag or from the words of its class, id and role."""

    NAV = auto()
    HEADER = auto()
    FOOTER = auto()
    ASIDE = auto()
    ARTICLE = auto()
    MAIN = auto()
    CAPTION = auto()
    LIST = auto()
    TABLE = auto()
    HEADING = auto()
    QUOTE = auto()
    FORM = auto()
    COMMENT = auto()
    RELATED = auto()
    SHARE = auto()
    PROMPT = auto()
    BYLINE = auto()
    DATE = auto()
    LEGAL = auto()
    HIDDEN = auto()
    TITLE = auto()
    BODY = auto()
    ADVERT = auto()


_BY_TAG = {
    "nav": Mark.NAV, "header": Mark.HEADER, "footer": Mark.FOOTER, "aside": Mark.ASIDE, "article": Mark.ARTICLE, "main": Mark.MAIN,
    "figcaption": Mark.CAPTION, "figure": Mark.CAPTION, "li": Mark.LIST, "table": Mark.TABLE, "h1": Mark.HEADING | Mark.TITLE,
    "h2": Mark.HEADING, "h3": Mark.HEADING, "h4": Mark.HEADING, "h5": Mark.HEADING, "h6": Mark.HEADING, "blockquote": Mark.QUOTE,
    "form": Mark.FORM, "button": Mark.FORM, "label": Mark.FORM, "dialog": Mark.PROMPT, "time": Mark.DATE, "address": Mark.BYLINE,
    "menu": Mark.NAV,
}
_BY_WORD = {
    Mark.NAV: "nav navbar navigation menu menus breadcrumb breadcrumbs pagination pager toc skip tabs",
    Mark.HEADER: "masthead topbar siteheader banner",
    Mark.FOOTER: "footer colophon contentinfo",
    Mark.ASIDE: "sidebar aside rail complementary widget widgets secondary",
    Mark.COMMENT: "comment comments commentlist disqus respond replies discussion",
    Mark.RELATED: "related recommended recommendation recommendations morefrom morenews morestories moreon readmore readnext readalso "
                  "trending popular mostread mostpopular latest teaser teasers promo promos outbrain taboola upnext alsolike nextpost "
                  "prevpost recirc recirculation relatedposts relatedarticles",
    Mark.SHARE: "share sharing social sharedaddy addthis followus sharebar sharetools socialmedia",
    Mark.PROMPT: "newsletter newsletters subscribe subscription signup paywall popup modal login optin cta donate piano",
    Mark.BYLINE: "byline bylines author authors authorbio writer contributor contributors vcard",
    Mark.DATE: "dateline date datetime timestamp published pubdate time postedon updated datepublished",
    Mark.LEGAL: "cookie cookies consent gdpr legal copyright disclaimer disclosure",
    Mark.CAPTION: "caption captions wpcaption photocredit credit cutline imagecaption mediacaption",
    Mark.ADVERT: "ad ads advert advertisement sponsored adsense dfp affiliate",
    Mark.TITLE: "headline entrytitle posttitle articletitle pagetitle",
    Mark.BODY: "articlebody storybody entrycontent postcontent articlecontent postbody bodycopy storytext articletext contentbody "
               "bodycontent mwparser fieldbody",
    Mark.HIDDEN: "hidden visuallyhidden sronly screenreader offscreen dnone",
}
_MARKED = {word: int(mark) for mark, words in _BY_WORD.items() for word in words.split()}
_WORD = re.compile(r"[a-z]+|[A-Z][a-z]+|[A-Z]+(?![a-z])")
_TAGS = {tag: int(mark) for tag, mark in _BY_TAG.items()}


def tag_marks(tag: str) -> int:
    """Tell what the tag itself says: a union of `Mark` values."""
    return _TAGS.get(tag, 0)


@lru_cache(maxsize=20_000)
def name_marks(names: str) -> int:
    """Tell what the words of class, id and role say; `names` is them joined by blanks."""
    words = [word.lower() for word in _WORD.findall(names)]
    marks = 0
    for word in words:
        marks |= _MARKED.get(word, 0)
    for first, second in pairwise(words):
        marks |= _MARKED.get(first + second, 0)
    return marks
