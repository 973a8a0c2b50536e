"""Kept: public words turned into a record of deeds."""

__version__ = "0.1.0"
