# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A feedback round: a person, her line manager and colleagues rate the same few competencies."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from leadroom.kit.keys import new_key
from leadroom.kit.tenancy import CouncilRow

# How many competencies colleagues are asked about: enough to talk about, few enough to answer well.
FEWEST, MOST = 8, 12
KIND = "people.feedback"


class Group(models.TextChoices):
    """In what relation to the person somebody answers."""

    SELF = "SELF", pgettext_lazy("who answers", "The person herself")
    MANAGER = "MANAGER", pgettext_lazy("who answers", "Line manager")
    COLLEAGUE = "COLLEAGUE", pgettext_lazy("who answers", "Colleague")


class FeedbackRound(CouncilRow):
    """
    One feedback round about one person.

    Proposed by her manager it waits for her yes: `round` is empty until she opens it. What
    was answered lies in `round` until it closes; then named ratings go into the ledger.
    """

    key = models.CharField(max_length=20, default=new_key, editable=False)
    person = models.ForeignKey(
        "accounts.Membership", on_delete=models.CASCADE, related_name="feedback_rounds"
    )
    manager = models.ForeignKey("accounts.Membership", on_delete=models.SET_NULL, null=True, related_name="+")
    proposed_by = models.ForeignKey(
        "accounts.Membership", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    round = models.OneToOneField("rounds.Round", on_delete=models.CASCADE, null=True, related_name="feedback")
    competencies = models.JSONField(default=list)
    role_profile = models.CharField(max_length=40)
    pack = models.CharField(max_length=60)
    talk_name = models.CharField(_("what the talk is called"), max_length=60)
    talk_on = models.DateField(_("day of the talk"), null=True, blank=True)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta(CouncilRow.Meta):
        ordering = ("-made_at", "-id")
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="feedbackround_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="feedbackround_council_key"),
            models.UniqueConstraint(
                fields=["person"], condition=Q(round__isnull=True), name="feedbackround_one_proposed"
            ),
        ]

    def __str__(self) -> str:
        """Show its key."""
        return self.key

    @property
    def is_proposed(self) -> bool:
        """Say whether it waits for the person's yes."""
        return self.round is None

    @property
    def is_revealed(self) -> bool:
        """Say whether all may see what was answered: from closing on, at the same moment."""
        return self.round is not None and self.round.closed_at is not None
