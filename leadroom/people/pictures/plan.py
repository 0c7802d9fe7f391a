# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A plan in pictures and sentences: its lanes by month, what came of it, what waits, and an action's history."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from leadroom.core.capacity.calendar import month_after, months_between
from leadroom.core.skills.follow import Move
from leadroom.kit.doors import Waiting
from leadroom.kit.translated import LANGUAGES
from leadroom.people import queries
from leadroom.people.models import LABELS, Kind, Names, PlanAction, PlanEvent, State, names_in
from leadroom.ui.charts import Axis, Lane, Tick, lanes
from leadroom.ui.parts import Fact, Legend

DAYS = 31
# The picture shows this many months at least and at most, and this many behind today.
LEAST_MONTHS, MOST_MONTHS, MOST_BEHIND = 6, 18, 4
# Of more months than this not each has room for its name.
MOST_NAMED, QUARTER = 12, 3
TONES: dict[str, str] = {
    State.DRAFT: "neutral",
    State.AGREED: "info",
    State.DOING: "info",
    State.DONE: "success",
    State.DROPPED: "neutral",
}


def names() -> Names:
    """Return the map's names in the reader's language."""
    return names_in(get_language() or LANGUAGES[0])


def day(value: date) -> str:
    """Return a day as the reader writes it."""
    return str(date_format(value, "DATE_FORMAT"))


def state_name(action: PlanAction) -> str:
    """Return how far an action is, in words; a draft that was shared waits for an answer."""
    if action.waits_for_agreement:
        return _("To be agreed")
    if action.is_open and action.suggested_at:
        return _("Other words suggested")
    return str(State(action.state).label)


def plan_sentence(mine: queries.MyPlan) -> str:
    """Say in a sentence how much is open, and when to look next."""
    if not mine.open:
        return _("Nothing is open. One small thing, practised for a few weeks, is enough to begin with.")
    said = ngettext("%(n)s action is open.", "%(n)s actions are open.", len(mine.open)) % {
        "n": len(mine.open)
    }
    under_way = sorted(each.review_on for each in mine.open if each.is_under_way)
    if mine.to_review:
        number = len(mine.to_review)
        look = ngettext("%(n)s waits for a look.", "%(n)s wait for a look.", number) % {"n": number}
    elif under_way:
        look = _("The next look is on %(day)s.") % {"day": day(under_way[0])}
    else:
        look = _("None has begun yet.")
    return f"{said} {look}"


@dataclass(frozen=True)
class PlanPicture:
    """The lanes with their legend and the same as a table."""

    chart: SafeString
    caption: str
    legend: tuple[Legend, ...]
    header: tuple[str, ...]
    rows: list[tuple[str, ...]]


def plan_picture(mine: queries.MyPlan) -> PlanPicture:
    """Return what is open as lanes by month."""
    axis, first = _axis(mine)
    shown = [_lane(mine, action, first) for action in mine.open]
    return PlanPicture(
        chart=lanes(
            shown,
            axis,
            title=_("What I practise, by month"),
            description=" ".join(f"{lane.title}." for lane in shown),
        ),
        caption=_("What I practise, by month"),
        legend=(
            Legend("lane-draft", str(State.DRAFT.label)),
            Legend("lane-agreed", str(State.AGREED.label)),
            Legend("lane-doing", str(State.DOING.label)),
            Legend("looked", _("Looked at it")),
            Legend("next-look", _("Next look")),
            Legend("today", _("Today")),
        ),
        header=plan_header(),
        rows=plan_rows(mine.open),
    )


def plan_header() -> tuple[str, ...]:
    """Return the heads of the table of a plan."""
    return (_("What I will be able to do"), _("How far"), _("By when"), _("Next look"))


def plan_rows(actions: Iterable[PlanAction]) -> list[tuple[str, ...]]:
    """Return the table of a plan."""
    return [(each.will_be_able, state_name(each), day(each.by_on), day(each.review_on)) for each in actions]


def _axis(mine: queries.MyPlan) -> tuple[Axis, date]:
    """Return the months that the picture shows, with the first of them."""
    begun = [_began(each) for each in mine.open]
    behind = min(MOST_BEHIND, max(0, months_between(min([*begun, mine.today]), mine.today)))
    first = month_after(mine.today, -behind)
    last = max([mine.today, *(each.by_on for each in mine.open)])
    months = min(MOST_MONTHS, max(LEAST_MONTHS, months_between(first, last) + 1))
    ticks = tuple(_tick(month_after(first, at), at, months) for at in range(months))
    return Axis(months, ticks, _at(first, mine.today)), first


def _tick(month: date, at: int, months: int) -> Tick:
    is_named = months <= MOST_NAMED or month.month % QUARTER == 1
    text = str(date_format(month, "M")) if is_named else ""
    return Tick(at, text, str(month.year) if at == 0 or month.month == 1 else "")


def _at(first: date, value: date) -> float:
    return months_between(first, value) + (value.day - 1) / DAYS


def _began(action: PlanAction) -> date:
    return timezone.localtime(action.started_at or action.made_at).date()


