# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Why there is no plan, what would help, what a plan assumes, and why an initiative stands where it does: in sentences."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from leadroom.core.capacity.calendar import Calendar
from leadroom.portfolio.models import PlanStatus, Status
from leadroom.portfolio.pictures.words import iso_name, level_name, listed, quoted, span_name, team_months
from leadroom.portfolio.queries import ShownPlan
from leadroom.ui.charts import Axis, Bar, roadmap
from leadroom.ui.parts import Legend


@dataclass(frozen=True)
class Way:
    """A way out on a card: its name, what would change, what it weighs, and what none of its kind undercuts."""

    key: str
    title: str
    changes: tuple[str, ...]
    price: str
    bound: str


def explanation(shown: ShownPlan) -> list[str]:
    """Return why there is no plan, in plain words with names; nothing where there is one."""
    said, calendar = shown.plan.explanation, shown.calendar
    kind = said.get("kind") if calendar else None
    if calendar and kind == "closed":
        return [sentence for one in said["closed"] for sentence in _closed(shown, one)]
    if calendar and kind == "overfull":
        alone = len(said["needs"]) == 1
        rest = [] if alone else [_("Take any of them out, and this conflict is gone.")]
        return [_overfull(shown, calendar, said), *rest]
    if calendar and kind == "strained":
        return list(_strained(shown, calendar, said))
    if said.get("kind") == "senseless":
        return [_senseless(shown, said)]
    return [str(_UNEXPLAINED[shown.plan.status])] if shown.plan.status in _UNEXPLAINED else []


_UNEXPLAINED: Mapping[str, Promise] = {
    PlanStatus.IMPOSSIBLE: gettext_lazy(
        "It is proven that no plan keeps every rule, but no single place explains it."
    ),
    PlanStatus.NOT_FOUND: gettext_lazy("No plan was found. That does not prove that there is none."),
    PlanStatus.FAILED: gettext_lazy("The search broke off by a fault of ours. Search again."),
}


def _closed(shown: ShownPlan, one: Mapping[str, Any]) -> Iterator[str]:
    names = [quoted(shown.name_of(key)) for key in one["chain"]]
    if len(names) == 1:
        yield _("%(name)s has no place: its own dates leave too little time for any of its levels.") % {
            "name": names[0]
        }
    else:
        yield _("One after the other, %(names)s do not fit between their dates.") % {"names": listed(names)}
    if one["is_frozen"]:
        yield _("Without the freezes there would be a place.")
    if one["is_locked"]:
        yield _("Without what was fixed for them there would be a place.")


def _overfull(shown: ShownPlan, calendar: Calendar, said: Mapping[str, Any]) -> str:
    return ngettext(
        "%(names)s needs at least %(need)s team-months of %(team)s in %(when)s; there are %(room)s.",
        "%(names)s need at least %(need)s team-months of %(team)s in %(when)s; there are %(room)s.",
        len(said["needs"]),
    ) % {
        "names": listed([quoted(shown.name_of(key)) for key, _need in said["needs"]]),
        "need": team_months(sum(need for _key, need in said["needs"])),
        "team": shown.team_of(said["team"]),
        "when": span_name(calendar, said["first"], said["end"]),
        "room": team_months(said["room"]),
    }


@dataclass(frozen=True)
class Overfull:
    """The team and time that cannot hold what must be done there: the picture, its caption and its key."""

    chart: SafeString
    caption: str
    legend: tuple[Legend, ...]


def overfull(shown: ShownPlan) -> Overfull | None:
    """Return what is needed, one after the other, against what there is; None where that is not the reason."""
    said, calendar = shown.plan.explanation, shown.calendar
    if calendar is None or said.get("kind") != "overfull":
        return None
    ends = list(accumulate(need for _key, need in said["needs"]))
    bars = [
        Bar(
            key=key,
            label=shown.name_of(key),
            level=3,
            level_name=_("%(effort)s team-months") % {"effort": team_months(need)},
            start=end - need,
            end=end,
        )
        for (key, need), end in zip(said["needs"], ends, strict=True)
    ]
    caption = _("%(team)s, %(when)s") % {
        "team": shown.team_of(said["team"]),
        "when": span_name(calendar, said["first"], said["end"]),
    }
    there = _("What there is: %(room)s team-months") % {"room": team_months(said["room"])}
    chart = roadmap(
        bars,
        Axis(ends[-1], (), said["room"]),
        title=caption,
        description=_overfull(shown, calendar, said),
        key="overfull",
    )
    return Overfull(chart, caption, (Legend("level-3", _("What is needed at least")), Legend("today", there)))


