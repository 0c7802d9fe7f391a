# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Who can do how much: teams, planned changes, what was typed over it, and the terms of planning.

Effort is a whole number of hundredths of a team-month, money of thousands. Months are their first day.
"""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from leadroom.kit.keys import new_key
from leadroom.kit.tenancy import CouncilRow

PERCENT = [MinValueValidator(0), MaxValueValidator(100)]


class TeamKind(models.TextChoices):
    """What a team does; a level's template speaks of kinds, a council of teams."""

    DIGITAL_OFFICE = "DIGITAL_OFFICE", _("Digital office")
    INTEGRATION = "INTEGRATION", _("Integration and operations")
    SECURITY = "SECURITY", _("Information security")
    DATA = "DATA", _("Data and architecture")
    PROCUREMENT = "PROCUREMENT", _("Procurement and contracts")
    SERVICE_UNIT = "SERVICE_UNIT", _("Receiving service unit")


class Team(CouncilRow):
    """
    Those who do the work; the receiving service units are teams too.

    `staff` is what the team is in hundredths of a team-month a month; line work and absence take their
    percentages of it. `reserved_foundations` and `reserved_experiments` are percentages of what is then left:
    load with a floor, never counted as free. `floor` is the percentage that a plan must leave free.
    """

    key = models.CharField(max_length=20, default=new_key, editable=False)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=15, choices=TeamKind)
    staff = models.PositiveIntegerField(default=100)
    line_work = models.PositiveSmallIntegerField(default=0, validators=PERCENT)
    absence = models.PositiveSmallIntegerField(default=0, validators=PERCENT)
    reserved_foundations = models.PositiveSmallIntegerField(default=0, validators=PERCENT)
    reserved_experiments = models.PositiveSmallIntegerField(default=0, validators=PERCENT)
    floor = models.PositiveSmallIntegerField(default=0, validators=PERCENT)
    weight = models.PositiveSmallIntegerField(
        default=1, validators=[MinValueValidator(1), MaxValueValidator(9)]
    )
    order = models.PositiveSmallIntegerField(default=0)
    is_example = models.BooleanField(default=False)

    class Meta(CouncilRow.Meta):
        ordering = ("order", "id")
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="team_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="team_council_key"),
            models.UniqueConstraint(fields=["council", "name"], name="team_council_name"),
            models.CheckConstraint(condition=models.Q(kind__in=TeamKind.values), name="team_kind_known"),
        ]

    def __str__(self) -> str:
        """Show its name."""
        return self.name


class CapacityChange(CouncilRow):
    """A planned change: from a month on a team has more or fewer people."""

    key = models.CharField(max_length=20, default=new_key, editable=False)
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="changes")
    month = models.DateField()
    people = models.IntegerField()
    reason = models.CharField(max_length=160, blank=True)

    class Meta(CouncilRow.Meta):
        ordering = ("month", "id")
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="capacitychange_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="capacitychange_council_key"),
        ]

    def __str__(self) -> str:
        """Show when and how much."""
        return f"{self.month} {self.people:+d}"


class CapacityCell(CouncilRow):
    """What somebody typed for a team in a month, in place of what its people, line work and absence give."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="cells")
    month = models.DateField()
    effort = models.PositiveIntegerField()

    class Meta(CouncilRow.Meta):
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="capacitycell_council_id"),
            models.UniqueConstraint(fields=["team", "month"], name="capacitycell_once"),
        ]

    def __str__(self) -> str:
        """Show when and how much."""
        return f"{self.month} {self.effort}"


class Freeze(CouncilRow):
    """Months in which nothing goes live."""

    key = models.CharField(max_length=20, default=new_key, editable=False)
    name = models.CharField(max_length=80)
    first_month = models.DateField()
    last_month = models.DateField()

    class Meta(CouncilRow.Meta):
        ordering = ("first_month", "id")
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="freeze_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="freeze_council_key"),
            models.CheckConstraint(
                condition=models.Q(first_month__lte=models.F("last_month")), name="freeze_in_order"
            ),
        ]

    def __str__(self) -> str:
        """Show its name."""
        return self.name


class Terms(CouncilRow):
    """
    The terms of planning, one row a council: from when, how far, in which step, and how much money a year.

    `budget` maps a year's number to thousands; a year that it leaves out has no limit.
    `mandated_ceiling` is the share of the digital office's own time, in per cent, that mandated work may take.
    """

    first_month = models.DateField()
    months = models.PositiveSmallIntegerField(
        default=36, validators=[MinValueValidator(6), MaxValueValidator(60)]
    )
    is_by_month = models.BooleanField(default=False)
    budget = models.JSONField(default=dict, blank=True)
    mandated_ceiling = models.PositiveSmallIntegerField(null=True, blank=True, validators=PERCENT)

    class Meta(CouncilRow.Meta):
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="terms_council_id"),
            models.UniqueConstraint(fields=["council"], name="terms_one"),
        ]

    def __str__(self) -> str:
        """Show from when."""
        return str(self.first_month)
