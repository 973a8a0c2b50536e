"""The one number of the home page: how many of the promises that have fallen due were kept (`follow-through/1`).

record ──▶ chains ──▶ counted? ──no──▶ left out, with its reason          rule 1
                         │yes
                     set aside? ──yes─▶ waits, stands ready, no date …    rules 2, 3
                         │no
                      outcome ────────▶ kept · partly · taken back · …    rule 4     ──▶ sentences   rules 5, 6
"""

from kept.reporting.follow_through.buckets import DEFINITION, DUE, SET_ASIDE, Bucket, CountryLine, FollowThrough, Row
from kept.reporting.follow_through.count import follow_through

__all__ = ["DEFINITION", "DUE", "SET_ASIDE", "Bucket", "CountryLine", "FollowThrough", "Row", "follow_through"]
