"""The count at the point of the clocks, and readers' words for where a record stands in it."""

from __future__ import annotations

from kept.reporting.follow_through import Bucket, FollowThrough, follow_through
from kept.web.cache import LOGS
from kept.web.reading import Reading


def bucket_words(reading: Reading, bucket: Bucket) -> tuple[str, str]:
    """Give words and help line of a bucket: an outcome of what is due, or why a record is not counted."""
    word = reading.words.word(bucket.kind, bucket)
    return word.text, word.help


def count_of(reading: Reading) -> FollowThrough:
    """Count once for each root and point of the clocks: several pages show the same count."""
    key = ("count", reading.kept.root_hex, reading.framework.id, reading.clocks)
    return LOGS.get(key, lambda: follow_through(reading.record, reading.framework))
