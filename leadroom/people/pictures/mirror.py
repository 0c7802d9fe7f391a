# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The leader's mirror in pictures and sentences: where I stand, who will see what, how a team stands, what to talk about."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leadroom.core.anonymity import shares_from, withstands
from leadroom.people import queries
from leadroom.people.models import (
    MirrorSitting,
    Question,
    Scale,
    SmallTeamWay,
    TeamMirror,
    Way,
    leaders_mirror,
    skills_map,
)
from leadroom.ui.charts import View, beside
from leadroom.ui.parts import Choice, Fact, Legend, Link


@dataclass(frozen=True)
class MirrorPicture:
    """Ten lines with what belongs to them."""

    chart: SafeString
    caption: str
    legend: tuple[Legend, ...]
    header: tuple[str, ...]
    rows: list[tuple[str, ...]]
    note: str = ""


@dataclass(frozen=True)
class OwnLine:
    """One question as the person alone stands in it, and where it leads on."""

    question: Question
    stand: str
    text: str
    is_open: bool
    competencies: tuple[Link, ...]
    plan_url: str


def points_of(scale: Scale) -> list[Choice]:
    """Return the five points of a scale, and the way to leave it open."""
    points = [Choice(str(number), str(words)) for number, words in enumerate(scale.points, start=1)]
    return [*points, Choice("", _("I leave it open"))]


def point_name(question: Question, point: int | None) -> str:
    """Return a point in the words of the question's scale."""
    return _("left open") if point is None else str(leaders_mirror().scale_of(question).points[point - 1])


def own_picture(mine: queries.MyMirror) -> MirrorPicture | None:
    """Draw where the person stands now, and where she stood last time; nothing before the first answer."""
    now, before = mine.now, mine.before
    if now is None or not now.answered:
        return None
    questions = leaders_mirror().questions
    rows = [_own_cells(one, now, before) for one in questions]
    views = [
        View(
            cells[0],
            place(now.point(one.key)),
            place(before.point(one.key)) if before else None,
            title=" – ".join(cells),
        )
        for one, cells in zip(questions, rows, strict=True)
    ]
    times = {"own": _("Now")} | ({"manager": _("Last time")} if before else {})
    header = (_("Question"), *times.values())
    legend = tuple(Legend(key, when) for key, when in times.items())
    return ten_lines(views, _("Where I stand"), legend, header, rows)


def own_lines(now: MirrorSitting | None) -> list[OwnLine]:
    """Return the ten questions with what the person said, and the ways on."""
    return [
        OwnLine(
            question,
            point_name(question, now.point(question.key) if now else None),
            now.said(question.key)["text"] if now else "",
            now is None or now.point(question.key) is None,
            tuple(
                Link(str(skills_map().by_key[key].name), reverse("competency", args=[key]))
                for key in question.competencies
            ),
            f"{reverse('add_plan_action')}?{urlencode({'competency': question.competencies[0]})}",
        )
        for question in leaders_mirror().questions
    ]


def small_team_way(key: str) -> SmallTeamWay:
    """Return one of the ways for small teams in the pack's words."""
    return next(way for way in leaders_mirror().small_team_ways if way.key == key.lower())


def mirror_receipt(mirror: TeamMirror) -> list[Fact]:
    """Say before answering who will see what, when, from how many answers on, and for how long."""
    day = date_format(mirror.round.closes_on, "DATE_FORMAT")
    return [
        Fact(_("What you write"), _("Stays with you. Texts and notes are never part of the round.")),
        Fact(_("Who sees where you stand"), _who(mirror)),
        Fact(
            _("When"),
            _("Nobody sees anything before the round closes, on %(day)s at the latest.") % {"day": day},
        ),
        Fact(_("How it is shown"), _how(mirror)),
        Fact(_("For how long"), _how_long()),
        Fact(_("What for"), _("For a talk in the team, never for grading. Nobody is ranked.")),
    ]


def _who(mirror: TeamMirror) -> str:
    if mirror.way == Way.VOTE:
        return _(
            "The team alone, and only if all of you say yes in a secret vote. A single no keeps everything shut."
        )
    return _(
        "Nobody sees your answers. All who are asked, and who opened the round, see how you stand together."
    )


def _how(mirror: TeamMirror) -> str:
    if mirror.way == Way.VOTE:
        return _(
            "If it is opened: all points given to a question, without names. In so small a team they are not "
            "anonymous. If it stays shut, nobody learns who said no, or whether somebody did not vote."
        )
    fewest = mirror.round.fewest
    shown = _(
        "Only in words: where more than half of you stand and, from %(shares)s answers on, whether few, some or "
        "nearly all stand at an end. Never a number or a single answer, and nothing unless %(fewest)s or more answer."
    ) % {"fewest": fewest, "shares": shares_from(fewest)}
    return f"{shown} {_holds(withstands(fewest))}"


def _holds(insiders: int) -> str:
    return ngettext(
        "It holds even against one of you who puts her own answer beside the result.",
        "It holds even if %(insiders)s of you put their own answers beside the result.",
        insiders,
    ) % {"insiders": insiders}


def _how_long() -> str:
    return _(
        "Once sent, your points are kept without your name and deleted when the round closes; until then, whoever "
        "runs the database could still match them to you. Your own copy is shown to you alone, until you delete it."
    )


def place(point: int | None) -> int | None:
    """Return where a point stands on a line, counted from 0."""
    return None if point is None else point - 1


def _own_cells(question: Question, now: MirrorSitting, before: MirrorSitting | None) -> tuple[str, ...]:
    cells = (str(question.name), point_name(question, now.point(question.key)))
    return (*cells, point_name(question, before.point(question.key))) if before else cells


def ten_lines(
    views: Sequence[View],
    caption: str,
    legend: tuple[Legend, ...],
    header: tuple[str, ...],
    rows: list[tuple[str, ...]],
    note: str = "",
) -> MirrorPicture:
    """Draw the ten questions as lines, in the order given."""
    names = (_("Not yet"), _("A little"), _("Partly"), _("Mostly"), _("Fully"))
    words = " ".join(" – ".join(row) for row in rows)
    chart = beside(views, title=caption, description=words, levels=names, key="mirror", first=1)
    return MirrorPicture(chart, caption, legend, header, rows, note)
