# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who one can be in the demo: a few members of the invented councils, each with a reason to come."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from leadroom.accounts.models.membership import Membership
from leadroom.kit.tenancy import CouncilRow


class Persona(models.TextChoices):
    """The people Leadroom is made for."""

    SERVICE_MANAGER = "SERVICE_MANAGER", _("Service manager")
    CHIEF_EXECUTIVE = "CHIEF_EXECUTIVE", _("Chief executive")
    HEAD_OF_DIGITAL = "HEAD_OF_DIGITAL", _("Head of digital")
    SPONSOR = "SPONSOR", _("Sponsor of a challenge")
    EMPLOYEE = "EMPLOYEE", _("Employee")
    COUNCILLOR = "COUNCILLOR", _("Councillor")
    FACILITATOR = "FACILITATOR", _("Network facilitator")
    ADMINISTRATOR = "ADMINISTRATOR", _("Council administrator")

    @property
    def comes_to(self) -> Promise:
        """Return what this person comes for, in a sentence."""
        return COMES_TO[self.value]


COMES_TO: dict[str, Promise] = {
    "SERVICE_MANAGER": _(
        "Makes a profile in a quarter of an hour, in breaks, and sees what to develop first."
    ),
    "CHIEF_EXECUTIVE": _("Prepares Monday’s leadership meeting."),
    "HEAD_OF_DIGITAL": _("Gets national initiatives under control and finds room for the council’s own."),
    "SPONSOR": _("Checks in on a challenge for ten minutes every month."),
    "EMPLOYEE": _("Says what is in the way, and makes a profile of her own."),
    "COUNCILLOR": _("Wants a page without jargon."),
    "FACILITATOR": _("Runs a network of councils that learn from each other."),
    "ADMINISTRATOR": _("Looks after people, units and settings."),
}


class DemoPersona(CouncilRow):
    """A member of a demo council whom a visitor can be with one click."""

    membership = models.OneToOneField(Membership, on_delete=models.CASCADE, related_name="persona")
    code = models.CharField(max_length=20, choices=Persona)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta(CouncilRow.Meta):
        ordering = ("order", "id")
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="demopersona_council_id"),
            models.UniqueConstraint(fields=["council", "code"], name="demopersona_council_code"),
            models.CheckConstraint(
                condition=models.Q(code__in=Persona.values), name="demopersona_code_known"
            ),
        ]

    def __str__(self) -> str:
        """Show who one is."""
        return self.get_code_display()

    @property
    def comes_to(self) -> Promise:
        """Return what this person comes for, in a sentence."""
        return Persona(self.code).comes_to
