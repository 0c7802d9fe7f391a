# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What `accounts` does by the clock: letters every few seconds, what is worn out every hour."""

from importlib import import_module

from django.conf import settings

from leadroom.accounts import actions
from leadroom.kit import jobs


def clear_sessions() -> None:
    """Delete the sessions that have run out."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


jobs.every(3, "accounts.send_due_mail", actions.send_due_mail)
jobs.every(3600, "accounts.clear_sessions", clear_sessions)
jobs.every(3600, "accounts.clear_dead_letters", actions.clear_dead_letters)
