# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What `accounts` shows in places that belong to others."""

from django.urls import reverse
from django.utils.translation import gettext as _

from leadroom.accounts import permissions
from leadroom.accounts.models import Actor
from leadroom.kit.doors import NavItem


def account_menu(actor: Actor) -> list[NavItem]:
    """Lead a council's administrator to its people, units and settings."""
    if not permissions.may_administer(actor):
        return []
    return [NavItem(_("Look after the council"), reverse("council_people"), "council")]
