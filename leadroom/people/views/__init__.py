# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of the room People."""

from leadroom.people.views import plan, plan_action, profile, profiling, question, roles, skills

__all__ = ["plan", "plan_action", "profile", "profiling", "question", "roles", "skills"]
