# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person can point to: something she did that shows a level, in her own words."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leadroom.kit.keys import new_key
from leadroom.kit.tenancy import CouncilRow


class Evidence(CouncilRow):
    """One thing a person did that shows what she can; her own, like the ratings it stands behind."""

    class Origin(models.TextChoices):
        """Where it comes from: only the words came along, nothing leads back."""

        DIARY = "DIARY", _("From the diary")
        PLAN = "PLAN", _("From the plan")
        OWN = "OWN", _("Written here")

    key = models.CharField(max_length=20, default=new_key, editable=False)
    person = models.ForeignKey("accounts.Membership", on_delete=models.CASCADE, related_name="evidence")
    competency = models.CharField(max_length=60)
    text = models.TextField(_("what I did"))
    origin = models.CharField(max_length=10, choices=Origin)
    seen_on = models.DateField(_("when"))
    added_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta(CouncilRow.Meta):
        ordering = ("-seen_on", "-id")
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="evidence_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="evidence_council_key"),
            models.CheckConstraint(
                condition=models.Q(origin__in=("DIARY", "PLAN", "OWN")), name="evidence_origin_known"
            ),
        ]

    def __str__(self) -> str:
        """Show what it is about, never what it says."""
        return self.competency
