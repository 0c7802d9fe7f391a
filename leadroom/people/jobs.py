# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the room People does by the clock: plans are handed over and reminded of, every hour."""

from leadroom.kit import jobs
from leadroom.people import actions

jobs.every(3600, "people.hand_over_plans", actions.hand_over_plans)
jobs.every(3600, "people.remind_of_reviews", actions.remind_of_reviews)
