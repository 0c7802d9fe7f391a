# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a council and its teams can do, in a table of colours and in sentences; only what is published."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leadroom.accounts.models import Unit
from leadroom.core.anonymity import Band, Class, Group, RollUp, Scale, class_of, withstands
from leadroom.kit.doors import Demand
from leadroom.people import queries
from leadroom.people.models import Area, skills_map
from leadroom.people.models.overview import WITHOUT_UNIT
from leadroom.rounds.models import Round
from leadroom.ui.parts import Fact

KEYS = {Band.MAJORITY_HIGH: "high", Band.MAJORITY_LOW: "low", Band.NO_MAJORITY: "none"}
MARKS = {"high": "▲", "low": "▽", "none": "·"}
ENDS = (Band.MAJORITY_HIGH, Band.MAJORITY_LOW)
MOST_NAMED = 3
# Among fewer than these nothing hangs on one of them rather than on another.
FEWEST_BESIDE = 2


@dataclass(frozen=True, slots=True)
class Heat:
    """One field of the table: which colour and mark it has, a short figure, and the same in words."""

    key: str
    words: str
    figure: str = ""

    @property
    def mark(self) -> str:
        """Return what tells it from the others without colour."""
        return MARKS[self.key]


def band_words(band: Band) -> str:
    """Say what a band means."""
    return {
        Band.MAJORITY_HIGH: _("More than half are skilled or leading"),
        Band.MAJORITY_LOW: _("More than half are not yet working with it"),
        Band.NO_MAJORITY: _("Neither: no majority"),
    }[band]


def area_heat(standing: RollUp) -> Heat:
    """Show how a group stands in an area: in how many of its competencies more than half are skilled, or below."""
    key = KEYS[standing.leaning]
    figures = {"high": standing.high, "low": standing.low}
    said = {
        "high": _("more than half are skilled in %(count)s of %(of)s"),
        "low": _("more than half are below working in %(count)s of %(of)s"),
        "none": _("no more of the %(of)s competencies strong than to develop"),
    }[key]
    values = {"count": figures.get(key, 0), "of": standing.of}
    return Heat(key, said % values, f"{figures[key]}/{standing.of}" if key in figures else "")


def band_heat(band: Band | None) -> Heat | None:
    """Show what is published of one competency in one group; nothing where nothing is."""
    return Heat(KEYS[band], band_words(band)) if band else None


def group_name(group: Group, units: Mapping[str, Unit]) -> str:
    """Return the names of the units that a group is made of."""
    named = [units[key].name for key in group.cells if key in units]
    if WITHOUT_UNIT in group.cells:
        named.append(_("without a unit"))
    if len(named) < len(group.cells):
        named.append(_("former units"))
    return " + ".join(named)


def overview_rows(shown: queries.Overview) -> list[tuple[str, list[Heat]]]:
    """Return a line for each group: its units, and a field for each of the 12 areas."""
    return [
        (
            group_name(group, shown.units),
            [area_heat(shown.area(group, area)) for area in skills_map().areas],
        )
        for group in shown.groups
    ]


def overview_sentence(shown: queries.Overview) -> str:
    """Say in which areas most units are strong, and in which most are weak."""
    if not shown.groups and not shown.hidden:
        return _("Too few added their profiles; nothing is shown. Ask again in three months.")
    areas = {area: _leaning(shown, area) for area in skills_map().areas}
    strong = [str(area.name) for area, band in areas.items() if band is Band.MAJORITY_HIGH]
    weak = [str(area.name) for area, band in areas.items() if band is Band.MAJORITY_LOW]
    said = []
    if strong:
        said.append(_("Strong in most units: %(areas)s.") % {"areas": _named(strong)})
    if weak:
        said.append(_("To develop in most units: %(areas)s.") % {"areas": _named(weak)})
    return " ".join(said) or _("No area is strong, or weak, in most units.")


def _leaning(shown: queries.Overview, area: Area) -> Band | None:
    """Return the end to which more than half of the groups lean in an area."""
    bands = [shown.area(group, area).leaning for group in shown.groups]
    return next((band for band in ENDS if bands.count(band) * 2 > len(bands)), None)


def _named(areas: Sequence[str]) -> str:
    rest = len(areas) - MOST_NAMED
    if rest > 0:
        more = ngettext("%(count)s more", "%(count)s more", rest) % {"count": rest}
        areas = [*areas[:MOST_NAMED], more]
    return str(get_text_list(list(areas), _("and")))


def overview_promise(held: Round) -> str:
    """Say how small a group is shown, and against how many who put their answers together it holds."""
    against = withstands(held.fewest)
    return ngettext(
        "Every group has at least %(fewest)s who added their profiles. Nobody can work out what a colleague answered, "
        "not even somebody who took part.",
        "Every group has at least %(fewest)s who added their profiles. Nobody can work out what a colleague answered, "
        "not even %(against)s people who put their own answers together.",
        against,
    ) % {"fewest": held.fewest, "against": against}


@dataclass(frozen=True, slots=True)
class Supply:
    """One competency across the council: in how many groups it is strong or weak, and who asks for it."""

    name: str
    url: str
    area: str
    strong: str
    heat: Heat | None
    things: tuple[tuple[str, str], ...]


