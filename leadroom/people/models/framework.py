# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A map that the council brought itself: kept in versions, and a kept version never changes."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leadroom.kit.keys import new_key
from leadroom.kit.tenancy import CouncilRow


class Framework(CouncilRow):
    """
    One version of a map, or a file on its way to be one; `content` is the core's framework as JSON.

    `code` is the map's own name, the same in all its versions; `based_on` is what it was compared with.
    """

    key = models.CharField(max_length=20, default=new_key, editable=False)
    code = models.CharField(max_length=200)
    name = models.JSONField(default=dict)
    version = models.CharField(_("version"), max_length=40, blank=True)
    filename = models.CharField(max_length=200)
    content = models.JSONField(default=dict)
    based_on = models.CharField(max_length=260, blank=True)
    created_by = models.ForeignKey(
        "accounts.Membership", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    kept_at = models.DateTimeField(null=True, editable=False)

    class Meta(CouncilRow.Meta):
        ordering = ("-id",)
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="framework_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="framework_council_key"),
            models.UniqueConstraint(
                fields=["council", "code", "version"],
                condition=models.Q(kept_at__isnull=False),
                name="framework_version_once",
            ),
        ]

    def __str__(self) -> str:
        """Show the map's own name and its version."""
        return f"{self.code}@{self.version}"
