# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a council and its teams can do: published bands, levels shared by name, and what initiatives ask for."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils import timezone

from leadroom.accounts.models import Actor, Membership, Role, Unit
from leadroom.accounts.permissions import line_manager_of, visible_team, visible_units
from leadroom.core.anonymity import Band, Cell, Group, RollUp, across, merge, roll_up, withstands
from leadroom.core.anonymity import Partition as Division
from leadroom.core.skills.bench import Bench, bench
from leadroom.kit import doors
from leadroom.people import permissions
from leadroom.people.models import LEVELS, Area, ProfileShare, skills_map
from leadroom.people.models.overview import APART, KIND, WITHOUT_UNIT
from leadroom.rounds import bridge
from leadroom.rounds import permissions as asking
from leadroom.rounds import queries as rounds
from leadroom.rounds.models import Invitee, Round


@dataclass(frozen=True)
class Overview:
    """
    A closed overview as one person sees it, and what the units are called today.

    Who shows her profile by name puts her answers beside what is published, and everybody knows her own. Where
    that is more than the promise withstands, the one who sees them does not see their group (`hidden`).
    """

    round: Round
    groups: tuple[Group, ...]
    hidden: tuple[Group, ...]
    units: Mapping[str, Unit]

    def area(self, group: Group, area: Area) -> RollUp:
        """Return how a group stands in an area."""
        return across(group, {one.key for one in area.competencies})

    def competency(self, key: str) -> RollUp:
        """Return how the groups stand in a competency."""
        return roll_up(self.groups, key)


def to_ask() -> list[Membership]:
    """Return everybody who works here, with unit and language, in the order of the units."""
    members = Membership.objects.select_related("user", "unit__part_of__part_of__part_of")
    return list(members.filter(is_active=True, grants__role=Role.EMPLOYEE).order_by("unit__name", "id"))


def cell_of(member: Membership) -> str:
    """Return the part of the division that a person is asked in."""
    return member.unit.key if member.unit else WITHOUT_UNIT


def cells_of(members: Iterable[Membership]) -> list[Cell]:
    """Return the division of these people: a cell for each unit, below the units that it is part of."""
    invited, units = Counter[str](), dict[str, Unit | None]()
    for member in members:
        invited[cell_of(member)] += 1
        units[cell_of(member)] = member.unit
    return [Cell(key, number, _above(units[key])) for key, number in invited.items()]


def _above(unit: Unit | None) -> tuple[str, ...]:
    above: list[str] = []
    upper = unit.part_of if unit else None
    while upper is not None and upper.key not in above:
        above.insert(0, upper.key)
        upper = upper.part_of
    return tuple(above)


def division(fewest: int) -> list[tuple[list[str], int]]:
    """Return the groups that would be shown if everybody answered: their units' names, and how many are asked."""
    members = to_ask()
    cells = cells_of(members)
    names = {cell_of(member): member.unit.name if member.unit else "" for member in members}
    invited = {cell.key: cell.invited for cell in cells}
    groups = merge(Division(tuple(cells), fewest), invited) if cells else ()
    return [([names[key] for key in keys], sum(invited[key] for key in keys)) for keys in groups]


def overviews() -> list[Round]:
    """Return the council's overviews, the latest first."""
    return list(rounds.rounds_of(KIND))


def opens_again_on(latest: Round) -> date:
    """Return the first day on which another overview can be opened."""
    closed = timezone.localtime(latest.closed_at).date() if latest.closed_at else latest.closes_on
    return closed + APART


def overview_of(actor: Actor, the_round: Round) -> Overview:
    """Return what a closed overview shows."""
    units = {unit.key: unit for unit in visible_units(actor)}
    shares = permissions.visible_profile_shares(actor).filter(shared_with=actor.person)
    known = Counter(key or WITHOUT_UNIT for key in shares.values_list("person__unit__key", flat=True))
    own = next((key for key, unit in units.items() if unit.pk == actor.person.unit_id), WITHOUT_UNIT)
    known[own] += 1
    groups = bridge.groups_of(the_round)
    hidden = [
        group for group in groups if sum(known[key] for key in group.cells) > withstands(the_round.fewest)
    ]
    shown = [group for group in groups if group not in hidden]
    return Overview(the_round, tuple(shown), tuple(hidden), units)


def my_part(actor: Actor) -> Invitee | None:
    """Return where this person is asked to add her profile, the latest; None where she is not."""
    asked = asking.visible_invitations(actor).filter(round__kind=KIND, round__closed_at=None)
    return next((one for one in asked.order_by("-id") if one.round.is_open), None)


def demand(actor: Actor) -> list[doors.Demand]:
    """Return what initiatives ask for, what most ask for first."""
    return sorted(doors.ask("demand", actor), key=lambda one: -len(one.things))


def profile_shared_with(actor: Actor) -> Membership | None:
    """Return the line manager who sees this person's levels; None where nobody does, or she is that no more."""
    shares = ProfileShare.objects.select_related(
        "shared_with__user", "person__unit__manager", "person__unit__part_of__manager"
    ).filter(person=actor.person)
    return next((one.shared_with for one in shares if _leads(one)), None)


def _leads(share: ProfileShare) -> bool:
    manager = line_manager_of(share.person)
    return manager is not None and manager.pk == share.shared_with_id


@dataclass(frozen=True)
class SharedProfile:
    """One of a line manager's people, with the levels that she lets her see."""

    person: Membership
    levels: Mapping[str, int | None]


@dataclass(frozen=True)
class Team:
    """A line manager's people: what is published of them, and what some of them share by name."""

    people: Sequence[Membership]
    shared: Sequence[SharedProfile]
    overview: Overview | None
    groups: Sequence[Group]
    is_hidden: bool

    @cached_property
    def bench(self) -> Mapping[str, Bench]:
        """Return, for each competency, on how many of those who share it rests."""
        return bench({one.person.key: one.levels for one in self.shared}, skills_map().keys)

    def bands(self, competency: str) -> tuple[Band | None, ...]:
        """Return what is published of a competency, in each of the groups that the team is in."""
        figures = (group.figure(competency) for group in self.groups)
        return tuple(figure.band if figure else None for figure in figures)


def my_team(actor: Actor) -> Team:
    """Return what a line manager may know of what her people can do."""
    people = list(visible_team(actor).order_by("user__name", "id"))
    latest = rounds.rounds_of(KIND).filter(closed_at__isnull=False).first()
    shown = overview_of(actor, latest) if latest else None
    led = [unit.key for unit in (shown.units.values() if shown else ()) if unit.manager_id == actor.person.pk]
    groups = _of(led, shown.groups) if shown else []
    is_hidden = bool(shown and _of(led, shown.hidden))
    return Team(people, _shared(actor, people), shown, groups, is_hidden)


def _of(units: Iterable[str], groups: Iterable[Group]) -> list[Group]:
    return [group for group in groups if not set(units).isdisjoint(group.cells)]


def _shared(actor: Actor, people: Iterable[Membership]) -> list[SharedProfile]:
    levels: dict[int, dict[str, int | None]] = {}
    rows = permissions.visible_shared_ratings(actor).order_by("id")
    for person, competency, answer in rows.values_list("person_id", "competency", "answer"):
        levels.setdefault(person, {})[competency] = LEVELS.get(answer)
    return [SharedProfile(person, levels[person.pk]) for person in people if person.pk in levels]
