# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The secret address by which a person's calendar asks for the portfolio's days."""

import secrets

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from leadroom.accounts.actions import record
from leadroom.accounts.models import Actor
from leadroom.portfolio import permissions
from leadroom.portfolio.models import CalendarLink


@transaction.atomic
def make_calendar_link(*, by: Actor) -> str:
    """Make the person's calendar address and return it, now and never again; an earlier one stops working."""
    token = secrets.token_urlsafe(32)
    _link, is_new = CalendarLink.objects.update_or_create(
        person=by.person,
        defaults={"token_hash": permissions.token_hash(token), "made_at": timezone.now()},
    )
    record(by, "portfolio.calendar.made" if is_new else "portfolio.calendar.renewed")
    return settings.SITE_URL + reverse("calendar_feed", args=[by.person.council.key, token])


@transaction.atomic
def stop_calendar_link(*, by: Actor) -> None:
    """Let the person's calendar address stop working, if she has one."""
    links = permissions.visible_calendar_links(by)
    if links.exists():
        links.delete()
        record(by, "portfolio.calendar.stopped")
