"""The site as a WSGI application, for `kept serve` (waitress) and any other server."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kept.storage.settings")

application = get_wsgi_application()
