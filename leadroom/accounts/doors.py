# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What `accounts` shows in places that belong to others."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from leadroom.accounts import permissions
from leadroom.accounts.models import HUES, Actor, Persona, Role
from leadroom.kit.doors import Detail, NavItem


def account_menu(actor: Actor) -> list[NavItem]:
    """Lead a council's administrator to its people, units and settings."""
    if not permissions.may_administer(actor):
        return []
    return [NavItem(_("Look after the council"), reverse("council_people"), "council")]


def verbs(actor: Actor) -> list[tuple[str, str]]:
    """Say in words what each line of the record means."""
    return [
        ("accounts.council.changed", _("Changed the council’s settings")),
        ("accounts.council.linked", _("Linked the council to the directory")),
        ("accounts.council.unlinked", _("Took the link to the directory away")),
        ("accounts.demo.entered", _("Stepped in from the demo’s page")),
        ("accounts.invitation.accepted", _("Accepted an invitation")),
        ("accounts.invitation.made", _("Invited somebody")),
        ("accounts.invitation.resent", _("Sent an invitation again")),
        ("accounts.invitation.withdrawn", _("Withdrew an invitation")),
        ("accounts.mail.sent_again", _("Had a letter sent again")),
        ("accounts.person.changed", _("Changed a person’s roles, unit or title")),
        ("accounts.person.freed", _("Took a person’s lost passkeys and app off the account")),
        ("accounts.person.deactivated", _("Closed the council to a person")),
        ("accounts.person.reactivated", _("Opened the council to a person again")),
        ("accounts.person.signed_out_elsewhere", _("Signed out everywhere else")),
        ("accounts.unit.added", _("Added a unit")),
        ("accounts.unit.changed", _("Changed a unit")),
        ("accounts.unit.deleted", _("Deleted a unit")),
    ]


def details(actor: Actor) -> list[Detail]:
    """Say in words what stands beside each line of the record."""
    return [
        Detail("person", _("Person")),
        Detail("name", _("Name")),
        Detail("email", _("E-mail")),
        Detail("roles", _("Roles"), {code: str(name) for code, name in Role.choices}),
        Detail("unit", _("Unit")),
        Detail("title", _("Job title")),
        Detail("manager", _("Line manager")),
        Detail("part_of", _("Part of")),
        Detail("language", _("Language"), dict(settings.LANGUAGES)),
        Detail("hue", _("Colour"), {str(hue): str(name) for hue, name in HUES.items()}),
        Detail("persona", _("As"), {code: str(name) for code, name in Persona.choices}),
        Detail("code", _("Official code")),
    ]
