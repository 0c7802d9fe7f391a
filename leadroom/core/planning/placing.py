# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
The innermost loop of the search, compiled: each solution in turn is taken out and put back by chance.

Load is weighed as differences from what it is without the solution: for the periods of work one by one, for all
later ones at once through sums from the end.
"""

from typing import Any

import numpy as np

from leadroom.core.planning.arrays import BELOW, Numbers, Rooms, Sought, Space, Standing, Table, Wish
from leadroom.core.planning.compiling import compiled, inlined
from leadroom.core.planning.options import Whole

# Beyond this many temperatures above the best, an option is not drawn.
HOPELESS = 40.0


@compiled
def place_all(  # noqa: PLR0917 - its caller has each of them by itself
    table: Table, rooms: Rooms, standing: Standing, wish: Wish, heats: Numbers, best: Whole, chance: Any
) -> tuple[int, bool]:
    """
    Place every solution anew, once for each temperature in `heats`, and return how many of them were used.

    It ends at once, and says so, when a state ranks above `best` (three numbers), which then becomes the state's.
    """
    space, order, mine = _space(table, rooms), standing.order, np.zeros(3, np.int64)
    for sweep in range(len(heats)):
        for left in range(len(order) - 1, 0, -1):
            other = int(chance.random() * (left + 1))
            order[left], order[other] = order[other], order[left]
        for place in range(len(order)):
            number = int(order[place])
            _lay(table, standing, number, -1)
            _weigh(table, rooms, standing, number, wish, space)
            _suit(table, standing, number, wish, space)
            option = _drawn(table, number, standing.chosen[number], heats[sweep], space.energies, chance)
            _count(table, standing, number, option, space)
            standing.chosen[number] = option
            _lay(table, standing, number, 1)
        rank(standing.totals, wish, mine)
        if _is_more(mine, best) and _is_in_order(table, standing.chosen):
            best[:] = mine
            return sweep + 1, True
    return len(heats), False


@compiled
def rank(totals: Whole, wish: Wish, into: Whole) -> None:
    """Write by which three numbers a state is compared, the more the better; a broken rule ranks below all else."""
    over, head, value, changes, ramps = totals
    if wish.sought == Sought.HEADROOM:
        into[0], into[1], into[2] = head, value, 0
    elif wish.sought == Sought.VALUE:
        into[0], into[1], into[2] = value, head, 0
    elif wish.sought == Sought.FIT:
        into[0], into[1], into[2] = -over, value, 0
    else:
        into[0], into[1], into[2] = -changes, -ramps, head
    is_short = wish.sought != Sought.HEADROOM and head < wish.headroom
    is_poor = wish.sought == Sought.CALM and value < wish.value
    if (over and wish.sought != Sought.FIT) or is_short or is_poor:
        into[:] = BELOW


@inlined
def _is_more(one: Whole, other: Whole) -> bool:
    for place in range(len(one)):
        if one[place] != other[place]:
            return bool(one[place] > other[place])
    return False


@inlined
def _is_in_order(table: Table, chosen: Whole) -> bool:
    """Say whether every solution keeps its order with its neighbours."""
    for number in range(len(chosen)):
        soonest, latest, least = _window(table, number, chosen)
        option = chosen[number]
        if table.options[option].level >= 0 and table.options[option].start < soonest:
            return False
        if table.options[option].end > latest or table.options[option].level < least:
            return False
    return True


@inlined
def _window(table: Table, number: int, chosen: Whole) -> tuple[int, int, int]:
    """Return how soon a solution may start and how late end, and its least level, where its neighbours are."""
    soonest, latest, least = 0, 2**40, -1
    for place in range(table.near_first[number], table.near_first[number + 1]):
        option, lag = chosen[table.near[place].other], table.near[place].lag
        if table.near[place].is_before:
            able = table.options[option].level >= table.near[place].least
            soonest = max(soonest, table.options[option].end + lag if able else 2**40)
        elif table.options[option].level >= 0:
            latest = min(latest, table.options[option].start - lag)
            least = max(least, table.near[place].least)
    return soonest, latest, least


@inlined
def _lay(table: Table, standing: Standing, number: int, sign: int) -> None:
    """Lay the solution's chosen option into its teams' periods, or take it out of them."""
    option = standing.chosen[number]
    standing.money[:] += sign * table.money[option]
    kind, start = table.options[option].kind, table.options[option].start
    if kind < 0:
        return
    length = table.options[option].end - start
    for place in range(table.team_first[number + 1] - table.team_first[number]):
        team = table.teams[table.team_first[number] + place]
        effort = table.kinds[kind].effort + place * length
        for period in range(length):
            standing.taken[team, start + period] += sign * table.effort[effort + period]
        after = table.kinds[kind].after + place
        if table.lasting[after].taken or table.lasting[after].released:
            for period in range(start + length, standing.taken.shape[1]):
                standing.taken[team, period] += sign * table.lasting[after].taken
                standing.released[team, period] += sign * table.lasting[after].released


@inlined
def _space(table: Table, rooms: Rooms) -> Space:
    options, (teams, periods) = np.diff(table.first).max(), rooms.cells.shape
    return Space(
        np.zeros(options, np.int64),
        np.zeros(options, np.int64),
        np.zeros(options, np.int64),
        np.zeros(options),
        np.zeros((teams, periods), np.int64),
        np.zeros((2, periods + 1), np.int64),
        np.zeros(periods, np.int64),
        np.zeros(periods, np.int64),
    )


@inlined
def _weigh(table: Table, rooms: Rooms, standing: Standing, number: int, wish: Wish, space: Space) -> None:
    """Write what load over the room, headroom and ramps each option adds to what stands without the solution."""
    count = table.first[number + 1] - table.first[number]
    space.over[:count], space.head[:count], space.ramps[:count] = 0, 0, 0
    _spend(table, rooms, standing, number, space.over)
    for place in range(table.team_first[number + 1] - table.team_first[number]):
        _bear(table, rooms, standing, number, place, space)
        if wish.sought == Sought.CALM:
            _ramp(table, rooms, standing, number, place, space)


@inlined
def _spend(table: Table, rooms: Rooms, standing: Standing, number: int, over: Whole) -> None:
    """Add for each option how much more money it takes than there is."""
    first, last = table.first[number], table.first[number + 1]
    for year in range(len(rooms.budget)):
        left = rooms.budget[year] - standing.money[year]
        if table.dearest[number, year] > left:
            for option in range(first, last):
                over[option - first] += max(0, table.money[option, year] - left) - max(0, -left)


@inlined
def _bear(table: Table, rooms: Rooms, standing: Standing, number: int, place: int, space: Space) -> None:
    """Add for each option what load over the room and headroom it means for one of the solution's teams."""
    first, team = table.first[number], int(table.teams[table.team_first[number] + place])
    load, over, head, tails = space.load[place], space.over, space.head, space.tails
    for period in range(len(load)):
        back = min(standing.released[team, period], rooms.most_released[team])
        load[period] = standing.taken[team, period] - back
        space.over_now[period] = _over(rooms, team, period, load[period])
        space.head_now[period] = _head(rooms, team, period, load[period])
    tailed = -1
    for option in range(first, table.first[number + 1]):
        kind = table.options[option].kind
        if kind < 0:
            continue
        start, end = table.options[option].start, table.options[option].end
        if kind != tailed:
            _tails(table, rooms, standing, team, int(table.kinds[kind].after) + place, space)
            tailed = kind
        effort = table.kinds[kind].effort + place * (end - start)
        more, gain = tails[0, end], tails[1, end]
        for period in range(start, end):
            then = load[period] + table.effort[effort + period - start]
            more += _over(rooms, team, period, then) - space.over_now[period]
            gain += _head(rooms, team, period, then) - space.head_now[period]
        over[option - first] += more
        head[option - first] += gain


