# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""How far a person is on her learning paths."""

from django.db import models
from django.utils import timezone

from leadroom.kit.tenancy import CouncilRow


class StageProgress(CouncilRow):
    """One stage that a person has begun: hers alone, like her diary."""

    person = models.ForeignKey("accounts.Membership", on_delete=models.CASCADE, related_name="stage_progress")
    path = models.CharField(max_length=60)
    stage = models.CharField(max_length=60)
    pack = models.CharField(max_length=60)
    note = models.TextField(blank=True)
    started_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta(CouncilRow.Meta):
        ordering = ("started_at", "id")
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="stageprogress_council_id"),
            models.UniqueConstraint(fields=["person", "path", "stage"], name="stageprogress_one"),
            models.CheckConstraint(
                condition=models.Q(done_at__isnull=True) | models.Q(done_at__gte=models.F("started_at")),
                name="stageprogress_done_after_start",
            ),
        ]

    def __str__(self) -> str:
        """Show which stage it is, never what the note says."""
        return f"{self.path} {self.stage}"
