# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person's development plan: what she practises, how far it is, and what was said about it on the way."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from leadroom.kit.keys import new_key
from leadroom.kit.tenancy import CouncilRow
from leadroom.people.models.evidence import Evidence

PERSON = "accounts.Membership"


class State(models.TextChoices):
    """How far an action is."""

    DRAFT = "DRAFT", _("Draft")
    AGREED = "AGREED", _("Agreed")
    DOING = "DOING", _("Doing")
    DONE = "DONE", pgettext_lazy("action", "Done")
    DROPPED = "DROPPED", pgettext_lazy("action", "Dropped")


# What is written in an action, in the order in which it is read.
LABELS = {
    "will_be_able": _("What I will be able to do"),
    # Translators: read as one sentence with what follows, as in "When a supplier shows us a demo".
    "when": pgettext_lazy("action", "When"),
    # Translators: read as one sentence with what follows, as in "I will ask what it cannot do".
    "then": pgettext_lazy("action", "I will"),
    "kind": _("How I learn it"),
    "competency": _("Which competency it develops"),
    "by_on": _("By when"),
    "review_on": _("When I look at it again"),
    "helper": _("Who helps me"),
    "how_seen": _("How we will see it"),
}

OPEN = (State.DRAFT, State.AGREED, State.DOING)
UNDER_WAY = (State.AGREED, State.DOING)


class Kind(models.TextChoices):
    """In which way a person learns."""

    PRACTICE = "PRACTICE", _("Practise at work")
    WITH_OTHERS = "WITH_OTHERS", _("Learn with others")
    COURSE = "COURSE", _("Take a course")


class PlanAction(CouncilRow):
    """
    One thing a person practises.

    It is hers alone until she shares it: `shared_with` is the line manager who sees it, `shared_at` since when. What
    a line manager suggested and the person has not answered yet is from `suggested_at`. `moved` says how often its
    review has been held or its days have changed: a form that saw another number comes too late.
    """

    class Origin(models.TextChoices):
        """What it began with: only the words came along, nothing leads back."""

        GAP = "GAP", _("From a gap in the profile")
        DIARY = "DIARY", _("From the diary")
        BLANK = "BLANK", _("From a blank page")

    key = models.CharField(max_length=20, default=new_key, editable=False)
    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="plan_actions")
    competency = models.CharField(max_length=60, blank=True)
    will_be_able = models.CharField(max_length=300)
    when = models.CharField(max_length=300)
    then = models.CharField(max_length=300)
    kind = models.CharField(max_length=12, choices=Kind)
    by_on = models.DateField()
    review_on = models.DateField()
    helper = models.CharField(max_length=160, blank=True)
    how_seen = models.CharField(max_length=300)
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    dropped_reason = models.CharField(max_length=300, blank=True)
    origin = models.CharField(max_length=6, choices=Origin)
    token = models.UUIDField(editable=False)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    moved = models.PositiveIntegerField(default=0, editable=False)
    shared_with = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    shared_at = models.DateTimeField(null=True, editable=False)
    suggested_at = models.DateTimeField(null=True, editable=False)
    started_at = models.DateTimeField(null=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)
    reminded_on = models.DateField(null=True, editable=False)
    evidence = models.ForeignKey(Evidence, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta(CouncilRow.Meta):
        ordering = ("by_on", "id")
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="planaction_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="planaction_council_key"),
            models.UniqueConstraint(fields=["council", "token"], name="planaction_form_once"),
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="planaction_state_known"),
            models.CheckConstraint(condition=models.Q(kind__in=Kind.values), name="planaction_kind_known"),
            models.CheckConstraint(
                condition=models.Q(origin__in=("GAP", "DIARY", "BLANK")), name="planaction_origin_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="DROPPED", dropped_reason=""), name="planaction_dropped_why"
            ),
        ]
        indexes = [models.Index(fields=["state", "review_on"], name="planaction_review")]

    def __str__(self) -> str:
        """Show which it is, never what it says."""
        return self.key

    @property
    def is_open(self) -> bool:
        """Say whether it is neither done nor dropped."""
        return self.state in OPEN

    @property
    def is_under_way(self) -> bool:
        """Say whether it is agreed or being done, so that it is reviewed."""
        return self.state in UNDER_WAY

    @property
    def is_shared(self) -> bool:
        """Say whether the line manager sees it."""
        return self.shared_at is not None

    @property
    def waits_for_agreement(self) -> bool:
        """Say whether the line manager was asked and has said nothing yet."""
        return self.state == State.DRAFT and self.is_shared and self.suggested_at is None


class PlanEvent(CouncilRow):
    """
    One line of an action's history.

    `changes` holds, for each field that was changed, what it said before. Who did it is None where it was nobody:
    a new line manager sees what is open without anybody's act.
    """

    class What(models.TextChoices):
        """What happened."""

        ADDED = "ADDED", _("Written down")
        SHARED = "SHARED", _("Shared, to be agreed")
        TAKEN_BACK = "TAKEN_BACK", _("Taken back")
        AGREED = "AGREED", _("Agreed")
        SUGGESTED = "SUGGESTED", _("Suggested other words")
        KEPT = "KEPT", _("Kept as it is")
        CHANGED = "CHANGED", _("Changed")
        STARTED = "STARTED", _("Started")
        REVIEWED = "REVIEWED", _("Reviewed")
        DONE = "DONE", pgettext_lazy("action", "Done")
        DROPPED = "DROPPED", pgettext_lazy("action", "Dropped")
        REOPENED = "REOPENED", _("Taken up again")
        HANDED_OVER = "HANDED_OVER", _("Seen by a new line manager from now on")

    action = models.ForeignKey(PlanAction, on_delete=models.CASCADE, related_name="events")
    by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    what = models.CharField(max_length=12, choices=What)
    text = models.CharField(max_length=1000, blank=True)
    changes = models.JSONField(default=dict)
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta(CouncilRow.Meta):
        ordering = ("at", "id")
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="planevent_council_id"),
        ]

    def __str__(self) -> str:
        """Show what happened, never what was said."""
        return self.what


class PlanChoice(CouncilRow):
    """What a person chose about her plan: whether letters remind her of its reviews. Without a row, they do."""

    person = models.OneToOneField(PERSON, on_delete=models.CASCADE, related_name="+")
    is_reminded = models.BooleanField(default=True)

    class Meta(CouncilRow.Meta):
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="planchoice_council_id"),
        ]

    def __str__(self) -> str:
        """Show whose it is."""
        return str(self.person)
