# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A council's own role profiles, and its own targets in the pack's role profiles."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from leadroom.kit.keys import new_key
from leadroom.kit.tenancy import CouncilRow


class CouncilRoleProfile(CouncilRow):
    """A role profile that the council added, named in its own words; its targets start as another's."""

    key = models.CharField(max_length=20, default=new_key, editable=False)
    name = models.JSONField(_("name"), default=dict)
    based_on = models.CharField(max_length=40)
    is_retired = models.BooleanField(default=False)

    class Meta(CouncilRow.Meta):
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="councilroleprofile_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="councilroleprofile_council_key"),
        ]

    def __str__(self) -> str:
        """Show the role profile's key."""
        return self.key


class RoleTarget(CouncilRow):
    """The target that the council set for one competency of one role profile, in place of the pack's."""

    role_profile = models.CharField(max_length=40)
    competency = models.CharField(max_length=60)
    low = models.PositiveSmallIntegerField(_("from"))
    high = models.PositiveSmallIntegerField(_("to"))
    weight = models.PositiveSmallIntegerField(_("weight"))

    class Meta(CouncilRow.Meta):
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="roletarget_council_id"),
            models.UniqueConstraint(fields=["council", "role_profile", "competency"], name="roletarget_once"),
            models.CheckConstraint(condition=Q(low__lte=F("high"), high__lte=4), name="roletarget_range"),
            models.CheckConstraint(condition=Q(weight__gte=1, weight__lte=3), name="roletarget_weight"),
        ]

    def __str__(self) -> str:
        """Show role, competency and range."""
        return f"{self.role_profile} {self.competency} {self.low}–{self.high}"
