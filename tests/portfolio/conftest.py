# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A small portfolio: Ada steers it; Mia, a manager, leads a part of it; Eva is the executive."""

from datetime import date

import pytest

from leadroom.accounts.models import Actor, Role
from leadroom.portfolio import actions
from leadroom.portfolio.models import (
    AmbitionLevel,
    CapacityCell,
    Initiative,
    LevelKind,
    Team,
    TeamKind,
    Terms,
    Track,
)
from tests.conftest import join

FIRST = date(2027, 1, 1)


@pytest.fixture
def mia(fjordby, ada) -> Actor:
    """Return Mia, a manager."""
    return join(fjordby, "Mia", Role.MANAGER)


@pytest.fixture
def eva(fjordby, ada) -> Actor:
    """Return Eva, the executive."""
    return join(fjordby, "Eva", Role.EXECUTIVE)


@pytest.fixture
def odd(fjordby, ada) -> Actor:
    """Return Odd, of the digital office."""
    return join(fjordby, "Odd", Role.DIGITAL_OFFICE)


@pytest.fixture
def post(ada, inside) -> Initiative:
    """Return a mandated solution with a deadline."""
    with inside(ada):
        return actions.add(
            Track.MANDATED,
            by=ada,
            facts={
                "title": "Digital Post, phase 2",
                "source": "KL and the state",
                "legal_basis": "LAW",
                "deadline": date(2027, 12, 1),
            },
        )


@pytest.fixture
def hands(ada, inside) -> Initiative:
    """Return a challenge."""
    with inside(ada):
        return actions.add(
            Track.CHALLENGE,
            by=ada,
            facts={
                "title": "More hands in elder care",
                "result": "Five hours more a week for each resident",
                "need_of": "Residents of the nursing homes",
                "evidence": "The survey of spring",
                "evidence_on": date(2026, 5, 1),
            },
        )


@pytest.fixture
def team(ada, inside) -> Team:
    """Return the team that integrates: two people from January 2027 on, a fifth of it kept for foundations."""
    with inside(ada):
        Terms.objects.create(first_month=FIRST, months=24)
        return Team.objects.create(
            key="integration",
            name="Integration",
            kind=TeamKind.INTEGRATION,
            staff=200,
            reserved_foundations=20,
        )


@pytest.fixture
def levels(ada, inside, post, team) -> list[AmbitionLevel]:
    """Return the post's two levels: 3 months at half a person, 6 months at one."""
    with inside(ada):
        return [
            AmbitionLevel.objects.create(
                initiative=post,
                kind=kind,
                place=place,
                months=months,
                effort={team.key: [effort] * months},
                value=value,
            )
            for place, (kind, months, effort, value) in enumerate(
                [(LevelKind.LEGAL_MINIMUM, 3, 50, 10), (LevelKind.USABLE, 6, 100, 40)]
            )
        ]


@pytest.fixture
def uneven(team, ada, inside) -> None:
    """Type three months of the first quarter that differ."""
    with inside(ada):
        CapacityCell.objects.bulk_create(
            CapacityCell(council=ada.council, team=team, month=date(2027, month, 1), effort=effort)
            for month, effort in ((1, 100), (2, 0), (3, 200))
        )


@pytest.fixture
def all_cells(browser_of):
    """Return what a browser without script sends: every cell as it was shown, some written over."""

    def send(actor, written=(), address="/portfolio/capacity/"):
        browser = browser_of(actor)
        page = browser.get(address)
        shown = {
            page.context["form"].cell_name(row.team.key, place): page.context["form"].shown(
                row.team.key, place, row.typed[place]
            )
            for row in page.context["rows"]
            for place in range(len(page.context["periods"]))
        }
        return shown | dict(written) | {"seen": page.context["seen"]}

    return send
