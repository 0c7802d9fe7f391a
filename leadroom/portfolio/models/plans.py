# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Plans: searched for by a job, kept beside the one in force, and brought into force by a decision."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leadroom.kit.keys import new_key
from leadroom.kit.tenancy import CouncilRow
from leadroom.portfolio.models.initiatives import PERSON, Initiative


class PlanStatus(models.TextChoices):
    """How far the search is, and how it ended."""

    WAITING = "WAITING", _("Waiting")
    SEARCHING = "SEARCHING", _("Searching")
    FOUND = "FOUND", _("Found")
    STOPPED = "STOPPED", _("Stopped with the best so far")
    IMPOSSIBLE = "IMPOSSIBLE", _("Not possible")
    NOT_FOUND = "NOT_FOUND", _("No plan found")
    FAILED = "FAILED", _("Failed")


OVER = frozenset(PlanStatus.values) - {PlanStatus.WAITING, PlanStatus.SEARCHING}
WITH_CHOICES = frozenset({PlanStatus.FOUND, PlanStatus.STOPPED})


class Plan(CouncilRow):
    """
    One plan, or the search for it. The one in force is never changed by another: they stand side by side.

    `changes` is what a what-if changes of the portfolio (locks, more capacity, later deadlines, lower levels).
    `problem` is the portfolio as it was planned, `choices` maps an initiative's key to its level, first month
    and go-live, `figures` is what it comes to. `explanation` and `ways_out` say why it can't be done and what
    would help. Shapes: `leadroom/portfolio/bridge`.
    """

    key = models.CharField(max_length=20, default=new_key, editable=False)
    name = models.CharField(max_length=120)
    based_on = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    status = models.CharField(max_length=12, choices=PlanStatus, default=PlanStatus.WAITING)
    is_in_force = models.BooleanField(default=False)
    changes = models.JSONField(default=dict, blank=True)
    problem = models.JSONField(default=dict, blank=True)
    choices = models.JSONField(default=dict, blank=True)
    figures = models.JSONField(default=dict, blank=True)
    progress = models.JSONField(default=dict, blank=True)
    explanation = models.JSONField(default=dict, blank=True)
    ways_out = models.JSONField(default=list, blank=True)
    is_stop_wanted = models.BooleanField(default=False)
    created_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta(CouncilRow.Meta):
        ordering = ("-created_at", "-id")
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="plan_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="plan_council_key"),
            models.UniqueConstraint(
                fields=["council"], condition=models.Q(is_in_force=True), name="plan_one_in_force"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=PlanStatus.values), name="plan_status_known"
            ),
        ]

    def __str__(self) -> str:
        """Show its name."""
        return self.name

    @property
    def is_over(self) -> bool:
        """Whether the search has ended."""
        return self.status in OVER

    @property
    def has_choices(self) -> bool:
        """Whether there is a plan to show."""
        return bool(self.choices)


class Decision(CouncilRow):
    """
    What was decided, by whom, why, and the room before and after. Never changed.

    `before` and `after` hold the headroom as whole hundredths of a team-month, by team and in all, and each
    solution's level, start and go-live. `levels` maps a solution's key to the level decided for it.
    """

    class Kind(models.TextChoices):
        """What was decided."""

        PLAN = "PLAN", _("A plan came into force")
        AMBITION = "AMBITION", _("An ambition level was chosen")

    key = models.CharField(max_length=20, default=new_key, editable=False)
    kind = models.CharField(max_length=10, choices=Kind)
    plan = models.ForeignKey(Plan, on_delete=models.SET_NULL, null=True, related_name="decisions")
    initiative = models.ForeignKey(Initiative, on_delete=models.SET_NULL, null=True, related_name="decisions")
    what = models.CharField(max_length=200)
    reason = models.TextField()
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    levels = models.JSONField(default=dict)
    by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    decided_on = models.DateField(default=timezone.localdate)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta(CouncilRow.Meta):
        ordering = ("-decided_on", "-id")
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="decision_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="decision_council_key"),
        ]

    def __str__(self) -> str:
        """Show what was decided."""
        return self.what
