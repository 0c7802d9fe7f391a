# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
What leaders answer before the mirror: each for herself alone, and as a team through an anonymous round.

What somebody writes and where she stands is hers, alone or in a team: a team learns only
what its round publishes, and the round is given numbers, never a text.
"""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils import timezone

from leadroom.kit.keys import new_key
from leadroom.kit.tenancy import CouncilRow

MIRROR = "people.mirror"
POINTS = range(1, 6)
# What one answer holds: a text, two points on their scales, a note.
EMPTY: Mapping[str, Any] = {"text": "", "point": None, "importance": None, "note": ""}


class Way(models.TextChoices):
    """How a team looks into the mirror together; the three for small teams are told in the pack."""

    ANONYMOUS = "ANONYMOUS", "five or more, anonymously"
    POOL = "POOL", "with the wider group of managers"
    VOTE = "VOTE", "opened only if all agree"


class TeamMirror(CouncilRow):
    """One time that a team looks into the mirror; `topics` are the questions it chose to talk about."""

    key = models.CharField(max_length=20, default=new_key, editable=False)
    name = models.CharField(max_length=80)
    way = models.CharField(max_length=12, choices=Way)
    round = models.OneToOneField("rounds.Round", on_delete=models.CASCADE, related_name="mirror")
    topics = models.JSONField(default=list)
    pack = models.CharField(max_length=60)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta(CouncilRow.Meta):
        ordering = ("-made_at", "-id")
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="teammirror_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="teammirror_council_key"),
            models.CheckConstraint(condition=models.Q(way__in=Way.values), name="teammirror_way_known"),
        ]

    def __str__(self) -> str:
        """Show what the team is called."""
        return self.name

    @property
    def is_closed(self) -> bool:
        """Say whether the team may see what is published."""
        return self.round.closed_at is not None


class MirrorSitting(CouncilRow):
    """
    One time that a person looks into the mirror: hers alone, like her diary.

    `answers` hold, by question, what `EMPTY` names. With `team` it is her own copy of what
    she answers for a team; whether she has given it away, the round knows.
    """

    key = models.CharField(max_length=20, default=new_key, editable=False)
    person = models.ForeignKey(
        "accounts.Membership", on_delete=models.CASCADE, related_name="mirror_sittings"
    )
    # A team mirror that is called off is deleted; what a member wrote for herself stays hers.
    team = models.ForeignKey(TeamMirror, on_delete=models.SET_NULL, null=True, related_name="+")
    answers = models.JSONField(default=dict)
    pack = models.CharField(max_length=60)
    started_at = models.DateTimeField(default=timezone.now)

    class Meta(CouncilRow.Meta):
        ordering = ("-started_at", "-id")
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="mirrorsitting_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="mirrorsitting_council_key"),
            models.UniqueConstraint(fields=["person", "team"], name="mirrorsitting_one_a_team"),
        ]

    def __str__(self) -> str:
        """Show its key, never what was answered."""
        return self.key

    def said(self, question: str) -> dict[str, Any]:
        """Return what stands for one question, in full."""
        return {**EMPTY, **self.answers.get(question, {})}

    def point(self, question: str) -> int | None:
        """Return where the person stands in one question."""
        point: int | None = self.said(question)["point"]
        return point

    @property
    def answered(self) -> int:
        """Return how many questions have a point."""
        return sum(self.point(question) is not None for question in self.answers)
