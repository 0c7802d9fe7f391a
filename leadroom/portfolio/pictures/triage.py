# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A proposal of triage in words, with what one can do with it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from leadroom.core.triage.propose import Answers, Reason, propose
from leadroom.portfolio.models import Initiative, Track, Way, rules_of
from leadroom.ui.parts import Link

REASONS: dict[Reason, Promise] = {
    Reason.MUST_AND_HELPS: _("The solution must come, and a challenge can use it: let the challenge take it over."),
    Reason.MUST_AND_WANTED: _("The solution must come, and somebody wants its result: let a chief steer it together with digital."),
    Reason.MUST_ONLY: _("The solution must come, and nobody here needs more of it: the lowest sensible ambition leaves most room."),
    Reason.RESULT: _("A result is wanted and the solution is open: hold on to the result, be free in the solution."),
    Reason.BEARS_OTHERS: _("Other work stands on it: bring it in order, humbly and close to those whom it hinders."),
    Reason.NOTHING: _("Nobody demands it, nobody waits for its result and nothing stands on it: leave it, or ask again later."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ProposalInWords:
    """The proposed track, its rule and reason, the way, and where to go on: the proposed first."""

    track: str
    rule: str
    reason: str
    way: str
    places: list[Link]


def proposal(answers: Answers, initiative: Initiative | None) -> ProposalInWords:
    """Return where an initiative belongs, in words; every track can be chosen all the same."""
    said = propose(answers)
    track = Track(said.track.value) if said.track else None
    return ProposalInWords(
        str(track.label) if track else _now("On none of the tracks"),
        str(rules_of(track).sentence) if track else "",
        str(REASONS[said.reason]),
        str(Way(said.way.value).label) if said.way else "",
        sorted((_place(each, initiative, track) for each in Track), key=lambda link: not link.is_current),
    )


def _place(track: Track, initiative: Initiative | None, proposed: Track | None) -> Link:
    code = track.value.lower()
    if initiative is None:
        url = reverse("add_initiative", args=[code])
    elif initiative.track != track:
        url = reverse("move_initiative", args=[initiative.key, code])
    else:
        name = "choose_way" if track == Track.MANDATED else "initiative"
        url = reverse(name, args=[initiative.key])
    return Link(str(track.label), url, is_current=track == proposed)
