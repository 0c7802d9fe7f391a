# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ladders of ambition, and the answer to a choice of levels, in pictures and sentences."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from leadroom.core.capacity.calendar import Calendar
from leadroom.portfolio.pictures.words import UNIT, day, iso_name, last_month, level_name, signed, team_months
from leadroom.portfolio.queries import Answer, Ladder, RoomOf, Rung, Shift
from leadroom.ui.charts import Page, Painter, Pair, pairs
from leadroom.ui.parts import Legend

PAGE = Page()


@dataclass(frozen=True, slots=True)
class ShownStep:
    """One level as a step of its ladder, in words."""

    kind: str
    name: str
    effort: str
    worth: str
    gives: str
    is_chosen: bool
    is_in_force: bool


@dataclass(frozen=True, slots=True)
class ShownLadder:
    """One mandated solution as a ladder."""

    key: str
    title: str
    facts: str
    steps: tuple[ShownStep, ...]


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """What a choice of levels gives: a headline, a sentence, a picture by team, and who stands otherwise."""

    headline: str
    sentence: str
    chart: SafeString
    legend: tuple[Legend, ...]
    header: tuple[str, ...]
    rows: list[tuple[str, ...]]
    shifts: list[str]


def ladders(found: Iterable[Ladder]) -> list[ShownLadder]:
    """Return the ladders in words, those whose choice could give most first."""
    return [_ladder(each) for each in sorted(found, key=lambda one: (-_most(one), one.initiative.title))]


def _most(ladder: Ladder) -> int:
    return max((rung.gives or 0 for rung in ladder.rungs), default=0)


def _ladder(ladder: Ladder) -> ShownLadder:
    one = ladder.initiative
    facts = [one.source, _("by %(day)s") % {"day": day(one.deadline)} if one.deadline else ""]
    return ShownLadder(
        one.key,
        one.title,
        " · ".join(each for each in facts if each),
        tuple(_step(rung, ladder) for rung in ladder.rungs),
    )


def _step(rung: Rung, ladder: Ladder) -> ShownStep:
    level = rung.level
    worth = [_("value %(value)s") % {"value": level.value}]
    if level.money:
        worth.append(_("%(money)s thousand") % {"money": level.money})
    is_in_force = level.kind == ladder.in_force
    return ShownStep(
        level.kind,
        level_name(level.kind),
        _("%(effort)s team-months") % {"effort": team_months(rung.takes)},
        " · ".join(worth),
        "" if rung.gives is None or is_in_force else _gives(rung.gives),
        level.kind == ladder.chosen,
        is_in_force,
    )


def _gives(effort: int) -> str:
    if effort > 0:
        return _("gives %(effort)s back") % {"effort": team_months(effort)}
    if effort < 0:
        return _("takes %(effort)s more") % {"effort": team_months(-effort)}
    return _("takes as much")


def answer(found: Answer, paint: Painter = PAGE) -> ShownAnswer | None:
    """Return the answer in words and as a picture; None where no plan was found."""
    after = found.after
    if after is None:
        return None
    names = {team.key: team.name for team in found.teams}
    rows = room_rows(names, found.before.room_of, after.room_of)
    return ShownAnswer(
        _headline(found.before, after, names, is_chosen=bool(found.changed)),
        _room_sentence(found.before, after, found.calendar),
        _answer_chart(found.before, after, names, paint),
        pairs_legend(),
        room_header(),
        [*rows, *all_rows(found.before, after)],
        [shift_sentence(one, found.names, found.calendar) for one in found.shifts],
    )


def _answer_chart(before: RoomOf, after: RoomOf, names: Mapping[str, str], paint: Painter) -> SafeString:
    """Draw the teams that gain or lose room; all of them where none does."""
    touched = [key for key, room in after.room_of.items() if room != before.room_of.get(key)]
    keys = touched or list(after.room_of)
    return room_pairs(
        names,
        {key: before.room_of[key] for key in keys if key in before.room_of},
        {key: after.room_of[key] for key in keys},
        key="answer",
        paint=paint,
    )


def _headline(before: RoomOf, after: RoomOf, names: Mapping[str, str], *, is_chosen: bool) -> str:
    more = {key: after.room_of[key] - before.room_of.get(key, 0) for key in after.room_of}
    total = after.room - before.room
    if not any(more.values()):
        if is_chosen:
            return _("No team gains or loses room")
        return _("%(room)s team-months free") % {"room": team_months(after.room)}
    most = max(more, key=lambda key: (more[key] * (1 if total >= 0 else -1), key))
    if more[most] == total:
        return _("%(effort)s team-months for %(team)s") % {
            "effort": signed(total),
            "team": names.get(most, most),
        }
    return _("%(effort)s team-months, of them %(part)s for %(team)s") % {
        "effort": signed(total),
        "part": signed(more[most]),
        "team": names.get(most, most),
    }