def _lane(mine: queries.MyPlan, action: PlanAction, first: date) -> Lane:
    start, end = _at(first, _began(action)), _at(first, action.by_on)
    return Lane(
        label=action.will_be_able,
        look=action.state.lower(),
        state=state_name(action),
        start=start,
        # A day that is over already still has a lane to stand in.
        end=max(end, start + 1 / DAYS),
        looks=tuple(_at(first, looked) for looked in mine.reviews.get(action.pk, ())),
        next_look=_at(first, action.review_on),
        href=reverse("plan_action", args=[action.key]),
        title=_("%(what)s: %(state)s; by %(day)s, next look %(look)s")
        % {
            "what": action.will_be_able,
            "state": state_name(action),
            "day": day(action.by_on),
            "look": day(action.review_on),
        },
    )


def due_sentence(mine: queries.MyPlan) -> str:
    """Say how many actions have fallen due, and how many of these are done."""
    followed = mine.followed
    if not followed.due:
        return _("None has fallen due yet.")
    return ngettext(
        "%(due)s action has fallen due so far; %(done)s is done.",
        "%(due)s actions have fallen due so far; %(done)s are done.",
        followed.due,
    ) % {"due": followed.due, "done": followed.due_done}


def moves(mine: queries.MyPlan) -> list[str]:
    """Say for each competency of a done action how the person's level has moved since she began."""
    return [_move(move, names()) for move in mine.followed.moves]


def _move(move: Move, named: Names) -> str:
    said = {
        "name": named.competencies.get(move.competency, move.competency),
        "before": named.levels[move.before] if move.before is not None else "",
        "now": named.levels[move.after] if move.after is not None else "",
    }
    if move.after is None:
        return _("%(name)s: not rated since you began") % said
    if move.before is None:
        return _("%(name)s: now “%(now)s”; not rated before you began") % said
    if move.before == move.after:
        return _("%(name)s: still “%(now)s”") % said
    return _("%(name)s: from “%(before)s” to “%(now)s”") % said


def action_facts(action: PlanAction) -> list[Fact]:
    """Return what stands in an action beside its main sentence, each with its name."""
    shown = [name for name in LABELS if name not in ("will_be_able", "when", "then")]
    written = queries.as_written(action)
    return [Fact(str(LABELS[name]), _said(name, written[name])) for name in shown if written[name]]


def _said(name: str, value: str) -> str:
    """Return a value as it is written in an action, in the reader's words."""
    if name == "kind" and value in Kind.values:
        return str(Kind(value).label)
    if name == "competency":
        return names().competencies.get(value, value)
    return day(date.fromisoformat(value)) if name in ("by_on", "review_on") else value


@dataclass(frozen=True)
class Line:
    """One line of an action's history, in words."""

    what: str
    by: str
    at: str
    text: str
    before: tuple[Fact, ...]


def history_lines(events: Sequence[PlanEvent]) -> list[Line]:
    """Return an action's history in words."""
    return [
        Line(
            str(PlanEvent.What(event.what).label),
            str(event.by) if event.by else "",
            day(timezone.localtime(event.at).date()),
            event.text,
            tuple(_before(event)),
        )
        for event in events
    ]


def _before(event: PlanEvent) -> Iterator[Fact]:
    for name, value in event.changes.items():
        if name in LABELS:
            yield Fact(str(LABELS[name]), _said(name, value) if value else _("Nothing"))


def plan_waiting(waits: queries.Waits) -> list[Waiting]:
    """Return what of plans waits for a person: at most three lines, however much there is."""
    return [*_to_agree(waits.to_agree), *_to_answer(waits.to_answer), *_to_review(waits.to_review)]


def _to_agree(actions: Sequence[PlanAction]) -> Iterator[Waiting]:
    if len(actions) == 1:
        text = _("%(name)s asks you to agree on an action") % {"name": actions[0].person}
        url = reverse("plan_action", args=[actions[0].key])
        yield Waiting(text, url, _("Read it"), _("Agree, or suggest other words."))
    elif actions:
        text = _("Your people ask you to agree on %(n)s actions") % {"n": len(actions)}
        yield Waiting(text, reverse("team_plans"), _("Read them"), _("Agree, or suggest other words."))


def _to_answer(actions: Sequence[PlanAction]) -> Iterator[Waiting]:
    if actions:
        text = ngettext(
            "Your line manager suggests other words for an action",
            "Your line manager suggests other words for %(n)s actions",
            len(actions),
        ) % {"n": len(actions)}
        yield Waiting(text, _where(actions), _("Read it"), _("Your words stay until you change them."))


def _to_review(actions: Sequence[PlanAction]) -> Iterator[Waiting]:
    if actions:
        text = ngettext(
            "An action in your plan waits for a look",
            "%(n)s actions in your plan wait for a look",
            len(actions),
        ) % {"n": len(actions)}
        yield Waiting(
            text, _where(actions), _("Look at it"), _("How does it go, and when do you look again?")
        )


def _where(actions: Sequence[PlanAction]) -> str:
    return reverse("plan_action", args=[actions[0].key]) if len(actions) == 1 else reverse("my_plan")
