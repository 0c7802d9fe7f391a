# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every table has its class, and every council's table its wall, in the database as it is."""

from django.db import connection

from tests.house.walls import catalogue, tables


def test_every_table_is_in_one_class_and_every_wall_stands(db: None) -> None:
    with connection.cursor() as cursor:
        found = catalogue.findings(cursor, connection.vendor)

    assert found == []


def test_models_are_what_their_tables_class_says() -> None:
    assert tables.models_astray() == []


def test_links_inside_a_council_are_found_to_be_guarded() -> None:
    guarded = {
        model._meta.db_table: sorted(catalogue._link_columns(model)) for model in tables.council_models()
    }

    assert guarded["people_rating"] == ["feedback_round_id", "person_id", "rater_id", "sitting_id"]
