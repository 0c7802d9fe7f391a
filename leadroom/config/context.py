# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What every page's shell needs: the council, the rooms, the languages."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from leadroom.kit import doors

# A reader is told five minutes before her session ends.
WARN_BEFORE = 300


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return what the shell shows, for templates."""
    actor = getattr(request, "actor", None)
    return {
        "actor": actor,
        "council": actor.council if actor else None,
        "is_demo": settings.DEMO,
        "languages": settings.LANGUAGES,
        "account_menu": doors.ask("account_menu", actor) if actor and actor.council else [],
        "warn_after": settings.SESSION_IDLE_SECONDS - WARN_BEFORE,
        "rooms": doors.ask("nav", actor) if actor and actor.council else [],
    }
