# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of the room People."""

from leadroom.people.views import (
    diary,
    diary_writing,
    evidence,
    feedback,
    frameworks,
    mirror,
    mirror_agenda,
    my_data,
    overview,
    paths,
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
    team_mirror,
)

__all__ = [
    "diary",
    "diary_writing",
    "evidence",
    "feedback",
    "frameworks",
    "mirror",
    "mirror_agenda",
    "my_data",
    "overview",
    "paths",
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
    "team_mirror",
]
