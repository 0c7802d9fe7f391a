# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What am I practising? One's own plan, the form that writes an action, and what one's people share."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leadroom.accounts.models import Request
from leadroom.accounts.permissions import require
from leadroom.kit.calendar import CONTENT_TYPE
from leadroom.kit.seen import ChangedMeanwhile
from leadroom.kit.tables import download
from leadroom.people import actions, documents, exports, forms, permissions, pictures, queries
from leadroom.people.models import Kind, PlanAction
from leadroom.ui import stale
from leadroom.ui.answers import REFUSED
from leadroom.ui.carried import typed
from leadroom.ui.parts import Choice

Origin = PlanAction.Origin
# What is offered to begin with: long enough to become a habit, looked at while one still remembers.
BY, LOOK = timedelta(weeks=12), timedelta(weeks=4)


@require_safe
def my_plan(request: Request) -> HttpResponse:
    """Show what the person practises, month by month, and what came of it."""
    mine = queries.my_plan(request.actor)
    shown = {
        "mine": mine,
        "sentence": pictures.plan_sentence(mine),
        "picture": pictures.plan_picture(mine) if mine.open else None,
        "open": [_listed(each) for each in mine.open],
        "ended": [_listed(each) for each in mine.ended],
        "due": pictures.due_sentence(mine),
        "moves": pictures.moves(mine),
    }
    return render(request, "people/my_plan.html", shown)


def _listed(action: PlanAction) -> dict[str, Any]:
    return {"action": action, "state": pictures.state_name(action), "tone": pictures.TONES[action.state]}


@require_safe
def as_pdf(request: Request) -> HttpResponse:
    """Download the plan as an accessible PDF, to print and hang up."""
    body = documents.plan_pdf(request.actor, queries.my_plan(request.actor), language=get_language() or "en")
    return download("leadroom-plan.pdf", "application/pdf", body)


@require_safe
def as_ics(request: Request) -> HttpResponse:
    """Download the plan's days once, for a calendar."""
    return download("leadroom-plan.ics", CONTENT_TYPE, exports.plan_calendar(request.actor))


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request) -> HttpResponse:
    """Offer what comes next in a competency, or a blank page, and write an action."""
    if request.method == "POST":
        form = forms.NewActionForm(request.POST)
        if not form.is_valid():
            return _add_page(request, form, status=REFUSED)
        said = form.cleaned_data
        added = actions.add_action(
            by=request.actor, facts=form.facts(), origin=said["origin"], token=said["token"]
        )
        messages.success(request, _("Written down. So far only you see it."))
        return redirect("plan_action", key=added.key)
    wanted = request.GET.get("competency", "")
    offer = queries.offered(request.actor, wanted)
    if wanted and offer is None:
        raise Http404
    first = _offered(offer) | {"origin": Origin.GAP if offer else Origin.BLANK}
    return _add_page(request, forms.NewActionForm(initial=first | typed(request) | {"token": uuid4()}))


@require_POST
def begin(request: Request) -> HttpResponse:
    """Begin an action with some words, as from the diary: the form is filled in, and nothing is kept."""
    said = forms.BeginForm(request.POST)
    said.is_valid()
    excerpt, competency = (said.cleaned_data.get(name, "") for name in ("excerpt", "competency"))
    first = _offered(queries.offered(request.actor, competency))
    first |= {
        "origin": Origin.DIARY if excerpt else Origin.BLANK,
        "excerpt": excerpt,
        "will_be_able": first.get("will_be_able") or excerpt[: forms.SENTENCE],
        "token": uuid4(),
    }
    return _add_page(request, forms.NewActionForm(initial=first))


def _offered(offer: queries.Offer | None) -> dict[str, Any]:
    today = timezone.localdate()
    days = {"kind": Kind.PRACTICE, "by_on": today + BY, "review_on": today + LOOK}
    if offer is None:
        return days
    return days | {"competency": offer.competency, "will_be_able": offer.behaviour}


def _add_page(request: Request, form: forms.NewActionForm, *, status: int = 200) -> HttpResponse:
    is_blank = form["origin"].value() == Origin.BLANK
    shown = _form_parts(form) | {
        "excerpt": form["excerpt"].value() or "",
        "offer": queries.offered(request.actor, str(form["competency"].value() or "")),
        "gaps": pictures.first(queries.my_profile(request.actor)) if is_blank else [],
        "page_url": reverse("add_plan_action"),
    }
    return render(request, "people/add_plan_action.html", shown, status=status)


def _form_parts(form: forms.ActionForm) -> dict[str, Any]:
    sentences = {
        Kind.PRACTICE: _("Most is learnt here: something you do anyway, done differently."),
        Kind.WITH_OTHERS: _("Follow somebody, ask for feedback, swap places, join a learning set."),
        Kind.COURSE: _("A course, a book, a talk; and then use it within a week."),
    }
    kinds = [Choice(kind, str(kind.label), text) for kind, text in sentences.items()]
    return {"form": form, "kinds": kinds, "kind": str(form["kind"].value() or "")}


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, key: str) -> HttpResponse:
    """Change what is written in an action; what was agreed is then to be agreed anew."""
    found = get_object_or_404(queries.plan_actions(request.actor), key=key)
    require(permissions.may_keep_action(request.actor, found))
    saved, days = queries.as_written(found), (found.by_on, found.review_on)
    if request.method != "POST":
        kept = typed(request)
        form = forms.ActionForm(initial=saved | kept, first=days)
        return _change_page(request, found, form, stale.seen(request, saved, kept))
    form, seen = forms.ActionForm(request.POST, first=days), stale.seen(request)
    if not form.is_valid():
        return _change_page(request, found, form, seen, status=REFUSED)
    try:
        actions.change_action(found, by=request.actor, facts=form.facts(), seen=seen)
    except ChangedMeanwhile as changed:
        thing = changed.saved["will_be_able"]
        return stale.conflict(request, form, changed, thing=thing, keep_url=request.path)
    except actions.NotNow:
        messages.error(request, _("This action has ended. Take it up again to change it."))
        return redirect("plan_action", key=key)
    messages.success(request, _("Saved."))
    return redirect("plan_action", key=key)


def _change_page(
    request: Request, found: PlanAction, form: forms.ActionForm, seen: str, *, status: int = 200
) -> HttpResponse:
    shown = _form_parts(form) | {"action": found, "seen": seen, "page_url": request.path}
    return render(request, "people/change_plan_action.html", shown, status=status)


@require_POST
def reminders(request: Request) -> HttpResponse:
    """Switch the letters on the days of review on or off."""
    wanted = request.POST.get("is_reminded") == "yes"
    actions.be_reminded(by=request.actor, is_reminded=wanted)
    said = _("You get a letter when an action waits for a look.") if wanted else _("You get no more letters.")
    messages.success(request, said)
    return redirect("my_plan")


@require_safe
def team(request: Request) -> HttpResponse:
    """Show a line manager what her people share of their plans."""
    require(queries.leads(request.actor))
    members: list[dict[str, Any]] = [
        {
            "person": member.person,
            "open": [_listed(each) for each in member.open],
            "ended": [_listed(each) for each in member.ended],
        }
        for member in queries.team_plans(request.actor)
    ]
    asked = sum(each["action"].waits_for_agreement for member in members for each in member["open"])
    return render(request, "people/team_plans.html", {"members": members, "asked": asked})
