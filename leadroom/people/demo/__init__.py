# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The people of a demo's invented councils, and what they did in this room."""

from leadroom.people.demo import diary, feedback, profiles

__all__ = ["diary", "feedback", "profiles"]
