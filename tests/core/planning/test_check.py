# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The judge of plans: each rule broken by hand is found, with how much and where; and senseless problems are refused."""

from dataclasses import replace

import pytest

from leadroom.core.planning import (
    Breach,
    Choice,
    Freeze,
    Level,
    Lock,
    Precedence,
    Problem,
    Rule,
    Senseless,
    Solution,
    check,
    figures,
)
from tests.core.planning.portfolios import one_team

LEVELS = (
    Level("low", 1, {"team": (4,)}, {"team": 1}, (5,), 2, value=1),
    Level("high", 2, {"team": (6, 8)}, money=(3, 9), value=4),
)
ONE, TWO = Solution("one", LEVELS, earliest=1, deadline=4), Solution("two", LEVELS[:1], is_optional=True)
PLAIN = one_team(10, 6, ONE, TWO)


@pytest.mark.parametrize(
    ("rules", "choices", "breach"),
    [
        ({}, {}, Breach(Rule.MISSING, "one")),
        ({}, {"one": Choice(0, 0)}, Breach(Rule.TOO_EARLY, "one", amount=1)),
        ({}, {"one": Choice(1, 3)}, Breach(Rule.TOO_LATE, "one", period=5, amount=1)),
        (
            {"freezes": (Freeze(frozenset({2})),)},
            {"one": Choice(0, 1)},
            Breach(Rule.FROZEN, "one", period=2),
        ),
        ({"locks": (Lock("one", level=1),)}, {"one": Choice(0, 1)}, Breach(Rule.LOCKED, "one")),
        ({"locks": (Lock("one", start=2),)}, {"one": Choice(0, 1)}, Breach(Rule.LOCKED, "one")),
        (
            {"precedences": (Precedence("one", "two", lag=1),)},
            {"one": Choice(0, 1), "two": Choice(0, 2)},
            Breach(Rule.ORDER, "two", "one", 2, 1),
        ),
        (
            {"precedences": (Precedence("two", "one"),)},
            {"one": Choice(0, 1)},
            Breach(Rule.ORDER, "one", "two"),
        ),
        (
            {"precedences": (Precedence("one", "two", least_level=1),)},
            {"one": Choice(0, 1), "two": Choice(0, 3)},
            Breach(Rule.LEVEL_TOO_LOW, "one", "two", amount=1),
        ),
        ({"budget": (12,)}, {"one": Choice(0, 1)}, Breach(Rule.BUDGET, "0", period=0, amount=1)),
        ({}, {"one": Choice(7, 1)}, Breach(Rule.UNKNOWN, "one")),
        ({}, {"one": Choice(0, 1), "three": Choice(0, 1)}, Breach(Rule.UNKNOWN, "three")),
    ],
)
def test_each_rule_broken_is_found(
    rules: dict[str, object], choices: dict[str, Choice], breach: Breach
) -> None:
    problem = replace(PLAIN, **rules)  # type: ignore[arg-type]

    assert check(problem, choices) == (breach,)


def test_load_over_capacity_is_found_with_its_period_and_amount() -> None:
    tight = replace(PLAIN.teams[0], floor=(0, 0, 0, 3, 0, 0))

    found = check(replace(PLAIN, teams=(tight,)), {"one": Choice(1, 2), "two": Choice(0, 2)})

    assert found == (Breach(Rule.CAPACITY, "team", period=3, amount=2),)


def test_figures_of_a_plan_drawn_by_hand() -> None:
    total = figures(PLAIN, {"one": Choice(1, 2), "two": Choice(0, 0)})

    assert total.usage == ((4, 1, 7, 9, 1, 1),)
    assert total.free == ((6, 9, 3, 1, 9, 9),)
    assert (total.headroom, total.value, total.ramps, total.spent) == (37, 5, 12, (27,))


@pytest.mark.parametrize(
    "change",
    [
        {"periods": 0},
        {"year_of": (0,)},
        {"budget": ()},
        {"teams": (PLAIN.teams[0], PLAIN.teams[0])},
        {"teams": (replace(PLAIN.teams[0], capacity=(1, 2)),)},
        {"teams": (replace(PLAIN.teams[0], floor=(-1,) * 6),)},
        {"teams": (replace(PLAIN.teams[0], most_released=-1),)},
        {"solutions": (ONE, ONE)},
        {"solutions": (replace(ONE, earliest=-1),)},
        {"solutions": (replace(ONE, levels=()),)},
        {"solutions": (replace(ONE, levels=(replace(LEVELS[0], duration=0),)),)},
        {"solutions": (replace(ONE, levels=(replace(LEVELS[0], effort={"nobody": (1,)}),)),)},
        {"solutions": (replace(ONE, levels=(replace(LEVELS[0], effort={"team": (1, 2)}),)),)},
        {"solutions": (replace(ONE, levels=(replace(LEVELS[0], money=(1, 2)),)),)},
        {"precedences": (Precedence("one", "nobody"),)},
        {"precedences": (Precedence("one", "two"), Precedence("two", "one"))},
        {"precedences": (Precedence("two", "one", least_level=1),)},
        {"in_force": {"nobody": Choice(0, 1)}},
        {"locks": (Lock("one", level=5),)},
        {"locks": (Lock("one"),)},
        {"freezes": (Freeze(frozenset({1}), frozenset({"nobody"})),)},
    ],
)
def test_what_makes_no_sense_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(Senseless):
        replace(PLAIN, **change)  # type: ignore[arg-type]


def test_a_sound_problem_is_taken() -> None:
    assert isinstance(replace(PLAIN, locks=(Lock("two", start=1),)), Problem)
