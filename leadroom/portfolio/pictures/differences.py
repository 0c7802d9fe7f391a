# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a plan gives, in words, and how it differs from the one in force."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from leadroom.core.capacity.calendar import Calendar
from leadroom.portfolio.models import Initiative, Plan
from leadroom.portfolio.pictures.words import (
    QUARTER,
    last_month,
    level_name,
    listed,
    month_name,
    percent,
    signed,
    team_months,
)
from leadroom.portfolio.queries import Difference, ShownPlan

ANY = "any"


@dataclass(frozen=True)
class Named:
    """An initiative, its page, and a sentence about it."""

    name: str
    url: str
    sentence: str = ""


def room_sentence(shown: ShownPlan) -> str:
    """Say in a sentence how much headroom a plan leaves, and how sure it is that no plan leaves more."""
    figures, calendar = shown.plan.figures, shown.calendar
    if calendar is None or "room" not in figures:
        return ""
    said = _(
        "This leaves %(room)s team-months free until %(last)s; must-win challenges can use %(usable)s of them."
    ) % {
        "room": team_months(figures["room"]),
        "usable": team_months(figures["usable"]),
        "last": last_month(calendar),
    }
    return f"{said} {_proof(shown.plan)}".strip()


def _proof(plan: Plan) -> str:
    figures = plan.figures
    if "bound" not in figures:
        return ""
    if plan.based_on_id:
        return _("It is the plan with the fewest changes that was found.")
    if figures["is_best"]:
        return _("No plan leaves more: that is proven.")
    share = {"percent": percent(round(figures["gap_percent"], 1))}
    if "gap_effort" not in figures:
        return _("Weighted as you set it, no plan leaves more than %(percent)s %% more.") % share
    return _("No plan leaves more than %(gap)s team-months (%(percent)s %%) more: that is proven.") % {
        **share,
        "gap": team_months(figures["gap_effort"]),
    }


def differences_sentence(shown: ShownPlan) -> str:
    """Say in a sentence how a plan differs from the one in force."""
    if shown.other is None:
        return ""
    if not shown.differences:
        return _("It is the same as the plan in force.")
    kinds = [one.kind for one in shown.differences]
    counts = [text % {"count": kinds.count(kind)} for kind, text in _counted(kinds).items() if kind in kinds]
    more = shown.plan.figures.get("room", 0) - shown.other.figures.get("room", 0)
    sentence = _MORE_ROOM if more > 0 else _LESS_ROOM if more < 0 else _SAME_ROOM
    return str(sentence) % {"changes": listed(counts), "room": team_months(abs(more))}


def _counted(kinds: Sequence[str]) -> Mapping[str, str]:
    return {
        "moved": ngettext("%(count)s moved", "%(count)s moved", kinds.count("moved")),
        "raised": ngettext("%(count)s raised", "%(count)s raised", kinds.count("raised")),
        "lowered": ngettext("%(count)s lowered", "%(count)s lowered", kinds.count("lowered")),
        "added": ngettext("%(count)s added", "%(count)s added", kinds.count("added")),
        "dropped": ngettext("%(count)s dropped", "%(count)s dropped", kinds.count("dropped")),
    }


_MORE_ROOM = gettext_lazy("Beside the plan in force: %(changes)s, and %(room)s team-months more are free.")
_LESS_ROOM = gettext_lazy("Beside the plan in force: %(changes)s, and %(room)s team-months fewer are free.")
_SAME_ROOM = gettext_lazy("Beside the plan in force: %(changes)s, and as much is free.")


def difference(shown: ShownPlan, calendar: Calendar, one: Difference) -> Named:
    """Return in a sentence what one initiative does differently."""
    is_quarter = calendar.step == QUARTER
    said = {
        "before": level_name(one.before[0]) if one.before else "",
        "after": level_name(one.after[0]) if one.after else "",
        "from": month_name(one.before[1], is_quarter=is_quarter) if one.before else "",
        "to": month_name(one.after[1], is_quarter=is_quarter) if one.after else "",
    }
    return Named(shown.name_of(one.key), page_of(shown, one.key), str(_DIFFERENCES[one.kind]) % said)


_DIFFERENCES: Mapping[str, Promise] = {
    "moved": gettext_lazy("Moved from %(from)s to %(to)s."),
    "raised": gettext_lazy("Raised from “%(before)s” to “%(after)s”; starts %(to)s (was %(from)s)."),
    "lowered": gettext_lazy("Lowered from “%(before)s” to “%(after)s”; starts %(to)s (was %(from)s)."),
    "added": gettext_lazy("Added: “%(after)s”, starts %(to)s."),
    "dropped": gettext_lazy("No longer in the plan: was “%(before)s”, from %(from)s."),
}


def page_of(shown: ShownPlan, key: str) -> str:
    """Return the address of an initiative's page; empty where it is gone."""
    return reverse("initiative", args=[key]) if key in shown.initiatives else ""


def pages_of(shown: ShownPlan) -> Mapping[str, str]:
    """Return the address of each initiative's page; Django is asked once."""
    before, after = reverse("initiative", args=[ANY]).rsplit(ANY, 1)
    return {key: f"{before}{key}{after}" for key in shown.initiatives}


def search_sentence(shown: ShownPlan) -> str:
    """Say how a search stands: the best so far, and what no plan can beat."""
    figures, bound = shown.plan.figures, shown.plan.progress.get("bound")
    if "room" not in figures:
        return _("No plan yet.")
    said = {"room": team_months(figures["room"])}
    if bound is None:
        return _("Best so far: %(room)s team-months free.") % said
    return _("Best so far: %(room)s team-months free; no plan can have more than %(bound)s.") % {
        **said,
        "bound": team_months(bound),
    }


@dataclass(frozen=True)
class Gaps:
    """What a plan leaves out or has not heard: without levels, overdue, later, chiefs not asked, nobody named."""

    without_levels: list[Named]
    overdue: list[Named]
    later: list[Named]
    not_asked: list[Named]
    nobody_named: list[Named]


def gaps(shown: ShownPlan) -> Gaps:
    """Return what a plan leaves out and who has not been asked early, by name."""
    said = shown.plan.problem

    def known(name: str) -> list[Named]:
        return named([shown.initiatives[key] for key in said.get(name, []) if key in shown.initiatives])

    return Gaps(
        without_levels=known("without_levels"),
        overdue=known("overdue"),
        later=known("later"),
        not_asked=named(shown.not_asked),
        nobody_named=named(shown.nobody_named),
    )


def comparison(shown: ShownPlan) -> list[tuple[str, str, str, str]]:
    """Return the room before and after: a line for each team, and one for all; empty before where there is no plan."""
    before, after = (shown.other.figures if shown.other else {}), shown.plan.figures
    was, now = before.get("room_of", {}), after.get("room_of", {})
    lines = [(shown.team_of(key), was.get(key), room) for key, room in now.items()]
    lines.append((_("All teams"), before.get("room"), after.get("room", 0)))
    lines.append((_("Usable for must-win challenges"), before.get("usable"), after.get("usable", 0)))
    return [
        (
            name,
            "–" if old is None else team_months(old),
            team_months(new),
            "–" if old is None else signed(new - old),
        )
        for name, old, new in lines
    ]


def named(initiatives: Sequence[Initiative]) -> list[Named]:
    """Return initiatives with their pages."""
    return [Named(each.title, reverse("initiative", args=[each.key])) for each in initiatives]
