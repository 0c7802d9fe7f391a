# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the room People does by the clock: rounds are closed and reminded of, plans handed over and reminded of."""

from leadroom.kit import jobs
from leadroom.people import actions

jobs.every(300, "people.close_due_feedback", actions.close_due)
jobs.every(300, "people.close_due_overviews", actions.close_due_overviews)
jobs.every(3600, "people.remind_due_feedback", actions.remind_due)
jobs.every(3600, "people.hand_over_plans", actions.hand_over_plans)
jobs.every(3600, "people.remind_of_reviews", actions.remind_of_reviews)
