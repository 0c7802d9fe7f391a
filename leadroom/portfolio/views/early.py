# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whom does it touch? Chiefs named, asked by link and heard before a plan is decided."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from leadroom.accounts import queries as accounts
from leadroom.accounts.models import Request
from leadroom.accounts.permissions import require
from leadroom.portfolio import actions, forms, permissions, queries
from leadroom.portfolio.models import EarlyQuestion, Track
from leadroom.ui.carried import typed

GONE, REFUSED = 410, 422
ANSWER = ("timing", "ambition", "resources")


@require_http_methods(["GET", "HEAD", "POST"])
def early(request: Request, key: str) -> HttpResponse:
    """Show whom a mandated solution touches and who has answered; name another chief."""
    initiative = get_object_or_404(queries.initiatives(request.actor), key=key)
    if initiative.track != Track.MANDATED:
        raise Http404
    require(permissions.may_ask_early(request.actor))
    posted = request.POST if request.method == "POST" else None
    form = forms.NameChief(posted, initial=typed(request), chiefs=accounts.leaders(request.actor))
    if posted is not None and form.is_valid():
        actions.name_chief(initiative, form.cleaned_data["chief"], by=request.actor)
        messages.success(request, _("Named. Now ask."))
        return redirect("early", key=key)
    shown = {
        "initiative": initiative,
        "questions": queries.early_questions_of(request.actor, initiative),
        "form": form,
        "page_url": request.path,
    }
    return render(request, "portfolio/early.html", shown, status=REFUSED if form.errors else 200)


@require_POST
def ask(request: Request, key: str) -> HttpResponse:
    """Send a chief her link."""
    question = _find(request, key)
    actions.ask(question, by=request.actor)
    messages.success(request, _("Asked. The letter is on its way to %(name)s.") % {"name": question.chief})
    return redirect("early", key=question.initiative.key)


@require_POST
def take_away(request: Request, key: str) -> HttpResponse:
    """Take a chief off the list again."""
    question = _find(request, key)
    try:
        actions.take_away(question, by=request.actor)
        messages.success(request, _("Taken away."))
    except actions.AskedAlready:
        messages.error(request, _("She has been asked already, so she stays on the list."))
    return redirect("early", key=question.initiative.key)


@require_http_methods(["GET", "HEAD", "POST"])
def answer_early(request: Request, key: str) -> HttpResponse:
    """Let a chief who is signed in say what she thinks."""
    question = _find(request, key)
    require(question.chief_id == request.actor.person.pk)
    if request.method != "POST":
        first = {name: getattr(question, name) for name in ANSWER} | typed(request)
        return _ask(request, question, forms.EarlyAnswer(initial=first))
    form = forms.EarlyAnswer(request.POST)
    if not form.is_valid():
        return _ask(request, question, form, status=REFUSED)
    actions.answer_early(question, form.cleaned_data, by=request.actor)
    messages.success(request, _("Thank you. The plan takes it along."))
    return redirect("initiative", key=question.initiative.key)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def asked_early(request: HttpRequest, council_key: str, token: str) -> HttpResponse:
    """Let a chief answer by her link, without signing in; nothing else of the council is shown."""
    opened = queries.opened_question(council_key, token)
    if opened is None:
        raise Http404
    if not opened.is_open:
        return render(request, "portfolio/asked_over.html", status=GONE)
    if request.method != "POST":
        first = {name: getattr(opened.question, name) for name in ANSWER} | typed(request)
        return _by_link(request, opened, forms.EarlyAnswer(initial=first))
    form = forms.EarlyAnswer(request.POST)
    if not form.is_valid():
        return _by_link(request, opened, form, status=REFUSED)
    try:
        actions.answer_by_link(opened.council, token, form.cleaned_data)
    except actions.QuestionIsOver:
        return render(request, "portfolio/asked_over.html", status=GONE)
    messages.success(request, _("Thank you. You can change it here as long as the link works."))
    return redirect(request.path)


def _by_link(
    request: HttpRequest, opened: queries.OpenedQuestion, form: forms.EarlyAnswer, *, status: int = 200
) -> HttpResponse:
    shown = {"opened": opened, "question": opened.question, "form": form, "page_url": request.path}
    response = render(request, "portfolio/asked.html", shown, status=status)
    response["Content-Language"] = translation.get_language() or "en"
    return response


def _ask(
    request: Request, question: EarlyQuestion, form: forms.EarlyAnswer, *, status: int = 200
) -> HttpResponse:
    shown = {"question": question, "form": form, "page_url": request.path}
    return render(request, "portfolio/answer_early.html", shown, status=status)


def _find(request: Request, key: str) -> EarlyQuestion:
    return get_object_or_404(queries.early_questions(request.actor), key=key)
