"""The app under its own label."""

from django.apps import AppConfig


class StorageConfig(AppConfig):
    """Register the tables under the label `storage`."""

    name = "kept.storage"
    label = "storage"
