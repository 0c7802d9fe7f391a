# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the clock does to rounds, whatever they ask: it closes those whose last day is over, and reminds once before."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from leadroom.accounts.models import Council
from leadroom.kit import tenancy
from leadroom.people.actions.feedback import remind_of_feedback, reveal_due
from leadroom.people.actions.mirror_round import publish_due, remind_of_mirror
from leadroom.people.actions.overview import close_overview
from leadroom.people.models import MIRROR, feedback, overview
from leadroom.rounds import queries as asked
from leadroom.rounds.models import Round

REMIND_BEFORE = timedelta(days=3)
CLOSES: Mapping[str, Callable[[Round], None]] = {
    feedback.KIND: reveal_due,
    overview.KIND: close_overview,
    MIRROR: publish_due,
}
REMINDS = {feedback.KIND: remind_of_feedback, MIRROR: remind_of_mirror}


def close_due() -> None:
    """Close, in every council, the rounds whose last day is over."""
    for council in Council.objects.all():
        with tenancy.council(council.pk):
            for kind, close in CLOSES.items():
                for due in list(asked.to_close(kind, timezone.localdate())):
                    close(due)


def remind_due() -> None:
    """Write once, in every council, to those who have not answered when a round is about to close."""
    today = timezone.localdate()
    for council in Council.objects.all():
        with tenancy.council(council.pk), transaction.atomic():
            for kind, remind in REMINDS.items():
                for invitee in asked.to_remind(kind, today + REMIND_BEFORE, today):
                    invitee.was_reminded = True
                    invitee.save(update_fields=["was_reminded"])
                    remind(invitee, council=council)
