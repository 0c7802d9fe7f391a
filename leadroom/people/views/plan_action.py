# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""One action of a plan: what stands in it, its history, and each thing that can be done with it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leadroom.accounts.models import Request
from leadroom.accounts.permissions import line_manager_of, require
from leadroom.kit.seen import ChangedMeanwhile
from leadroom.people import actions, forms, permissions, pictures, queries
from leadroom.people.models import PlanAction, State, skills_map
from leadroom.ui import stale
from leadroom.ui.answers import REFUSED
from leadroom.ui.carried import typed

LOOK = timedelta(weeks=4)


@require_safe
def plan_action(request: Request, key: str) -> HttpResponse:
    """Show one action with its history, to whose it is and to the line manager she shares it with."""
    return _page(request, _find(request, key))


@require_POST
def share(request: Request, key: str) -> HttpResponse:
    """Ask the line manager to agree: from now on she sees it."""

    def act(found: PlanAction) -> str:
        try:
            actions.share_action(found, by=request.actor)
        except actions.NobodyToShareWith:
            return _("You have no line manager here at the moment, so you agree by yourself.")
        return _("Shared. Your line manager sees it from now on, and is asked to agree.")

    return _act(request, key, act)


@require_POST
def take_back(request: Request, key: str) -> HttpResponse:
    """Keep it to oneself again."""

    def act(found: PlanAction) -> str:
        actions.take_back_action(found, by=request.actor)
        return _("Taken back. Only you see it.")

    return _act(request, key, act)


@require_POST
def agree(request: Request, key: str) -> HttpResponse:
    """Agree on the words that were read; if they were changed meanwhile, read them first."""

    def act(found: PlanAction) -> str:
        actions.agree_action(found, by=request.actor, seen=stale.seen(request))
        return _("Agreed.")

    try:
        return _act(request, key, act)
    except ChangedMeanwhile:
        messages.warning(request, _("It was changed after you opened it. Read it once more, then agree."))
        return _page(request, _find(request, key), status=stale.CONFLICT)


@require_POST
def suggest(request: Request, key: str) -> HttpResponse:
    """Suggest other words; whose action it is decides."""

    def act(found: PlanAction, said: dict[str, Any]) -> str:
        actions.suggest_action(found, by=request.actor, text=said["text"])
        return _("Sent. The action stays as it is until it is changed by whose it is.")

    return _write(request, key, "suggest", forms.SuggestForm(request.POST), act)


@require_POST
def keep(request: Request, key: str) -> HttpResponse:
    """Keep one's own words after a suggestion."""

    def act(found: PlanAction) -> str:
        actions.keep_action(found, by=request.actor)
        return _("Kept as it is.")

    return _act(request, key, act)


@require_POST
def start(request: Request, key: str) -> HttpResponse:
    """Begin with it."""

    def act(found: PlanAction) -> str:
        actions.start_action(found, by=request.actor)
        return _("Started. Good luck with it.")

    return _act(request, key, act)


@require_POST
def review(request: Request, key: str) -> HttpResponse:
    """Say how it goes, and when to look again."""

    def act(found: PlanAction, said: dict[str, Any]) -> str:
        actions.review_action(found, by=request.actor, **said)
        return _("Kept in the history. You look again on %(day)s.") % {"day": pictures.day(said["review_on"])}

    return _write(request, key, "review", forms.ReviewForm(request.POST), act)


@require_POST
def drop(request: Request, key: str) -> HttpResponse:
    """Give it up, and say why."""

    def act(found: PlanAction, said: dict[str, Any]) -> str:
        actions.drop_action(found, by=request.actor, reason=said["reason"])
        return _("Given up. You can take it up again whenever you like.")

    return _write(request, key, "drop", forms.DropForm(request.POST), act)


@require_POST
def reopen(request: Request, key: str) -> HttpResponse:
    """Take up again what was done or dropped."""

    def act(found: PlanAction) -> str:
        actions.reopen_action(found, by=request.actor)
        return _("Taken up again.")

    return _act(request, key, act)


