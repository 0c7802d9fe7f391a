# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the room Portfolio answers at the house's doors."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from leadroom.accounts.models import Actor, Role
from leadroom.kit.doors import Demand, Detail, HomeCard, NavItem, Waiting
from leadroom.portfolio import pictures, queries
from leadroom.portfolio.models import LevelKind, Status, Track, Way, presets, sizes


def nav(actor: Actor) -> Iterable[NavItem]:
    """Return the room's place in the header."""
    return [NavItem(pgettext("room", "Portfolio"), reverse("portfolio"), "portfolio")]


def waiting(actor: Actor) -> Iterable[Waiting]:
    """Return the early questions that this person has not answered."""
    # Only those who lead something are asked early.
    if actor.council is None or not actor.is_any(Role.MANAGER, Role.EXECUTIVE, Role.DIGITAL_OFFICE):
        return []
    return [
        Waiting(
            _("What do you say to “%(title)s”?") % {"title": each.initiative.title},
            reverse("answer_early", args=[each.key]),
            _("Answer"),
            _("Asked before the plan is decided."),
        )
        for each in queries.unanswered(actor)
    ]


def home_card(actor: Actor) -> Iterable[HomeCard]:
    """Return the room that the plan in force leaves, in a picture and a sentence."""
    if actor.council is None:
        return []
    return [
        HomeCard(
            _("Our headroom"),
            "portfolio/_home_card.html",
            {"room": pictures.room(queries.plan_in_force(actor))},
            order=20,
        )
    ]


def demand(actor: Actor) -> Iterable[Demand]:
    """Return which competencies initiatives under way or ahead ask for, each with the initiatives."""
    return [
        Demand(
            competency,
            tuple((each.title, reverse("initiative", args=[each.key])) for each in initiatives),
        )
        for competency, initiatives in queries.asked_for(actor).items()
    ]


def verbs(actor: Actor) -> Iterable[tuple[str, str]]:
    """Return what this room's acts are called in the council's record."""
    return [
        ("portfolio.initiative.added", _("Added an initiative")),
        ("portfolio.initiative.taken", _("Took an initiative from the pack")),
        ("portfolio.initiative.changed", _("Changed an initiative")),
        ("portfolio.initiative.moved", _("Moved an initiative to another track")),
        ("portfolio.initiative.way_chosen", _("Chose the way of a mandated solution")),
        ("portfolio.initiative.status_set", _("Said how far an initiative is")),
        ("portfolio.initiative.deadline_moved", _("Added to a deadline’s history")),
        ("portfolio.initiative.waits", _("Let an initiative wait for another")),
        ("portfolio.import.brought_in", _("Brought in a file")),
        ("portfolio.import.taken_back", _("Took a file back")),
        ("portfolio.early.named", _("Named a chief whom a solution touches")),
        ("portfolio.early.asked", _("Asked a chief early")),
        ("portfolio.early.taken_away", _("Took a chief off the list")),
        ("portfolio.team.added", _("Added a team")),
        ("portfolio.team.changed", _("Changed a team")),
        ("portfolio.team.removed", _("Removed a team")),
        ("portfolio.team.preset_used", _("Began with a preset of teams")),
        ("portfolio.team.change_planned", _("Planned a change of a team")),
        ("portfolio.team.change_forgotten", _("Took a planned change away")),
        ("portfolio.capacity.typed", _("Typed the teams’ capacity")),
        ("portfolio.freeze.added", _("Added months in which nothing goes live")),
        ("portfolio.freeze.removed", _("Took away months in which nothing goes live")),
        ("portfolio.terms.set", _("Set the terms of planning")),
        ("portfolio.levels.set", _("Set the ambition levels of an initiative")),
        ("portfolio.levels.size_applied", _("Gave an initiative the example levels of a size")),
        ("portfolio.ambition.decided", _("Decided on ambition")),
        ("portfolio.calendar.made", _("Made an address for a calendar")),
        ("portfolio.calendar.renewed", _("Made a new address for a calendar")),
        ("portfolio.calendar.stopped", _("Stopped a calendar’s address")),
        ("portfolio.initiative.waits_no_more", _("Let an initiative wait no more")),
    ]


def details(actor: Actor) -> Iterable[Detail]:
    """Return what stands beside this room's acts in the council's record, in words."""
    tracks = {code: str(name) for code, name in Track.choices}
    return [
        Detail("track", _("Track"), tracks),
        Detail("from_track", _("From the track"), tracks),
        Detail("to_track", _("To the track"), tracks),
        Detail("way", _("Way"), {code: str(name) for code, name in Way.choices}),
        Detail("status", _("How far"), {code: str(name) for code, name in Status.choices}),
        Detail("day", _("Deadline")),
        Detail("before", _("Waits for")),
        Detail("fields", _("What was changed")),
        Detail("preset", _("Preset"), {each.key: str(each.name) for each in presets()}),
        Detail("cells", _("Number of cells")),
        Detail("new", _("New")),
        Detail("changed", _("Changed")),
        Detail("skipped", _("Unchanged")),
        Detail("wrong", _("Left out")),
        Detail("chief", _("Chief")),
        Detail("levels", _("Levels"), {code: str(name) for code, name in LevelKind.choices}),
        Detail("size", _("Size"), {each.key: str(each.name) for each in sizes()}),
    ]
