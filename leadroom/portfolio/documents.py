# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The decision paper: what was decided, by whom and why, and what it did to the room, for the political agenda."""

from pathlib import Path
from typing import Any

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from leadroom.accounts.models import Actor
from leadroom.kit.documents import pdf
from leadroom.portfolio import pictures
from leadroom.portfolio.queries import ShownDecision
from leadroom.ui.charts import Paper
from leadroom.ui.theme import OWN_HUE

DECISION = Path(__file__).resolve().parent / "typst" / "decision.typ"
WIDTH = "640"


def decision_pdf(actor: Actor, shown: ShownDecision) -> bytes:
    """Return the decision as PDF/UA-1 in the council's language."""
    language = actor.council.language if actor.council else "en"
    with translation.override(language):
        return pdf(DECISION, _content(actor, shown, language))


def _content(actor: Actor, shown: ShownDecision, language: str) -> dict[str, Any]:
    decision = shown.decision
    hue = actor.council.hue if actor.council else OWN_HUE
    said = pictures.decision_picture(shown, width=WIDTH, paint=Paper(hue))
    return {
        "language": language[:2],
        "kicker": _("Decision paper"),
        "title": decision.what,
        "council": actor.council.name if actor.council else "",
        "printed": _("Printed on %(day)s") % {"day": date_format(timezone.localdate(), "DATE_FORMAT")},
        "facts": [
            [_("Decided on"), date_format(decision.decided_on, "DATE_FORMAT")],
            [_("Decided by"), decision.by.user.name if decision.by else "–"],
        ],
        "sentence": said.sentence,
        "why_title": _("Why"),
        "why": decision.reason,
        "levels_title": _("Ambition levels that change"),
        "levels_empty": _("No level changes."),
        "level_header": list(said.level_header),
        "levels": [list(row) for row in said.levels],
        "moved_title": _("What moves because of it"),
        "moved": said.moved,
        "room_title": _("Headroom by team before and after, in team-months"),
        "chart": str(said.chart),
        "chart_alt": ". ".join(" ".join(row) for row in said.room),
        "legend": _("Outlined: before. Full: after."),
        "room_header": list(said.room_header),
        "room": [list(row) for row in said.room],
        "deadlines_title": _("What it means for deadlines"),
        "deadlines": said.deadlines,
        "late": said.late,
        "footnote": _(
            "Headroom is the capacity that teams have left when line work, absence, foundations, experiments and "
            "mandated solutions have had theirs."
        ),
    }
