# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the portfolio writes to people."""

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from leadroom.accounts.emails import post
from leadroom.accounts.models import Council, OutboxMail
from leadroom.portfolio.models import EarlyQuestion


def early_question(question: EarlyQuestion, *, council: Council, asker: str, address: str) -> OutboxMail:
    """Ask a chief, in her language, for timing, ambition and resources of a mandated solution."""
    user = question.chief.user
    with translation.override(user.language or council.language):
        subject = _("%(council)s: what do you say to %(title)s?") % {
            "council": council.name,
            "title": question.initiative.title,
        }
        context = {"question": question, "council": council, "asker": asker, "address": address}
        return post(user.email, subject, render_to_string("portfolio/mail/early_question.txt", context))
