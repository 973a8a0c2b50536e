"""Kinds and states of what a commitment can hang on (codebook 2.4)."""

CONDITION_KINDS = (
    "ceasefire",
    "peace_agreement",
    "adversary_behaviour",
    "contribution_by_others",
    "backstop",
    "mandate",
    "trigger_event",
    "entry_into_force",
    "sequence",
    "duration",
    "geographic_limit",
    "resource",
    "legal",
    "other",
)
"""Kinds of conditions."""

CONDITION_STATES = ("open", "met", "failed", "waived", "not_triggered", "n/a")
"""States of a condition."""

GATE_STATES = ("required", "scheduled", "pending", "passed", "rejected", "waived", "not_required", "unknown")
"""States of a gate."""
