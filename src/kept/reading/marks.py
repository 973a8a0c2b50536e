"""What the tags and class names of an HTML page say about the parts they enclose."""

from __future__ import annotations

import re
from enum import IntFlag, auto
from functools import lru_cache


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
_BY_WORD = (
    (Mark.NAV, r"nav|navbar|navigation|menu|breadcrumbs?|pagination|pager|toc|skip"),
    (Mark.HEADER, r"masthead|topbar|site-?header|banner"),
    (Mark.FOOTER, r"footer|colophon|contentinfo"),
    (Mark.ASIDE, r"sidebar|aside|rail|complementary|widget|secondary"),
    (Mark.COMMENT, r"comments?|commentlist|disqus|respond|replies|discussion"),
    (Mark.RELATED, r"related|recommended|recommendations?|more-?(?:from|news|stories|on)|read-?(?:more|next|also)|trending|popular|most-?read|"
                   r"latest|teasers?|promo|outbrain|taboola|up-?next|also-?like|next-?post|prev-?post|recirc|recirculation"),
    (Mark.SHARE, r"share|sharing|social|sharedaddy|addthis|follow-?us|share-?bar|tools"),
    (Mark.PROMPT, r"newsletters?|subscribe|subscription|signup|sign-?up|paywall|popup|modal|login|optin|cta|donate|piano"),
    (Mark.BYLINE, r"bylines?|authors?|author-?bio|writer|contributors?|vcard"),
    (Mark.DATE, r"dateline|date|datetime|timestamp|published|pub-?date|time|posted-?on|updated"),
    (Mark.LEGAL, r"cookies?|consent|gdpr|legal|copyright|disclaimer|disclosure"),
    (Mark.CAPTION, r"captions?|wp-caption|photo-?credit|credit|cutline|image-?caption|media-?caption"),
    (Mark.ADVERT, r"ads?|advert|advertisement|sponsored|adsense|dfp|affiliate"),
    (Mark.TITLE, r"headline|entry-title|post-title|article-title|page-title"),
    (Mark.BODY, r"article-?body|articlebody|story-?body|entry-?content|post-?content|article-?content|post-?body|body-?copy|storytext|"
                r"article-?text|content-?body|body-?content|articletext|mw-parser-output|field-name-body"),
    (Mark.HIDDEN, r"hidden|visually-?hidden|sr-only|screen-?reader(?:-text)?|offscreen|d-none"),
)
_WORDS = tuple((mark, re.compile(rf"(?:^|[\s_]|-|(?<=[a-z])(?=[A-Z]))(?i:{words})(?:$|[\s_]|-|(?=[A-Z]))")) for mark, words in _BY_WORD)


def tag_marks(tag: str) -> Mark:
    """Tell what the tag itself says."""
    return _BY_TAG.get(tag, Mark(0))


@lru_cache(maxsize=20_000)
def name_marks(names: str) -> Mark:
    """Tell what the words of class, id and role say; `names` is them joined by blanks."""
    marks = Mark(0)
    for mark, pattern in _WORDS:
        if pattern.search(names):
            marks |= mark
    return marks