@inlined
def _over(rooms: Rooms, team: int, period: int, load: int) -> int:
    return max(0, load - rooms.cells[team, period].room)


@inlined
def _head(rooms: Rooms, team: int, period: int, load: int) -> int:
    free = min(rooms.cells[team, period].need, rooms.cells[team, period].capacity - load)
    return rooms.cells[team, period].weight * free


@inlined
def _tails(table: Table, rooms: Rooms, standing: Standing, team: int, after: int, space: Space) -> None:
    """Write what a level in use adds from each period to the end: over in the first row, headroom in the second."""
    tails, periods = space.tails, rooms.cells.shape[1]
    taken, released = table.lasting[after].taken, table.lasting[after].released
    tails[:] = 0
    if taken == 0 and released == 0:
        return
    for period in range(periods - 1, -1, -1):
        back = min(standing.released[team, period] + released, rooms.most_released[team])
        then = standing.taken[team, period] + taken - back
        more = _over(rooms, team, period, then) - space.over_now[period]
        gain = _head(rooms, team, period, then) - space.head_now[period]
        tails[0, period], tails[1, period] = tails[0, period + 1] + more, tails[1, period + 1] + gain


@inlined
def _ramp(table: Table, rooms: Rooms, standing: Standing, number: int, place: int, space: Space) -> None:
    """Add for each option how much more the load of one team then rises than it does without the solution."""
    team, first = table.teams[table.team_first[number] + place], table.first[number]
    load = space.load[place]
    for option in range(first, table.first[number + 1]):
        kind, start, end = table.options[option].kind, table.options[option].start, table.options[option].end
        rises = before = without = 0
        for period in range(len(load)):
            now = load[period]
            if kind >= 0 and start <= period < end:
                now += table.effort[table.kinds[kind].effort + place * (end - start) + period - start]
            elif kind >= 0 and period >= end:
                after = table.kinds[kind].after + place
                released = standing.released[team, period] + table.lasting[after].released
                back = min(released, rooms.most_released[team])
                now = standing.taken[team, period] + table.lasting[after].taken - back
            rises += max(0, now - before) - max(0, load[period] - without)
            before, without = now, load[period]
        space.ramps[option - first] += rises


