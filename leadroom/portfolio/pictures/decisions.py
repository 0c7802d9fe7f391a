# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was decided, and what it did to the room, in pictures and sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leadroom.core.capacity.calendar import month_after, months_between
from leadroom.portfolio.models import Decision
from leadroom.portfolio.pictures.ambition import (
    from_to,
    pairs_legend,
    room_header,
    room_pairs,
    room_rows,
)
from leadroom.portfolio.pictures.words import QUARTER, UNIT, day, level_name, month_name, signed, team_months
from leadroom.portfolio.queries import Shift, ShownDecision
from leadroom.ui.charts import Page, Painter, Pair, pairs
from leadroom.ui.parts import Legend

PAGE = Page()
MOST_DRAWN = 12


@dataclass(frozen=True, slots=True)
class DecisionPicture:
    """A decision in sentences, a picture and tables."""

    sentence: str
    chart: SafeString | str
    legend: tuple[Legend, ...]
    room_header: tuple[str, ...]
    room: list[tuple[str, ...]]
    level_header: tuple[str, ...]
    levels: list[tuple[str, ...]]
    moved: list[str]
    deadlines: str
    late: list[str]


def decision_picture(shown: ShownDecision, *, width: str = "100%", paint: Painter = PAGE) -> DecisionPicture:
    """Return a decision in sentences, a picture of the room before and after, and tables."""
    before, after = shown.decision.before, shown.decision.after
    was, now = before.get("room_of", {}), after.get("room_of", {})
    by_level = [one for one in shown.shifts if one.kind != "moved"]
    return DecisionPicture(
        decision_sentence(shown.decision),
        room_pairs(shown.teams, was, now, key="decision", width=width, paint=paint) if now else "",
        pairs_legend(),
        room_header(),
        [*room_rows(shown.teams, was, now), *_in_all(before, after)],
        (_("Mandated solution"), _("Before"), _("After"), _("Starts"), _("Live")),
        [_level_row(one, shown) for one in by_level],
        [_moved(one, shown) for one in shown.shifts if one.kind == "moved"],
        _deadline_sentence(shown),
        [
            _("%(name)s goes live in %(month)s; its deadline is %(day)s.")
            % {
                "name": shown.names.get(key, key),
                "month": month_name(shown.live[key], is_quarter=False),
                "day": day(due),
            }
            for key, due in sorted(shown.deadlines.items(), key=lambda one: one[1])
            if key in shown.live and shown.live[key] > due
        ],
    )


def decision_sentence(decision: Decision) -> str:
    """Say in a sentence what a decision did to the room."""
    before, after = decision.before.get("room"), decision.after.get("room")
    if after is None:
        return _("The room before and after was not kept.")
    if before is None:
        return _("There was no plan before; this one leaves %(after)s team-months free.") % {
            "after": team_months(after)
        }
    said = {"before": team_months(before), "after": team_months(after), "more": signed(after - before)}
    until = decision.after.get("until")
    if not until:
        return _("Headroom went from %(before)s to %(after)s team-months (%(more)s).") % said
    return _("Headroom until %(until)s went from %(before)s to %(after)s team-months (%(more)s).") % {
        **said,
        "until": month_name(month_after(date.fromisoformat(until), -1), is_quarter=False),
    }


def decided_by(decision: Decision) -> str:
    """Say who decided, and when."""
    if decision.by is None:
        return day(decision.decided_on)
    return _("%(name)s, %(day)s") % {"name": decision.by.user.name, "day": day(decision.decided_on)}


def _in_all(before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, ...]]:
    names = (("room", _("All teams")), ("usable", _("Usable by challenges")))
    return [
        (
            name,
            team_months(before[each]) if each in before else "–",
            team_months(after[each]),
            signed(after[each] - before[each]) if each in before else "–",
        )
        for each, name in names
        if each in after
    ]


def _level_row(one: Shift, shown: ShownDecision) -> tuple[str, ...]:
    live = shown.live.get(one.key)
    return (
        shown.names.get(one.key, one.key),
        level_name(one.before["level"]) if one.before else "–",
        level_name(one.after["level"]) if one.after else "–",
        _period(one.after["month"], shown.step) if one.after else "–",
        month_name(live, is_quarter=shown.step == QUARTER) if live else "–",
    )


