"""Tables: the log, what lies beside it, the queue and the desk; used by the repositories here, never by rules."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac


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


class LogHead(models.Model):
    """The head of the log, one row: its size and the roots of its full subtrees; locked inside each write."""

    id = models.IntegerField(primary_key=True)
    size = models.BigIntegerField()
    peaks = models.BinaryField()

    class Meta:
        db_table = "log_head"


class Candidate(models.Model):
    """A coding that waits for a person: not part of the record, and gone from here once decided.

    Below `decided` stands what the queue is ordered and filtered by. `pile` is empty, or `out` for what was set out of
    scope; `folded` is the coding of the card under which a repeat of it is shown; `actors` is `|XN|XS|`.
    """

    coding = models.TextField(primary_key=True)
    place = models.TextField(db_index=True)
    capture = models.TextField(db_index=True)
    text = models.TextField()
    framework = models.TextField()
    position = models.IntegerField()
    statement = models.TextField()
    added = models.TextField()
    decided = models.TextField(blank=True, default="")
    kind = models.TextField(default="")
    actors = models.TextField(default="")
    topic = models.TextField(default="")
    detector = models.TextField(default="")
    is_sure = models.BooleanField(default=True)
    priority = models.FloatField(default=0.0)
    sameness = models.TextField(default="", db_index=True)
    folded = models.TextField(default="")
    pile = models.TextField(default="")
    assigned = models.TextField(default="")

    class Meta:
        db_table = "candidate"
        indexes = (
            models.Index(fields=["decided", "pile", "folded", "-priority", "coding"], name="queue_order"),
            models.Index(fields=["assigned", "decided"], name="queue_of_person"),
        )


class Person(models.Model):
    """Who stands behind `person:<random id>` in the entries; can be emptied, the entries stay."""

    id = models.TextField(primary_key=True)
    name = models.TextField(unique=True)

    class Meta:
        db_table = "person"


class Account(AbstractBaseUser):
    """Who may log in: a name, a role, a password's hash, and the person in the entries it stands behind.

    `epoch` is raised to end all sessions at once. `totp` is the second factor's secret, encrypted under the site's
    secret key; `totp_step` the last time step that was used, so that no code works twice; `recovery` hashes of codes.
    """

    name = models.CharField(max_length=150, unique=True)
    person = models.TextField(unique=True)
    role = models.TextField()
    email = models.EmailField(blank=True, default="")
    is_active = models.BooleanField(default=True)
    created = models.DateTimeField()
    epoch = models.IntegerField(default=0)
    totp = models.TextField(blank=True, default="")
    totp_step = models.BigIntegerField(default=0)
    recovery = models.JSONField(default=list)

    USERNAME_FIELD = "name"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = BaseUserManager()

    class Meta:
        db_table = "account"

    def get_session_auth_hash(self) -> str:
        """Give what a session is checked against: it changes with the password, the role and the epoch."""
        return self._session_hash()

    def get_session_auth_fallback_hash(self) -> list[str]:
        """Accept no session that was made under an older secret key."""
        return []

    def _session_hash(self) -> str:
        return salted_hmac(
            "kept.desk.session", f"{self.password}|{self.role}|{self.epoch}", algorithm="sha256"
        ).hexdigest()


class LoginFailure(models.Model):
    """A login that failed: by name and by address, both as keyed hashes, since names typed in haste are passwords."""

    key = models.TextField(db_index=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "login_failure"


class ApiToken(models.Model):
    """A token for programs: its hash, what it may do, until when; `revoked` is never taken back."""

    id = models.TextField(primary_key=True)
    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    label = models.TextField()
    hash = models.TextField(unique=True)
    scopes = models.JSONField(default=list)
    created = models.DateTimeField()
    expires = models.DateTimeField(null=True)
    used = models.DateTimeField(null=True)
    revoked = models.DateTimeField(null=True)

    class Meta:
        db_table = "api_token"


class CardLock(models.Model):
    """Somebody is reading a card: who, since when, until when nobody else decides it."""

    coding = models.TextField(primary_key=True)
    person = models.TextField()
    since = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        db_table = "card_lock"


class CardComment(models.Model):
    """A note between colleagues on a card or record; internal, no part of the record."""

    subject = models.TextField(db_index=True)
    person = models.TextField()
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        db_table = "card_comment"


class SavedFilter(models.Model):
    """A filter of the queue under a name: its query string, whose it is, and whether all see it."""

    person = models.TextField()
    name = models.TextField()
    query = models.TextField()
    is_shared = models.BooleanField(default=False)

    class Meta:
        db_table = "saved_filter"
        constraints = (models.UniqueConstraint(fields=["person", "name"], name="one_filter_a_name"),)
