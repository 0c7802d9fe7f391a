# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What leaves the room People as a file."""

from leadroom.people.exports.diary import diary_json
from leadroom.people.exports.frameworks import case_json, case_zip, moodle_csv, wide_csv
from leadroom.people.exports.plan import plan_calendar, plan_days
from leadroom.people.exports.profile import CSV_HEADER, csv_rows, json_of, personal_data

__all__ = [
    "CSV_HEADER",
    "case_json",
    "case_zip",
    "csv_rows",
    "diary_json",
    "json_of",
    "moodle_csv",
    "personal_data",
    "plan_calendar",
    "plan_days",
    "wide_csv",
]
