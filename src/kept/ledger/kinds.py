"""The kinds of entry, past participles all, and which of their fields may have to go one day."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What an entry says that happened."""

    LEDGER_OPENED = "LedgerOpened"
    FRAMEWORK_CHANGED = "FrameworkChanged"
    SOURCE_CAPTURED = "SourceCaptured"
    DECISION_TAKEN = "DecisionTaken"
    COMMITMENT_RECORDED = "CommitmentRecorded"
    STATEMENT_RECORDED = "StatementRecorded"
    STATEMENT_RESTATED = "StatementRestated"
    CONDITION_RECORDED = "ConditionRecorded"
    GATE_RECORDED = "GateRecorded"
    DEVELOPMENT_RECORDED = "DevelopmentRecorded"
    CHECK_RECORDED = "CheckRecorded"
    NOTICE_SENT = "NoticeSent"
    REPLY_RECEIVED = "ReplyReceived"
    TERM_RECORDED = "TermRecorded"
    INCIDENT_RECORDED = "IncidentRecorded"
    MEETING_RECORDED = "MeetingRecorded"
    TRANSLATION_RECORDED = "TranslationRecorded"
    INCIDENT_MOVED = "IncidentMoved"
    COVERAGE_RECORDED = "CoverageRecorded"
    RECORD_CORRECTED = "RecordCorrected"
    RECORD_RETRACTED = "RecordRetracted"
    RECORDS_MERGED = "RecordsMerged"
    PUBLISHED = "Published"
    UNPUBLISHED = "Unpublished"
    FIELD_REDACTED = "FieldRedacted"


VERSION = 1
"""The version of entries written today; readers lift older ones."""

SEALED_PAYLOAD: dict[Kind, tuple[str, ...]] = {
    Kind.SOURCE_CAPTURED: ("title", "bylines"),
    Kind.DECISION_TAKEN: ("coding", "amended"),
    Kind.COMMITMENT_RECORDED: ("title", "deadline_text", "speaker"),
    Kind.STATEMENT_RECORDED: ("title", "speaker"),
    Kind.CONDITION_RECORDED: ("text",),
    Kind.GATE_RECORDED: ("text",),
    Kind.DEVELOPMENT_RECORDED: ("note",),
    Kind.CHECK_RECORDED: ("note",),
    Kind.REPLY_RECEIVED: ("text",),
    Kind.TERM_RECORDED: ("text",),
    Kind.INCIDENT_RECORDED: ("place", "claims"),
    Kind.INCIDENT_MOVED: ("text", "position", "note"),
    Kind.COVERAGE_RECORDED: ("position", "note"),
    Kind.TRANSLATION_RECORDED: ("text", "translator"),
    Kind.RECORD_CORRECTED: ("old", "new"),
}
"""Payload fields that enter the leaf as salted hashes: quotes, names, comments, exact places (`design.md`, The record).
The reason (`why`) and the quotes of the evidence are sealed in every kind."""
