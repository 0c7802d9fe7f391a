# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What have you seen? An invitee's questions, opened by a link of her own, without signing in."""

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leadroom.people import forms, pictures, queries
from leadroom.people.models import Answer, Group, skills_map
from leadroom.rounds import actions as rounds
from leadroom.rounds.permissions import may_answer
from leadroom.ui.carried import typed
from leadroom.ui.parts import Choice

OVER = HTTPStatus.GONE


@login_not_required
@require_safe
def rate(request: HttpRequest, council_key: str, token: str) -> HttpResponse:
    """Say who asks what, and who will see it; offer to begin, and to say no."""
    asked = _find(request, council_key, token)
    if not may_answer(asked.invitee):
        return _over(request, asked)
    shown = _shown(asked, token) | {"receipt": pictures.receipt(asked)}
    return _answer(render(request, "people/rate.html", shown))


@sensitive_post_parameters()
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def rate_competency(request: HttpRequest, council_key: str, token: str, competency: str) -> HttpResponse:
    """Ask about one competency, or keep the answer."""
    asked = _find(request, council_key, token)
    if competency not in asked.feedback.competencies:
        raise Http404
    if not may_answer(asked.invitee):
        return _over(request, asked)
    if request.method != "POST":
        said = {"answer": asked.kept.answers.get(competency), "seen": asked.kept.version}
        return _ask(request, asked, token, competency, forms.RateForm(initial=said | typed(request)))
    form = forms.RateForm(request.POST)
    if not form.is_valid():
        return _ask(request, asked, token, competency, form, status=422)
    try:
        rounds.keep(asked.invitee, competency, form.cleaned_data["answer"], seen=form.cleaned_data["seen"])
    except (rounds.RoundIsOver, rounds.SentAlready):
        return _over(request, asked)
    except rounds.AnsweredElsewhere:
        return _changed_elsewhere(request, council_key, token, competency, form)
    return _go_on(request, council_key, token, competency)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def send_ratings(request: HttpRequest, council_key: str, token: str) -> HttpResponse:
    """Show all answers once more, and give them away."""
    asked = _find(request, council_key, token)
    if not may_answer(asked.invitee):
        return _over(request, asked)
    if request.method == "POST" and asked.answered:
        try:
            rounds.send(asked.invitee)
        except (rounds.RoundIsOver, rounds.SentAlready):
            return _over(request, asked)
        return _answer(render(request, "people/rate_thanks.html", _shown(asked, token)))
    shown = _shown(asked, token) | {"answers": _said(asked)}
    return _answer(render(request, "people/rate_send.html", shown))


@login_not_required
@require_POST
def decline_rating(request: HttpRequest, council_key: str, token: str) -> HttpResponse:
    """Say no; nobody is told."""
    asked = _find(request, council_key, token)
    if asked.invitee.is_named:
        raise Http404
    try:
        rounds.decline(asked.invitee)
    except (rounds.RoundIsOver, rounds.SentAlready):
        return _over(request, asked)
    return _answer(render(request, "people/rate_over.html", _shown(asked, token) | {"why": "declined"}))


def _find(request: HttpRequest, council_key: str, token: str) -> queries.Rated:
    asked = queries.rated(council_key, token)
    if asked is None or not _is_hers(request, asked):
        raise Http404
    if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES and not request.user.is_authenticated:
        # Nobody has chosen here yet: the letter's language is the best guess.
        translation.activate(asked.invitee.language)
    return asked


def _is_hers(request: HttpRequest, asked: queries.Rated) -> bool:
    """Say whether who asks may answer: for a named answer a link is not enough, she is signed in as that person."""
    if not asked.invitee.is_named:
        return True
    actor = getattr(request, "actor", None)
    membership = actor.membership if actor else None
    return membership is not None and membership.pk == asked.invitee.person_id


def _shown(asked: queries.Rated, token: str) -> dict[str, Any]:
    return {
        "asked": asked,
        "token": token,
        "person": asked.feedback.person.user.name,
        "is_self": asked.invitee.group == Group.SELF,
        "is_named": asked.invitee.is_named,
    }


def _ask(
    request: HttpRequest,
    asked: queries.Rated,
    token: str,
    key: str,
    form: forms.RateForm,
    *,
    status: int = 200,
) -> HttpResponse:
    competency = skills_map().by_key[key]
    shown = _shown(asked, token) | {
        "competency": competency,
        "form": form,
        "place": asked.place(key),
        "back": asked.before(key),
        "behaviours": pictures.level_choices(key, has_keys=True),
        "others": _others(asked),
        "chosen": str(form["answer"].value() or ""),
        "page_url": request.path,
    }
    return _answer(render(request, "people/rate_competency.html", shown, status=status))


def _others(asked: queries.Rated) -> list[Choice]:
    if asked.invitee.group == Group.SELF:
        return [
            Choice(answer, str(answer.label))
            for answer in (Answer.NOT_IN_ROLE, Answer.CANNOT_JUDGE, Answer.RATHER_NOT)
        ]
    return [
        Choice(Answer.CANNOT_JUDGE, _("I have not seen this")),
        Choice(Answer.NOT_IN_ROLE, _("Not part of this role")),
        Choice(Answer.RATHER_NOT, _("I would rather not say")),
    ]


def _said(asked: queries.Rated) -> list[tuple[str, str, str]]:
    """Return each question's key, name and what was answered, as words."""
    labels = {choice.value: choice.title for choice in _others(asked)}
    return [
        (one.key, str(one.name), _words(one.key, asked.kept.answers.get(one.key), labels))
        for one in asked.competencies
    ]


def _words(key: str, answer: str | None, labels: dict[str, str]) -> str:
    if answer is None:
        return _("Not answered")
    return labels.get(answer) or next(
        choice.title for choice in pictures.level_choices(key) if choice.value == answer
    )


def _changed_elsewhere(
    request: HttpRequest, council_key: str, token: str, key: str, form: forms.RateForm
) -> HttpResponse:
    """Show the question with what was chosen here still chosen, on top of what stands by now."""
    asked = _find(request, council_key, token)
    again = forms.RateForm(initial={"answer": form.cleaned_data["answer"], "seen": asked.kept.version})
    messages.warning(request, _("You went on in another window. Look once more, then save."))
    return _ask(request, asked, token, key, again, status=409)


def _go_on(request: HttpRequest, council_key: str, token: str, key: str) -> HttpResponse:
    asked = _find(request, council_key, token)
    wanted = request.POST.get("go", "next")
    following = asked.before(key) if wanted == "back" else asked.next_open
    if wanted == "list" or following is None:
        return redirect("send_ratings", council_key, token)
    return redirect("rate_competency", council_key, token, following)


def _over(request: HttpRequest, asked: queries.Rated) -> HttpResponse:
    invitee = asked.invitee
    why = "declined" if invitee.has_declined else "sent" if invitee.has_answered else "closed"
    shown = {"asked": asked, "person": asked.feedback.person.user.name, "why": why}
    return _answer(render(request, "people/rate_over.html", shown, status=OVER))


def _answer(response: HttpResponse) -> HttpResponse:
    response["Content-Language"] = translation.get_language() or settings.LANGUAGE_CODE
    return response
