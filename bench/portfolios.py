# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Invented council portfolios of any size, the same for the same seed: what planning is measured and tested on.

Every portfolio has a plan: capacity is laid around one that was drawn by chance, with some slack. No
council's real portfolio was at hand, so how tight these are says nothing of any council.
"""

import random
from dataclasses import replace

from leadroom.core.planning import Choice, Freeze, Level, Precedence, Problem, Solution, Team, figures

# How many of the turns of a year nothing goes live in, and how many solutions another one waits for.
FROZEN, WAITED_FOR = 0.3, 0.2


def portfolio(
    solutions: int,
    periods: int,
    *,
    teams: int = 8,
    seed: int = 0,
    slack: float = 0.1,
    months: int = 3,
    needed: tuple[float, float] = (0.3, 0.6),
) -> Problem:
    """
    Return a portfolio in which a plan is hidden; `months` is how long a period lasts.

    `needed` is between which shares of a team's capacity lies what the challenges can use:
    the more, the harder.
    """
    chance = random.Random(f"{seed}-{solutions}-{periods}-{teams}")  # noqa: S311 - invented portfolios are no secret
    names = [f"team-{number}" for number in range(teams)]
    made = [_solution(chance, number, names, periods, months) for number in range(solutions)]
    hidden = {one.key: _place(chance, one, periods) for one in made}
    arcs = _arcs(chance, made, hidden)
    frozen = frozenset(
        period for period in range(periods) if period * months % 12 in (0, 1) and chance.random() < FROZEN
    )
    frozen -= {hidden[one.key].start + one.levels[hidden[one.key].level].duration for one in made}
    made = [_with_deadline(chance, one, hidden[one.key], periods) for one in made]
    years = tuple(period * months // 12 for period in range(periods))
    free = Problem(
        periods,
        tuple(Team.even(name, 0, periods) for name in names),
        tuple(made),
        years,
        (None,) * (years[-1] + 1),
    )
    used = figures(free, hidden)
    rows = [_team(chance, name, row, slack, needed) for name, row in zip(names, used.usage, strict=True)]
    budget = tuple(int(spent * (1 + slack)) + 10 for spent in used.spent)
    return Problem(periods, tuple(rows), tuple(made), years, budget, tuple(arcs), (Freeze(frozen),))


def plain(
    solutions: int, periods: int, *, teams: int = 8, seed: int = 0, slack: float = 0.1, months: int = 3
) -> Problem:
    """
    Return a portfolio that says no more than schedules can: even effort and capacity, order, deadlines, no money.

    Headroom is what a team of its own has free, and it gets one unit in each period for each solution that is done:
    the most of it is the least sum of ends.
    """
    chance = random.Random(f"plain-{seed}-{solutions}-{periods}-{teams}")  # noqa: S311 - as above
    names = [f"team-{number}" for number in range(teams)]
    made = [_even(_solution(chance, number, names, periods, months)) for number in range(solutions)]
    hidden = {one.key: _place(chance, one, periods) for one in made}
    arcs = [Precedence(arc.before, arc.after) for arc in _arcs(chance, made, hidden)]
    made = [_with_deadline(chance, one, hidden[one.key], periods) for one in made]
    every = tuple(Team.even(name, 0, periods) for name in names)
    done = replace(Team.even("done", 0, periods), most_released=solutions)
    free = Problem(periods, (*every, done), tuple(made), (0,) * periods, (None,), tuple(arcs))
    used = figures(free, hidden).usage
    rows = [
        replace(team, capacity=(int(max(row) * (1 + slack)),) * periods, weight=(0,) * periods)
        for team, row in zip(every, used, strict=False)
    ]
    return replace(free, teams=(*rows, done))


def _even(one: Solution) -> Solution:
    """Return a solution whose levels take the same of a team in each period, nothing later, and no money."""
    levels = tuple(
        Level(
            level.key,
            level.duration,
            {team: (sum(row) // len(row),) * len(row) for team, row in level.effort.items()},
            {"done": -1},
            value=level.value,
        )
        for level in one.levels
    )
    return replace(one, levels=levels)


def _solution(chance: random.Random, number: int, names: list[str], periods: int, months: int) -> Solution:
    touched = chance.sample(names, min(len(names), chance.choice([1, 2, 2, 3])))
    longest = max(1, min(periods // 3, chance.randint(3, 12) // months))
    levels = tuple(_level(chance, place, touched, longest, months) for place in range(3))
    return Solution(f"solution-{number:03}", levels, earliest=chance.randint(0, periods // 4))


def _level(chance: random.Random, place: int, touched: list[str], longest: int, months: int) -> Level:
    duration = max(1, longest - 2 + place)
    most = (30, 50, 80)[place] * months // 3
    return Level(
        ("legal minimum", "usable", "integrated")[place],
        duration,
        {team: tuple(chance.randint(most // 3, most) for _ in range(duration)) for team in touched},
        {team: chance.choice([0, 0, 2, 4]) for team in touched[:1]},
        tuple(chance.randint(0, 40) for _ in range(duration)),
        chance.choice([0, 1, 2]),
        value=(10, 25, 45)[place] + chance.randint(0, 10),
    )


def _place(chance: random.Random, one: Solution, periods: int) -> Choice:
    level = chance.choice([0, 0, 0, 1, 1, 2])
    return Choice(level, chance.randint(one.earliest, periods - one.levels[2].duration - 1))


def _arcs(chance: random.Random, made: list[Solution], hidden: dict[str, Choice]) -> list[Precedence]:
    """Return orders that the hidden plan keeps, for one solution in five."""
    found: list[Precedence] = []
    for one in made:
        end = hidden[one.key].start + one.levels[hidden[one.key].level].duration
        later = [other.key for other in made if hidden[other.key].start >= end]
        if later and chance.random() < WAITED_FOR:
            found.append(Precedence(one.key, chance.choice(later), 0, min(hidden[one.key].level, 1)))
    return found


def _with_deadline(chance: random.Random, one: Solution, place: Choice, periods: int) -> Solution:
    end = place.start + one.levels[place.level].duration
    latest = min(periods, end + chance.randint(0, periods // 4))
    return Solution(one.key, one.levels, min(one.earliest, place.start), latest)


def _team(
    chance: random.Random, name: str, used: tuple[int, ...], slack: float, needed: tuple[float, float]
) -> Team:
    """Return a team whose capacity just holds the hidden plan: level over time, with some slack."""
    busiest = max(used, default=0)
    capacity = tuple(int(max(row, busiest * 0.6) * (1 + slack)) + 20 for row in used)
    need = tuple(int(room * chance.uniform(*needed)) for room in capacity)
    weight = tuple(chance.choice([1, 1, 2, 3]) for _ in capacity)
    return Team(
        name, tuple(room + 10 for room in capacity), (10,) * len(capacity), (0,) * len(capacity), weight, need
    )
