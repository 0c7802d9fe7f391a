# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is this initiative, and what is next? Seen by everyone, kept by those whom its track names."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leadroom.accounts import queries as accounts
from leadroom.accounts.models import Request
from leadroom.accounts.permissions import require
from leadroom.kit.seen import ChangedMeanwhile
from leadroom.portfolio import actions, forms, permissions, pictures, queries
from leadroom.portfolio.models import RULES, Initiative, Status, Track, rules_of
from leadroom.ui import stale
from leadroom.ui.carried import typed

REFUSED, TICKED = 422, ("competencies",)


@require_safe
def initiative(request: Request, key: str) -> HttpResponse:
    """Show one initiative: its rules, its place in the plan, its deadline's history, what is next."""
    return _page(request, _find(request, key))


@require_safe
def choose_track(request: Request) -> HttpResponse:
    """Ask on which track a new initiative goes, each with its rule."""
    require(permissions.may_add(request.actor))
    tracks = [(track.value.lower(), track.label, rules) for track, rules in RULES.items()]
    return render(request, "portfolio/choose_track.html", {"tracks": tracks})


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, track: str) -> HttpResponse:
    """Add an initiative on a track."""
    chosen = _track(track)
    require(permissions.may_add(request.actor))
    if request.method != "POST":
        return _form(
            request, _facts(request, chosen, initial=typed(request, lists=TICKED), has_deadline=True), chosen
        )
    form = _facts(request, chosen, request.POST, has_deadline=True)
    if not form.is_valid():
        return _form(request, form, chosen, status=REFUSED)
    try:
        added = actions.add(chosen, by=request.actor, facts=form.cleaned_data)
    except actions.CodeIsTaken:
        form.add_error("code", _("Another initiative has this code. Choose another."))
        return _form(request, form, chosen, status=REFUSED)
    messages.success(request, _("Added. Now say how ambitious it could be."))
    return redirect("initiative", key=added.key)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, key: str) -> HttpResponse:
    """Change an initiative's facts."""
    found = _find(request, key)
    require(permissions.may_keep(request.actor, found))
    track = Track(found.track)
    if request.method != "POST":
        first, kept = queries.as_typed(found, forms.fields_of(track)), typed(request, lists=TICKED)
        form = _facts(request, track, initial=first | kept)
        return _form(request, form, track, found, seen=stale.seen(request, first, kept))
    form, seen = _facts(request, track, request.POST), stale.seen(request)
    if not form.is_valid():
        return _form(request, form, track, found, seen=seen, status=REFUSED)
    try:
        actions.change(found, by=request.actor, facts=form.cleaned_data, seen=seen)
    except actions.CodeIsTaken:
        form.add_error("code", _("Another initiative has this code. Choose another."))
        return _form(request, form, track, found, seen=seen, status=REFUSED)
    except ChangedMeanwhile as changed:
        return stale.conflict(request, form, changed, thing=found.title, keep_url=request.path)
    messages.success(request, _("Saved."))
    return redirect("initiative", key=key)


@require_POST
def move_deadline(request: Request, key: str) -> HttpResponse:
    """Add a line to the deadline's history."""
    return _act(
        request,
        key,
        "deadline",
        forms.MoveDeadline(request.POST),
        lambda found, values: actions.move_deadline(found, by=request.actor, **values),
        _("The deadline’s history has a new line."),
    )


@require_POST
def set_status(request: Request, key: str) -> HttpResponse:
    """Say how far it is."""
    found = _find(request, key)
    form = forms.ChooseStatus(request.POST, statuses=list(Status))

    def act(found: Initiative, values: dict[str, Any]) -> None:
        try:
            actions.set_status(found, values["status"], by=request.actor)
        except actions.MandatedStays:
            form.add_error(
                "status", _("A mandated solution cannot be dropped. Choose its lowest level instead.")
            )
        except actions.NobodyChangesYet:
            form.add_error(
                "status", _("Say first who will work differently, and how. Then it can be closed as done.")
            )

    return _act(request, found.key, "status", form, act, _("Saved."))


