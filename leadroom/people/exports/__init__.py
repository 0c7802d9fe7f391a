# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What leaves the room People as a file."""

from leadroom.people.exports.badges import (
    credential,
    may_sign,
    signed_badge,
)
from leadroom.people.exports.diary import (
    diary_json,
)
from leadroom.people.exports.frameworks import (
    case_json,
    case_zip,
    moodle_csv,
    wide_csv,
    wide_xlsx,
)
from leadroom.people.exports.my_data import (
    Sheet,
    my_data,
    my_data_zip,
    sheets,
)
from leadroom.people.exports.overview import (
    OVERVIEW_HEADER,
    overview_rows,
)
from leadroom.people.exports.plan import (
    plan_calendar,
    plan_days,
)
from leadroom.people.exports.profile import (
    CSV_HEADER,
    csv_rows,
    json_of,
    personal_data,
)

__all__ = [
    "CSV_HEADER",
    "OVERVIEW_HEADER",
    "Sheet",
    "case_json",
    "case_zip",
    "credential",
    "csv_rows",
    "diary_json",
    "json_of",
    "may_sign",
    "moodle_csv",
    "my_data",
    "my_data_zip",
    "overview_rows",
    "personal_data",
    "plan_calendar",
    "plan_days",
    "sheets",
    "signed_badge",
    "wide_csv",
    "wide_xlsx",
]
