# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who was asked early, and what was said."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from leadroom.accounts.models import Actor, Council
from leadroom.kit.tenancy import council as inside
from leadroom.portfolio import permissions
from leadroom.portfolio.models import EarlyQuestion, Initiative

NOWHERE = 0


@dataclass(frozen=True, slots=True)
class OpenedQuestion:
    """A question as its link opens it."""

    council: Council
    question: EarlyQuestion

    @property
    def is_open(self) -> bool:
        """Whether the link still works."""
        return bool(self.question.expires_at and timezone.now() < self.question.expires_at)


def early_questions(actor: Actor) -> QuerySet[EarlyQuestion]:
    """Return the questions this person sees."""
    return permissions.visible_early_questions(actor)


def early_questions_of(actor: Actor, initiative: Initiative) -> list[EarlyQuestion]:
    """Return whom a solution touches, by name."""
    return list(early_questions(actor).filter(initiative=initiative).order_by("chief__user__name", "pk"))


def unanswered(actor: Actor) -> list[EarlyQuestion]:
    """Return what this person was asked and has not answered."""
    return list(early_questions(actor).filter(chief=actor.person, asked_at__isnull=False, answered_at=None))


def opened_question(council_key: str, token: str) -> OpenedQuestion | None:
    """Return the question that a link opens; None for a link that opens nothing."""
    found = Council.objects.filter(key=council_key).first()
    # Looked for even where there is no such council: the time must not tell a council's key from none.
    with inside(found.pk if found else NOWHERE):
        question = permissions.early_questions_opened_by(token).first()
    return OpenedQuestion(found, question) if found and question else None
