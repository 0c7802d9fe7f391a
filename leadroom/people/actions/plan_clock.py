# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What happens to plans by the clock: letters on the days of review, and a new line manager where there is one."""

from collections.abc import Callable
from itertools import groupby

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from leadroom.accounts.models import Council
from leadroom.accounts.permissions import line_manager_of
from leadroom.kit import tenancy
from leadroom.people import emails
from leadroom.people.actions.plan import LED_BY, hold, keep, tell
from leadroom.people.models import OPEN, UNDER_WAY, PlanAction, PlanChoice, PlanEvent

log = structlog.get_logger(__name__)


def remind_of_reviews() -> int:
    """Write to each person whose actions wait for a review, once for each review; return how many letters."""
    return sum(_in(council, _remind) for council in Council.objects.all())


def hand_over_plans() -> int:
    """Let new line managers see what is open and shared, and tell whose it is; return how many actions."""
    return sum(_in(council, _hand_over) for council in Council.objects.all())


def _in(council: Council, act: Callable[[Council], int]) -> int:
    try:
        with tenancy.council(council.pk), transaction.atomic():
            return act(council)
    except Exception:
        # One council's trouble never keeps the next one's letters.
        log.exception("plan.council_failed", council=council.key)
        return 0


def _remind(council: Council) -> int:
    due = (
        PlanAction.objects.select_for_update(of=("self",), no_key=True, skip_locked=True)
        .select_related("person__user")
        .filter(
            state__in=UNDER_WAY,
            review_on__lte=timezone.localdate(),
            person__is_active=True,
            person__user__is_active=True,
        )
        .exclude(reminded_on=F("review_on"))
        .exclude(person__in=PlanChoice.objects.filter(is_reminded=False).values("person"))
        .order_by("person_id", "review_on", "id")
    )
    letters = 0
    for person, of_one in groupby(due, key=lambda each: each.person):
        actions = list(of_one)
        path = reverse("plan_action", args=[actions[0].key]) if len(actions) == 1 else reverse("my_plan")
        emails.review_due(person, len(actions), council=council, address=settings.SITE_URL + path)
        for action in actions:
            action.reminded_on = action.review_on
            action.save(update_fields=["reminded_on"])
        letters += 1
    return letters


def _hand_over(_council: Council) -> int:
    shared = PlanAction.objects.filter(state__in=OPEN, shared_at__isnull=False, person__is_active=True)
    handed = 0
    for found in shared.select_related(*LED_BY):
        manager = line_manager_of(found.person)
        if manager is None or manager.pk == found.shared_with_id:
            continue
        action = hold(found)
        if not (action.is_open and action.is_shared):
            continue
        # From now on, not what was said before: that stays between those who said it.
        action.shared_with, action.shared_at = manager, timezone.now()
        keep(action)
        tell(action, PlanEvent.What.HANDED_OVER, by=None)
        handed += 1
    return handed
