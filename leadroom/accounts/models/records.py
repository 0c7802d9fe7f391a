# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was done, and what is to be sent: two tables that are only ever added to."""

from django.db import models
from django.utils import timezone

from leadroom.accounts.models.membership import Membership
from leadroom.kit.keys import new_key
from leadroom.kit.tenancy import CouncilRow


class AuditEvent(CouncilRow):
    """
    Who did what to what and when, for the council's administrator.

    `details` names fields and choices; never an answer, a note or diary text.
    """

    at = models.DateTimeField(default=timezone.now, editable=False)
    by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    verb = models.CharField(max_length=80)
    thing = models.CharField(max_length=60, blank=True)
    thing_key = models.CharField(max_length=60, blank=True)
    details = models.JSONField(default=dict)

    class Meta(CouncilRow.Meta):
        ordering = ("-at", "-id")
        constraints = [models.UniqueConstraint(fields=["council", "id"], name="auditevent_council_id")]
        indexes = [
            models.Index(fields=["council", "-at"], name="auditevent_newest"),
            models.Index(fields=["council", "verb", "-at"], name="auditevent_newest_of_verb"),
        ]

    def __str__(self) -> str:
        """Show what was done."""
        return f"{self.verb} {self.thing}/{self.thing_key}"


class OutboxMail(CouncilRow):
    """A letter, written in the same transaction as the act it tells of; the worker sends it."""

    key = models.CharField(max_length=20, default=new_key, editable=False)
    to = models.EmailField(max_length=254)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)
    last_error = models.CharField(max_length=200, blank=True)

    class Meta(CouncilRow.Meta):
        ordering = ("created_at",)
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="outboxmail_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="outboxmail_council_key"),
        ]
        indexes = [models.Index(fields=["sent_at", "next_try_at"], name="outboxmail_due")]

    def __str__(self) -> str:
        """Show what it is about."""
        return self.subject
