# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The portfolio's days as a calendar: titles and days only, nobody's name and nobody's reasons."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils import translation
from django.utils.translation import gettext as _

from leadroom.accounts.models import Actor, Council
from leadroom.kit.calendar import Entry, calendar_text
from leadroom.portfolio.models import Initiative, Plan
from leadroom.portfolio.queries import Agenda


def calendar_of_days(actor: Actor, council: Council, agenda: Agenda) -> bytes:
    """Return deadlines, starts, go-lives and decisions as iCalendar, in the person's language."""
    language = actor.user.language or council.language
    with translation.override(language):
        title = _("Portfolio, %(council)s") % {"council": council.name}
        return calendar_text(title, language, _entries(council.key, agenda))


def _entries(space: str, agenda: Agenda) -> Iterator[Entry]:
    """Yield the days; each is named by the council and the thing, so that it stays the same when it moves."""
    for each in agenda.initiatives:
        if each.deadline:
            yield Entry(
                f"{space}/deadline/{each.key}",
                _("Deadline: %(title)s") % {"title": each.title},
                each.deadline,
                each.changed_at,
                max(0, each.known - 1),  # type: ignore[attr-defined]
            )
    if agenda.plan:
        yield from _planned(space, agenda, agenda.plan)
    for decision in agenda.decisions:
        yield Entry(
            f"{space}/decision/{decision.key}",
            _("Decided: %(what)s") % {"what": decision.what},
            decision.decided_on,
            decision.created_at,
        )
    yield from agenda.others


def _planned(space: str, agenda: Agenda, plan: Plan) -> Iterator[Entry]:
    """Yield where work begins and where it ends, as often moved as plans have come into force since the first."""
    plans = agenda.plans
    since = max((each.created_at for each in plans), default=plan.created_at)
    moved = max(0, len(plans) - 1)
    for each in agenda.initiatives:
        choice = plan.choices.get(each.key, {})
        words = {"title": each.title}
        if "month" in choice:
            title = _("Work begins: %(title)s") % words
            yield _of_plan(f"{space}/start/{each.key}", title, choice["month"], each, since, moved)
        if "end" in choice:
            title = _("Goes live: %(title)s") % words
            yield _of_plan(f"{space}/live/{each.key}", title, choice["end"], each, since, moved)


def _of_plan(name: str, title: str, day: str, each: Initiative, since: datetime, moved: int) -> Entry:
    return Entry(name, title, date.fromisoformat(day), max(since, each.changed_at), moved)
