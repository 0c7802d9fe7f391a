# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Who sees what of a person's skills.

A self-rating is the person's own: nobody else sees it, not her manager and not the
administrator, until a later room lets her share it by her own act.
"""

from django.db.models import QuerySet

from leadroom.accounts.models import Actor, Role
from leadroom.people.models import (
    CouncilRoleProfile,
    DiaryDraft,
    DiaryEntry,
    Evidence,
    NoteDraft,
    Profiling,
    Rating,
    RoleTarget,
)


def visible_ratings(actor: Actor) -> QuerySet[Rating]:
    """Return the ratings about this person that she may read: her own."""
    return Rating.objects.filter(person=actor.person, rater=actor.person)


def visible_profilings(actor: Actor) -> QuerySet[Profiling]:
    """Return this person's own sittings."""
    return Profiling.objects.filter(person=actor.person)


def visible_note_drafts(actor: Actor) -> QuerySet[NoteDraft]:
    """Return what this person is writing."""
    return NoteDraft.objects.filter(person=actor.person)


def visible_evidence(actor: Actor) -> QuerySet[Evidence]:
    """Return what this person keeps as evidence of what she can do."""
    return Evidence.objects.filter(person=actor.person)


def visible_diary(actor: Actor) -> QuerySet[DiaryEntry]:
    """Return this person's own diary; there is no other way to an entry, for anybody."""
    return DiaryEntry.objects.filter(person=actor.person)


def visible_diary_drafts(actor: Actor) -> QuerySet[DiaryDraft]:
    """Return what this person is typing into her diary."""
    return DiaryDraft.objects.filter(person=actor.person)


def visible_role_targets(actor: Actor) -> QuerySet[RoleTarget]:
    """Return the targets that the council set, to everyone in it."""
    return RoleTarget.objects.all()


def visible_role_profiles(actor: Actor) -> QuerySet[CouncilRoleProfile]:
    """Return the role profiles that the council added, to everyone in it."""
    return CouncilRoleProfile.objects.filter(is_retired=False)


def may_profile(actor: Actor) -> bool:
    """Say whether the person can profile herself: everyone in a council can."""
    return actor.membership is not None


def may_keep_a_diary(actor: Actor) -> bool:
    """Say whether the person can write for herself: everyone in a council can."""
    return actor.membership is not None


def may_adjust_role_profiles(actor: Actor) -> bool:
    """Say whether the person may change what a role asks for: administrators and the digital office."""
    return actor.is_any(Role.ADMINISTRATOR, Role.DIGITAL_OFFICE)
