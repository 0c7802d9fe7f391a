# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A team before the mirror: asked, answered, closed, and three topics picked for its next meeting."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leadroom.accounts.models import Request
from leadroom.accounts.permissions import require
from leadroom.core.anonymity import FEWEST, withstands
from leadroom.people import actions, forms, permissions, pictures, queries
from leadroom.people.models import TeamMirror, Way, leaders_mirror
from leadroom.rounds.actions import RoundIsOver, SentAlready
from leadroom.rounds.permissions import may_answer
from leadroom.ui.carried import typed
from leadroom.ui.parts import Choice

REFUSED = 422
OPEN_FOR = timedelta(days=14)


@require_http_methods(["GET", "HEAD", "POST"])
def open_mirror(request: Request) -> HttpResponse:
    """Choose who looks into the mirror together; say how many that is and what it means; open the round."""
    require(permissions.may_open_mirror(request.actor))
    found = queries.possible_team(request.actor)
    offered: dict[str, Any] = {"leaders": [one.member for one in found], "me": request.actor.person}
    if request.method != "POST":
        likely = {"members": [one.member.key for one in found if one.is_likely]}
        first = likely | {"closes_on": timezone.localdate() + OPEN_FOR} | typed(request, lists=("members",))
        return _choose(request, forms.OpenMirror(initial=first, is_last=False, **offered), found)
    is_last = request.POST.get("go") == "open"
    form = forms.OpenMirror(request.POST, is_last=is_last, **offered)
    form.is_valid()
    if request.POST.get("go") == "change" or {"name", "members", "closes_on"} & set(form.errors):
        return _choose(request, form, found)
    if is_last and not form.errors:
        return _open(request, form, found)
    return _look(request, form, found)


def _open(request: Request, form: forms.OpenMirror, found: list[queries.Leader]) -> HttpResponse:
    said = form.cleaned_data
    if said["way"] == forms.PRIVATE:
        actions.suggest_mirror(by=request.actor, members=said["members"])
        many = len(said["members"])
        written = ngettext(
            "%(many)s letter is on its way. No round is opened; each looks into the mirror alone.",
            "%(many)s letters are on their way. No round is opened; each looks into the mirror alone.",
            many,
        )
        messages.success(request, written % {"many": many})
        return redirect("mirror")
    given = {name: said[name] for name in ("name", "way", "members", "closes_on")}
    try:
        opened = actions.open_mirror(by=request.actor, **given)
    except actions.AskedLately as lately:
        names = ", ".join(one.user.name for one in lately.people)
        form.add_error(
            "members",
            _(
                "Asked in another team mirror less than two months ago: %(names)s. "
                "Two results side by side could tell what one answered"
            )
            % {"names": names},
        )
        return _choose(request, form, found)
    messages.success(request, _("Opened. The letters are on their way."))
    return redirect("team_mirror", key=opened.key)


def _choose(request: Request, form: forms.OpenMirror, found: list[queries.Leader]) -> HttpResponse:
    chosen = set(form["members"].value() or ())
    groups = [(_("Executives"), True), (_("Managers and the digital office"), False)]
    shown = {
        "form": form,
        "page_url": request.path,
        "groups": [
            (name, _options("members", found, chosen, is_executive=is_first)) for name, is_first in groups
        ],
    }
    is_refused = bool(form.errors) and request.POST.get("go") != "change"
    return render(request, "people/open_mirror.html", shown, status=REFUSED if is_refused else 200)


def _look(request: Request, form: forms.OpenMirror, found: list[queries.Leader]) -> HttpResponse:
    """Say how many are asked and what that means; offer the three ways where they are too few."""
    team = [one.member for one in found if one.member.key in form["members"].value()]
    rest = [one for one in found if one.member not in team]
    chosen = set(form["others"].value() or ())
    ways, way_chosen = leaders_mirror().small_team_ways, form["way"].value() or ""
    shown = {
        "form": form,
        "page_url": request.path,
        "team": team,
        "is_small": len(team) < FEWEST,
        "fewest": FEWEST,
        "insiders": withstands(FEWEST),
        "ways": [Choice(way.key.upper(), str(way.name), str(way.summary)) for way in ways],
        "explained": [vars(way) | {"is_open": way.key.upper() == way_chosen} for way in ways],
        "chosen": way_chosen,
        "others": _options("others", rest, chosen, is_executive=True)
        + _options("others", rest, chosen, is_executive=False),
    }
    return render(request, "people/look_mirror.html", shown, status=REFUSED if form.errors else 200)


def _options(
    field: str, found: list[queries.Leader], chosen: set[str], *, is_executive: bool
) -> list[dict[str, Any]]:
    return [
        {
            "id": f"id_{field}_{place}",
            "key": one.member.key,
            "name": one.member.user.name,
            "title": one.member.title,
            "is_chosen": one.member.key in chosen,
        }
        for place, one in enumerate(found)
        if one.is_executive is is_executive
    ]


