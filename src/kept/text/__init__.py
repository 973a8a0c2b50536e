"""Offsets, sentences, languages, shingles."""
