# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The lease on a running job: which worker has it, and when it was last heard of."""

from django.db import models


class Lease(models.Model):
    """
    One running job's heartbeat.

    A global table: it holds the job's id, the worker's name and a moment, nothing of a council.
    """

    job_id = models.UUIDField(primary_key=True)
    worker = models.CharField(max_length=80)
    beat_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["beat_at"], name="lease_oldest_beat")]

    def __str__(self) -> str:
        """Show who runs what."""
        return f"{self.worker} {self.job_id}"
