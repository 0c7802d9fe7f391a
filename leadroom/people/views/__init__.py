# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of the room People."""

from leadroom.people.views import (
    diary,
    diary_writing,
    evidence,
    feedback,
    frameworks,
    my_data,
    overview,
    plan,
    plan_action,
    profile,
    profiling,
    question,
    rating,
    roles,
    skills,
    talk,
    team,
)

__all__ = [
    "diary",
    "diary_writing",
    "evidence",
    "feedback",
    "frameworks",
    "my_data",
    "overview",
    "plan",
    "plan_action",
    "profile",
    "profiling",
    "question",
    "rating",
    "roles",
    "skills",
    "talk",
    "team",
]
from leadroom.people.views import paths

__all__ = ["feedback", "paths", "profile", "profiling", "question", "rating", "roles", "skills", "talk"]
