# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Who is asked what until when, what has been answered, and what was published of it.

Until a person sends her answers they are hers, as a draft. Where she is not named they are
then laid into a table that knows nobody, by a job of its own: a row of it carries no person,
no time and no number that tells the order. When the round closes, what may be published
is worked out once, and drafts and answers are deleted: nothing is left to link.
"""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone

from leadroom.kit.keys import new_key
from leadroom.kit.tenancy import CouncilRow


class Promise(models.TextChoices):
    """What those who are not named are told before they answer, and what holds until the end."""

    ANONYMOUS = "ANONYMOUS", "anonymous"
    TOGETHER = "TOGETHER", "shown together, not anonymous"
    NOBODY = "NOBODY", "nobody is asked without a name"


class Round(CouncilRow):
    """
    One round of questions; what they mean is known to the room that opened it.

    `items` are pairs of key and scale; `cells` the one division of the respondents, in order.
    Both, and `fewest`, are fixed when the round opens; so is `voters`: how many must all say yes
    in a secret vote before what they answered is shown, empty where nobody votes.
    """

    key = models.CharField(max_length=20, default=new_key, editable=False)
    kind = models.CharField(max_length=40)
    items = models.JSONField(default=list)
    cells = models.JSONField(default=list)
    fewest = models.PositiveSmallIntegerField(default=5)
    promise = models.CharField(max_length=12, choices=Promise)
    voters = models.PositiveSmallIntegerField(null=True, blank=True)
    opened_by = models.ForeignKey(
        "accounts.Membership", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    closes_on = models.DateField()
    closed_at = models.DateTimeField(null=True, blank=True)
    published = models.JSONField(default=dict)

    class Meta(CouncilRow.Meta):
        ordering = ("-opened_at", "-id")
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="round_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="round_council_key"),
            models.CheckConstraint(condition=Q(fewest__gte=5), name="round_fewest_at_least_five"),
            models.CheckConstraint(condition=Q(promise__in=Promise.values), name="round_promise_known"),
        ]
        indexes = [models.Index(fields=["council", "kind", "closed_at"], name="round_open")]

    def __str__(self) -> str:
        """Show its key."""
        return self.key

    @property
    def is_open(self) -> bool:
        """Say whether it still takes answers: until its last day is over, or it is closed earlier."""
        return self.closed_at is None and timezone.localdate() <= self.closes_on


class Invitee(CouncilRow):
    """
    Somebody who is asked: a member of the council, or an address outside it.

    `group` and `cell` are the opening room's words. That she has answered is kept here,
    but not when, and not what.
    """

    key = models.CharField(max_length=20, default=new_key, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="invitees")
    person = models.ForeignKey("accounts.Membership", on_delete=models.CASCADE, null=True, related_name="+")
    email = models.EmailField(max_length=254, blank=True)
    name = models.CharField(max_length=150, blank=True)
    language = models.CharField(max_length=2)
    group = models.CharField(max_length=20)
    cell = models.CharField(max_length=40, blank=True)
    is_named = models.BooleanField(default=False)
    has_answered = models.BooleanField(default=False)
    has_declined = models.BooleanField(default=False)
    was_reminded = models.BooleanField(default=False)

    class Meta(CouncilRow.Meta):
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="invitee_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="invitee_council_key"),
            models.UniqueConstraint(fields=["round", "person"], name="invitee_person_once"),
            models.UniqueConstraint(
                fields=["round", "email"], condition=~Q(email=""), name="invitee_email_once"
            ),
        ]

    def __str__(self) -> str:
        """Show her key: her name is for the page that may show it."""
        return self.key


class Draft(CouncilRow):
    """What an invitee has answered so far; gone when it is laid among the answers, or the round closes."""

    invitee = models.OneToOneField(Invitee, on_delete=models.CASCADE, related_name="draft")
    answers = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0)
    is_sent = models.BooleanField(default=False)
    answer_id = models.UUIDField(default=uuid.uuid4, editable=False)

    class Meta(CouncilRow.Meta):
        constraints = [models.UniqueConstraint(fields=["council", "id"], name="draft_council_id")]

    def __str__(self) -> str:
        """Show that it is one, and nothing of it."""
        return "draft"


class Answer(CouncilRow):
    """What somebody answered: without a person, a time or a number that tells the order."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="+")
    cell = models.CharField(max_length=40, blank=True)
    answers = models.JSONField(default=dict)

    class Meta(CouncilRow.Meta):
        constraints = [models.UniqueConstraint(fields=["council", "id"], name="answer_council_id")]

    def __str__(self) -> str:
        """Show that it is one, and nothing of it."""
        return "answer"
