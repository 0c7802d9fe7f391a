# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Who sees what of a person's skills.

A self-rating is the person's own: nobody else sees it, not her manager and not the
administrator, until she shares it by her own act. In a feedback round both see each other's
ratings of its few competencies, at the same moment. An action of her plan is hers alone until
she shares it: from then on the line manager she shared it with sees it, as long as she is that.
"""

from django.db.models import F, Q, QuerySet

from leadroom.accounts.models import Actor, Membership, Role
from leadroom.accounts.permissions import line_manager_of, visible_team
from leadroom.people.models import (
    CouncilRoleProfile,
    DiaryDraft,
    DiaryEntry,
    Evidence,
    FeedbackRound,
    Framework,
    MirrorSitting,
    NoteDraft,
    PlanAction,
    PlanChoice,
    PlanEvent,
    ProfileShare,
    Rating,
    RoleTarget,
    Sitting,
    Source,
    StageProgress,
    TeamMirror,
)
from leadroom.rounds.permissions import visible_invitations


def visible_ratings(actor: Actor) -> QuerySet[Rating]:
    """Return the ratings about this person that she may read: her own, and her managers', there once revealed."""
    return Rating.objects.filter(
        Q(rater=actor.person, source=Source.SELF) | Q(source=Source.MANAGER), person=actor.person
    )


def visible_feedback_rounds(actor: Actor) -> QuerySet[FeedbackRound]:
    """Return the feedback rounds about this person, and those in which she answers as line manager."""
    rounds = FeedbackRound.objects.select_related("person__user", "manager__user", "round")
    return rounds.filter(Q(person=actor.person) | Q(manager=actor.person))


def visible_round_ratings(actor: Actor) -> QuerySet[Rating]:
    """Return what the person and her manager said in the rounds this person sees: there from the reveal on."""
    return Rating.objects.filter(feedback_round__in=visible_feedback_rounds(actor))


def visible_sittings(actor: Actor) -> QuerySet[Sitting]:
    """Return this person's own sittings."""
    return Sitting.objects.filter(person=actor.person)


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


def visible_plan_actions(actor: Actor) -> QuerySet[PlanAction]:
    """Return this person's own actions, and those that her people have shared with her."""
    shared_by_my_people = Q(
        shared_at__isnull=False,
        shared_with=actor.person,
        person__in=visible_team(actor).values("pk"),
    )
    return PlanAction.objects.filter(Q(person=actor.person) | shared_by_my_people)


def visible_plan_events(actor: Actor) -> QuerySet[PlanEvent]:
    """Return the history of this person's own actions, and of those shared with her from that moment on."""
    shared = Q(action__in=visible_plan_actions(actor), at__gte=F("action__shared_at"))
    return PlanEvent.objects.filter(Q(action__person=actor.person) | shared)


def visible_plan_choices(actor: Actor) -> QuerySet[PlanChoice]:
    """Return what this person chose about her own plan."""
    return PlanChoice.objects.filter(person=actor.person)


def visible_stage_progress(actor: Actor) -> QuerySet[StageProgress]:
    """Return how far this person is on her learning paths: hers alone."""
    return StageProgress.objects.filter(person=actor.person)


def visible_mirror_sittings(actor: Actor) -> QuerySet[MirrorSitting]:
    """Return what this person answered before the mirror, alone or for a team: hers alone."""
    return MirrorSitting.objects.filter(person=actor.person)


def visible_team_mirrors(actor: Actor) -> QuerySet[TeamMirror]:
    """Return the team mirrors this person is asked in, or opened herself."""
    asked = visible_invitations(actor).values("round")
    mine = Q(round__opened_by=actor.person) | Q(round__in=asked)
    return TeamMirror.objects.select_related("round").filter(mine)


def visible_profile_shares(actor: Actor) -> QuerySet[ProfileShare]:
    """Return whom this person lets see her profile, and who of her people lets her see theirs."""
    my_people = Q(shared_with=actor.person, person__in=visible_team(actor).values("pk"))
    return ProfileShare.objects.filter(Q(person=actor.person) | my_people)


