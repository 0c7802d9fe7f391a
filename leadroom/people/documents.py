# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person's profile, her plan, and the agenda of her talk, as accessible PDFs."""

from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from leadroom.accounts.models import Actor
from leadroom.kit.documents import pdf
from leadroom.people import pictures, queries
from leadroom.people.models import LABELS, PlanAction, skills_map
from leadroom.ui.theme import OWN_HUE, colours

TYPST = Path(__file__).resolve().parent / "typst"
PROFILE, PLAN, TALK, MIRROR = (TYPST / f"{name}.typ" for name in ("profile", "plan", "talk", "mirror"))


def profile_pdf(actor: Actor, mine: queries.MyProfile, *, language: str) -> bytes:
    """Return the profile as PDF/UA-1 in the language in force."""
    return pdf(PROFILE, _content(actor, mine, language))


def plan_pdf(actor: Actor, mine: queries.MyPlan, *, language: str) -> bytes:
    """Return what is open in the plan as PDF/UA-1 in the language in force: a page to hang up."""
    hue = actor.council.hue if actor.council else OWN_HUE
    return pdf(PLAN, _plan(actor, mine, language) | {"accent": colours(hue, "light")["chart-1"]})


def _plan(actor: Actor, mine: queries.MyPlan, language: str) -> dict[str, Any]:
    return {
        "language": language[:2],
        "title": _("What am I practising?"),
        "name": actor.user.name,
        "council": actor.council.name if actor.council else "",
        "date": date_format(timezone.localdate(), "DATE_FORMAT"),
        "summary": pictures.plan_sentence(mine),
        "actions": [_action(mine, each) for each in mine.open],
    }


def _action(mine: queries.MyPlan, action: PlanAction) -> dict[str, Any]:
    return {
        "title": action.will_be_able,
        "state": pictures.state_name(action),
        "when_label": str(LABELS["when"]),
        "when": action.when,
        "then_label": str(LABELS["then"]),
        "then": action.then,
        "facts": [{"name": fact.name, "value": fact.value} for fact in pictures.action_facts(action)],
        "looks_label": _("Looked at it"),
        "looks": ", ".join(pictures.day(looked) for looked in mine.reviews.get(action.pk, ())),
    }


def _content(actor: Actor, mine: queries.MyProfile, language: str) -> dict[str, Any]:
    return {
        "language": language[:2],
        "title": _("My profile"),
        "name": actor.user.name,
        "council": actor.council.name if actor.council else "",
        "date": date_format(timezone.localdate(), "DATE_FORMAT"),
        "summary": pictures.summary(mine),
        "wheel": pictures.paper_wheel(mine, actor.council.hue if actor.council else OWN_HUE),
        "wheel_alt": pictures.wheel_description(mine),
        "legend": pictures.legend_sentence(),
        "lists": [
            {
                "title": _("First to develop"),
                "empty": _("Nothing is below what this role asks for."),
                "items": [{"name": item.name, "reason": item.reason} for item in pictures.first(mine)],
            },
            {
                "title": _("Your strengths"),
                "empty": _("They will show once you have answered more."),
                "items": [{"name": item.name, "reason": item.reason} for item in pictures.strengths(mine)],
            },
        ],
        "table_title": _("All competencies"),
        "header": list(pictures.table_header()),
        "rows": [list(row) for row in pictures.table_rows(mine)],
        "footnote": _(
            "Drawn from your own answers, on the skills map %(pack)s. For your development, never for pay."
        )
        % {"pack": skills_map().pack},
    }


def talk_pdf(actor: Actor, outcome: queries.Outcome, *, language: str) -> bytes:
    """Return the agenda of a development talk as PDF/UA-1 in the language in force, with room to write."""
    feedback = outcome.feedback
    lists = (
        (_("Where we see it differently"), _("You see everything alike."), outcome.agenda.differences),
        (_("What the role asks for"), _("Nothing is missing."), outcome.agenda.gaps),
    )
    content = {
        "language": language[:2],
        "title": _("What shall we talk about?"),
        "talk": feedback.talk_name,
        "name": feedback.person.user.name,
        "manager": feedback.manager.user.name if feedback.manager else "",
        "council": actor.council.name if actor.council else "",
        "date": date_format(feedback.talk_on or timezone.localdate(), "DATE_FORMAT"),
        "words": {"manager": _("Line manager"), "question": _("To ask"), "agreed": _("What we agreed")},
        "lists": [
            {"title": title, "empty": empty, "topics": [vars(topic) for topic in pictures.topics(lines)]}
            for title, empty, lines in lists
        ],
        "footnote": _("For development, never for pay. Keep it between you."),
    }
    return pdf(TALK, content)


def mirror_pdf(actor: Actor, outcome: queries.TeamOutcome, *, language: str) -> bytes:
    """Return what a team picked to talk about as PDF/UA-1 in the language in force, with room to write."""
    content = {
        "language": language[:2],
        "title": _("What do we talk about?"),
        "team": outcome.mirror.name,
        "council": actor.council.name if actor.council else "",
        "date": date_format(timezone.localdate(), "DATE_FORMAT"),
        "words": {
            "reflection": _("Each for yourself"),
            "first": _("To begin with"),
            "agreed": _("What we agreed"),
        },
        "topics": [vars(topic) for topic in pictures.mirror_topics(outcome.topics)],
        "footnote": _("For a talk in the team, never for grading. Nobody has to say what she answered."),
    }
    return pdf(MIRROR, content)
