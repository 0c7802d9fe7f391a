# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Initiatives, with the history of their deadlines and tracks, what they wait for, and the chiefs they touch."""

from django.db import models
from django.utils import timezone

from leadroom.kit.keys import new_key
from leadroom.kit.tenancy import CouncilRow
from leadroom.portfolio.models.tracks import LegalBasis, Rules, Status, Track, Way, rules_of

PERSON = "accounts.Membership"


class Initiative(CouncilRow):
    """
    One thing that the council must do, chose to do, or stands on.

    `deadline` is the one in force: the newest line of the deadline's history.
    `pack` and `pack_item` say where an initiative from a pack comes from.
    """

    key = models.CharField(max_length=20, default=new_key, editable=False)
    code = models.CharField(max_length=30, blank=True)
    track = models.CharField(max_length=10, choices=Track)
    status = models.CharField(max_length=10, choices=Status, default=Status.PROPOSED)
    title = models.CharField(max_length=160)
    description = models.TextField(blank=True)
    links = models.TextField(blank=True)
    source = models.CharField(max_length=160, blank=True)
    source_url = models.URLField(max_length=400, blank=True)
    legal_basis = models.CharField(max_length=10, choices=LegalBasis, blank=True, default="")
    way = models.CharField(max_length=10, choices=Way, blank=True, default="")
    taken_over_by = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="takes_over"
    )
    deadline = models.DateField(null=True, blank=True)
    earliest_on = models.DateField(null=True, blank=True)
    sponsor = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    lead = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(
        "accounts.Unit", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    result = models.TextField(blank=True)
    need_of = models.CharField(max_length=160, blank=True)
    evidence = models.TextField(blank=True)
    evidence_on = models.DateField(null=True, blank=True)
    who_changes = models.TextField(blank=True)
    competencies = models.JSONField(default=list, blank=True)
    pack = models.CharField(max_length=60, blank=True)
    pack_item = models.CharField(max_length=80, blank=True)
    is_example = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta(CouncilRow.Meta):
        ordering = ("title", "id")
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="initiative_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="initiative_council_key"),
            models.UniqueConstraint(
                fields=["council", "code"], condition=~models.Q(code=""), name="initiative_council_code"
            ),
            models.UniqueConstraint(
                fields=["council", "pack_item"],
                condition=~models.Q(pack_item=""),
                name="initiative_council_pack_item",
            ),
            models.CheckConstraint(condition=models.Q(track__in=Track.values), name="initiative_track_known"),
            models.CheckConstraint(
                condition=models.Q(status__in=Status.values), name="initiative_status_known"
            ),
            models.CheckConstraint(
                condition=models.Q(way="") | models.Q(track=Track.MANDATED, way__in=Way.values),
                name="initiative_way_of_mandated",
            ),
            models.CheckConstraint(
                condition=~models.Q(track=Track.MANDATED, status=Status.DROPPED),
                name="initiative_mandated_stays",
            ),
        ]
        indexes = [models.Index(fields=["council", "track", "deadline"], name="initiative_by_track")]

    def __str__(self) -> str:
        """Show its title."""
        return self.title

    @property
    def rules(self) -> Rules:
        """Return the rules of its track."""
        return rules_of(self.track)

    @property
    def is_open(self) -> bool:
        """Whether it still takes capacity, or will."""
        return self.status not in {Status.DONE, Status.DROPPED}


class Deadline(CouncilRow):
    """One line of a deadline's history: what it became, when that was known, who said so. Never changed."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="deadlines")
    day = models.DateField(null=True, blank=True)
    known_on = models.DateField()
    said_by = models.CharField(max_length=160, blank=True)
    by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta(CouncilRow.Meta):
        ordering = ("known_on", "id")
        constraints = [models.UniqueConstraint(fields=["council", "id"], name="deadline_council_id")]

    def __str__(self) -> str:
        """Show the day."""
        return str(self.day or "")


class Move(CouncilRow):
    """One change of track: from where to where, when, by whom and why. Never changed."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="moves")
    from_track = models.CharField(max_length=10, choices=Track, blank=True)
    to_track = models.CharField(max_length=10, choices=Track)
    reason = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now, editable=False)
    by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta(CouncilRow.Meta):
        ordering = ("at", "id")
        constraints = [models.UniqueConstraint(fields=["council", "id"], name="move_council_id")]

    def __str__(self) -> str:
        """Show where it went."""
        return f"{self.from_track} {self.to_track}"


class Wait(CouncilRow):
    """One initiative starts only when another has been live for some months, at some level or above."""

    before = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="awaited_by")
    after = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="waits_for")
    months = models.PositiveSmallIntegerField(default=0)
    least_level = models.PositiveSmallIntegerField(default=0)

    class Meta(CouncilRow.Meta):
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="wait_council_id"),
            models.UniqueConstraint(fields=["before", "after"], name="wait_once"),
            models.CheckConstraint(condition=~models.Q(before=models.F("after")), name="wait_not_for_itself"),
        ]

    def __str__(self) -> str:
        """Show which waits for which."""
        return f"{self.before_id} {self.after_id}"


class EarlyQuestion(CouncilRow):
    """
    A chief whom a mandated solution touches: asked by link for timing, ambition and resources.

    Only a hash of the link's token is kept. Not asked yet: `asked_at` is empty.
    """

    key = models.CharField(max_length=20, default=new_key, editable=False)
    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="early_questions")
    chief = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, blank=True, editable=False)
    asked_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    timing = models.TextField(blank=True)
    ambition = models.TextField(blank=True)
    resources = models.TextField(blank=True)

    class Meta(CouncilRow.Meta):
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="earlyquestion_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="earlyquestion_council_key"),
            models.UniqueConstraint(fields=["initiative", "chief"], name="earlyquestion_once"),
            models.UniqueConstraint(
                fields=["council", "token_hash"],
                condition=~models.Q(token_hash=""),
                name="earlyquestion_council_token",
            ),
        ]

    def __str__(self) -> str:
        """Show its key."""
        return self.key
