"""The app under its own label."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Register the site's static files under the label `web`."""

    name = "kept.web"
    label = "web"
