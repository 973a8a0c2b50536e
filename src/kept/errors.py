"""The one tree of errors: each says what was found, where, and what to do.

KeptError                    exit code
├── UsageError               2   the command was asked for something it cannot mean
├── UnreadableInput          3   a page, file or table that cannot be read
│   └── BrokenFramework      3   a framework file with a wrong or missing key
├── RuleRefusal              4   a rule of the record forbids it
│   ├── MissingField         4   a development without what it needs
│   ├── UnknownSubject       4   a commitment, gate or condition that the record does not have
│   └── QuoteNotFound        4   a quote that does not stand in its source
├── StorageFailure           5   the ledger's folder or database
│   └── RecordTampered       5   the record is not what was sealed
└── NetworkFailure           6   a page that did not answer, or may not be asked
"""


class KeptError(Exception):
    """Say what was found, where, and what to do about it, in one line.

    `what` is a clause without a full stop, `where` a file, address or place in it, `remedy` an imperative.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}. {self.remedy}." if self.remedy else f"{head}."


class UsageError(KeptError):
    """The command was asked for something it cannot mean."""

    exit_code = 2


class UnreadableInput(KeptError):
    """A page, file or table that cannot be read."""

    exit_code = 3


class BrokenFramework(UnreadableInput):
    """A framework file with a wrong or missing key."""


class RuleRefusal(KeptError):
    """A rule of the record forbids it."""

    exit_code = 4


class MissingField(RuleRefusal):
    """A development or record without what its rule needs."""


class UnknownSubject(RuleRefusal):
    """A commitment, gate or condition that the record does not have."""


class QuoteNotFound(RuleRefusal):
    """A quote that does not stand in its source, character for character."""


class StorageFailure(KeptError):
    """The ledger's folder or database cannot do what was asked."""

    exit_code = 5


class RecordTampered(StorageFailure):
    """The record is not what was sealed."""


class NetworkFailure(KeptError):
    """A page that did not answer, or that may not be asked."""

    exit_code = 6
