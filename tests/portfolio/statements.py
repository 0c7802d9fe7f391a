# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a page asks of the database."""

from django.test.utils import CaptureQueriesContext

from tests.house.walls.growth import FRAMES


def statements(taken: CaptureQueriesContext) -> list[str]:
    """Return what was asked, without what only frames a transaction or names the council to PostgreSQL."""
    said = [query["sql"] for query in taken.captured_queries]
    return [sql for sql in said if not sql.startswith(FRAMES)]