def supplies(shown: queries.Overview | None, demand: Iterable[Demand]) -> tuple[list[Supply], list[Supply]]:
    """Return what initiatives ask for, most asked for first, and then all competencies in map order."""
    things = {one.competency: one.things for one in demand}
    lines = {key: _supply(shown, key, things.get(key, ())) for key in skills_map().keys}
    return [lines[key] for key in things if key in lines], list(lines.values())


def _supply(shown: queries.Overview | None, key: str, things: tuple[tuple[str, str], ...]) -> Supply:
    name, area = str(skills_map().by_key[key].name), str(skills_map().area_of[key].name)
    standing = shown.competency(key) if shown and shown.groups else None
    heat, strong = None, ""
    if standing:
        values = {"high": standing.high, "low": standing.low, "of": standing.of}
        heat = Heat(KEYS[standing.leaning], _("strong in %(high)s, to develop in %(low)s of %(of)s") % values)
        strong = f"{standing.high} / {standing.low} / {standing.of}"
    return Supply(name, reverse("competency", args=[key]), area, strong, heat, things)


def overview_receipt(held: Round) -> list[Fact]:
    """Say before anything is given away who will see what, when, how, and for how long."""
    day = date_format(held.closes_on, "DATE_FORMAT")
    return [
        Fact(
            _("What is given away"),
            _(
                "For each competency one of three: below working, working, skilled or above. "
                "No notes, no date, no name."
            ),
        ),
        Fact(
            _("Who will see it"),
            _("The executive and the digital office see all units, your line manager sees yours."),
        ),
        Fact(_("When"), _("Once, after %(day)s. Nobody sees anything before.") % {"day": day}),
        Fact(
            _("How it is shown"),
            _("Only what more than half of a group of at least %(fewest)s have in common.")
            % {"fewest": held.fewest},
        ),
        Fact(
            _("For how long"),
            _(
                "Your answers are deleted when it closes. Once given away they cannot be found again, or taken back."
            ),
        ),
        Fact(_("What for"), _("For development, never for pay. Nobody is ranked.")),
    ]


def given_away(mine: queries.MyProfile) -> list[tuple[str, list[str]]]:
    """Return what of a profile would be given away: the competencies in each of the three classes."""
    names = {
        Class.LOW: _("Below working"),
        Class.MIDDLE: _("Working"),
        Class.HIGH: _("Skilled or above"),
    }
    found: dict[Class, list[str]] = {each: [] for each in names}
    for standing in mine.standings:
        if each := class_of(Scale.LEVELS, standing.level):
            found[each].append(str(skills_map().by_key[standing.competency].name))
    return [(name, found[each]) for each, name in names.items() if found[each]]


@dataclass(frozen=True, slots=True)
class TeamLine:
    """One competency in a team: what is published, the levels shared by name, and on whom it rests."""

    key: str
    name: str
    heats: tuple[Heat | None, ...]
    levels: tuple[int | None, ...]
    hangs_on: str


def team_lines(team: queries.Team) -> list[tuple[Area, list[TeamLine]]]:
    """Return the competencies area by area, with a column for each person who shares her profile."""
    names = {one.person.key: one.person.user.name for one in team.shared}
    return [
        (
            area,
            [
                TeamLine(
                    one.key,
                    str(one.name),
                    tuple(map(band_heat, team.bands(one.key))),
                    tuple(person.levels.get(one.key) for person in team.shared),
                    names[team.bench[one.key].able[0]] if team.bench[one.key].hangs_on_one else "",
                )
                for one in area.competencies
            ],
        )
        for area in skills_map().areas
    ]


def team_sentence(team: queries.Team) -> str:
    """Say how many share their profiles, and on how much of it hangs one person."""
    shared = ngettext(
        "%(count)s of your %(people)s people shares a profile with you.",
        "%(count)s of your %(people)s people share their profiles with you.",
        len(team.shared),
    ) % {"count": len(team.shared), "people": len(team.people)}
    hanging = sum(each.hangs_on_one for each in team.bench.values())
    if len(team.shared) < FEWEST_BESIDE or not hanging:
        return shared
    hangs = ngettext(
        "%(count)s competency hangs on one of them.", "%(count)s competencies hang on one of them.", hanging
    )
    return f"{shared} {hangs % {'count': hanging}}"


def to_develop(team: queries.Team, demand: Iterable[Demand]) -> list[tuple[str, str, str]]:
    """Return where to develop: keys and names, with the reason; what initiatives ask for first."""
    wanted = {one.competency: len(one.things) for one in demand}
    low = [key for key in skills_map().keys if Band.MAJORITY_LOW in team.bands(key)]
    first = sorted(low, key=lambda key: -wanted.get(key, 0))
    return [(key, str(skills_map().by_key[key].name), _reason(wanted.get(key, 0))) for key in first]


def _reason(asking: int) -> str:
    weak = _("More than half are not yet working with it.")
    if not asking:
        return weak
    asked = ngettext("%(count)s initiative asks for it.", "%(count)s initiatives ask for it.", asking) % {
        "count": asking
    }
    return f"{weak} {asked}"
