"""Readers' words for where a record stands in the count."""

from __future__ import annotations

from kept.web.reading import Reading


def bucket_words(reading: Reading, bucket: str) -> tuple[str, str]:
    """Give words and help line of a bucket: an outcome of what is due, or why a record is not counted."""
    for kind in ("bucket", "outcome"):
        word = reading.words.table[kind].get(str(bucket))
        if word:
            return word.text, word.help
    word = reading.words.word("bucket", str(bucket))
    return word.text, word.help
