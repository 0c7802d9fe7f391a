# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who sees me how? Feedback rounds: proposed, opened, on their way, closed."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leadroom.accounts.models import Council, Membership, Request
from leadroom.accounts.permissions import line_manager_of, visible_team
from leadroom.people import actions, forms, permissions, pictures, queries
from leadroom.people.models import FeedbackRound, skills_map
from leadroom.rounds.actions import RoundIsOver
from leadroom.rounds.permissions import token_of
from leadroom.ui.carried import typed

REFUSED, CONFLICT = 422, 409
OPEN_FOR = timedelta(days=14)
TALKS = {"DK": "MUS", "SE": "medarbetarsamtal", "GB": "appraisal"}


@require_safe
def feedback_rounds(request: Request) -> HttpResponse:
    """List the rounds about oneself and one's people, and where one is asked."""
    actor = request.actor
    found = queries.feedback_rounds(actor)
    people = list(visible_team(actor))
    under_way = {one.person_id for one in found if not one.is_revealed}
    shown = {
        "mine": [one for one in found if one.person_id == actor.person.pk],
        "team": [one for one in found if one.person_id != actor.person.pk],
        "to_rate": queries.to_rate(actor),
        "people": people,
        "to_propose": [person for person in people if person.pk not in under_way],
        "is_under_way": actor.person.pk in under_way,
    }
    return render(request, "people/feedback_rounds.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def propose_feedback(request: Request, member: str) -> HttpResponse:
    """Let a manager propose a round before the talk."""
    person = get_object_or_404(visible_team(request.actor), key=member)
    first = {"talk_name": usual_talk(request.actor.person.council)} | typed(request)
    form = forms.ProposeFeedback(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            actions.propose_feedback(person, by=request.actor, **form.cleaned_data)
        except actions.RoundUnderWay:
            form.add_error(None, _("A round about %(name)s is under way already.") % {"name": person})
        else:
            messages.success(
                request, _("Proposed. %(name)s decides, and is told by letter.") % {"name": person}
            )
            return redirect("feedback_rounds")
    shown = {"person": person, "form": form, "page_url": request.path}
    return render(request, "people/propose_feedback.html", shown, status=REFUSED if form.errors else 200)


@require_POST
def decline_proposal(request: Request, key: str) -> HttpResponse:
    """Say no to a round that one's manager proposed."""
    proposed = _find(request, key)
    if not proposed.is_proposed or proposed.person_id != request.actor.person.pk:
        raise Http404
    actions.decline_proposal(proposed, by=request.actor)
    messages.success(request, _("Said no. Your manager is told; nothing else happens."))
    return redirect("feedback_rounds")


@require_http_methods(["GET", "HEAD", "POST"])
def open_feedback(request: Request) -> HttpResponse:
    """Choose what to ask whom until when; open the round."""
    actor = request.actor
    person = Membership.objects.select_related("unit__manager__user", "unit__part_of__manager__user").get(
        pk=actor.person.pk
    )
    manager = line_manager_of(person)
    mine = queries.my_profile(actor)
    own = [actor.user.email, *([manager.user.email] if manager else [])]
    first = _first(request, mine) | typed(request)
    posted = request.POST if request.method == "POST" else None
    form = forms.OpenFeedback(posted, initial=first, not_colleagues=own)
    if posted is not None and form.is_valid():
        opened = _opened(request, form, mine.role_profile.key)
        if opened is not None:
            messages.success(request, _("Opened. The letters are on their way."))
            return redirect("feedback_round", key=opened.key)
    shown = {
        "form": form,
        "manager": manager,
        "areas": _areas(form),
        "page_url": request.path,
    }
    return render(request, "people/open_feedback.html", shown, status=REFUSED if form.errors else 200)


def _first(request: Request, mine: queries.MyProfile) -> dict[str, Any]:
    waits = next(
        (one for one in queries.feedback_rounds(request.actor) if _is_my_proposal(request, one)), None
    )
    return {
        "competencies": list(queries.proposal(mine)),
        "language": request.actor.user.language,
        "closes_on": timezone.localdate() + OPEN_FOR,
        "talk_name": waits.talk_name if waits else usual_talk(request.actor.person.council),
        "talk_on": waits.talk_on if waits else None,
    }


def _is_my_proposal(request: Request, feedback: FeedbackRound) -> bool:
    return feedback.is_proposed and feedback.person_id == request.actor.person.pk


def _opened(request: Request, form: forms.OpenFeedback, role_profile: str) -> FeedbackRound | None:
    given = dict(form.cleaned_data)
    language = given.pop("language")
    colleagues = [actions.Colleague(email, name, language) for email, name in given.pop("colleagues")]
    try:
        return actions.open_feedback(
            by=request.actor, role_profile=role_profile, colleagues=colleagues, **given
        )
    except actions.RoundUnderWay:
        form.add_error(None, _("A round about you is open already. Close it or call it off first."))
    return None


def _areas(form: forms.OpenFeedback) -> list[tuple[str, list[Mapping[str, Any]]]]:
    chosen = set(form["competencies"].value() or ())
    place = {key: number for number, key in enumerate(skills_map().keys)}
    return [
        (
            str(area.name),
            [
                {
                    "id": f"id_competencies_{place[one.key]}",
                    "key": one.key,
                    "name": str(one.name),
                    "is_chosen": one.key in chosen,
                }
                for one in area.competencies
            ],
        )
        for area in skills_map().areas
    ]


def usual_talk(council: Council) -> str:
    """Return what the yearly talk is usually called in a council's country."""
    return TALKS.get(council.country, _("Development talk"))


@require_safe
def feedback_round(request: Request, key: str) -> HttpResponse:
    """Show how far an open round is, or what a closed one shows."""
    found = _find(request, key)
    if found.is_proposed:
        return redirect("feedback_rounds")
    is_mine = found.person_id == request.actor.person.pk
    shown: dict[str, Any] = {"feedback": found, "is_mine": is_mine, "names": _names(found)}
    if not found.is_revealed:
        return render(request, "people/feedback_open.html", shown | _state(request, found))
    outcome = queries.outcome(request.actor, found)
    return render(
        request,
        "people/feedback_round.html",
        shown | {"outcome": outcome, "pictures": pictures.feedback(outcome)},
    )


def _names(feedback: FeedbackRound) -> list[str]:
    return [str(one.name) for one in skills_map().competencies if one.key in feedback.competencies]


def _state(request: Request, feedback: FeedbackRound) -> dict[str, Any]:
    is_mine = feedback.person_id == request.actor.person.pk
    return {
        "own": queries.own_invitee(request.actor, feedback.key),
        "steps": pictures.steps(feedback, queries.who_answered(feedback), is_mine=is_mine),
        "can_close": queries.can_close(feedback),
        "page_url": reverse("feedback_round", args=[feedback.key]),
    }


@require_POST
def close_feedback(request: Request, key: str) -> HttpResponse:
    """Close a round before its day, once both have answered."""
    found = _find_mine(request, key)
    try:
        actions.close_early(found, by=request.actor)
        messages.success(request, _("Closed. You both see the answers from now on."))
    except actions.NotAllIn:
        messages.error(request, _("Not yet: you and your manager have to give your answers first."))
    except RoundIsOver:
        messages.info(request, _("The round was closed already."))
    return redirect("feedback_round", key=key)


@require_POST
def call_off_feedback(request: Request, key: str) -> HttpResponse:
    """Call an open round off; what was answered is deleted unseen."""
    found = _find_mine(request, key)
    try:
        actions.call_off(found, by=request.actor)
    except RoundIsOver:
        messages.info(request, _("The round was closed already."))
        return redirect("feedback_round", key=key)
    messages.success(request, _("Called off. Everything answered is deleted; nobody has seen it."))
    return redirect("feedback_rounds")


@require_safe
def rate_feedback(request: Request, key: str) -> HttpResponse:
    """Lead somebody who is signed in to her own questions."""
    invitee = queries.own_invitee(request.actor, key)
    if invitee is None:
        raise Http404
    return redirect("rate", request.actor.person.council.key, token_of(invitee))


def _find(request: Request, key: str) -> FeedbackRound:
    return get_object_or_404(permissions.visible_feedback_rounds(request.actor), key=key)


def _find_mine(request: Request, key: str) -> FeedbackRound:
    mine = permissions.visible_feedback_rounds(request.actor).filter(person=request.actor.person)
    return get_object_or_404(mine.filter(round__isnull=False), key=key)
