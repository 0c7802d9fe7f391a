# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The table of an initiative's levels: its lines, and what is worth a second look."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from leadroom.portfolio.models import LevelKind, Team, TeamKind
from leadroom.portfolio.pictures.words import level_name, team_months
from leadroom.portfolio.queries import LevelFacts, no_dearer, without_receivers

CELL = (
    '<td><input class="ds-input sheet-cell levels-cell" type="text" id="id_{}" name="{}" value="{}" aria-label="{}"'
    ' autocomplete="off"{}></td>'
)
WRONG = format_html(' aria-invalid="{}"', "true")
LINE = '<tr{}><th scope="row">{}{}</th>{}</tr>'
GROUP = '<tr><th scope="rowgroup" colspan="{}">{}</th></tr>'


def level_lines(form: Any, teams: Sequence[Team], labels: Mapping[str, str]) -> SafeString:
    """Return the lines of the table: months, effort by team, money and value, after go-live, range, notes."""
    return format_html_join("\n", "{}", ((line,) for line in _lines(form, teams, labels)))


def _lines(form: Any, teams: Sequence[Team], labels: Mapping[str, str]) -> Iterator[SafeString]:
    yield _line(form, "months", labels["months"])
    yield _group(_("Effort until go-live, in team-months"))
    for team in teams:
        is_receiver = team.kind == TeamKind.SERVICE_UNIT
        yield _line(
            form, f"effort-{team.key}", team.name, _("training and new routines") if is_receiver else ""
        )
    yield _group(_("Money and value"))
    for name in ("money", "running_money", "value"):
        yield _line(form, name, labels[name])
    yield _group(_("Effort after go-live, in team-months a month; less than 0 where work is saved"))
    for team in teams:
        yield _line(form, f"running-{team.key}", team.name)
    yield _group(_("How sure is the effort?"))
    for name in ("low", "high"):
        yield _line(form, name, labels[name])
    yield _line(form, "notes", _("Notes"))


def _group(text: str) -> SafeString:
    return format_html(GROUP, len(LevelKind) + 1, text)


def _line(form: Any, name: str, label: str, more: str = "") -> SafeString:
    cells = format_html_join("", CELL, (_cell(form, f"{name}-{kind}") for kind in LevelKind))
    look = format_html(' class="levels-{}"', name) if name == "notes" else ""
    soft = format_html(' <span class="soft">{}</span>', more) if more else ""
    return format_html(LINE, look, label, soft, cells)


def _cell(form: Any, name: str) -> tuple[Any, ...]:
    bound = form[name]
    value = bound.value()
    wrong = WRONG if name in form.errors else ""
    return (name, name, "" if value is None else value, bound.label, wrong)


def level_notes(levels: Mapping[str, LevelFacts], teams: Sequence[Team]) -> list[str]:
    """Return what is worth a second look, and no error."""
    said = [
        _("“%(level)s” takes no more than “%(lower)s” in anything. Is that so?")
        % {"level": level_name(level), "lower": level_name(lower)}
        for level, lower in no_dearer(levels)
    ]
    bare = [level_name(kind) for kind in without_receivers(levels, teams)]
    if bare:
        said.append(
            _("Nobody who receives it has time for training and new routines at: %(levels)s.")
            % {"levels": ", ".join(bare)}
        )
    return said


def levels_sentence(levels: Mapping[str, LevelFacts]) -> str:
    """Say how far the levels lie apart."""
    if not levels:
        return _("Say what each level takes and gives. Effort is a whole, or one number for each month.")
    totals = [levels[kind].total for kind in LevelKind if kind in levels]
    if len(totals) == 1:
        return _("One level, of %(least)s team-months.") % {"least": team_months(totals[0])}
    return _("%(count)s levels, from %(least)s to %(most)s team-months.") % {
        "count": len(totals),
        "least": team_months(min(totals)),
        "most": team_months(max(totals)),
    }


def stood_in_for(kinds: Sequence[TeamKind]) -> str:
    """Say who does the work of kinds of team that the council has not; nothing if it has all."""
    if not kinds:
        return ""
    return _(
        "You have no team of these kinds, so their effort is laid on your digital office: %(kinds)s."
    ) % {"kinds": ", ".join(str(kind.label).lower() for kind in kinds)}
