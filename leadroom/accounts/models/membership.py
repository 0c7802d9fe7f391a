# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who belongs to a council, in which unit, with which roles, and who was asked to join."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leadroom.accounts.models.roles import Role
from leadroom.accounts.models.user import User
from leadroom.kit.keys import new_key
from leadroom.kit.tenancy import CouncilRow


class Unit(CouncilRow):
    """A part of a council, with one line manager; who leads the unit it is part of leads its manager."""

    key = models.CharField(max_length=20, default=new_key, editable=False)
    name = models.CharField(_("name"), max_length=120)
    manager = models.ForeignKey(
        "accounts.Membership", on_delete=models.SET_NULL, null=True, blank=True, related_name="manages"
    )
    part_of = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
    )

    class Meta(CouncilRow.Meta):
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="unit_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="unit_council_key"),
            models.UniqueConstraint(fields=["council", "name"], name="unit_council_name"),
        ]

    def __str__(self) -> str:
        """Show the unit's name."""
        return self.name


class Membership(CouncilRow):
    """One person in one council. Everything she does there hangs on this row."""

    key = models.CharField(max_length=20, default=new_key, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.SET_NULL, null=True, blank=True, related_name="members")
    title = models.CharField(_("job title"), max_length=120, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)
    # When she was let in again. What opened the council to her before she left opens nothing more.
    returned_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta(CouncilRow.Meta):
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="membership_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="membership_council_key"),
            models.UniqueConstraint(fields=["council", "user"], name="membership_council_user"),
        ]
        indexes = [models.Index(fields=["council", "is_active"], name="membership_active")]

    def __str__(self) -> str:
        """Show the person's name."""
        return self.user.name


class RoleGrant(CouncilRow):
    """One role that a member holds."""

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=20, choices=Role)

    class Meta(CouncilRow.Meta):
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="rolegrant_council_id"),
            models.UniqueConstraint(fields=["membership", "role"], name="rolegrant_once"),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="rolegrant_role_known"),
        ]

    def __str__(self) -> str:
        """Show the role's name."""
        return self.get_role_display()


class Invitation(CouncilRow):
    """
    A one-time link that makes somebody a member.

    Only a hash of the token is kept; the token itself is in the letter alone.
    """

    key = models.CharField(max_length=20, default=new_key, editable=False)
    token_hash = models.CharField(max_length=64, editable=False)
    email = models.EmailField(_("e-mail"), max_length=254)
    name = models.CharField(_("name"), max_length=150, blank=True)
    roles = models.JSONField(default=list)
    unit = models.ForeignKey(Unit, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    title = models.CharField(_("job title"), max_length=120, blank=True)
    language = models.CharField(max_length=2, default="en")
    invited_by = models.ForeignKey(
        Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta(CouncilRow.Meta):
        ordering = ("-created_at",)
        constraints = [
            models.UniqueConstraint(fields=["council", "id"], name="invitation_council_id"),
            models.UniqueConstraint(fields=["council", "key"], name="invitation_council_key"),
            models.UniqueConstraint(fields=["council", "token_hash"], name="invitation_council_token"),
        ]

    def __str__(self) -> str:
        """Show who is invited."""
        return self.name or self.email

    @property
    def is_open(self) -> bool:
        """Whether the link still works."""
        return self.accepted_at is None and self.withdrawn_at is None and timezone.now() < self.expires_at
