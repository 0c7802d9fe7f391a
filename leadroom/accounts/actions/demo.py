# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Stepping into an invented person: in a demo only."""

from django.conf import settings
from django.db import transaction

from leadroom.accounts.actions.records import record
from leadroom.accounts.models import Actor, Council, DemoPersona, Membership
from leadroom.kit import tenancy


class DemoIsOff(Exception):
    """Nobody steps into anybody outside a demo's invented councils."""


def step_in(council: Council, code: str) -> Membership:
    """
    Return the member whom a visitor steps into, and put it on record.

    Raises DemoIsOff unless the installation is a demo and the council an invented one.
    """
    if not (settings.DEMO and council.is_demo):
        raise DemoIsOff
    with transaction.atomic(), tenancy.council(council.pk):
        persona = DemoPersona.objects.select_related("membership__user").get(
            code=code, membership__is_active=True
        )
        member = persona.membership
        record(Actor(member.user, council, member), "accounts.demo.entered", persona, persona=code)
        return member
