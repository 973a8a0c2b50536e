"""Readers' words for where a record stands in the count."""

from __future__ import annotations

from kept.reporting.follow_through import Bucket
from kept.web.reading import Reading


def bucket_words(reading: Reading, bucket: Bucket) -> tuple[str, str]:
    """Give words and help line of a bucket: an outcome of what is due, or why a record is not counted."""
    word = reading.words.word(bucket.kind, bucket)
    return word.text, word.help
