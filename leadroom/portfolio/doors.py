# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the room Portfolio answers at the house's doors."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from leadroom.accounts.models import Actor
from leadroom.kit.doors import Detail, NavItem
from leadroom.portfolio.models import Status, Track, Way


def nav(actor: Actor) -> Iterable[NavItem]:
    """Return the room's place in the header."""
    return [NavItem(pgettext("room", "Portfolio"), reverse("portfolio"), "portfolio")]


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
    ]
