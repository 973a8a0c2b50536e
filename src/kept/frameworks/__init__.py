"""Subjects as data: topics, forms, gates, groups, persons, words."""
