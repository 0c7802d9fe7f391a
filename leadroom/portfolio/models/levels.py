# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The ambition levels of an initiative: what each takes and gives."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from leadroom.kit.tenancy import CouncilRow
from leadroom.portfolio.models.initiatives import Initiative


class LevelKind(models.TextChoices):
    """How ambitious, lowest first."""

    LEGAL_MINIMUM = "LEGAL_MINIMUM", _("Legal minimum")
    USABLE = "USABLE", _("Usable")
    INTEGRATED = "INTEGRATED", _("Integrated")
    FOR_CHALLENGE = "FOR_CHALLENGE", _("Used for a challenge")


PLACE = {kind: place for place, kind in enumerate(LevelKind.values)}


class AmbitionLevel(CouncilRow):
    """
    One level of one initiative.

    `months` is how long the work takes. `effort` maps a team's key to hundredths of a team-month for each
    of these months, `running` to hundredths a month after go-live (less than nothing where work is saved).
    Money is in thousands: once, and a year after go-live. `value` is 0 to 100, beside other initiatives'.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="levels")
    kind = models.CharField(max_length=15, choices=LevelKind)
    place = models.PositiveSmallIntegerField()
    months = models.PositiveSmallIntegerField()
    effort = models.JSONField(default=dict)
    running = models.JSONField(default=dict, blank=True)
    money = models.PositiveIntegerField(default=0)
    running_money = models.IntegerField(default=0)
    value = models.PositiveSmallIntegerField(default=0)
    low = models.PositiveSmallIntegerField(default=80)
    high = models.PositiveSmallIntegerField(default=150)
    notes = models.TextField(blank=True)
    is_example = models.BooleanField(default=False)

    class Meta(CouncilRow.Meta):
        ordering = ("initiative_id", "place")
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="ambitionlevel_council_id"),
            models.UniqueConstraint(fields=["initiative", "kind"], name="ambitionlevel_once"),
            models.CheckConstraint(condition=models.Q(kind__in=LevelKind.values), name="ambitionlevel_known"),
            models.CheckConstraint(condition=models.Q(months__gte=1), name="ambitionlevel_takes_time"),
            models.CheckConstraint(
                condition=models.Q(low__lte=100, high__gte=100), name="ambitionlevel_range"
            ),
        ]

    def __str__(self) -> str:
        """Show the level's name."""
        return self.get_kind_display()