@require_http_methods(["GET", "HEAD", "POST"])
def choose_way(request: Request, key: str) -> HttpResponse:
    """Choose one of the three ways of a mandated solution."""
    found = _kept(request, key, Track.MANDATED)
    first = {"way": found.way, "challenge": getattr(found.taken_over_by, "key", "")} | typed(request)
    form = forms.ChooseWay(_posted(request), initial=first, challenges=queries.challenges(request.actor))
    if request.method == "POST" and form.is_valid():
        way, challenge = form.cleaned_data["way"], form.cleaned_data["challenge"]
        actions.choose_way(found, way, by=request.actor, challenge=challenge)
        messages.success(request, _("The way is chosen."))
        return redirect("initiative", key=key)
    shown = {"initiative": found, "form": form, "page_url": request.path}
    return render(request, "portfolio/way.html", shown, status=REFUSED if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def move(request: Request, key: str, track: str) -> HttpResponse:
    """Move it to another track: say what changes, ask why and what that track needs to know."""
    found, to = _find(request, key), _track(track)
    require(permissions.may_move(request.actor))
    if found.track == to:
        raise Http404
    first = queries.as_typed(found, rules_of(to).required)
    form = forms.MoveTrack(_posted(request), initial=first | typed(request), to=to)
    if request.method == "POST" and form.is_valid():
        actions.move(found, to, by=request.actor, reason=form.cleaned_data["reason"], facts=form.facts())
        messages.success(
            request,
            _("Moved. From now on the owner is: %(owner)s") % {"owner": rules_of(to).owner},
        )
        return redirect("initiative", key=key)
    shown = {"initiative": found, "form": form, "to": to, "rules": rules_of(to), "track": track,
             "page_url": request.path, "fields": [form[name] for name in form.fields]}  # fmt: skip
    return render(request, "portfolio/move.html", shown, status=REFUSED if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def let_wait(request: Request, key: str) -> HttpResponse:
    """Show what it waits for, and let it wait for another."""
    found = _kept(request, key, Track.MANDATED)
    form = forms.LetWait(
        _posted(request), initial=typed(request), others=queries.others(request.actor, found)
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.let_wait(found, by=request.actor, **form.cleaned_data)
            messages.success(request, _("Saved. The next plan keeps this order."))
            return redirect("let_wait", key=key)
        except actions.WaitsForItself:
            form.add_error("before", _("It would wait for itself: that one waits for this one already."))
    waits = queries.waits_of(request.actor, found)
    shown = {"initiative": found, "form": form, "waits": waits, "page_url": request.path}
    return render(request, "portfolio/waits.html", shown, status=REFUSED if form.errors else 200)


@require_POST
def let_go_ahead(request: Request, key: str, before: str) -> HttpResponse:
    """Let it wait no more."""
    actions.let_go_ahead(_find(request, key), _find(request, before), by=request.actor)
    messages.success(request, _("It waits no more."))
    return redirect("let_wait", key=key)


def _act(
    request: Request,
    key: str,
    name: str,
    form: Form,
    act: Callable[[Initiative, dict[str, Any]], Any],
    said: str,
) -> HttpResponse:
    """Do one thing to an initiative; what is wrong is shown at its form on the initiative's page."""
    found = _find(request, key)
    require(permissions.may_keep(request.actor, found))
    if form.is_valid():
        act(found, form.cleaned_data)
    if form.errors:
        return _page(request, found, status=REFUSED, wrong={name: form})
    messages.success(request, said)
    return redirect("initiative", key=key)


def _page(
    request: Request, found: Initiative, *, wrong: dict[str, Form] | None = None, status: int = 200
) -> HttpResponse:
    actor, whole = request.actor, queries.whole(request.actor, found)
    may_keep = permissions.may_keep(actor, found)
    shown: dict[str, Any] = {
        "initiative": found,
        "whole": whole,
        "rules": found.rules,
        "picture": pictures.deadline_line(whole),
        "sentence": pictures.initiative_sentence(whole),
        "next": pictures.next_steps(whole) if may_keep else [],
        "facts": pictures.facts_of(whole),
        "competencies": queries.competencies_of(found),
        "may_keep": may_keep,
        "may_move": permissions.may_move(actor),
        "other_tracks": [(each.value.lower(), each.label) for each in Track if each != found.track],
        "wrong": next(iter((wrong or {}).values()), None),
    }
    if may_keep:
        shown["forms"] = _forms(request, found) | (wrong or {})
    return render(request, "portfolio/initiative.html", shown, status=status)


def _forms(request: Request, found: Initiative) -> dict[str, Form]:
    may_drop = found.rules.may_be_dropped and permissions.may_decide(request.actor, Track(found.track))
    statuses = [each for each in Status if each != Status.DROPPED or may_drop]
    return {
        "deadline": forms.MoveDeadline(initial={"known_on": timezone.localdate()}),
        "status": forms.ChooseStatus(initial={"status": found.status}, statuses=statuses),
    }


def _facts(request: Request, track: Track, *args: Any, **kwargs: Any) -> forms.InitiativeForm:
    return forms.InitiativeForm(
        *args,
        track=track,
        people=accounts.leaders(request.actor),
        units=accounts.units(request.actor).select_related(None),
        **kwargs,
    )


def _form(
    request: Request,
    form: forms.InitiativeForm,
    track: Track,
    found: Initiative | None = None,
    *,
    seen: str = "",
    status: int = 200,
) -> HttpResponse:
    shown = {
        "initiative": found,
        "form": form,
        "track": track,
        "rules": rules_of(track),
        "fields": [
            (form[name], not form.fields[name].required) for name in form.fields if name != "competencies"
        ],
        "competencies": form["competencies"],
        "seen": seen,
        "page_url": request.path,
        "back_url": reverse("initiative", args=[found.key]) if found else reverse("portfolio"),
    }
    return render(request, "portfolio/initiative_form.html", shown, status=status)


def _kept(request: Request, key: str, track: Track) -> Initiative:
    """Find an initiative of a track that the person keeps; on another track there is no such page."""
    found = _find(request, key)
    if found.track != track:
        raise Http404
    require(permissions.may_keep(request.actor, found))
    return found


def _posted(request: Request) -> Any:
    return request.POST if request.method == "POST" else None


def _find(request: Request, key: str) -> Initiative:
    return get_object_or_404(queries.initiatives(request.actor), key=key)


def _track(code: str) -> Track:
    if code.upper() not in Track.values:
        raise Http404
    return Track(code.upper())
