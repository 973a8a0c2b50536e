"""Tables: the log, what lies beside it, and the queue; written and read by the repositories here, never by rules."""

from __future__ import annotations

from django.db import models


class LogEntry(models.Model):
    """One entry of the log: everything it says is in `data`; triggers refuse UPDATE and DELETE."""

    seq = models.BigIntegerField(primary_key=True)
    data = models.BinaryField()
    leaf = models.BinaryField()

    class Meta:
        db_table = "log_entry"


class LogDisclosure(models.Model):
    """Salt and content of a sealed field: may be destroyed, never changed."""

    seq = models.BigIntegerField()
    path = models.TextField()
    salt = models.BinaryField()
    content = models.BinaryField()

    class Meta:
        db_table = "log_disclosure"
        constraints = (models.UniqueConstraint(fields=["seq", "path"], name="one_content_a_field"),)


class LogKey(models.Model):
    """An idempotency key and the entries that were written under it: [first, stop)."""

    key = models.TextField(primary_key=True)
    first = models.BigIntegerField()
    stop = models.BigIntegerField()

    class Meta:
        db_table = "log_key"


class Candidate(models.Model):
    """A coding that waits for a person: not part of the record, and gone from here once decided."""

    coding = models.TextField(primary_key=True)
    place = models.TextField(db_index=True)
    capture = models.TextField(db_index=True)
    text = models.TextField()
    framework = models.TextField()
    position = models.IntegerField()
    statement = models.TextField()
    added = models.TextField()
    decided = models.TextField(blank=True, default="")

    class Meta:
        db_table = "candidate"


class Person(models.Model):
    """Who stands behind `person:<random id>` in the entries; can be emptied, the entries stay."""

    id = models.TextField(primary_key=True)
    name = models.TextField(unique=True)

    class Meta:
        db_table = "person"
