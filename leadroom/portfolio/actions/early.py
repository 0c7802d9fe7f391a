# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Early involvement: chiefs whom a mandated solution touches are asked before a plan is decided."""

import secrets
from collections.abc import Mapping
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from leadroom.accounts.actions import record
from leadroom.accounts.models import Actor, Council, Membership
from leadroom.accounts.permissions import require
from leadroom.kit import tenancy
from leadroom.portfolio import emails, permissions
from leadroom.portfolio.models import EarlyQuestion, Initiative, Track

LASTS = timedelta(days=60)
# A double click, or a form sent again: one letter is enough.
A_DOUBLE_CLICK = timedelta(seconds=30)
ANSWER = ("timing", "ambition", "resources")


class AskedAlready(Exception):
    """The chief has been asked, so she stays on the list."""


class QuestionIsOver(Exception):
    """The link no longer works."""


@transaction.atomic
def name_chief(initiative: Initiative, chief: Membership, *, by: Actor) -> EarlyQuestion:
    """Say that a mandated solution touches a chief; once is enough."""
    require(permissions.may_ask_early(by) and initiative.track == Track.MANDATED)
    named, is_new = EarlyQuestion.objects.get_or_create(initiative=initiative, chief=chief)
    if is_new:
        record(by, "portfolio.early.named", initiative, chief=chief.key)
    return named


@transaction.atomic
def take_away(question: EarlyQuestion, *, by: Actor) -> None:
    """Take a chief off the list. Raises AskedAlready."""
    require(permissions.may_ask_early(by))
    if question.asked_at:
        raise AskedAlready
    record(by, "portfolio.early.taken_away", question.initiative, chief=question.chief.key)
    question.delete()


@transaction.atomic
def ask(question: EarlyQuestion, *, by: Actor) -> None:
    """Send the chief a link of her own; an earlier one stops working."""
    require(permissions.may_ask_early(by))
    held = EarlyQuestion.objects.select_for_update(no_key=True).get(pk=question.pk)
    now = timezone.now()
    if held.asked_at and now - held.asked_at < A_DOUBLE_CLICK:
        return
    token = secrets.token_urlsafe(32)
    held.token_hash = permissions.token_hash(token)
    held.asked_at, held.expires_at = now, now + LASTS
    held.save(update_fields=["token_hash", "asked_at", "expires_at"])
    council = by.person.council
    address = settings.SITE_URL + reverse("asked_early", args=[council.key, token])
    emails.early_question(held, council=council, asker=by.user.name, address=address)
    record(by, "portfolio.early.asked", held.initiative, chief=held.chief.key)


@transaction.atomic
def answer_early(question: EarlyQuestion, said: Mapping[str, str], *, by: Actor) -> None:
    """Keep what a chief says about a solution that touches her."""
    require(by.person.pk == question.chief_id)
    _keep(question, said)


def answer_by_link(council: Council, token: str, said: Mapping[str, str]) -> None:
    """Keep what a chief says by her link; she can say it anew until it ends. Raises QuestionIsOver."""
    with transaction.atomic(), tenancy.council(council.pk):
        question = permissions.early_questions_opened_by(token).filter(expires_at__gt=timezone.now()).first()
        if question is None:
            raise QuestionIsOver
        _keep(question, said)


def _keep(question: EarlyQuestion, said: Mapping[str, str]) -> None:
    for name in ANSWER:
        setattr(question, name, said[name])
    question.answered_at = timezone.now()
    question.save(update_fields=[*ANSWER, "answered_at"])
