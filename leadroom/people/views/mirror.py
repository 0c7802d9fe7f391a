# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Are we the leaders this needs? Ten questions, a leader for herself or for her team, one on a page."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leadroom.accounts.models import Request
from leadroom.kit.seen import ChangedMeanwhile
from leadroom.people import actions, forms, permissions, pictures, queries
from leadroom.people.models import MirrorSitting, Question, TeamMirror, leaders_mirror
from leadroom.rounds.actions import RoundIsOver
from leadroom.rounds.permissions import may_answer
from leadroom.ui import stale
from leadroom.ui.carried import typed


@require_safe
def mirror(request: Request) -> HttpResponse:
    """Show where the person stands in the ten questions, and the teams that look into the mirror with her."""
    mine, asked = queries.my_mirror(request.actor), queries.team_mirrors(request.actor)
    shown = {
        "mine": mine,
        "picture": pictures.own_picture(mine),
        "lines": pictures.own_lines(mine.now),
        "to_answer": [one for one in asked if one.is_to_answer],
        "teams": [one for one in asked if not one.is_to_answer],
        "may_open": permissions.may_open_mirror(request.actor),
        "prompts": pictures.small_team_way(forms.PRIVATE).prompts,
        "about": leaders_mirror(),
    }
    return render(request, "people/mirror.html", shown)


@require_POST
def look_again(request: Request) -> HttpResponse:
    """Begin anew; what was answered before stays."""
    actions.look_again(by=request.actor)
    return redirect("mirror_question", question=leaders_mirror().questions[0].key)


@require_safe
def mirror_sitting(request: Request, key: str) -> HttpResponse:
    """Show what the person answered at one time, with a way to delete it."""
    sitting = _find(request, key)
    said = [
        (one, pictures.point_name(one, sitting.point(one.key)), sitting.said(one.key))
        for one in leaders_mirror().questions
    ]
    return render(request, "people/mirror_sitting.html", {"sitting": sitting, "answers": said})


@require_POST
def delete_mirror_sitting(request: Request, key: str) -> HttpResponse:
    """Delete what the person answered at one time."""
    actions.delete_sitting(_find(request, key), by=request.actor)
    messages.success(request, _("Deleted. Nobody can bring it back."))
    return redirect("mirror")


@sensitive_variables("form")
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def mirror_question(request: Request, question: str) -> HttpResponse:
    """Ask one question of the person alone, or keep her answer."""
    mine = queries.my_mirror(request.actor)
    return _question(request, _named(question), None, mine.now, mine.before)


@sensitive_variables("form")
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def team_mirror_question(request: Request, key: str, question: str) -> HttpResponse:
    """Ask one question of a member of a team, or keep her answer for herself until she sends."""
    team = get_object_or_404(permissions.visible_team_mirrors(request.actor), key=key)
    invitee = queries.mirror_invitee(request.actor, team)
    if invitee is None:
        raise Http404
    if not may_answer(invitee):
        return redirect("team_mirror", key=key)
    return _question(request, _named(question), team, queries.mirror_sitting(request.actor, team), None)


def _question(
    request: Request,
    question: Question,
    team: TeamMirror | None,
    now: MirrorSitting | None,
    before: MirrorSitting | None,
) -> HttpResponse:
    asks: dict[str, Any] = {"question": question, "is_team": team is not None}
    if request.method != "POST":
        shown, kept = now.said(question.key) if now else MirrorSitting().said(question.key), typed(request)
        form = forms.MirrorAnswer(initial=shown | kept, **asks)
        return _ask(request, form, asks | {"team": team, "before": before}, shown, kept)
    form = forms.MirrorAnswer(request.POST, **asks)
    if not form.is_valid():
        return _ask(request, form, asks | {"team": team, "before": before}, status=422)
    try:
        actions.keep_mirror_answer(
            question, by=request.actor, said=form.cleaned_data, team=team, seen=stale.seen(request)
        )
    except ChangedMeanwhile as changed:
        return stale.conflict(request, form, changed, thing=str(question.name), keep_url=request.path)
    except RoundIsOver:
        messages.info(request, _("The round no longer takes answers."))
    return _go_on(request, question, team)


def _ask(
    request: Request,
    form: forms.MirrorAnswer,
    asks: dict[str, Any],
    shown: dict[str, Any] | None = None,
    kept: dict[str, Any] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    question, before = asks["question"], asks["before"]
    about = leaders_mirror()
    context = asks | {
        "form": form,
        "seen": stale.seen(request, shown, kept),
        "words": question.team if asks["is_team"] else question.alone,
        "points": pictures.points_of(about.scale_of(question)),
        "importances": pictures.points_of(about.importance),
        "chosen": str(form["point"].value() or ""),
        "chosen_importance": str(form["importance"].value() or ""),
        "total": len(about.questions),
        "last": before.said(question.key) if before else None,
        "last_point": pictures.point_name(question, before.point(question.key)) if before else "",
        "is_first": question is about.questions[0],
    }
    return render(request, "people/mirror_question.html", context, status=status)


def _go_on(request: Request, question: Question, team: TeamMirror | None) -> HttpResponse:
    step = {"next": 1, "back": -1}.get(request.POST.get("go", "next"))
    ten = leaders_mirror().questions
    place = question.place - 1 + (step or 0)
    if step is None or not 0 <= place < len(ten):
        return redirect("send_team_mirror", key=team.key) if team else redirect("mirror")
    following = ten[place].key
    if team:
        return redirect("team_mirror_question", key=team.key, question=following)
    return redirect("mirror_question", question=following)


def _named(key: str) -> Question:
    found = leaders_mirror().by_key.get(key)
    if found is None:
        raise Http404
    return found


def _find(request: Request, key: str) -> MirrorSitting:
    return get_object_or_404(permissions.visible_mirror_sittings(request.actor), key=key)