def _room_sentence(before: RoomOf, after: RoomOf, calendar: Calendar) -> str:
    said = {
        "before": team_months(before.room),
        "after": team_months(after.room),
        "until": last_month(calendar),
        "was": team_months(before.usable),
        "usable": team_months(after.usable),
        "value": signed_number(after.value - before.value),
    }
    if before == after:
        return (
            _(
                "That is the headroom of the plan in force until %(until)s; must-win challenges can use %(usable)s of it."
            )
            % said
        )
    return (
        _(
            "Headroom until %(until)s goes from %(before)s to %(after)s team-months; must-win challenges can use "
            "%(usable)s of it (%(was)s before). The value of the solutions changes by %(value)s."
        )
        % said
    )


def signed_number(amount: int) -> str:
    """Return a difference of whole numbers with its sign."""
    return f"{'+' if amount > 0 else '−' if amount < 0 else '±'}{abs(amount)}"


def pairs_legend() -> tuple[Legend, ...]:
    """Return the key of a picture of before and after."""
    return (Legend("before", _("Before")), Legend("mandated", _("After")))


def room_header() -> tuple[str, ...]:
    """Return the header of a table of before and after."""
    return (_("Team"), _("Before"), _("After"), _("Difference"))


def room_rows(
    names: Mapping[str, str], before: Mapping[str, int], after: Mapping[str, int]
) -> list[tuple[str, ...]]:
    """Return each team's headroom before, after, and the difference."""
    return [
        (
            names.get(key, key),
            team_months(before[key]) if key in before else "–",
            team_months(after[key]) if key in after else "–",
            signed(after[key] - before[key]) if key in before and key in after else "–",
        )
        for key in [*after, *(key for key in before if key not in after)]
    ]


def all_rows(before: RoomOf, after: RoomOf) -> list[tuple[str, ...]]:
    """Return the lines under the teams: all of them, and what challenges can use."""
    return [
        (
            name,
            team_months(was),
            team_months(now),
            signed(now - was),
        )
        for name, was, now in (
            (_("All teams"), before.room, after.room),
            (_("Usable by challenges"), before.usable, after.usable),
        )
    ]


def room_pairs(
    names: Mapping[str, str],
    before: Mapping[str, int],
    after: Mapping[str, int],
    *,
    key: str,
    width: str = "100%",
    paint: Painter = PAGE,
) -> SafeString:
    """Draw each team's headroom before and after."""
    rows = room_rows(names, before, after)
    said = [f"{name}: {from_to(was, now)} ({more})" for name, was, now, more in rows]
    keys = [*after, *(each for each in before if each not in after)]
    return pairs(
        [
            Pair(
                name,
                before[each] / UNIT if each in before else None,
                after.get(each, 0) / UNIT,
                f"{from_to(was, now)} ({more})",
            )
            for each, (name, was, now, more) in zip(keys, rows, strict=True)
        ],
        title=_("Headroom by team before and after, in team-months"),
        description=". ".join(said),
        key=key,
        width=width,
        paint=paint,
    )


def from_to(was: str, now: str) -> str:
    """Say what was and what is; in words, for the paper's face has no arrow."""
    return _("%(first)s to %(last)s") % {"first": was, "last": now}


def shift_sentence(one: Shift, names: Mapping[str, str], calendar: Calendar) -> str:
    """Say in a sentence how one solution stands otherwise."""
    return str(_SHIFTS[one.kind]) % {
        "name": names.get(one.key, one.key),
        "before": level_name(one.before["level"]) if one.before else "",
        "after": level_name(one.after["level"]) if one.after else "",
        "from": _when(one.before, calendar),
        "to": _when(one.after, calendar),
    }


def _when(choice: Mapping[str, str] | None, calendar: Calendar) -> str:
    return iso_name(calendar, choice["month"]) if choice else ""


_SHIFTS: Mapping[str, Promise] = {
    "moved": gettext_lazy("%(name)s moves from %(from)s to %(to)s."),
    "raised": gettext_lazy("%(name)s is raised from “%(before)s” to “%(after)s” and starts in %(to)s."),
    "lowered": gettext_lazy("%(name)s is lowered from “%(before)s” to “%(after)s” and starts in %(to)s."),
    "added": gettext_lazy("%(name)s comes into the plan: “%(after)s”, from %(to)s."),
    "dropped": gettext_lazy("%(name)s is no longer in the plan; it was “%(before)s”, from %(from)s."),
}


def decision_name(changed: Sequence[str], found: Answer) -> str:
    """Return a name to begin with for a decision on levels."""
    if len(changed) == 1:
        return _("%(name)s: %(level)s") % {
            "name": found.names.get(changed[0], changed[0])[:100],
            "level": level_name(found.chosen[changed[0]]),
        }
    return ngettext(
        "Ambition of %(count)s mandated solution", "Ambition of %(count)s mandated solutions", len(changed)
    ) % {"count": len(changed)}
