# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The learning paths as a way, and in sentences why a stage is suggested and what it trains."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from leadroom.people.pictures.profile import Reason, competency_pages, where, why_first
from leadroom.people.queries import MyPath, MyPaths, MyStage, StageState
from leadroom.ui.charts import Stop, way
from leadroom.ui.charts.way import AHEAD, HERE, NEXT, PASSED

FORMS = {
    StageState.DONE: PASSED,
    StageState.BEGUN: HERE,
    StageState.SUGGESTED: NEXT,
    StageState.AHEAD: AHEAD,
}
MOST_REASONS = 3


@dataclass(frozen=True)
class PathPicture:
    """One path as it is shown."""

    mine: MyPath
    progress: str
    way: SafeString
    rows: list[tuple[str, ...]]


@dataclass(frozen=True)
class PathsPictures:
    """All that the page shows beside the paths' own words."""

    paths: list[PathPicture]
    header: tuple[str, ...]
    sentence: str
    reasons: list[Reason]


def of_paths(mine: MyPaths) -> PathsPictures:
    """Return the paths in pictures and sentences, in the reader's language."""
    header = (pgettext("learning path", "Stage"), _("How far you are"), _("Below your role's target"))
    suggested = mine.suggested if mine.current is None else None
    return PathsPictures(
        paths=[_path(mine, one) for one in mine.paths],
        header=header,
        sentence=_sentence(mine),
        reasons=[
            Reason(
                mine.profile.names.competencies[gap.competency],
                competency_pages()[gap.competency],
                why_first(mine.profile, gap),
            )
            for gap in (suggested.gaps[:MOST_REASONS] if suggested else ())
        ],
    )


def _sentence(mine: MyPaths) -> str:
    if mine.current:
        return _("You are on the stage “%(stage)s”.") % {"stage": mine.current.stage.name}
    if mine.suggested:
        return _("By your profile, “%(stage)s” helps you most.") % {"stage": mine.suggested.stage.name}
    if mine.is_all_done:
        return _("You have done the tasks of all stages. Profile yourself again to see what has moved.")
    if mine.profile.is_empty:
        return _(
            "Choose the path that sounds like you and open a stage. Once you have a profile, it suggests one."
        )
    return _(
        "Nothing that the stages train is below what your role asks for. Take up what makes you curious."
    )


def _path(mine: MyPaths, one: MyPath) -> PathPicture:
    stops = [Stop(str(each.stage.name), FORMS[each.state], _state(each), _page(each)) for each in one.stages]
    said = [
        _("%(number)s. %(stage)s: %(state)s.")
        % {"number": each.stage.place, "stage": each.stage.name, "state": _state(each)}
        for each in one.stages
    ]
    return PathPicture(
        mine=one,
        progress=_("%(done)s of %(total)s tasks done") % {"done": one.done, "total": len(one.stages)},
        way=way(stops, title=str(one.path.name), description=" ".join(said), key=one.path.key),
        rows=[
            (f"{each.stage.place}. {each.stage.name}", _state(each), _missing(mine, each))
            for each in one.stages
        ],
    )


def _page(one: MyStage) -> str:
    return reverse("learning_stage", args=[one.path.key, one.stage.key])


def _state(one: MyStage) -> str:
    if one.progress and one.progress.done_at:
        day = date_format(localtime(one.progress.done_at), "SHORT_DATE_FORMAT")
        return _("done %(day)s") % {"day": day}
    if one.progress:
        return pgettext("a stage of a learning path", "you are here")
    if one.is_suggested:
        return pgettext("a stage of a learning path", "suggested")
    return pgettext("a stage of a learning path", "ahead")


def _missing(mine: MyPaths, one: MyStage) -> str:
    """Name what is below target; say so where nothing is known."""
    if any(standing.level is not None for standing in one.standings):
        names = mine.profile.names.competencies
        return ", ".join(names[gap.competency] for gap in one.gaps) or _("Nothing")
    return _("Not asked")


def trains(mine: MyPaths, one: MyStage) -> list[Reason]:
    """Return what a stage trains, each with where the person stands in it."""
    return [
        Reason(
            mine.profile.names.competencies[standing.competency],
            competency_pages()[standing.competency],
            _("Now %(now)s; target %(target)s")
            % {"now": where(mine.profile, standing), "target": standing.target or "–"}
            if standing.level is not None
            else where(mine.profile, standing),
        )
        for standing in one.standings
    ]
