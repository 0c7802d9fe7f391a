# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is kept about a person, and what her manager confirmed, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from leadroom.people.models import names_in
from leadroom.people.queries import ConfirmedLevel

# What says whose it is, time and again.
WHOSE = frozenset({"profile/about", "profile/diary/about"})


@dataclass(frozen=True)
class Kept:
    """What one room can keep about a person."""

    name: str
    things: tuple[str, ...]


@dataclass(frozen=True)
class BadgeLine:
    """One confirmed level in words, and the competency's key."""

    key: str
    name: str
    said: str


def thing(path: tuple[str, ...]) -> str:
    """Return what a table of a person's data holds, in words; what has none yet is called as in the file."""
    return things().get("/".join(path)) or " · ".join(path).replace("_", " ")


def kept_about() -> list[Kept]:
    """Return all that can be kept about a person, room by room: to count it would ask every table."""
    rooms = {
        ("account",): _("Your account and what you did"),
        ("profile", "rounds"): _("Your profile and what you learn"),
        ("portfolio-person",): _("The portfolio"),
    }
    named = [(path.split("/")[0], name) for path, name in things().items() if path not in WHOSE]
    return [
        Kept(heading, tuple(name for each, name in named if each in parts))
        for parts, heading in rooms.items()
    ]


def badge_lines(confirmed: Iterable[ConfirmedLevel]) -> list[BadgeLine]:
    """Return each confirmed level in a sentence."""
    names = names_in(get_language() or "en")
    return [
        BadgeLine(
            each.competency.key,
            names.competencies[each.competency.key],
            _("%(level)s, confirmed on %(date)s")
            % {
                "level": names.levels[each.level],
                "date": date_format(localtime(each.confirmed_at), "DATE_FORMAT"),
            },
        )
        for each in confirmed
    ]


def things() -> dict[str, str]:
    """Return what each table of a person's data holds, by its path."""
    return {
        "account/about": _("You and your place in the council"),
        "account/roles": _("Your roles"),
        "account/manages": _("Units that you lead"),
        "account/invitations": _("Invitations to you"),
        "account/invited_others": _("Invitations that you sent"),
        "account/letters": _("Letters to you"),
        "account/done": _("What you did, as the record has it"),
        "account/done_about_me": _("What was done about your place in the council"),
        "rounds/asked": _("Rounds in which you were asked"),
        "profile/about": _("Whose profile it is"),
        "profile/sittings": _("When you made your profile"),
        "profile/ratings": _("Your answers about yourself"),
        "profile/confirmed": _("What your manager said of you"),
        "profile/feedback_rounds": _("Feedback rounds about you"),
        "profile/feedback_rounds_led": _("Feedback rounds that you lead"),
        "profile/said_in_feedback_rounds": _("What you said of others in feedback rounds"),
        "profile/maps_brought": _("Maps that you brought in"),
        "profile/stages": _("Stages of learning paths that you began"),
        "profile/note_drafts": _("Notes that you are writing"),
        "profile/evidence": _("Your evidence"),
        "profile/diary/about": _("Whose diary it is"),
        "profile/diary/entries": _("Your diary"),
        "profile/diary/drafts": _("Diary entries that you are writing"),
        "profile/mirror": _("What you answered before the mirror"),
        "profile/mirrors_opened": _("Teams that you asked to look into the mirror"),
        "profile/plan": _("Your plan"),
        "profile/plan_letters": _("Whether you want letters about your plan"),
        "profile/profile_shared_with": _("Whom you show your profile"),
        "profile/profiles_shared_with_me": _("Who shows you a profile"),
        "profile/said_about_plans": _("What you said about others’ plans"),
        "portfolio-person/about": _("Your calendar address"),
        "portfolio-person/sponsors_or_leads": _("Initiatives that you answer for"),
        "portfolio-person/asked_early": _("Initiatives that you were asked about early"),
        "portfolio-person/saved_views": _("Views of the portfolio that you saved"),
    }
