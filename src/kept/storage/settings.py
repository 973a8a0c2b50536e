"""Django's settings, read from the environment once; `bootstrap` sets the ledger's folder before Django starts."""

from __future__ import annotations

import os
from pathlib import Path

LEDGER_FOLDER = Path(os.environ.get("KEPT_LEDGER", "ledger")).absolute()
"""Where the database, the captures and the keys lie."""

BASE_DIR = Path(__file__).resolve().parent.parent

SECRET_KEY = os.environ.get("KEPT_SECRET_KEY") or "only-for-the-public-site-which-signs-nothing"
DEBUG = False
ALLOWED_HOSTS = os.environ.get("KEPT_HOSTS", "127.0.0.1,localhost,[::1],testserver").split(",")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.staticfiles",
    "kept.storage",
    "kept.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "kept.web.headers.content_security",
]
ROOT_URLCONF = "kept.web.urls"
WSGI_APPLICATION = "kept.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "web" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "kept.web.templating.environment"},
    }
]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": LEDGER_FOLDER / "kept.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
