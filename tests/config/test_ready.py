# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""An installation's data is where the program expects it."""

import pytest
from django.db import connection

from leadroom.config import ready


@pytest.mark.sqlite
def test_weigh_tables_tells_sqlite_how_many_people_there_are(bo):
    ready.weigh_tables()

    with connection.cursor() as cursor:
        cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = 'accounts_membership' ORDER BY idx LIMIT 1")
        assert cursor.fetchone()[0].split()[0] == "2"


def test_static_files_gathered_in_another_form_are_gathered_anew(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    ready.collect_static()
    assert ready.is_collected()

    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "leadroom.config.static.GatheredFiles"},
    }

    assert not ready.is_collected()
