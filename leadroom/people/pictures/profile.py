# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A profile in pictures and sentences: what the wheel, its table and the cards beside it show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from leadroom.core.skills.profile import (
    Standing,
    by_importance,
    coverage,
    first_to_develop,
    strongest,
)
from leadroom.people import queries
from leadroom.people.models import Answer, skills_map
from leadroom.ui.charts import Gap, Paper, Petal, now_to_target, wheel, wheel_key
from leadroom.ui.parts import KeyGroup, Legend

HEAVIEST = 3
# The now-to-target picture stays readable on one screen.
MOST_GAPS = 14
ANY = "any"


@dataclass(frozen=True)
class Reason:
    """A competency, its page, where to plan it, and in a sentence why it is named."""

    name: str
    url: str
    reason: str
    plan_url: str = ""


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
    return [
        _reason(mine, standing, why_first(mine, standing)) for standing in first_to_develop(mine.standings)
    ]


def strengths(mine: queries.MyProfile) -> list[Reason]:
    """Return the three strongest, each with its reason."""
    return [_reason(mine, standing, _why_strong(mine, standing)) for standing in strongest(mine.standings)]


def _reason(mine: queries.MyProfile, standing: Standing, reason: str) -> Reason:
    key = standing.competency
    plan_url = f"{reverse('add_plan_action')}?{urlencode({'competency': key})}"
    return Reason(mine.names.competencies[key], competency_pages()[key], reason, plan_url)


def why_first(mine: queries.MyProfile, standing: Standing) -> str:
    """Say in a sentence how far a competency is from what the role asks for."""
    said = {
        "now": _level_name(mine, standing.level),
        "low": _level_name(mine, standing.target.low if standing.target else None),
    }
    if standing.target and standing.target.weight == HEAVIEST:
        return _("You are at “%(now)s”; your role asks for “%(low)s”, and here it matters most.") % said
    return _("You are at “%(now)s”; your role asks for “%(low)s”.") % said


def _why_strong(mine: queries.MyProfile, standing: Standing) -> str:
    said = {"now": _level_name(mine, standing.level)}
    if standing.target and (standing.level or 0) > standing.target.high:
        return _("You are at “%(now)s”, above what your role asks for. Others can learn from you.") % said
    return (
        _("You are at “%(now)s”, as your role asks for.") % said
        if standing.is_at_target
        else (_("You are at “%(now)s”.") % said)
    )


def changes(mine: queries.MyProfile) -> list[str]:
    """Return what has moved since the sitting before, the widest first; at most five lines."""
    moved = sorted(mine.changed, key=lambda standing: -abs(standing.change or 0))
    return [
        _("%(name)s: from “%(before)s” to “%(now)s”")
        % {
            "name": mine.names.competencies[standing.competency],
            "before": _level_name(mine, standing.before),
            "now": _level_name(mine, standing.level),
        }
        for standing in moved[:5]
    ]


def _level_name(mine: queries.MyProfile, level: int | None) -> str:
    return "" if level is None else mine.names.levels[level]


def where(mine: queries.MyProfile, standing: Standing) -> str:
    """Say where a person is in one competency: a level with its number, or what she answered instead."""
    if standing.level is not None:
        return f"{standing.level}\u00a0·\u00a0{_level_name(mine, standing.level)}"
    rating = mine.ratings.get(standing.competency)
    return str(Answer(rating.answer).label) if rating else _("Not asked")


def table_header() -> tuple[str, ...]:
    """Return the heads of the tables behind the pictures."""
    return (_("Competency"), _("Where you are"), _("Target"), _("Weight"))


def table_rows(mine: queries.MyProfile) -> list[tuple[str, ...]]:
    """Return the table behind the wheel, in map order."""
    return _rows(mine, mine.standings)


def _rows(mine: queries.MyProfile, standings: Sequence[Standing]) -> list[tuple[str, ...]]:
    names = mine.names.competencies
    return [
        (
            names[standing.competency],
            where(mine, standing),
            str(standing.target or ""),
            str(standing.target.weight) if standing.target else "",
        )
        for standing in standings
    ]


def wheel_description(mine: queries.MyProfile) -> str:
    """Say in words what the wheel shows, area by area."""
    about = _("%(area)s: %(levels)s")
    parts = [
        about
        % {
            "area": mine.names.areas[area.area.key],
            "levels": ", ".join(_spoken(mine, standing) for standing in area.standings),
        }
        for area in mine.areas
    ]
    return " ".join([summary(mine), *(f"{part}." for part in parts)])


def _spoken(mine: queries.MyProfile, standing: Standing) -> str:
    return str(standing.level) if standing.level is not None else where(mine, standing).lower()


