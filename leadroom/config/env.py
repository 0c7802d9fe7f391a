# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads the environment: the only source of settings that differ between installations."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SQLITE = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"
    "PRAGMA foreign_keys=ON;"
    "PRAGMA mmap_size=134217728;"
    "PRAGMA journal_size_limit=27103364;"
    "PRAGMA cache_size=-20000;"
    "PRAGMA temp_store=MEMORY;"
)

# The same few statements come with every page: PostgreSQL plans each once for a connection.
PREPARED = {"server_side_binding": True, "prepare_threshold": 3}


def text(name: str, default: str = "") -> str:
    """Return a variable's text."""
    return os.environ.get(name, default)


def flag(name: str) -> bool:
    """Say whether a variable is switched on (1, true, yes, on)."""
    return text(name).lower() in {"1", "true", "yes", "on"}


def number(name: str, default: int) -> int:
    """Return a variable's whole number."""
    try:
        return int(text(name) or default)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, not “{text(name)}”.") from None


def words(name: str, default: str = "") -> list[str]:
    """Return a variable's words, parted by spaces or commas."""
    return text(name, default).replace(",", " ").split()


def paths(name: str) -> list[Path]:
    """Return a variable's folders, parted as the system parts them."""
    return [Path(part) for part in text(name).split(os.pathsep) if part]


def mode() -> str:
    """Return `production` or `demo`; anything else is refused."""
    chosen = text("LEADROOM_MODE", "production")
    if chosen not in {"production", "demo"}:
        raise ImproperlyConfigured(f"LEADROOM_MODE must be production or demo, not “{chosen}”.")
    return chosen


def data_folder() -> Path:
    """Return the folder that holds the database and the outgoing mail of a demo."""
    return Path(text("LEADROOM_DATA", "var")).resolve()


def secret_key(data: Path, *, is_demo: bool) -> str:
    """Return the secret key; a demo makes its own once and keeps it beside the database."""
    if key := text("LEADROOM_SECRET_KEY"):
        return key
    if not is_demo:
        return ""
    kept = data / "secret-key"
    if not kept.exists():
        data.mkdir(parents=True, exist_ok=True)
        kept.write_text(secrets.token_urlsafe(60))
        kept.chmod(0o600)
    return kept.read_text()


def password_list() -> dict[str, str]:
    """Return where the list of breached passwords is; Django's own 20,000 unless a larger one is named."""
    path = text("LEADROOM_PASSWORD_LIST")
    return {"password_list_path": path} if path else {}


def database(data: Path) -> dict[str, Any]:
    """Return Django's settings for LEADROOM_DATABASE: a PostgreSQL address, or nothing for SQLite."""
    address = text("LEADROOM_DATABASE")
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": data / "leadroom.sqlite3",
            "CONN_MAX_AGE": 60,
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 10, "init_command": SQLITE},
        }
    parts = urlsplit(address)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise ImproperlyConfigured("LEADROOM_DATABASE must begin with postgresql://.")
    host = unquote(parts.hostname or "") or dict(
        pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair
    ).get("host", "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(host),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {} if flag("LEADROOM_POOLED") else PREPARED,
    }