@inlined
def _suit(table: Table, standing: Standing, number: int, wish: Wish, space: Space) -> None:
    """Write how badly each option suits the wish; one that the neighbours leave no room for not at all."""
    first, before = table.first[number], standing.chosen[number]
    over, head, ramps, energies = space.over, space.head, space.ramps, space.energies
    soonest, latest, least = _window(table, number, standing.chosen)
    headroom = standing.totals[1] - head[before - first]
    value = standing.totals[2] - table.options[before].value
    for option in range(first, table.first[number + 1]):
        place, level = option - first, table.options[option].level
        is_late = table.options[option].end > latest or level < least
        if is_late or (level >= 0 and table.options[option].start < soonest):
            energies[place] = np.inf
            continue
        if wish.sought == Sought.HEADROOM:
            energies[place] = wish.over * over[place] - head[place]
            continue
        broken = over[place] + max(0, wish.headroom - headroom - head[place])
        if wish.sought != Sought.CALM:
            energies[place] = wish.over * broken - table.options[option].value
            continue
        broken += max(0, wish.value - value - table.options[option].value)
        energies[place] = wish.over * broken + ramps[place] + wish.change * table.options[option].changes


@inlined
def _drawn(table: Table, number: int, before: int, heat: float, energies: Numbers, chance: Any) -> int:
    """Draw an option with a probability proportional to exp(-energy / heat); where none fits, all stays as it is."""
    first, count = table.first[number], table.first[number + 1] - table.first[number]
    lowest = energies[:count].min()
    if lowest == np.inf:
        return before
    total = 0.0
    for place in range(count):
        away = (energies[place] - lowest) / heat
        energies[place] = np.exp(-away) if away < HOPELESS else 0.0
        total += energies[place]
    left, option = chance.random() * total, before
    for place in range(count):
        if energies[place] > 0.0:
            option = first + place
            left -= energies[place]
            if left < 0.0:
                break
    return option


@inlined
def _count(table: Table, standing: Standing, number: int, option: int, space: Space) -> None:
    """Bring the totals up to date: the solution goes from its chosen option to this one."""
    before, totals = standing.chosen[number], standing.totals
    was, place = before - table.first[number], option - table.first[number]
    totals[0] += space.over[place] - space.over[was]
    totals[1] += space.head[place] - space.head[was]
    totals[2] += table.options[option].value - table.options[before].value
    totals[3] += table.options[option].changes - table.options[before].changes
    totals[4] += space.ramps[place] - space.ramps[was]
