# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The council in force: every request its own, none without it, none after it."""

import os

import pytest
from django.db import connection

from tests.house.walls import context, filling
from tests.house.walls.towns import Town, settle

IS_SOAK = os.environ.get("LEADROOM_HYPOTHESIS") == "soak"
# On SQLite the council is in force in Python alone; there is no connection that could keep it.
ROUNDS = 10_000 if IS_SOAK else {"postgresql": 2_000}.get(connection.vendor, 400)
CONNECTIONS = 4


@pytest.fixture
def settled(transactional_db: None) -> tuple[Town, Town]:
    """Return two councils whose rows are committed, each with a row in every table."""
    towns = settle("a", country="DK", language="da"), settle("b", country="SE", language="sv")
    for town in towns:
        filling.fill(town)
    return towns


def test_two_councils_ask_in_turn_over_few_connections(settled: tuple[Town, Town]) -> None:
    assert context.alternating(*settled, rounds=ROUNDS, threads=CONNECTIONS) == []


@pytest.mark.postgresql
def test_raw_sql_without_a_council_sees_nothing(settled: tuple[Town, Town]) -> None:
    assert context.rows_without_a_council() == []


def test_no_link_leads_into_another_council(settled: tuple[Town, Town]) -> None:
    assert context.links_out(*settled) == []


@pytest.mark.postgresql
def test_no_statement_reaches_another_councils_rows(settled: tuple[Town, Town]) -> None:
    assert context.writes_across(*settled) == []


def test_council_in_force_is_the_one_the_code_says(settled: tuple[Town, Town]) -> None:
    assert context.astray(*settled) == []


def test_user_reads_her_own_memberships_only(settled: tuple[Town, Town]) -> None:
    assert context.own_rows_only(settled[0]) == []