def _moved(one: Shift, shown: ShownDecision) -> str:
    return _("%(name)s moves from %(from)s to %(to)s.") % {
        "name": shown.names.get(one.key, one.key),
        "from": _period(one.before["month"], shown.step) if one.before else "",
        "to": _period(one.after["month"], shown.step) if one.after else "",
    }


def _period(month: str, step: int) -> str:
    return month_name(date.fromisoformat(month), is_quarter=step == QUARTER)


def _deadline_sentence(shown: ShownDecision) -> str:
    spare = {
        key: months_between(shown.live[key], due) for key, due in shown.deadlines.items() if key in shown.live
    }
    if not spare:
        return _("No solution in this plan has a deadline.")
    late = sum(shown.live[key] > shown.deadlines[key] for key in spare)
    if late:
        return ngettext(
            "%(late)s of %(all)s solutions with a deadline goes live after it.",
            "%(late)s of %(all)s solutions with a deadline go live after it.",
            late,
        ) % {"late": late, "all": len(spare)}
    nearest = min(spare, key=lambda key: (spare[key], key))
    said = {"all": len(spare), "name": shown.names.get(nearest, nearest), "months": spare[nearest]}
    if not spare[nearest]:
        return _("All %(all)s solutions with a deadline go live in time; “%(name)s” just so.") % said
    return (
        ngettext(
            "All %(all)s solutions with a deadline go live in time; the nearest, “%(name)s”, has %(months)s month to spare.",
            "All %(all)s solutions with a deadline go live in time; the nearest, “%(name)s”, has %(months)s months to spare.",
            spare[nearest],
        )
        % said
    )


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decision in the list."""

    what: str
    url: str
    facts: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions: headroom before and after each as a picture with its table, and as lines."""

    sentence: str
    chart: SafeString | str
    legend: tuple[Legend, ...]
    header: tuple[str, ...]
    rows: list[tuple[str, ...]]
    lines: list[DecisionLine]


def decisions_picture(found: Sequence[Decision]) -> Decisions:
    """Return what was decided and what it did to the room; the picture runs from the oldest to the newest."""
    known = [each for each in found if "room" in each.after]
    oldest_first = list(reversed(known[:MOST_DRAWN]))
    return Decisions(
        _over_time(known),
        pairs(
            [_pair(each) for each in oldest_first],
            title=_("Headroom before and after each decision, in team-months"),
            description=". ".join(f"{each.what}: {decision_sentence(each)}" for each in oldest_first),
            key="decisions",
        )
        if oldest_first
        else "",
        pairs_legend(),
        (_("Decision"), _("Decided on"), _("Before"), _("After"), _("Difference")),
        [_decision_row(each) for each in known],
        [
            DecisionLine(
                each.what, reverse("decision", args=[each.key]), decided_by(each), decision_sentence(each)
            )
            for each in found
        ],
    )


def _over_time(known: Sequence[Decision]) -> str:
    if not known:
        return _("Nothing has been decided yet.")
    first, last = known[-1], known[0]
    begun = first.before.get("room", first.after["room"])
    return ngettext(
        "%(count)s decision took headroom from %(before)s to %(after)s team-months.",
        "%(count)s decisions took headroom from %(before)s to %(after)s team-months.",
        len(known),
    ) % {"count": len(known), "before": team_months(begun), "after": team_months(last.after["room"])}


def _pair(decision: Decision) -> Pair:
    before, after = decision.before.get("room"), decision.after["room"]
    said = team_months(after) if before is None else from_to(team_months(before), team_months(after))
    return Pair(
        f"{day(decision.decided_on)} {decision.what}"[:46],
        None if before is None else before / UNIT,
        after / UNIT,
        said,
    )


def _decision_row(decision: Decision) -> tuple[str, ...]:
    before, after = decision.before.get("room"), decision.after["room"]
    return (
        decision.what,
        day(decision.decided_on),
        "–" if before is None else team_months(before),
        team_months(after),
        "–" if before is None else signed(after - before),
    )