@dataclass(frozen=True)
class Pictures:
    """All that the page shows of a profile."""

    wheel: SafeString
    wheel_numbers: tuple[KeyGroup, ...]
    wheel_caption: str
    legend: tuple[Legend, ...]
    header: tuple[str, ...]
    rows: list[tuple[str, ...]]
    gaps: SafeString | None
    gaps_caption: str
    gaps_legend: tuple[Legend, ...]
    gaps_rows: list[tuple[str, ...]]
    first: list[Reason]
    strongest: list[Reason]
    changes: list[str]


def of(mine: queries.MyProfile) -> Pictures:
    """Return the profile in pictures and sentences, in the reader's language."""
    pages, titles = competency_pages(), _titles(mine)
    petals, title, description = _petals(mine, titles, pages), _("Skill wheel"), wheel_description(mine)
    gaps = _gaps(mine, titles, pages)
    return Pictures(
        wheel=wheel(petals, title=title, description=description, layout="page"),
        wheel_numbers=wheel_key(petals),
        wheel_caption=_("Your skill wheel"),
        legend=legend(),
        header=table_header(),
        rows=table_rows(mine),
        gaps=_gaps_picture(mine, gaps) if gaps else None,
        gaps_caption=_("From now to target, what matters most first"),
        gaps_legend=(Legend("now", _("Where you are")), Legend("goal", _("What the role asks for"))),
        gaps_rows=_rows(mine, by_importance(mine.standings)[:MOST_GAPS]),
        first=first(mine),
        strongest=strengths(mine),
        changes=changes(mine),
    )


def _gaps_picture(mine: queries.MyProfile, gaps: Sequence[Gap]) -> SafeString:
    title, description = _("From now to target"), " ".join(f"{gap.title}." for gap in gaps)
    return now_to_target(gaps, title=title, description=description, levels=mine.names.levels)


def small_wheel(mine: queries.MyProfile) -> SafeString:
    """Return the wheel without words, for the start page."""
    return wheel(
        _petals(mine, _titles(mine)), title=_("Skill wheel"), description=summary(mine), layout="small"
    )


def paper_wheel(mine: queries.MyProfile, hue: int) -> SafeString:
    """Return the wheel for a document, coloured by attributes in the council's hue."""
    return wheel(
        _petals(mine, _titles(mine)),
        title=_("Skill wheel"),
        description=wheel_description(mine),
        painter=Paper(hue),
    )


def legend() -> tuple[Legend, ...]:
    """Return what each form of the wheel means."""
    return (
        Legend("level", _("Where you are, one ring a level")),
        Legend("target", _("What the role asks for")),
        Legend("zero", _("Not yet")),
        Legend("not-asked", _("Not asked")),
        Legend("no-level", _("No level given")),
    )


def legend_sentence() -> str:
    """Say what the forms of the wheel mean, for paper."""
    return _(
        "Filled rings: where you are, one ring a level. Outline: what the role asks for. "
        "Small hollow circle: not yet. Dots: not asked. Thin line: no level given."
    )


def _petals(
    mine: queries.MyProfile, titles: Mapping[str, str], pages: Mapping[str, str] = MappingProxyType({})
) -> list[Petal]:
    the_map, names = skills_map(), mine.names
    return [
        Petal(
            key=standing.competency,
            label=names.competencies[competency.key],
            area=names.areas[competency.area],
            domain=names.domains[the_map.area_of[competency.key].domain],
            level=standing.level,
            low=standing.target.low if standing.target else 0,
            high=standing.target.high if standing.target else 0,
            state=standing.state.value,
            href=pages.get(standing.competency),
            title=titles[standing.competency],
        )
        for standing, competency in zip(mine.standings, the_map.competencies, strict=True)
    ]


@cache
def competency_pages() -> dict[str, str]:
    """Return the address of each competency's page; Django is asked once."""
    before, after = reverse("competency", args=[ANY]).split(ANY)
    return {key: f"{before}{key}{after}" for key in skills_map().keys}


def _titles(mine: queries.MyProfile) -> dict[str, str]:
    """Return what a reader is told about each competency: its name, where she is, the target."""
    plain, with_target = _("%(name)s: %(where)s"), _("%(name)s: %(where)s; target %(target)s")
    return {
        standing.competency: (with_target if standing.target else plain)
        % {
            "name": mine.names.competencies[standing.competency],
            "where": where(mine, standing),
            "target": standing.target,
        }
        for standing in mine.standings
    }


def _gaps(mine: queries.MyProfile, titles: Mapping[str, str], pages: Mapping[str, str]) -> list[Gap]:
    names = mine.names.competencies
    return [
        Gap(
            label=names[standing.competency],
            now=standing.level,
            low=standing.target.low if standing.target else 0,
            high=standing.target.high if standing.target else 0,
            href=pages[standing.competency],
            title=titles[standing.competency],
        )
        for standing in by_importance(mine.standings)[:MOST_GAPS]
    ]
