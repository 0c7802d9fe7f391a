# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What leaves the room People as a file."""

from leadroom.people.exports.diary import diary_json
from leadroom.people.exports.overview import (
    OVERVIEW_HEADER,
    overview_rows,
)
from leadroom.people.exports.plan import plan_calendar, plan_days
from leadroom.people.exports.profile import CSV_HEADER, csv_rows, json_of, personal_data

__all__ = [
    "CSV_HEADER",
    "OVERVIEW_HEADER",
    "csv_rows",
    "diary_json",
    "json_of",
    "overview_rows",
    "personal_data",
    "plan_calendar",
    "plan_days",
]
