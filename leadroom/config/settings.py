# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Every setting of Leadroom, read from the environment with safe defaults.

`LEADROOM_MODE` is `production` unless it says `demo`. What is unsafe in production is
refused at the start (`config.checks`), not warned about.
"""

from pathlib import Path

from csp.constants import NONE, SELF

from leadroom.config import env

PACKAGE = Path(__file__).resolve().parent.parent
MODE = env.mode()
DEMO = MODE == "demo"
DATA = env.data_folder()

SECRET_KEY = env.secret_key(DATA, is_demo=DEMO)
SECRET_KEY_FALLBACKS = env.words("LEADROOM_OLD_SECRET_KEYS")
DEBUG = env.flag("LEADROOM_DEBUG")
PORT = env.number("LEADROOM_PORT", 8000)
SITE_URL = env.text("LEADROOM_URL", f"http://localhost:{PORT}").rstrip("/")
ALLOWED_HOSTS = env.words("LEADROOM_HOSTS", "localhost 127.0.0.1 [::1]" if DEMO else "")
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "leadroom.ui",
    "leadroom.accounts",
    "leadroom.rounds",
    "leadroom.people",
    "leadroom.portfolio",
    "leadroom.home",
    "leadroom.kit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "leadroom.config.middleware.security_headers",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "leadroom.ui.answers.whole_pages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "leadroom.config.middleware.session_limits",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "leadroom.config.middleware.speak_the_readers_language",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "leadroom.config.middleware.enter_the_council",
    "leadroom.config.middleware.first_things_first",
]

ROOT_URLCONF = "leadroom.config.urls"
WSGI_APPLICATION = "leadroom.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "leadroom.config.context.shell",
            ],
            "builtins": [
                "leadroom.ui.templatetags.ui",
                "leadroom.ui.templatetags.ui_forms",
                "django.templatetags.i18n",
            ],
        },
    }
]

DATABASES = {"default": env.database(DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "rate_limits",
        # A full cache drops rows at random, and with them how often somebody has tried: `kit.jobs` clears it by age.
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},
    }
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {
        "NAME": "django.contrib.auth.password_validation.CommonPasswordValidator",
        "OPTIONS": env.password_list(),
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "demo_people" if DEMO else "account_login"

ACCOUNT_ADAPTER = "leadroom.accounts.signin.ClosedDoor"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
# Django's own, which holds the address too: allauth's writes a row of its table to judge a link, even a forged one.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105 - a name
ACCOUNT_FORMS = {"login": "leadroom.accounts.forms.SignIn"}
ACCOUNT_EMAIL_NOTIFICATIONS = True
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env.flag("LEADROOM_TRUST_PROXY") else 0
# A code holds for half a minute; who types it as that ends may be one step late (RFC 6238, 5.2).
MFA_TOTP_TOLERANCE = 1
MFA_ADAPTER = "leadroom.accounts.signin.OurLocks"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Leadroom"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("da", "Dansk"), ("sv", "Svenska")]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_CHOSEN = "leadroom.accounts.actions.choose_language"
LOCALE_PATHS = [PACKAGE.parent / "locale", PACKAGE / "locale"]
# The table of capacity has a field for each team and month: twenty teams, five years, and room.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000
FORMAT_MODULE_PATH = ["leadroom.config.formats"]
TIME_ZONE = env.text("LEADROOM_TIME_ZONE", "Europe/Copenhagen")
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = PACKAGE / "static"
STORAGES = {
    "staticfiles": {"BACKEND": "leadroom.config.static.GatheredFiles"},
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
}
WHITENOISE_MAX_AGE = 600
# A file that set-up has not gathered is a missing file, never a broken page (nor a broken error page).
WHITENOISE_MANIFEST_STRICT = False

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

EMAIL_BACKEND = "django.core.mail.backends." + ("filebased" if DEMO else "smtp") + ".EmailBackend"
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_HOST = env.text("LEADROOM_SMTP_HOST", "localhost")
EMAIL_PORT = env.number("LEADROOM_SMTP_PORT", 25)
EMAIL_HOST_USER = env.text("LEADROOM_SMTP_USER", "")
EMAIL_HOST_PASSWORD = env.text("LEADROOM_SMTP_PASSWORD", "")
EMAIL_USE_TLS = env.flag("LEADROOM_SMTP_TLS")
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.text("LEADROOM_MAIL_FROM", "Leadroom <leadroom@localhost>")

SESSION_COOKIE_AGE = 12 * 3600
SESSION_IDLE_SECONDS = 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
IS_HTTPS = not DEMO
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_NAME = "__Host-session" if IS_HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if IS_HTTPS else "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "leadroom.ui.views.forged"
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("LEADROOM_TRUST_PROXY") else None
SECURE_REDIRECT_EXEMPT = [r"^livez$"]
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = IS_HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "manifest-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# A private key as PEM, with which badges are signed; without one they go out unsigned.
BADGE_KEY = next(iter(env.paths("LEADROOM_BADGE_KEY")), None)
PACK_FOLDERS = [*env.paths("LEADROOM_PACKS"), PACKAGE.parent / "packs", PACKAGE / "packs"]
LOGGING_CONFIG = "leadroom.config.logs.configure"
LOGGING = {"is_readable": DEMO}
SILENCED_SYSTEM_CHECKS: list[str] = []