@require_safe
def team_mirror(request: Request, key: str) -> HttpResponse:
    """Ask a member, say how far an open team mirror is, or show what a closed one shows."""
    found = _find(request, key)
    invitee = queries.mirror_invitee(request.actor, found)
    shown = {
        "team": found,
        "runs": permissions.may_run_mirror(request.actor, found),
        "is_vote": found.way == Way.VOTE,
        "page_url": reverse("team_mirror", args=[key]),
    }
    if found.is_closed:
        return _closed(request, found, shown)
    sitting = queries.mirror_sitting(request.actor, found)
    shown |= {
        "own": sitting,
        "invitee": invitee,
        "is_to_answer": invitee is not None and may_answer(invitee),
        "receipt": pictures.mirror_receipt(found),
        "way": None if found.way == Way.ANONYMOUS else pictures.small_team_way(found.way),
        "answered": sitting.answered if sitting else 0,
        "total": len(leaders_mirror().questions),
        "next": queries.next_open(sitting),
    }
    if shown["runs"]:
        shown |= {"has_enough": queries.has_enough(found), "can_close": queries.can_close_mirror(found)}
    return render(request, "people/team_mirror_open.html", shown)


def _closed(request: Request, found: TeamMirror, shown: dict[str, Any]) -> HttpResponse:
    outcome = queries.team_outcome(request.actor, found)
    ticked = typed(request, lists=("topics",)).get("topics", found.topics)
    shown |= {
        "own": outcome.own,
        "picture": pictures.team_picture(outcome),
        "lines": pictures.mirror_lines(outcome, ticked),
        "summary": pictures.team_summary(outcome),
        "most": queries.TOPICS,
        "prompts": pictures.small_team_way(forms.PRIVATE).prompts,
    }
    return render(request, "people/team_mirror.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def send_team_mirror(request: Request, key: str) -> HttpResponse:
    """Show what goes to the round once more, ask for the vote where there is one, and give it away."""
    found = _find(request, key)
    invitee = queries.mirror_invitee(request.actor, found)
    if invitee is None:
        raise Http404
    if not may_answer(invitee):
        return redirect("team_mirror", key=key)
    is_vote = found.way == Way.VOTE
    form = forms.SendMirror(request.POST if request.method == "POST" else None)
    sitting = queries.mirror_sitting(request.actor, found)
    is_ready = sitting is not None and sitting.answered
    if request.method == "POST" and is_ready and (form.is_valid() or not is_vote):
        return _send(request, found, agrees=form.cleaned_data.get("agrees"))
    said = [
        (one, pictures.point_name(one, sitting.point(one.key) if sitting else None))
        for one in leaders_mirror().questions
    ]
    shown = {
        "team": found,
        "form": form,
        "is_vote": is_vote,
        "answers": said,
        "is_ready": is_ready,
        "is_complete": sitting is not None and sitting.answered == len(said),
    }
    is_refused = request.method == "POST"
    return render(request, "people/team_mirror_send.html", shown, status=REFUSED if is_refused else 200)


def _send(request: Request, found: TeamMirror, *, agrees: bool | None) -> HttpResponse:
    try:
        actions.send_mirror(found, by=request.actor, agrees=agrees)
        messages.success(request, _("Sent, without your name. Thank you."))
    except (RoundIsOver, SentAlready):
        messages.info(request, _("The round no longer takes answers."))
    return redirect("team_mirror", key=found.key)


@require_POST
def decline_team_mirror(request: Request, key: str) -> HttpResponse:
    """Say no; nobody is told."""
    found = _find(request, key)
    if queries.mirror_invitee(request.actor, found) is None:
        raise Http404
    try:
        actions.decline_mirror(found, by=request.actor)
        messages.success(request, _("You said no. Nobody is told."))
    except (RoundIsOver, SentAlready):
        messages.info(request, _("The round no longer takes answers."))
    return redirect("mirror")


@require_POST
def close_team_mirror(request: Request, key: str) -> HttpResponse:
    """Close a team mirror before its day."""
    try:
        actions.close_mirror(_find_run(request, key), by=request.actor)
        messages.success(request, _("Closed. All who were asked are told by letter."))
    except actions.NotEnough:
        messages.error(request, _("Not yet: fewer have answered than it takes to show something."))
    except RoundIsOver:
        messages.info(request, _("The round was closed already."))
    return redirect("team_mirror", key=key)


@require_POST
def call_off_team_mirror(request: Request, key: str) -> HttpResponse:
    """Call an open team mirror off; what was given to the round is deleted unseen."""
    try:
        actions.call_off_mirror(_find_run(request, key), by=request.actor)
    except RoundIsOver:
        messages.info(request, _("The round was closed already."))
        return redirect("team_mirror", key=key)
    messages.success(request, _("Called off. What was sent is deleted unseen; each keeps what she wrote."))
    return redirect("mirror")


@require_POST
def pick_topics(request: Request, key: str) -> HttpResponse:
    """Pick what the team talks about."""
    found = _find_run(request, key)
    if not found.is_closed:
        raise Http404
    try:
        actions.choose_topics(found, by=request.actor, topics=request.POST.getlist("topics"))
    except actions.NotThreeTopics:
        messages.error(request, _("Pick one, two or three topics; more do not fit into a meeting."))
        return redirect("team_mirror", key=key)
    return redirect("mirror_agenda", key=key)


def _find(request: Request, key: str) -> TeamMirror:
    return get_object_or_404(permissions.visible_team_mirrors(request.actor), key=key)


def _find_run(request: Request, key: str) -> TeamMirror:
    """Return a team mirror that this person opened; to others of the team it is not there to be run."""
    found = _find(request, key)
    require(permissions.may_run_mirror(request.actor, found))
    return found
