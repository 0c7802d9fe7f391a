# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
A person's learning diary: for her eyes alone.

Few files may name these models; `tests/house/lint.toml` lists them. No link leads back from
a person to them, and nothing else links to them.
"""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from leadroom.kit.keys import new_key
from leadroom.kit.tenancy import CouncilRow

TEXTS = ("what_happened", "surprise", "next_time")


class DiaryEntry(CouncilRow):
    """
    What a person noticed one day and takes along from it.

    `tags` are keys of competencies and words of her own; `token` is the form's: sent
    twice, it is one entry.
    """

    key = models.CharField(max_length=20, default=new_key, editable=False)
    person = models.ForeignKey("accounts.Membership", on_delete=models.CASCADE, related_name="+")
    happened_on = models.DateField()
    what_happened = models.TextField(blank=True)
    surprise = models.TextField(blank=True)
    next_time = models.TextField(blank=True)
    tags = models.JSONField(default=list)
    token = models.UUIDField()
    written_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta(CouncilRow.Meta):
        ordering = ("-happened_on", "-id")
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="diaryentry_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="diaryentry_council_key"),
            models.UniqueConstraint(fields=["person", "token"], name="diaryentry_form_once"),
            models.CheckConstraint(
                condition=~Q(what_happened="", surprise="", next_time=""), name="diaryentry_says_something"
            ),
        ]

    def __str__(self) -> str:
        """Show the day, never what it says."""
        return f"{self.happened_on:%Y-%m-%d}"


class DiaryDraft(CouncilRow):
    """What a person is typing, kept while she types: about a new entry, or about one that is there."""

    person = models.ForeignKey("accounts.Membership", on_delete=models.CASCADE, related_name="+")
    entry = models.OneToOneField(DiaryEntry, on_delete=models.CASCADE, null=True, related_name="+")
    typed = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta(CouncilRow.Meta):
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="diarydraft_council_id"),
            models.UniqueConstraint(
                fields=["person"], condition=Q(entry__isnull=True), name="diarydraft_one_new"
            ),
        ]

    def __str__(self) -> str:
        """Show when it was kept, never what it says."""
        return f"{self.saved_at:%Y-%m-%d}"
