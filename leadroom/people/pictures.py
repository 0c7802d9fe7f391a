# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A profile in pictures and sentences: what the wheel, its table and the cards beside it show."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leadroom.core.skills.profile import (
    Standing,
    State,
    by_importance,
    coverage,
    first_to_develop,
    strongest,
)
from leadroom.people import queries
from leadroom.people.models import Answer, skills_map


@dataclass(frozen=True)
class Reason:
    """A competency, and in a sentence why it is named."""

    key: str
    name: str
    reason: str


def summary(mine: queries.MyProfile) -> str:
    """Say in a sentence how much of what the role asks for is there."""
    known, at_target = coverage(mine.standings)
    return _("%(at_target)s of %(known)s competencies are at target for this role: %(role)s.") % {
        "at_target": at_target,
        "known": known,
        "role": mine.role_profile.name,
    }


def first(mine: queries.MyProfile) -> list[Reason]:
    """Return the first three to develop, each with its reason."""
    return [_reason(standing, _why_first(standing)) for standing in first_to_develop(mine.standings)]


def strengths(mine: queries.MyProfile) -> list[Reason]:
    """Return the three strongest, each with its reason."""
    return [_reason(standing, _why_strong(standing)) for standing in strongest(mine.standings)]


def _reason(standing: Standing, reason: str) -> Reason:
    return Reason(standing.competency, str(skills_map().by_key[standing.competency].name), reason)


def _why_first(standing: Standing) -> str:
    said = {
        "now": level_name(standing.level),
        "low": level_name(standing.target.low if standing.target else None),
    }
    if standing.target and standing.target.weight == 3:
        return _("You are at “%(now)s”; your role asks for “%(low)s”, and here it matters most.") % said
    return _("You are at “%(now)s”; your role asks for “%(low)s”.") % said


def _why_strong(standing: Standing) -> str:
    said = {"now": level_name(standing.level)}
    if standing.target and (standing.level or 0) > standing.target.high:
        return _("You are at “%(now)s”, above what your role asks for. Others can learn from you.") % said
    return _("You are at “%(now)s”, as your role asks for.") % said if standing.is_at_target else (
        _("You are at “%(now)s”.") % said
    )


def changes(mine: queries.MyProfile) -> list[str]:
    """Return what has moved since the sitting before, the widest first; at most five lines."""
    moved = sorted(mine.changed, key=lambda standing: -abs(standing.change or 0))
    return [
        _("%(name)s: from “%(before)s” to “%(now)s”")
        % {
            "name": skills_map().by_key[standing.competency].name,
            "before": level_name(standing.before),
            "now": level_name(standing.level),
        }
        for standing in moved[:5]
    ]


def level_name(level: int | None) -> str:
    """Return a level's name in the reader's language."""
    return "" if level is None else str(skills_map().levels[level].name)


def where(mine: queries.MyProfile, standing: Standing) -> str:
    """Say where a person is in one competency: a level with its number, or what she answered instead."""
    if standing.level is not None:
        return f"{standing.level} · {level_name(standing.level)}"
    rating = mine.ratings.get(standing.competency)
    return str(Answer(rating.answer).label) if rating else _("Not asked")


def table_rows(mine: queries.MyProfile) -> list[tuple[str, ...]]:
    """Return the table behind the wheel: competency, where, target, weight."""
    by_key = skills_map().by_key
    return [
        (
            str(by_key[standing.competency].name),
            where(mine, standing),
            f"{standing.target.low}–{standing.target.high}" if standing.target else "",
            str(standing.target.weight) if standing.target else "",
        )
        for standing in mine.standings
    ]


def wheel_description(mine: queries.MyProfile) -> str:
    """Say in words what the wheel shows, area by area."""
    parts = [
        _("%(area)s: %(levels)s")
        % {"area": area.area.name, "levels": ", ".join(_spoken(mine, standing) for standing in area.standings)}
        for area in mine.areas
    ]
    return " ".join([summary(mine), *(f"{part}." for part in parts)])


def _spoken(mine: queries.MyProfile, standing: Standing) -> str:
    return str(standing.level) if standing.level is not None else where(mine, standing).lower()
