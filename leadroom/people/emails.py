# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the room People writes to people; no letter says what anybody answered."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from leadroom.accounts.emails import post
from leadroom.accounts.models import Actor, Council, Membership, OutboxMail
from leadroom.people.models import FeedbackRound, TeamMirror, skills_map
from leadroom.rounds.models import Invitee
from leadroom.rounds.permissions import token_of


def feedback_proposed(proposed: FeedbackRound, *, council: Council) -> OutboxMail:
    """Tell somebody that her manager proposes a round, and that it is hers to say yes."""
    address = settings.SITE_URL + reverse("open_feedback")
    return _to_member(proposed.person, "feedback_proposed", proposed, council, address)


def feedback_declined(proposed: FeedbackRound, *, council: Council) -> OutboxMail | None:
    """Tell the manager that the person would rather not now."""
    if proposed.manager is None:
        return None
    address = settings.SITE_URL + reverse("feedback_rounds")
    return _to_member(proposed.manager, "feedback_declined", proposed, council, address)


def feedback_to_manager(feedback: FeedbackRound, *, council: Council) -> OutboxMail | None:
    """Ask the line manager for her ratings."""
    if feedback.manager is None:
        return None
    address = settings.SITE_URL + reverse("rate_feedback", args=[feedback.key])
    return _to_member(feedback.manager, "feedback_to_manager", feedback, council, address)


def feedback_question(feedback: FeedbackRound, invitee: Invitee, *, council: Council) -> OutboxMail:
    """Ask a colleague, in her language, by a link of her own."""
    return _to_invitee("feedback_question", feedback, invitee, council)


def feedback_reminder(feedback: FeedbackRound, invitee: Invitee, *, council: Council) -> OutboxMail:
    """Remind somebody, once, that her answers are still missing."""
    return _to_invitee("feedback_reminder", feedback, invitee, council)


def feedback_revealed(feedback: FeedbackRound, *, council: Council) -> None:
    """Tell the person and her manager, at the same moment, that they can see each other's ratings."""
    address = settings.SITE_URL + reverse("feedback_round", args=[feedback.key])
    for member in (feedback.person, feedback.manager):
        if member is not None and member.is_active:
            _to_member(member, "feedback_revealed", feedback, council, address)


def _to_member(
    member: Membership, template: str, feedback: FeedbackRound, council: Council, address: str
) -> OutboxMail:
    return _letter(member.user.email, member.user.language, template, feedback, council, address)


def _to_invitee(template: str, feedback: FeedbackRound, invitee: Invitee, council: Council) -> OutboxMail:
    if invitee.is_named:
        address = settings.SITE_URL + reverse("rate_feedback", args=[feedback.key])
    else:
        address = settings.SITE_URL + reverse("rate", args=[council.key, token_of(invitee)])
    to = invitee.person.user.email if invitee.person else invitee.email
    return _letter(to, invitee.language, template, feedback, council, address)


def _letter(
    to: str, language: str, template: str, feedback: FeedbackRound, council: Council, address: str
) -> OutboxMail:
    with translation.override(language or council.language):
        subjects = {
            "feedback_proposed": _("%(council)s: a feedback round before your talk?"),
            "feedback_declined": _("%(council)s: no feedback round for now"),
            "feedback_to_manager": _("%(council)s: %(name)s asks for your ratings"),
            "feedback_question": _("%(council)s: %(name)s asks what you have seen"),
            "feedback_reminder": _("%(council)s: %(name)s still hopes for your answers"),
            "feedback_revealed": _("%(council)s: the feedback round about %(name)s is closed"),
        }
        names = {"council": council.name, "name": feedback.person.user.name}
        context = {"feedback": feedback, "council": council, "address": address}
        body = render_to_string(f"people/mail/{template}.txt", context)
        return post(to, subjects[template] % names, body)


def review_due(person: Membership, number: int, *, council: Council, address: str) -> OutboxMail:
    """Tell a person, in her language, that so many of her actions wait for a review."""
    with translation.override(person.user.language or council.language):
        context = {"person": person, "number": number, "council": council, "address": address}
        return post(
            person.user.email,
            _("Time for a look at your development plan"),
            render_to_string("people/mail/review_due.txt", context),
        )


def mirror_question(mirror: TeamMirror, member: Membership, *, council: Council) -> OutboxMail:
    """Ask a member of a team to look into the mirror."""
    return _of_mirror("mirror_question", mirror, member, council)


def mirror_reminder(mirror: TeamMirror, member: Membership, *, council: Council) -> OutboxMail:
    """Remind a member of a team, once, that her answers are still missing."""
    return _of_mirror("mirror_reminder", mirror, member, council)


def mirror_closed(mirror: TeamMirror, member: Membership, *, council: Council) -> OutboxMail:
    """Tell a member of a team that the mirror is closed; what it shows stands on the page alone."""
    return _of_mirror("mirror_closed", mirror, member, council)


def mirror_alone(member: Membership, *, by: Actor, council: Council) -> OutboxMail:
    """Tell a member of a small team that each may look into the mirror alone, before they talk."""
    with translation.override(member.user.language or council.language):
        context = {"by": by.user.name, "council": council, "address": settings.SITE_URL + reverse("mirror")}
        subject = _("%(council)s: a look into the mirror, each for yourself") % {"council": council.name}
        return post(member.user.email, subject, render_to_string("people/mail/mirror_alone.txt", context))


def _of_mirror(template: str, mirror: TeamMirror, member: Membership, council: Council) -> OutboxMail:
    with translation.override(member.user.language or council.language):
        subjects = {
            "mirror_question": _("%(council)s: ten questions for %(team)s"),
            "mirror_reminder": _("%(council)s: %(team)s still hopes for your answers"),
            "mirror_closed": _("%(council)s: the mirror of %(team)s is closed"),
        }
        names = {"council": council.name, "team": mirror.name}
        address = settings.SITE_URL + reverse("team_mirror", args=[mirror.key])
        context = {"mirror": mirror, "council": council, "address": address}
        body = render_to_string(f"people/mail/{template}.txt", context)
        return post(member.user.email, subjects[template] % names, body)


def development_offered(member: Membership, *, by: Membership, competency: str, offer: str) -> OutboxMail:
    """Tell one of a manager's people what is offered to all of them."""
    council, found = by.council, skills_map().by_key[competency]
    with translation.override(member.user.language or council.language):
        context = {
            "by": by,
            "competency": found,
            "offer": offer,
            "council": council,
            "address": f"{settings.SITE_URL}{reverse('add_plan_action')}?competency={competency}",
        }
        subject = _("%(council)s: an offer in “%(competency)s”") % {
            "council": council.name,
            "competency": found.name,
        }
        return post(
            member.user.email, subject, render_to_string("people/mail/development_offered.txt", context)
        )
