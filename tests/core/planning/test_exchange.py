# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A portfolio as text: what is written is read, and whatever is wrong is told with the way to it."""

import json
from typing import Any

import pytest

from leadroom.core.planning import (
    Choice,
    Freeze,
    Level,
    Limits,
    Lock,
    Plan,
    Precedence,
    Problem,
    Solution,
    Team,
    solve,
)
from leadroom.core.planning.answers import written
from leadroom.core.planning.exchange import Unreadable, read

WHOLE: dict[str, Any] = {
    "format": "leadroom-portfolio",
    "version": 1,
    "periods": 4,
    "year_of": [0, 0, 1, 1],
    "budget": [50, None],
    "teams": [{"key": "integration", "capacity": 300, "reserved": [10, 10, 20, 20], "need": 100, "floor": 5}],
    "solutions": [
        {
            "key": "digital-post",
            "earliest": 1,
            "deadline": 4,
            "levels": [
                {"key": "legal", "duration": 1, "effort": {"integration": [120]}, "money": [20], "value": 3},
                {
                    "key": "usable",
                    "duration": 2,
                    "effort": {"integration": 90},
                    "running": {"integration": -5},
                },
            ],
        },
        {"key": "forms", "optional": True, "levels": [{"key": "all", "duration": 1}]},
    ],
    "precedences": [{"before": "digital-post", "after": "forms", "lag": 1, "least_level": "usable"}],
    "freezes": [{"periods": [2], "solutions": ["forms"]}],
    "locks": [{"solution": "digital-post", "level": "usable"}],
    "in_force": {"digital-post": {"level": "legal", "start": 2}},
}


def test_every_part_is_read() -> None:
    problem = read(json.dumps(WHOLE))

    assert problem == Problem(
        4,
        (Team("integration", (300,) * 4, (10, 10, 20, 20), (5,) * 4, (1,) * 4, (100,) * 4),),
        (
            Solution(
                "digital-post",
                (
                    Level("legal", 1, {"integration": (120,)}, money=(20,), value=3),
                    Level("usable", 2, {"integration": (90, 90)}, {"integration": -5}),
                ),
                1,
                4,
            ),
            Solution("forms", (Level("all", 1, {}),), is_optional=True),
        ),
        (0, 0, 1, 1),
        (50, None),
        (Precedence("digital-post", "forms", 1, 1),),
        (Freeze(frozenset({2}), frozenset({"forms"})),),
        (Lock("digital-post", level=1),),
        {"digital-post": Choice(0, 2)},
    )


def test_an_answer_names_levels_and_teams_by_their_keys() -> None:
    problem = read(json.dumps(WHOLE))
    found = solve(problem, Limits(sweeps=12))
    assert isinstance(found, Plan)

    told = written(problem, found)

    assert told["choices"]["digital-post"]["level"] == "usable"
    assert list(told["free"]) == ["integration"]
    assert json.loads(json.dumps(told)) == told


def _without(name: str) -> dict[str, Any]:
    return {key: value for key, value in WHOLE.items() if key != name}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{\n nothing", "line 2: this is not JSON"),
        ("[" * 100_000, "this is not JSON"),
        ('{"periods": ' + "9" * 5000 + "}", "this is not JSON"),
        ("[]", "the file: must be an object { … }"),
        (_without("format"), "the file: “format” is missing"),
        (WHOLE | {"version": 2}, 'the file: must say "format": "leadroom-portfolio", "version": 1'),
        (WHOLE | {"periods": 10**6}, "the file › periods: must be from 1 to 120"),
        (WHOLE | {"budget": [10**8]}, "the file › budget 1: must be a whole number, no larger than 10000000"),
        (WHOLE | {"teams": {}}, "the file › teams: must be a list [ … ]"),
        (WHOLE | {"teams": [{"key": "a"}]}, "the file › teams 1: “capacity” is missing"),
        (
            WHOLE | {"teams": [{"key": "a", "capacity": [1, "x", 1, 1]}]},
            "the file › teams 1 › capacity 2: must be a whole number",
        ),
        (
            WHOLE | {"teams": [{"key": "a", "capacity": True}]},
            "the file › teams 1 › capacity: must be a whole number",
        ),
        (
            WHOLE | {"teams": [{"key": "integration", "capacity": [1]}]},
            "team “integration”: capacity has not one number for each period",
        ),
        (
            WHOLE | {"locks": [{"solution": "digital-post", "level": "best"}]},
            "the file › locks 1 › level: must be one of legal, usable",
        ),
        (WHOLE | {"locks": [{"solution": "nothing", "start": 1}]}, "lock “nothing”: solution is unknown"),
        (
            WHOLE | {"solutions": [{"key": "", "levels": []}]},
            "the file › solutions 1 › key: must be a text",
        ),
    ],
)
def test_what_is_wrong_is_told_with_the_way_to_it(text: str | dict[str, Any], told: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(text if isinstance(text, str) else json.dumps(text))

    assert str(refused.value) == told
