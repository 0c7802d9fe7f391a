# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The three tracks and the rules of each, in the one place where they stand.

Pages show them as sentences, permissions and actions enforce them. The three ways of
governing are those of Kaare Pedersen's "Strategitsunamien omringer kommunerne" (2022).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from leadroom.accounts.models import Role


class Track(models.TextChoices):
    """Why the council does it, and therefore how it is governed."""

    MANDATED = "MANDATED", _("Mandated solution")
    CHALLENGE = "CHALLENGE", _("Must-win challenge")
    FOUNDATION = "FOUNDATION", _("Foundation")


class LegalBasis(models.TextChoices):
    """What binds the council to a mandated solution."""

    LAW = "LAW", _("Law")
    AGREEMENT = "AGREEMENT", _("Economy agreement")
    BOARD = "BOARD", _("Joint board")
    ACCESSION = "ACCESSION", _("Signed accession")
    CHOICE = "CHOICE", _("Our own choice")


class Way(models.TextChoices):
    """The three ways of a mandated solution."""

    TAKEN_OVER = "TAKEN_OVER", _("Taken over by a challenge it helps")
    WITH_CHIEF = "WITH_CHIEF", _("Steered by a chief together with digital")
    LOWEST = "LOWEST", _("Lowest sensible ambition")


class Status(models.TextChoices):
    """How far an initiative is."""

    PROPOSED = "PROPOSED", _("Proposed")
    PLANNED = "PLANNED", _("Planned")
    RUNNING = "RUNNING", _("Under way")
    DONE = "DONE", _("Done")
    DROPPED = "DROPPED", _("Dropped")


@dataclass(frozen=True, slots=True)
class Rules:
    """What a track holds firm and leaves free, who owns it, who decides, and what it asks for."""

    sentence: Promise
    firm: Promise
    free: Promise
    owner: Promise
    advisers: Promise
    deciders: frozenset[Role]
    keepers: frozenset[Role]
    may_be_dropped: bool
    required: tuple[str, ...]


RULES: Mapping[Track, Rules] = {
    Track.MANDATED: Rules(
        sentence=_("Hard on the solution, free in ambition and resources."),
        firm=_("The solution must come, and by its deadline."),
        free=_("How ambitious, when within the deadline, and with how many people."),
        owner=_("The executive and the chief group, as one portfolio"),
        advisers=_("Digital keeps the overview as secretariat and never owns it"),
        deciders=frozenset({Role.EXECUTIVE}),
        keepers=frozenset({Role.EXECUTIVE, Role.DIGITAL_OFFICE}),
        may_be_dropped=False,
        required=("source", "legal_basis"),
    ),
    Track.CHALLENGE: Rules(
        sentence=_("Hard on results, free in the solution."),
        firm=_("The result, and whose need it answers."),
        free=_("Every solution: what does not help is stopped."),
        owner=_("The elected board and the executive"),
        advisers=_("Digital looks for solutions together with the chiefs"),
        deciders=frozenset({Role.EXECUTIVE}),
        keepers=frozenset({Role.EXECUTIVE, Role.DIGITAL_OFFICE}),
        may_be_dropped=True,
        required=("result", "need_of", "evidence", "evidence_on"),
    ),
    Track.FOUNDATION: Rules(
        sentence=_("Order first: humble, seeking and concrete about what is in the way."),
        firm=_("Security, contracts, standards and skills are in order."),
        free=_("The order in which things are mended, by what hurts most."),
        owner=_("Digital"),
        advisers=_("The executive and the chiefs advise"),
        deciders=frozenset({Role.DIGITAL_OFFICE, Role.EXECUTIVE}),
        keepers=frozenset({Role.DIGITAL_OFFICE, Role.EXECUTIVE}),
        may_be_dropped=True,
        required=(),
    ),
}


def rules_of(track: str) -> Rules:
    """Return the rules of a track by its code."""
    return RULES[Track(track)]
