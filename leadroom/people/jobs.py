# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What `people` does by the clock: rounds that are over are closed, who has not answered is reminded once."""

from leadroom.kit import jobs
from leadroom.people import actions

jobs.every(300, "people.close_due_feedback", actions.close_due)
jobs.every(3600, "people.remind_due_feedback", actions.remind_due)
