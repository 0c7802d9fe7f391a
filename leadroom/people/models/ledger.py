# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ratings as a ledger: each with its source, date and pack version; nothing is ever overwritten."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leadroom.kit.keys import new_key
from leadroom.kit.tenancy import CouncilRow


class Answer(models.TextChoices):
    """What a person says about one competency. The last three give no level and count nowhere."""

    NOT_YET = "NOT_YET", _("Not yet")
    AWARE = "AWARE", _("Aware")
    WORKING = "WORKING", _("Working")
    SKILLED = "SKILLED", _("Skilled")
    LEADING = "LEADING", _("Leading")
    NOT_IN_ROLE = "NOT_IN_ROLE", _("Not in my role")
    CANNOT_JUDGE = "CANNOT_JUDGE", _("I cannot judge")
    RATHER_NOT = "RATHER_NOT", _("I would rather not say")

    @property
    def level(self) -> int | None:
        """Return 0 to 4, or None where the answer gives no level."""
        return LEVELS.get(self.value)


LEVELS = {"NOT_YET": 0, "AWARE": 1, "WORKING": 2, "SKILLED": 3, "LEADING": 4}


class Source(models.TextChoices):
    """Who rated: shown side by side, never averaged."""

    SELF = "SELF", _("Yourself")
    MANAGER = "MANAGER", _("Your manager")
    COLLEAGUE = "COLLEAGUE", _("A colleague")


class Scope(models.TextChoices):
    """How much a sitting asks."""

    SCAN = "SCAN", _("Short scan")
    FULL = "FULL", _("Full profile")


class Sitting(CouncilRow):
    """One time of profiling oneself, from start to finish; at most one is open."""

    key = models.CharField(max_length=20, default=new_key, editable=False)
    person = models.ForeignKey("accounts.Membership", on_delete=models.CASCADE, related_name="sittings")
    scope = models.CharField(max_length=10, choices=Scope)
    role_profile = models.CharField(max_length=40)
    pack = models.CharField(max_length=60)
    started_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta(CouncilRow.Meta):
        ordering = ("-started_at", "-id")
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="sitting_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="sitting_council_key"),
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(finished_at__isnull=True), name="sitting_one_open"
            ),
            models.CheckConstraint(condition=models.Q(scope__in=Scope.values), name="sitting_scope_known"),
        ]

    def __str__(self) -> str:
        """Show what and when."""
        return f"{self.get_scope_display()} {self.started_at:%Y-%m-%d}"


class Rating(CouncilRow):
    """
    One answer to one competency: a line of the ledger.

    `number` counts the answers of one source about one person and competency, so that
    two tabs that both saw number 3 cannot both write number 4: the second is told.
    `token` is the form's own: the same form sent twice is one answer.
    """

    person = models.ForeignKey("accounts.Membership", on_delete=models.CASCADE, related_name="ratings")
    rater = models.ForeignKey("accounts.Membership", on_delete=models.SET_NULL, null=True, related_name="+")
    source = models.CharField(max_length=10, choices=Source)
    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, null=True, related_name="ratings")
    feedback_round = models.ForeignKey(
        "people.FeedbackRound", on_delete=models.CASCADE, null=True, related_name="ratings"
    )
    competency = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    answer = models.CharField(max_length=12, choices=Answer)
    note = models.TextField(blank=True)
    pack = models.CharField(max_length=60)
    token = models.UUIDField()
    rated_at = models.DateTimeField(default=timezone.now)

    class Meta(CouncilRow.Meta):
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="rating_council_id"),
            models.UniqueConstraint(
                fields=["person", "source", "rater", "competency", "number"], name="rating_next_number_once"
            ),
            models.UniqueConstraint(fields=["council", "token"], name="rating_form_once"),
            models.CheckConstraint(condition=models.Q(answer__in=Answer.values), name="rating_answer_known"),
            models.CheckConstraint(condition=models.Q(source__in=Source.values), name="rating_source_known"),
        ]

    def __str__(self) -> str:
        """Show what was answered."""
        return f"{self.competency} {self.answer}"


class NoteDraft(CouncilRow):
    """What a person is writing about one competency, kept while she writes; gone once it is in the ledger."""

    person = models.ForeignKey("accounts.Membership", on_delete=models.CASCADE, related_name="+")
    competency = models.CharField(max_length=60)
    text = models.TextField()
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta(CouncilRow.Meta):
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="notedraft_council_id"),
            models.UniqueConstraint(fields=["person", "competency"], name="notedraft_one"),
        ]

    def __str__(self) -> str:
        """Show what it is about, never what it says."""
        return self.competency
