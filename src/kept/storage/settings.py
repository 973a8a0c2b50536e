"""Django's settings, read from the environment once; `bootstrap` sets the ledger's folder before Django starts."""

from __future__ import annotations

import os
from pathlib import Path

from kept.storage.address import FILE, DatabaseAddress
from kept.storage.secret import secret_key

LEDGER_FOLDER = Path(os.environ.get("KEPT_LEDGER", "ledger")).absolute()
"""Where the database, the captures and the keys lie."""

BASE_DIR = Path(__file__).resolve().parent.parent

SECRET_KEY = secret_key(LEDGER_FOLDER)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("KEPT_HOSTS", "127.0.0.1,localhost,[::1],testserver").split(",")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "kept.storage",
    "kept.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
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
    "default": (DatabaseAddress.of_folder(LEDGER_FOLDER) or DatabaseAddress(LEDGER_FOLDER / FILE)).django_settings()
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

AUTH_USER_MODEL = "storage.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 24 * 3600

SESSION_COOKIE_NAME = "kept_desk"
SESSION_COOKIE_AGE = 12 * 3600
"""Seconds after which a session ends, whatever happens."""
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "kept_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = [each for each in os.environ.get("KEPT_ORIGINS", "").split(",") if each]

IS_HTTPS = os.environ.get("KEPT_HTTPS", "") == "1"
"""Set KEPT_HTTPS=1 where readers reach the site by HTTPS: cookies then travel by it only."""
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if IS_HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None

MAIL_HOST = os.environ.get("KEPT_MAIL_HOST", "")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if MAIL_HOST else 'dummy'}.EmailBackend"
EMAIL_HOST = MAIL_HOST or "localhost"
EMAIL_PORT = int(os.environ.get("KEPT_MAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("KEPT_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("KEPT_MAIL_PASSWORD", "")
EMAIL_USE_TLS = EMAIL_PORT == 587
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("KEPT_MAIL_FROM", "kept@localhost")
