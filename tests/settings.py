# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The settings of the tests: the demo's, with quick password hashes and plain static files."""

import os
import tempfile

os.environ.setdefault("LEADROOM_MODE", "demo")
# tests.plugins.databases names a folder that goes again; mypy, which only reads the settings, gets by with this.
os.environ.setdefault("LEADROOM_DATA", os.path.join(tempfile.gettempdir(), "leadroom-tests"))  # noqa: PTH118

from leadroom.config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
}
# A folder of their own: what tests gather is not hashed, and `make run` must not take it for its own.
STATIC_ROOT = PACKAGE.parent / ".pytest_cache" / "leadroom" / "static"  # noqa: F405
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
