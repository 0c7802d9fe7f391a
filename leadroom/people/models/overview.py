# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a council can do: an overview to which people add their profiles unnamed, and profiles shared by name."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

from leadroom.kit.tenancy import CouncilRow

# An overview is a round of this kind (`rounds`): its cells are units, by key, and its items competencies.
KIND = "people.overview"
STAFF = "STAFF"
WITHOUT_UNIT = "without-unit"
# Overviews of the same people soon after one another would tell what a few of them changed (decision 19).
APART = timedelta(days=90)


class ProfileShare(CouncilRow):
    """A person lets her line manager see her levels, until she takes it back or has another manager."""

    person = models.OneToOneField(
        "accounts.Membership", on_delete=models.CASCADE, related_name="profile_share"
    )
    shared_with = models.ForeignKey("accounts.Membership", on_delete=models.CASCADE, related_name="+")
    shared_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta(CouncilRow.Meta):
        constraints = [models.UniqueConstraint(fields=["council", "id"], name="profileshare_council_id")]

    def __str__(self) -> str:
        """Show that it is one."""
        return "profile share"
