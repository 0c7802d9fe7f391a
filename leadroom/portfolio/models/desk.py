# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person keeps on her desk: saved views, a calendar she subscribes to, and a file she is bringing in."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leadroom.kit.keys import new_key
from leadroom.kit.tenancy import CouncilRow
from leadroom.portfolio.models.initiatives import PERSON


class SavedView(CouncilRow):
    """One person's way of looking at the portfolio, under a name of her own."""

    key = models.CharField(max_length=20, default=new_key, editable=False)
    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=400)

    class Meta(CouncilRow.Meta):
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="savedview_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="savedview_council_key"),
            models.UniqueConstraint(fields=["person", "name"], name="savedview_name_once"),
        ]

    def __str__(self) -> str:
        """Show its name."""
        return self.name


class CalendarLink(CouncilRow):
    """
    The secret address by which one person's calendar reads the portfolio's days without signing in.

    Only a hash of the address's token is kept, so it is shown once, when it is made.
    """

    person = models.OneToOneField(PERSON, on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, editable=False)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta(CouncilRow.Meta):
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="calendarlink_council_id"),
            models.UniqueConstraint(fields=["council", "token_hash"], name="calendarlink_council_token"),
        ]

    def __str__(self) -> str:
        """Show whose it is."""
        return str(self.person)


class Import(CouncilRow):
    """
    A file on its way into the portfolio: read, mapped, tried, brought in all or nothing, and taken back.

    `header` and `rows` are what the file says, `mapping` which column is which field, `undo` what each touched
    initiative was before.
    """

    class Status(models.TextChoices):
        """How far it is."""

        READ = "READ", _("Read")
        DONE = "DONE", _("Brought in")
        UNDONE = "UNDONE", _("Taken back")

    key = models.CharField(max_length=20, default=new_key, editable=False)
    filename = models.CharField(max_length=200)
    status = models.CharField(max_length=8, choices=Status, default=Status.READ)
    header = models.JSONField(default=list)
    rows = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    undo = models.JSONField(default=list)
    by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta(CouncilRow.Meta):
        ordering = ("-created_at", "-id")
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="import_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="import_council_key"),
        ]

    def __str__(self) -> str:
        """Show the file's name."""
        return self.filename
