"""The detector that reads sentences as the codebook says: cue words, clauses, subjects; no model, no network."""