@require_http_methods(["GET", "HEAD", "POST"])
def finish(request: Request, key: str) -> HttpResponse:
    """Ask what shows that it is done, and where the person is today."""
    found = _find(request, key)
    require(permissions.may_keep_action(request.actor, found))
    if not found.is_under_way:
        return redirect("plan_action", key=key)
    has_competency = bool(found.competency)
    if request.method != "POST":
        first = {"evidence": found.evidence.text if found.evidence else "", "token": uuid4()}
        form = forms.FinishForm(
            initial=first | typed(request) | {"seen": _last_number(request, found)},
            has_competency=has_competency,
        )
        return _finish_page(request, found, form)
    form = forms.FinishForm(request.POST, has_competency=has_competency)
    if not form.is_valid():
        return _finish_page(request, found, form, status=REFUSED)
    try:
        _finish(request, found, form.cleaned_data)
    except actions.Stale:
        form.add_error("answer", _("You rated this elsewhere meanwhile. Look at your profile first."))
        return _finish_page(request, found, form, status=stale.CONFLICT)
    messages.success(request, _("Done. Well done."))
    return redirect("plan_action", key=key)


def _finish(request: Request, found: PlanAction, said: dict[str, Any]) -> None:
    """Rate anew first: where that comes too late, nothing else has been done."""
    if said.get("answer"):
        actions.rate_anew(
            by=request.actor,
            competency=found.competency,
            answer=said["answer"],
            seen=said["seen"],
            token=said["token"],
        )
    actions.finish_action(
        found, by=request.actor, evidence=said["evidence"], competency=said.get("competency", "")
    )


def _last_number(request: Request, found: PlanAction) -> int:
    ratings = queries.own_ratings_of(request.actor, found.competency) if found.competency else []
    return ratings[-1].number if ratings else 0


def _finish_page(
    request: Request, found: PlanAction, form: forms.FinishForm, *, status: int = 200
) -> HttpResponse:
    shown = {
        "action": found,
        "form": form,
        "competency": skills_map().by_key.get(found.competency),
        "levels": pictures.level_choices(found.competency) if found.competency else [],
        "chosen": str(form["answer"].value() or "") if "answer" in form.fields else "",
        "page_url": request.path,
    }
    return render(request, "people/finish_plan_action.html", shown, status=status)


def _act(request: Request, key: str, act: Callable[[PlanAction], str]) -> HttpResponse:
    """Do one thing to an action and come back to it."""
    found = _find(request, key)
    try:
        messages.success(request, act(found))
    except actions.NotNow:
        messages.error(request, _("That is no longer possible: the action has gone on meanwhile."))
    return redirect("plan_action", key=key)


def _write(
    request: Request, key: str, name: str, form: Form, act: Callable[[PlanAction, dict[str, Any]], str]
) -> HttpResponse:
    """Do one thing with what was typed; what is wrong is shown at its form on the action's page."""
    found = _find(request, key)
    if not form.is_valid():
        return _page(request, found, wrong={name: form}, status=REFUSED)
    try:
        return _act(request, key, lambda held: act(held, form.cleaned_data))
    except actions.ReviewedMeanwhile:
        form.add_error(
            None, _("It was reviewed or moved elsewhere meanwhile. Read the history, then save again.")
        )
        # Once read, the history tells what happened: saved again, it counts.
        found = _find(request, key)
        form.data = request.POST.copy()
        form.data["seen"] = str(found.moved)
        return _page(request, found, wrong={name: form}, status=stale.CONFLICT)


def _page(
    request: Request, found: PlanAction, *, wrong: dict[str, Form] | None = None, status: int = 200
) -> HttpResponse:
    actor, manager = request.actor, line_manager_of(found.person)
    is_mine = permissions.may_keep_action(actor, found)
    shown = {
        "action": found,
        "is_mine": is_mine,
        "manager": manager,
        "is_seen": found.is_shared and manager is not None and found.shared_with_id == manager.pk,
        "may_agree": permissions.may_agree(actor, found) and found.state == State.DRAFT,
        "may_suggest": permissions.may_suggest(actor, found) and found.is_open,
        "seen": stale.seen_now(queries.as_written(found)),
        "state": pictures.state_name(found),
        "tone": pictures.TONES[found.state],
        "facts": pictures.action_facts(found),
        "history": pictures.history_lines(queries.history(actor, found)),
        "wrong": next(iter((wrong or {}).values()), None),
        "is_dropping": "drop" in (wrong or {}),
        "forms": _forms(found, typed(request)) | (wrong or {}),
        "page_url": reverse("plan_action", args=[found.key]),
    }
    return render(request, "people/plan_action.html", shown, status=status)


def _forms(found: PlanAction, kept: dict[str, Any]) -> dict[str, Form]:
    next_look = {"review_on": timezone.localdate() + LOOK, **kept, "seen": found.moved}
    return {
        "review": forms.ReviewForm(initial=next_look),
        "suggest": forms.SuggestForm(initial=kept),
        "drop": forms.DropForm(),
    }


def _find(request: Request, key: str) -> PlanAction:
    return get_object_or_404(queries.plan_actions(request.actor), key=key)
