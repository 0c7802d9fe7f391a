# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What leaves the portfolio as a file."""

from leadroom.portfolio.exports.calendar import calendar_of_days
from leadroom.portfolio.exports.personal import personal_data
from leadroom.portfolio.exports.schedule import schedule_of

__all__ = ["calendar_of_days", "personal_data", "schedule_of"]
