# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""One initiative in a picture, a sentence, its facts and what is next."""

from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leadroom.core.capacity.calendar import month_after
from leadroom.portfolio.models import LegalBasis, Status, Track, Way
from leadroom.portfolio.pictures.words import day, level_name, quarter_name
from leadroom.portfolio.queries import Whole
from leadroom.ui.charts import Moment, Stretch, moments
from leadroom.ui.parts import Fact, Link


def initiative_sentence(whole: Whole) -> str:
    """Say what it is, until when, and where the plan puts it."""
    one = whole.initiative
    said = [
        _("%(track)s, %(status)s.")
        % {"track": one.get_track_display(), "status": str(one.get_status_display()).lower()}
    ]
    if one.deadline:
        said.append(_("To be live by %(day)s.") % {"day": day(one.deadline)})
    if whole.slips:
        said.append(
            ngettext(
                "Its deadline has moved %(times)s time.",
                "Its deadline has moved %(times)s times.",
                len(whole.slips),
            )
            % {"times": len(whole.slips)}
        )
    if whole.choice:
        said.append(
            _("The plan in force starts it in %(quarter)s at the level “%(level)s”.")
            % {
                "quarter": quarter_name(date.fromisoformat(whole.choice["month"])),
                "level": level_name(whole.choice["level"]),
            }
        )
    return " ".join(said)


def deadline_line(whole: Whole) -> str:
    """Draw its place in the plan and its deadline with all that it was before; nothing where there is neither."""
    days = [each for each in whole.deadlines if each.day]
    stretch = _stretch(whole)
    if not days and not stretch:
        return ""
    now = whole.initiative.deadline
    points = [
        Moment(each.day, _("Until %(known)s it was %(day)s") % {"known": day(after.known_on), "day": day(each.day)}, is_past=True)
        for each, after in zip(whole.deadlines, whole.deadlines[1:], strict=False)
        if each.day and each.day != now
    ]  # fmt: skip
    if now:
        points.append(Moment(now, _("Deadline %(day)s") % {"day": day(now)}))
    return moments(
        points,
        today=timezone.localdate(),
        today_text=_("Today"),
        stretch=stretch,
        title=_("Its time"),
        description=initiative_sentence(whole),
        key="time",
    )


def _stretch(whole: Whole) -> Stretch | None:
    if not whole.choice:
        return None
    first = date.fromisoformat(whole.choice["month"])
    months = next((each.months for each in whole.levels if each.kind == whole.choice["level"]), 0)
    return Stretch(first, month_after(first, months)) if months else None


def facts_of(whole: Whole) -> list[Fact]:
    """Return its facts by name, those that are empty left out."""
    one = whole.initiative
    said = [
        (_("Owner"), str(one.rules.owner)),
        (_("Advice"), str(one.rules.advisers)),
        (_("Who demands it"), one.source),
        (_("What binds us"), str(LegalBasis(one.legal_basis).label) if one.legal_basis else ""),
        (_("Way"), str(Way(one.way).label) if one.way else ""),
        (_("Taken over by"), one.taken_over_by.title if one.taken_over_by else ""),
        (_("Result"), one.result),
        (_("Whose need"), one.need_of),
        (_("How we know"), one.evidence),
        (_("Known on"), day(one.evidence_on)),
        (_("Sponsor"), str(one.sponsor or "")),
        (_("Lead"), str(one.lead or "")),
        (_("Unit"), str(one.unit or "")),
        (_("Not before"), day(one.earliest_on)),
        (_("Who will work differently, and how"), one.who_changes),
        (_("Code"), one.code),
    ]
    return [Fact(name, value) for name, value in said if value]


def next_steps(whole: Whole) -> list[Link]:
    """Return what is to be done next, most pressing first."""
    one = whole.initiative
    change = reverse("change_initiative", args=[one.key])
    steps = []
    if one.track == Track.MANDATED:
        if not one.way:
            steps.append(
                Link(
                    _("Choose its way: taken over, with a chief, or lowest ambition"),
                    reverse("choose_way", args=[one.key]),
                )
            )
        if not one.deadline:
            steps.append(Link(_("Say by when it must be live"), "#deadline"))
    if not one.sponsor_id:
        steps.append(Link(_("Name a sponsor"), change))
    if not one.who_changes and one.status in {Status.RUNNING, Status.PLANNED}:
        steps.append(Link(_("Say who will work differently, and how"), change))
    return steps