def _strained(shown: ShownPlan, calendar: Calendar, said: Mapping[str, Any]) -> Iterator[str]:
    yield _("No single team explains it: these press together, and together they leave no plan.")
    for team, first, end, short in said["cells"]:
        yield _("%(team)s in %(when)s: %(short)s team-months are missing.") % {
            "team": shown.team_of(team),
            "when": span_name(calendar, first, end),
            "short": team_months(short),
        }
    for year, short in said["money"]:
        yield _("Money in %(year)s: %(short)s thousand are missing.") % {
            "year": calendar.years[year],
            "short": short,
        }
    if said["deadlines"]:
        yield _("If only time could give way, these would be late: %(names)s.") % {
            "names": listed([quoted(shown.name_of(key)) for key in said["deadlines"]])
        }


def _senseless(shown: ShownPlan, said: Mapping[str, Any]) -> str:
    if said["where"] == "precedence":
        return _("“%(name)s” waits for itself, or for one that does. Mend what waits for what.") % {
            "name": shown.name_of(said["key"])
        }
    return _("The portfolio contradicts itself at “%(name)s”.") % {"name": shown.name_of(said["key"])}


def ways(shown: ShownPlan) -> list[Way]:
    """Return the ways out as cards, the cheapest first."""
    calendar = shown.calendar
    if calendar is None:
        return []
    return [
        Way(
            said["key"],
            _kind(said["changes"]),
            tuple(_changes(shown, calendar, said["changes"])),
            team_months(said["price"]),
            team_months(said["bound"]) if said["bound"] else "",
        )
        for said in shown.plan.ways_out
    ]


def _kind(changes: Mapping[str, Any]) -> str:
    if "deadlines" in changes:
        return _("Later deadlines")
    if "locks" in changes:
        return _("Lower levels")
    return _("More capacity")


def assumptions(shown: ShownPlan) -> list[str]:
    """Return what a plan assumes beside the portfolio as it is."""
    if shown.calendar is None:
        return []
    return list(_changes(shown, shown.calendar, shown.plan.changes))


def _changes(shown: ShownPlan, calendar: Calendar, said: Mapping[str, Any]) -> Iterator[str]:
    for name, sentence in _BY_LEVEL:
        for key, kind in said.get(name, {}).items():
            yield str(sentence) % {"name": shown.name_of(key), "level": level_name(kind)}
    for name, sentence in _BY_MONTH:
        for key, month in said.get(name, {}).items():
            yield str(sentence) % {"name": shown.name_of(key), "when": iso_name(calendar, month)}
    for team, month, effort in said.get("capacity", []):
        sentence = _MORE if effort >= 0 else _FEWER
        yield str(sentence) % {
            "team": shown.team_of(team),
            "when": iso_name(calendar, month),
            "effort": team_months(abs(effort)),
        }
    for year, money in said.get("money", {}).items():
        yield _("Money in %(year)s: %(money)s thousand more") % {"year": year, "money": money}


_BY_LEVEL: tuple[tuple[str, Promise], ...] = (
    ("locks", gettext_lazy("“%(name)s” at exactly this level: %(level)s")),
    ("at_most", gettext_lazy("“%(name)s” at most at this level: %(level)s")),
)
_BY_MONTH: tuple[tuple[str, Promise], ...] = (
    ("starts", gettext_lazy("“%(name)s” starts at the beginning of %(when)s")),
    ("deadlines", gettext_lazy("“%(name)s” is live by the beginning of %(when)s")),
)
_MORE = gettext_lazy("%(team)s in %(when)s: %(effort)s team-months more")
_FEWER = gettext_lazy("%(team)s in %(when)s: %(effort)s team-months fewer")


def binding(shown: ShownPlan, key: str) -> str:
    """Return why an initiative stands where it does; nothing where that is not known."""
    said = shown.plan.figures.get("reasons", {}).get(key)
    if said is None or shown.calendar is None:
        return ""
    known = shown.initiatives.get(key)
    if said["kind"] == "lock" and known and known.status == Status.RUNNING:
        return _("It is under way.")
    sentence = _WITH_GAIN if said["kind"] == "team" and said["gain"] else _BINDING[said["kind"]]
    return str(sentence) % {
        "team": shown.team_of(said["team"]),
        "when": iso_name(shown.calendar, said["month"]) if said["month"] else "",
        "other": shown.name_of(said["by"]),
        "gain": team_months(said["gain"]),
    }


_WITH_GAIN = gettext_lazy(
    "%(team)s is full in %(when)s; one team-month more there would give %(gain)s team-months of headroom."
)
_BINDING: Mapping[str, Promise] = {
    "lock": gettext_lazy("It was fixed there."),
    "team": gettext_lazy("%(team)s is full in %(when)s."),
    "money": gettext_lazy("There is no money for more in %(when)s."),
    "before": gettext_lazy("It waits for “%(other)s”."),
    "after": gettext_lazy("“%(other)s” waits for it."),
    "deadline": gettext_lazy("Its deadline leaves no more time."),
    "earliest": gettext_lazy("It may not begin earlier."),
    "freeze": gettext_lazy("A freeze stands beside it."),
    "nothing": gettext_lazy("Nothing presses: here it leaves most headroom."),
}
