# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person can point to: she keeps it and takes it away, and nobody is told."""

from datetime import date

from django.db import transaction

from leadroom.accounts.models import Actor
from leadroom.accounts.permissions import require
from leadroom.people import permissions
from leadroom.people.models import Evidence


@transaction.atomic
def keep_evidence(
    *, by: Actor, competency: str, text: str, seen_on: date, origin: Evidence.Origin
) -> Evidence:
    """Keep something as evidence of a competency; the same words about the same day are kept once."""
    require(permissions.may_profile(by))
    evidence, _is_new = permissions.visible_evidence(by).get_or_create(
        person=by.person, competency=competency, text=text, seen_on=seen_on, defaults={"origin": origin}
    )
    return evidence


@transaction.atomic
def remove_evidence(evidence: Evidence, *, by: Actor) -> None:
    """Take away what a person kept; nothing of it is left."""
    require(permissions.may_profile(by) and evidence.person_id == by.person.pk)
    evidence.delete()
