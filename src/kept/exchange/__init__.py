"""Data in and out: one file an importer, one file an export format."""