def visible_shared_ratings(actor: Actor) -> QuerySet[Rating]:
    """Return what her people say of themselves, of those who let her see it."""
    shares = visible_profile_shares(actor).filter(shared_with=actor.person)
    return Rating.objects.filter(source=Source.SELF, person__in=shares.values("person"))


def may_see_overview(actor: Actor) -> bool:
    """Say whether the person sees what the whole council can do, and may ask for it."""
    return actor.is_any(Role.EXECUTIVE, Role.DIGITAL_OFFICE)


def visible_role_targets(actor: Actor) -> QuerySet[RoleTarget]:
    """Return the targets that the council set, to everyone in it."""
    return RoleTarget.objects.all()


def visible_role_profiles(actor: Actor) -> QuerySet[CouncilRoleProfile]:
    """Return the role profiles that the council added, to everyone in it."""
    return CouncilRoleProfile.objects.filter(is_retired=False)


def visible_frameworks(actor: Actor) -> QuerySet[Framework]:
    """Return the kept versions of the council's own maps; files on their way in only to who may bring them."""
    frameworks = Framework.objects.select_related("created_by__user")
    return frameworks if may_bring_map(actor) else frameworks.filter(kept_at__isnull=False)


def may_propose_feedback(actor: Actor, member: Membership) -> bool:
    """Say whether the person may propose a round to a member: to those whose line manager she is."""
    return visible_team(actor).filter(pk=member.pk).exists()


def may_bring_map(actor: Actor) -> bool:
    """Say whether the person may bring a map of the council's own: administrators and the digital office."""
    return actor.is_any(Role.ADMINISTRATOR, Role.DIGITAL_OFFICE)


def may_profile(actor: Actor) -> bool:
    """Say whether the person can profile herself: everyone in a council can."""
    return actor.membership is not None


def may_keep_a_diary(actor: Actor) -> bool:
    """Say whether the person can write for herself: everyone in a council can."""
    return actor.membership is not None


def may_plan(actor: Actor) -> bool:
    """Say whether the person can keep a plan: everyone in a council can."""
    return actor.membership is not None


def may_keep_action(actor: Actor, action: PlanAction) -> bool:
    """Say whether the person may change an action and say how far it is: whose it is, and nobody else."""
    return action.person_id == actor.person.pk


def may_suggest(actor: Actor, action: PlanAction) -> bool:
    """Say whether the person may suggest other words: the line manager with whom it is shared."""
    manager = line_manager_of(action.person)
    return action.is_shared and manager == actor.person and action.shared_with_id == actor.person.pk


def may_agree(actor: Actor, action: PlanAction) -> bool:
    """Say whether the person may agree: the line manager with whom it is shared; without one, whose it is."""
    if may_keep_action(actor, action):
        return line_manager_of(action.person) is None
    return may_suggest(actor, action)


def may_learn(actor: Actor) -> bool:
    """Say whether the person can walk a learning path: everyone in a council can."""
    return actor.membership is not None


def may_reflect(actor: Actor) -> bool:
    """Say whether the person can look into the mirror: everyone in a council can."""
    return actor.membership is not None


def may_open_mirror(actor: Actor) -> bool:
    """Say whether the person may ask a team: executives, managers and the digital office."""
    return actor.is_any(Role.EXECUTIVE, Role.MANAGER, Role.DIGITAL_OFFICE)


def may_run_mirror(actor: Actor, mirror: TeamMirror) -> bool:
    """Say whether the person may close a team mirror, call it off and choose its topics: who opened it."""
    return mirror.round.opened_by_id == actor.person.pk


def may_see_answers_together(actor: Actor, mirror: TeamMirror) -> bool:
    """Say whether the person may see answers that the team opened to itself by a vote: who is one of it."""
    return mirror.round.voters is None or mirror.round.invitees.filter(person=actor.person).exists()


def may_adjust_role_profiles(actor: Actor) -> bool:
    """Say whether the person may change what a role asks for: administrators and the digital office."""
    return actor.is_any(Role.ADMINISTRATOR, Role.DIGITAL_OFFICE)
